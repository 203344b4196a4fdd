// Periods of the year as plans and reports name them: a month, a run of months (closed on both
// sides), a quarter, a half year, the year's end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace duban {

struct Period {
    std::int16_t year = 0;   // 0 where the text does not say
    std::uint8_t first = 0;  // month, 1 to 12
    std::uint8_t last = 0;
    bool quarter = false;

    friend bool operator==(const Period&, const Period&) = default;
};

struct PeriodMatch {
    Period period;
    std::uint32_t size = 0;  // bytes
};

// The period that begins at text[0]; none where there is none, or where a day follows (a date).
std::optional<PeriodMatch> parse_period(std::string_view text);

// "2022-05" for every month of it, or "2022-Q3". The given year stands in where the period has
// none.
std::vector<std::string> period_names(const Period& period, int year);

}  // namespace duban
