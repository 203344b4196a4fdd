// Marks that lists are made of.
#pragma once

#include <string_view>

#include "base/words.h"

namespace duban {

inline constexpr auto kSentenceEnds = words({"。", "；", ";", "！", "\n", "："});
inline constexpr auto kAfterPeriod = words({"，", ",", "：", ":", "、", "\n", "。", "；"});
inline constexpr std::string_view kColon = "：";
inline constexpr std::string_view kFullStop = "。";
inline constexpr std::string_view kListComma = "、";
inline constexpr std::string_view kOpenRound = "（";
inline constexpr std::string_view kCloseRound = "）";

}  // namespace duban
