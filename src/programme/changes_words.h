// Characters that a month's name is written with.
#pragma once

#include <string_view>

namespace duban {

inline constexpr std::string_view kMonthMark = "月";
inline constexpr std::string_view kMonthNumerals = "一二三四五六七八九十";

}  // namespace duban
