#include "base/text.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace duban;

namespace {

std::string offset_of(const Error& error) {
    for (const Param& param : error.params) {
        if (param.name == "offset") return param.value;
    }
    return "";
}

}  // namespace

TEST_CASE("text: decoding goes forward and back over every length") {
    const std::string text = "a\xC3\xA9中\xF0\xA0\x80\x80";  // one, two, three and four bytes
    const std::array<char32_t, 4> wanted{U'a', U'\u00E9', U'中', U'\U00020000'};
    std::size_t at = 0;
    for (const char32_t c : wanted) {
        const CodePoint here = decode_at(text, at);
        CHECK(here.value == c);
        at += here.size;
        const CodePoint before = decode_before(text, at);
        CHECK(before.value == c);
        CHECK(before.size == here.size);
    }
    CHECK(at == text.size());
    CHECK(code_points(text) == 4);
    std::string copy;
    for (const char32_t c : wanted) append_utf8(copy, c);
    CHECK(copy == text);
}

TEST_CASE("text: every code point survives writing and reading") {
    for (char32_t c = 1; c < 0x110000; c += c < 0x3000 ? 1 : 37) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, c);
        REQUIRE(decode_at(text, 0).value == c);
        REQUIRE(decode_before(text, text.size()).value == c);
        REQUIRE(decode_at(text, 0).size == text.size());
        REQUIRE(first_invalid(text) == std::string::npos);
    }
}

TEST_CASE("text: invalid bytes are one step long, and their place is known") {
    struct Case {
        std::string text;
        std::size_t bad;
    };
    for (const auto& [text, bad] :
         {Case{"ab\xFF", 2}, Case{"\x80", 0}, Case{"中\xE4\xB8", 3}, Case{"\xC0\xAF", 0},
          Case{"\xE0\x80\x80", 0},      // too long a form
          Case{"x\xED\xA0\x80", 1},     // a surrogate
          Case{"\xF4\x90\x80\x80", 0},  // beyond the last plane
          Case{"\xF0\x80\x80\x80", 0}, Case{"\xE4\xB8\x41", 0}, Case{"文\xC3", 3}}) {
        CAPTURE(text);
        CHECK(first_invalid(text) == bad);
        CHECK(decode_at(text, bad).size == 1);
        CHECK(decode_at(text, bad).value == 0xFFFD);
        std::size_t steps = 0;
        for (std::size_t at = 0; at < text.size(); ++steps) at += decode_at(text, at).size;
        CHECK(steps <= text.size());
    }
    CHECK(decode_before("\xB8", 1).size == 1);
    CHECK(decode_before("\xE4\xB8", 2).size == 1);
    CHECK(first_invalid("") == std::string::npos);
}

TEST_CASE("to_utf8: leaves UTF-8 as it is and takes its mark away") {
    const auto plain = to_utf8("建成3处");
    REQUIRE(plain.ok());
    CHECK(plain.value().text == "建成3处");
    CHECK_FALSE(plain.value().transcoded);
    const auto marked = to_utf8("\xEF\xBB\xBF建成3处");
    REQUIRE(marked.ok());
    CHECK(marked.value().text == "建成3处");
    CHECK_FALSE(marked.value().transcoded);
    CHECK(to_utf8("").value().text.empty());
    CHECK(to_utf8("\xEF\xBB\xBF").value().text.empty());
}

TEST_CASE("to_utf8: reads GB18030 and UTF-16") {
    // "民生实事" and "工作任务" with a tab between them, in GBK.
    const auto gbk = to_utf8("\xC3\xF1\xC9\xFA\xCA\xB5\xCA\xC2\t\xB9\xA4\xD7\xF7\xC8\xCE\xCE\xF1");
    REQUIRE(gbk.ok());
    CHECK(gbk.value().text == "民生实事\t工作任务");
    CHECK(gbk.value().transcoded);
    const auto little = to_utf8(std::string("\xFF\xFE\x11\x6C\x09\x00\x31\x00", 8));
    REQUIRE(little.ok());
    CHECK(little.value().text == "民\t1");
    CHECK(little.value().transcoded);
    const auto big = to_utf8(std::string("\xFE\xFF\x6C\x11\x00\x31", 6));
    REQUIRE(big.ok());
    CHECK(big.value().text == "民1");
}

TEST_CASE("to_utf8: refuses binary files and damaged ones, and says where") {
    const auto binary = to_utf8(std::string("PK\x03\x04\0\0", 6));
    REQUIRE_FALSE(binary.ok());
    CHECK(binary.error().code == ErrorCode::kBinary);
    CHECK(offset_of(binary.error()) == "4");

    // One bad byte in good UTF-8 is damage, not another encoding.
    const std::string good = "全年新建口袋公园十二处，改造老旧小区九个。";
    const auto damaged = to_utf8(good + "\xFF" + good);
    REQUIRE_FALSE(damaged.ok());
    CHECK(damaged.error().code == ErrorCode::kEncoding);
    CHECK(offset_of(damaged.error()) == std::to_string(good.size()));
    CHECK_FALSE(to_utf8(good.substr(0, good.size() - 1)).ok());
    // Half a UTF-16 character.
    CHECK_FALSE(to_utf8(std::string("\xFF\xFE\x11", 3)).ok());
}

TEST_CASE("text: classes of characters") {
    for (const char32_t c : {U'中', U'〇', U'㐀', U'\U00020000'}) CHECK(is_han(c));
    for (const char32_t c : {U'，', U'a', U'1', U'①', U'。'}) CHECK_FALSE(is_han(c));
    for (const char32_t c : {U'中', U'，', U'（', U'“', U'—', U'…', U'１'}) CHECK(is_wide(c));
    CHECK_FALSE(is_wide(U','));
    for (const char32_t c : {U' ', U'\t', U'\u00A0', U'\u3000', U'\u200B', U'\uFEFF'})
        CHECK(is_blank(c));
    CHECK_FALSE(is_blank(U'\n'));
    CHECK(is_ascii_letter('z'));
    CHECK_FALSE(is_ascii_letter(U'ａ'));
}

TEST_CASE("text: circled numbers have a value") {
    CHECK(circled_value(U'①') == 1);
    CHECK(circled_value(U'⑳') == 20);
    CHECK(circled_value(U'㉑') == 21);
    CHECK(circled_value(U'㉟') == 35);
    CHECK(circled_value(U'㊱') == 36);
    CHECK(circled_value(U'㊿') == 50);
    CHECK(circled_value(U'⑴') == 1);
    CHECK(circled_value(U'❿') == 10);
    CHECK(circled_value(U'㈩') == 10);
    CHECK(circled_value(U'一') == 0);
    CHECK_FALSE(is_circled(U'1'));
    CHECK(is_circled(U'⑨'));
}

TEST_CASE("text: blanks at the ends and inside") {
    CHECK(trimmed(" \t　建成 3处\n ") == "建成 3处");
    CHECK(trimmed("　 ").empty());
    CHECK(trimmed("").empty());
    CHECK(without_blanks(" 已 完　成\t\n") == "已完成");
    CHECK(contains("全年任务", "任务"));
    CHECK(contains_any("全年任务", words({"目标", "任务"})));
    CHECK_FALSE(contains_any("全年任务", words({"目标"})));
}

TEST_CASE("lists of words: the first in the list, the first and the last place, ends") {
    constexpr auto kList = words({"，", "(", "完成", "完成了", "5G", "·"});
    CHECK(word_at("已完成了", 3, kList) == 6);
    CHECK(word_at("已完成了", 0, kList) == 0);
    CHECK(starts_with_any("5G基站", kList) == 2);
    CHECK(starts_with_any("", kList) == 0);
    CHECK(contains_any("甲·乙", kList));
    CHECK(contains_any("·", kList));
    CHECK_FALSE(contains_any("5", kList));
    CHECK(last_word("完成，再完成。", kList) == 12);
    CHECK(last_word("没有", kList) == std::string_view::npos);
    CHECK(ends_with_any("全部完成", kList));
    CHECK(ends_with_any("甲(", kList));
    CHECK_FALSE(ends_with_any("", kList));
    CHECK_FALSE(ends_with_any("成", kList));
    // A text that is cut within a character.
    const std::string_view cut = std::string_view("完成").substr(0, 5);
    CHECK_FALSE(contains_any(cut, kList));
    CHECK_FALSE(contains_any(cut.substr(1), kList));
    CHECK_FALSE(ends_with_any(cut, kList));
}

TEST_CASE("lists of words: short and long lists find what a look at every place finds") {
    constexpr auto kShort = words({"完", "工", "月底", "é", "5G"});
    constexpr auto kLong = words({"完", "工", "月底", "é", "5G", "开工", "开展", "已建成", "任务",
                                  "率", "(", "100%", "情况良好", "年", "没有"});
    const auto naive = [](std::string_view text, const auto& list) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (const std::string_view word : list) {
                if (text.substr(at).starts_with(word)) return true;
            }
        }
        return false;
    };
    const std::string text = "全年任务已完成，caf\xC3\xA9 5G率100%；情况良好，开工(6月底)。";
    for (std::size_t from = 0; from < text.size(); ++from) {
        for (std::size_t size = 0; size <= text.size() - from; ++size) {
            const std::string_view piece = std::string_view(text).substr(from, size);
            CHECK(contains_any(piece, kShort) == naive(piece, kShort));
            CHECK(contains_any(piece, kLong) == naive(piece, kLong));
        }
    }
}

TEST_CASE("find_word finds what std::string_view finds") {
    CHECK(find_word({}, {}) == 0);
    CHECK(find_word({}, "完成") == std::string_view::npos);
    CHECK(find_word("完成", {}) == 0);
    const std::string text =
        "全年任务已完成，任务完成率100%；完成情况良好。" + std::string(60, 'a') + "b";
    const std::string_view view = text;
    for (std::size_t from = 0; from < view.size(); ++from) {
        for (const std::size_t size : {1, 2, 3, 6, 9, 47, 49, 61}) {
            const std::string_view word = view.substr(from, size);
            CHECK(find_word(view, word) == view.find(word));
            const std::string other = std::string(word) + "?";
            CHECK(find_word(view, other) == std::string_view::npos);
        }
    }
}

TEST_CASE("code points of texts of every length") {
    std::string text;
    for (std::size_t n = 0; n < 40; ++n) {
        CHECK(code_points(text) == n);
        text += n % 3 == 0 ? "a" : n % 3 == 1 ? "é" : "完";
    }
}
