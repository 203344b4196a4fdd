// Words that name periods.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/words.h"

namespace duban {

struct PeriodWord {
    std::string_view word;
    std::uint8_t first;
    std::uint8_t last;
    bool quarter;
};

inline constexpr std::array<PeriodWord, 16> kPeriodWords{{
    {"第一季度", 1, 3, true},  {"第二季度", 4, 6, true},  {"第三季度", 7, 9, true},
    {"第四季度", 10, 12, true}, {"一季度", 1, 3, true},    {"二季度", 4, 6, true},
    {"三季度", 7, 9, true},    {"四季度", 10, 12, true},  {"上半年", 1, 6, false},
    {"下半年", 7, 12, false},  {"年底前", 12, 12, false}, {"年底", 12, 12, false},
    {"年末", 12, 12, false},   {"1季度", 1, 3, true},     {"2季度", 4, 6, true},
    {"3季度", 7, 9, true},
}};
inline constexpr auto kMonthWords = words({"月份", "月"});
inline constexpr auto kMonthTails = words({"底前", "底", "末", "初", "上旬", "中旬", "下旬", "前", "起"});
inline constexpr auto kPeriodJoins = words({"-", "－", "—", "–", "~", "至", "到"});
inline constexpr auto kMonthLists = words({"、", "和"});
inline constexpr auto kPeriodYears = words({"2", "年", "年度"});
inline constexpr std::string_view kYearMark = "年";

}  // namespace duban
