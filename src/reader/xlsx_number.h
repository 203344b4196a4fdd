// A number of an Excel cell as the text that Excel shows, computed on the decimal text: no binary
// float on the way.
//
// Excel keeps numbers as floats and writes them with all digits (0.28999999999999998); it shows at
// most 15 of them, and so do we (0.29). Of a format only the first section counts, so that a
// negative number is never shown without its sign. Thousands are not separated. What a format says
// that is not covered (fractions, exponents, conditions, signs between digits) is left alone: the
// number is then shown in full.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace duban {

struct NumberFormat {
    enum class Kind : std::uint8_t { kGeneral, kFixed, kDate, kDuration };

    Kind kind = Kind::kGeneral;
    std::string before;  // words in front of the number and behind it
    std::string after;
    int digits = 0;        // least before the point
    int least_places = 0;  // behind the point
    int most_places = 0;
    int scale = 0;  // power of ten that the number is multiplied by
    // What a date shows.
    bool year = false;
    bool month = false;
    bool day = false;
    bool hour = false;
    bool minute = false;
    bool second = false;
};

// Of a format's code ("0.00%", "yyyy\"-\"m"), and of one that the file does not define.
NumberFormat number_format(std::string_view code);
NumberFormat builtin_format(int id);

// `value` is the text of the file. Text that is no number comes back as it is. A date before the
// first day or beyond the year 9999 is shown as a number.
std::string shown_number(std::string_view value, const NumberFormat& format, bool from_1904);
// The same of a date in ISO 8601 ("2024-11-05T00:00:00").
std::string shown_date(std::string_view iso, const NumberFormat& format);

}  // namespace duban
