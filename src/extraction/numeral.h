// Numbers as they are written in Chinese text: Arabic digits with a scale (3.63 wan), Chinese
// numerals in all styles (two hundred written with or without its units), and mixtures of both.
//
// One left-to-right pass: a Chinese numeral is deterministic. At most kMaxNumeral characters are
// looked at, so that no input makes it slow.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace duban {

inline constexpr int kMaxNumeral = 48;

struct Numeral {
    Decimal value;
    std::uint32_t size = 0;    // bytes of text
    bool chinese = false;      // begins with a Chinese numeral
    bool approximate = false;  // "more than": the value is a floor (yu, duo, ji)
    bool scaled = false;       // has wan, yi, qian or bai after the digits
    bool digits_only = false;  // Chinese digits one by one, as in a year
    int integer_digits = 0;    // of the Arabic digits before the point
};

// The longest numeral that begins at text[0]; none if there is none or it is too long to be a
// number.
std::optional<Numeral> parse_numeral(std::string_view text);

// Value of a numeral digit or unit character, as the scanner needs it.
enum class NumeralClass : std::uint8_t { kNone, kDigit, kUnit, kZero };
NumeralClass numeral_class(char32_t c);

// A whole number below ten to the sixteenth in everyday writing ("ten" for 10, "one hundred and
// five" with zero). For tests.
std::string chinese_numeral(long long value);

}  // namespace duban
