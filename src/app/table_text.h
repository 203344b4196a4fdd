// A programme as text for people: one block a task.
#pragma once

#include <string>

#include "base/catalogue.h"
#include "programme/programme.h"

namespace duban {

std::string table_text(const Programme& programme, Language language);

// With blanks for line breaks.
std::string one_line(std::string_view text);
// The width of the text on a terminal: an ideograph takes two places.
std::size_t display_width(std::string_view text);
// The longest beginning that fits, with an ellipsis where something was left out.
std::string fitted(std::string_view text, std::size_t width);

}  // namespace duban
