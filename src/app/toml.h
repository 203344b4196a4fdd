// TOML files as plain values with their places. The library behind it stays in toml.cpp.
//
// Meant for small files that people write: 64 KiB, 4 levels, lines of 2048 bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace duban {

struct Toml {
    enum class Kind : std::uint8_t { kTable, kList, kText, kNumber, kDate, kOther };
    struct Member;

    Kind kind = Kind::kTable;
    int line = 1;      // from 1
    int column = 1;    // in characters, from 1
    std::string text;  // of a text its characters; of a number or a date the source, digit by digit
    std::vector<Member> members;  // of a table, in the order of the file
    std::vector<Toml> items;      // of a list
};
struct Toml::Member {
    std::string key;
    int line = 1;
    int column = 1;
    Toml value;
};

// One thing that is wrong in such a file.
struct TomlFault {
    int line = 1;
    int column = 1;
    std::string key;  // of the catalogue
    std::vector<Param> params;
};

inline constexpr std::uint64_t kLargestToml = 64 << 10;

// The root of the file; where it is no TOML, its first fault goes to `faults`.
Toml parse_toml(std::string_view text, std::vector<TomlFault>& faults);

// By place.
void sort_faults(std::vector<TomlFault>& faults);

// The text in quotes, as TOML writes it.
std::string toml_text(std::string_view text);

}  // namespace duban
