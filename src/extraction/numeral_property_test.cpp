// Every number, written in every style, reads back.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>
#include <cstdlib>
#include <string>

#include "extraction/numeral.h"

using namespace duban;

namespace {

// Character by character into another alphabet.
std::string translated(const std::string& text, const std::string& from, const std::string& to) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); at += 3) {
        const std::string c = text.substr(at, 3);
        const std::size_t found = from.find(c);
        out += found == std::string::npos ? c : to.substr(found, 3);
    }
    return out;
}

std::string financial(long long n) {
    std::string text =
        translated(chinese_numeral(n), "一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟");
    // A leading ten is written in full.
    return text.starts_with("拾") ? "壹" + text : text;
}

std::string one_by_one(long long n) {
    static const std::array<const char*, 10> kDigits{"〇", "一", "二", "三", "四",
                                                     "五", "六", "七", "八", "九"};
    std::string out;
    for (const char digit : std::to_string(n))
        out += kDigits[static_cast<std::size_t>(digit - '0')];
    return out;
}

std::string with_commas(long long n) {
    std::string out = std::to_string(n);
    for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
    return out;
}

// "3万4000": a term of digits for each ten thousand.
std::string mixed(long long n) {
    std::string out;
    if (n >= 100000000) out += std::to_string(n / 100000000) + "亿";
    if (n / 10000 % 10000 != 0) out += std::to_string(n / 10000 % 10000) + "万";
    if (n % 10000 != 0) out += std::to_string(n % 10000);
    return out;
}

// "三万五" for 35000: where one digit follows a unit of a hundred or more at the next lower place.
std::string shortened(long long n) {
    for (long long unit = 100; unit <= 100000000; unit *= unit < 10000 ? 10 : 10000) {
        const long long rest = n % unit;
        const long long tenth = unit / 10;
        if (rest == 0 || rest % tenth != 0 || n / unit == 0) continue;
        const long long head = n / unit;
        // The head must end with that very unit.
        if (unit < 10000 ? head % 10 == 0 : (head >= 10000 || (unit == 10000 && head % 10000 == 0)))
            continue;
        std::string text = chinese_numeral(n - rest);
        return text + chinese_numeral(rest / tenth);
    }
    return "";
}

// The financial and everyday styles with "两" for a two before a hundred or more.
std::string with_pair(long long n) {
    std::string text = chinese_numeral(n);
    for (const char* unit : {"百", "千", "万", "亿"}) {
        const std::string two = "二" + std::string(unit);
        for (std::size_t at = text.find(two); at != std::string::npos; at = text.find(two, at)) {
            // Not inside a larger number such as twenty-two thousand.
            text.replace(at, 3, at == 0 ? "两" : "二");
            at += 3;
        }
    }
    return text;
}

void reads_back(const std::string& text, long long n) {
    const auto numeral = parse_numeral(text);
    const bool right = numeral && numeral->size == text.size() && numeral->value == Decimal(n) &&
                       !numeral->approximate;
    if (!right) {
        CAPTURE(text);
        CAPTURE(n);
        CAPTURE((numeral ? numeral->value.text() : std::string("none")));
        REQUIRE(right);
    }
}

void every_style(long long n) {
    reads_back(chinese_numeral(n), n);
    reads_back(financial(n), n);
    reads_back(with_pair(n), n);
    reads_back(std::to_string(n), n);
    reads_back(with_commas(n), n);
    if (n < 10000000000000000) reads_back(one_by_one(n), n);
    if (n >= 10000 && n < 1000000000000) reads_back(mixed(n), n);
    if (const std::string text = shortened(n); !text.empty()) reads_back(text, n);
}

}  // namespace

TEST_CASE("numeral: the shortened style is what people write") {
    CHECK(shortened(35000) == "三万五");
    CHECK(shortened(120) == "一百二");
    CHECK(shortened(2450) == "二千四百五");
    CHECK(shortened(125) == "");
    CHECK(shortened(100) == "");
    CHECK(shortened(360000000) == "三亿六");
}

TEST_CASE("numeral: every whole number to a million reads back in every style") {
    for (long long n = 0; n <= 1000000; ++n) every_style(n);
}

TEST_CASE("numeral: samples to ten to the sixteenth read back in every style") {
    CHECK(rc::check([] {
        long long limit = 10;
        for (int digits = *rc::gen::inRange(6, 16); digits > 0; --digits) limit *= 10;
        long long n = *rc::gen::inRange<long long>(0, limit);
        // Round numbers have the zeros that go wrong.
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
            long long place = 1;
            for (int p = *rc::gen::inRange(0, 15); p > 0; --p) place *= 10;
            n -= n / place % 10 * place;
        }
        every_style(n);
    }));
}

TEST_CASE("numeral: decimals with a scale are exact") {
    CHECK(rc::check([] {
        const int places = *rc::gen::inRange(1, 5);
        const long long digits = *rc::gen::inRange<long long>(1, 1000000);
        const Decimal plain(digits, -places);
        const auto scales = std::to_array<std::pair<const char*, int>>({{"", 0},
                                                                        {"百", 2},
                                                                        {"千", 3},
                                                                        {"万", 4},
                                                                        {"百万", 6},
                                                                        {"千万", 7},
                                                                        {"亿", 8},
                                                                        {"万亿", 12}});
        const auto& [word, power] = scales[*rc::gen::inRange<std::size_t>(0, scales.size())];
        const auto numeral = parse_numeral(plain.text() + word + "元");
        RC_ASSERT(numeral.has_value());
        RC_ASSERT(numeral->value == plain.scaled(power));
        RC_ASSERT(numeral->size == plain.text().size() + std::string_view(word).size());
    }));
}

TEST_CASE(
    "numeral: any string of numeral characters is read or refused, and never beyond its end") {
    CHECK(rc::check([] {
        static const std::array<const char*, 24> kParts{
            "一", "二", "九", "十", "百", "千", "万", "亿", "零", "〇", "两", "点",
            "余", "几", "多", "壹", "拾", "0",  "7",  "1,", ".",  " ",  "米", "分"};
        std::string text;
        for (int n = *rc::gen::inRange(0, 60); n > 0; --n)
            text += kParts[*rc::gen::inRange<std::size_t>(0, kParts.size())];
        const auto numeral = parse_numeral(text);
        if (!numeral) return;
        RC_ASSERT(numeral->size > 0U);
        RC_ASSERT(numeral->size <= text.size());
        RC_ASSERT(!numeral->value.negative());
        RC_ASSERT(numeral->value < Decimal(1).scaled(17));
        // Characters are taken whole.
        RC_ASSERT(numeral->size == text.size() ||
                  (static_cast<unsigned char>(text[numeral->size]) & 0xC0) != 0x80);
    }));
}
