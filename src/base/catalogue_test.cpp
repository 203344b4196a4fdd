#include "base/catalogue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"

using namespace duban;

namespace {

std::set<std::string> placeholders(std::string_view sentence) {
    std::set<std::string> names;
    for (std::size_t open = sentence.find('{'); open != std::string_view::npos;
         open = sentence.find('{', open + 1)) {
        const std::size_t close = sentence.find('}', open);
        if (close == std::string_view::npos) {
            names.insert("{ without }");
            break;
        }
        names.emplace(sentence.substr(open + 1, close - open - 1));
    }
    return names;
}

bool beyond_ascii(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

TEST_CASE("catalogue: keys are sorted and stand once") {
    const auto all = messages();
    REQUIRE_FALSE(all.empty());
    for (std::size_t i = 1; i < all.size(); ++i) {
        CAPTURE(all[i].key);
        CHECK(all[i - 1].key < all[i].key);
    }
}

TEST_CASE("catalogue: every key has a sentence in both languages, with the same parameters") {
    for (const Message& message : messages()) {
        CAPTURE(message.key);
        CHECK_FALSE(message.chinese.empty());
        CHECK_FALSE(message.english.empty());
        CHECK(placeholders(message.chinese) == placeholders(message.english));
        for (const std::string& name : placeholders(message.chinese)) {
            CAPTURE(name);
            CHECK_FALSE(name.empty());
            CHECK(std::all_of(name.begin(), name.end(), [](char c) {
                return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '_';
            }));
        }
        CHECK(std::all_of(message.key.begin(), message.key.end(), [](char c) {
            return is_ascii_letter(static_cast<unsigned char>(c)) || is_ascii_digit(c) ||
                   c == '-' || c == '.' || c == '_';
        }));
    }
}

TEST_CASE("catalogue: every key can be found and is said in its language") {
    for (const Message& message : messages()) {
        CAPTURE(message.key);
        if (placeholders(message.chinese).empty()) {
            CHECK(say(Language::kChinese, message.key) == message.chinese);
            CHECK(say(Language::kEnglish, message.key) == message.english);
        } else {
            CHECK(say(Language::kEnglish, message.key) != message.key);
        }
    }
    CHECK(beyond_ascii(say(Language::kChinese, "error-empty")));
    CHECK_FALSE(beyond_ascii(say(Language::kEnglish, "error-empty")));
}

TEST_CASE("catalogue: parameters are filled in by name, unknown keys stand for themselves") {
    CHECK(say(Language::kEnglish, "error-unreadable", {{"reason", "{limit}"}}) ==
          "cannot be read: {limit}");
    CHECK(say(Language::kEnglish, "error-unreadable", {{"other", "x"}}) == "cannot be read: ");
    CHECK(say(Language::kChinese, "no-such-key", {{"a", "b"}}) == "no-such-key");
    CHECK(say(Language::kChinese, "") == "");
}

TEST_CASE("catalogue: the language of a locale") {
    CHECK(language_of_locale("zh_CN.UTF-8") == Language::kChinese);
    CHECK(language_of_locale("zh") == Language::kChinese);
    CHECK(language_of_locale("en_GB.UTF-8") == Language::kEnglish);
    CHECK(language_of_locale("C") == Language::kEnglish);
    CHECK(language_of_locale("") == Language::kEnglish);
}

TEST_CASE("catalogue: no sentence speaks of intent") {
    for (const Message& message : messages()) {
        CAPTURE(message.key);
        for (const std::string_view word :
             {"造假", "虚报", "瞒报", "谎报", "故意", "欺骗", "隐瞒", "弄虚", "编造", "篡改"}) {
            CAPTURE(word);
            CHECK_FALSE(contains(message.chinese, word));
        }
        for (const std::string_view word :
             {"falsif", "fabricat", "cheat", "deceiv", "deceit", "deliberate", "intentional",
              "manipulat", "conceal", "fraud", " lie ", " lied ", " lying", "liar"}) {
            CAPTURE(word);
            CHECK(message.english.find(word) == std::string_view::npos);
        }
    }
}
