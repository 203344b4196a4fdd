// Every sentence that a person reads, in Chinese and English, by key.
//
// Code holds keys and fills in named parameters: "{stated}" in the sentence is replaced by the
// value of the parameter of that name. The sentences are in messages_table.cpp. A key that is not
// there is printed as it is, and a test sees to it that none is missing in either language.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace duban {

enum class Language { kChinese, kEnglish };

struct Message {
    std::string_view key;
    std::string_view chinese;
    std::string_view english;
};

// All of them, sorted by key (for tests and for lookups).
std::span<const Message> messages();

std::string say(Language language, std::string_view key, const std::vector<Param>& params = {});

// The language of a locale name such as "zh_CN.UTF-8": Chinese where it begins with zh.
Language language_of_locale(std::string_view locale);

}  // namespace duban
