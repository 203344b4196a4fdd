// The pages of docs/checks/, which the build puts into the program.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/catalogue.h"

namespace duban {

struct CheckPage {
    std::string_view code;
    std::string_view text;  // both languages, as it stands in the file
};

// All of them, sorted by code.
std::span<const CheckPage> check_pages();
// The page of the code, or null.
const CheckPage* find_page(std::string_view code);

// The part of a page that is written in the language, with the examples.
std::string page_in(Language language, const CheckPage& page);
// What the check finds, in one sentence.
std::string_view summary_in(Language language, const CheckPage& page);

}  // namespace duban
