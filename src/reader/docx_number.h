// Automatic numbers of Word files as they are printed.
#pragma once

#include <string>
#include <string_view>

namespace duban {

// A number in a format of the file: "decimal", "chineseCounting" ... Unknown formats are decimal;
// "none" and "bullet" print nothing.
std::string docx_number(std::string_view format, int value);

}  // namespace duban
