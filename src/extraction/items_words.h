// Marks that lists are made of.
#pragma once

#include <array>
#include <string_view>

namespace duban {

inline constexpr auto kSentenceEnds = std::to_array<std::string_view>({"。", "；", ";", "！", "\n", "："});
inline constexpr auto kAfterPeriod = std::to_array<std::string_view>({"，", ",", "：", ":", "、", "\n", "。", "；"});
inline constexpr std::string_view kColon = "：";
inline constexpr std::string_view kFullStop = "。";
inline constexpr std::string_view kListComma = "、";
inline constexpr std::string_view kOpenRound = "（";
inline constexpr std::string_view kCloseRound = "）";

}  // namespace duban
