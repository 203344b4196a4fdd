// Words that part the pages of the checks.
#pragma once

#include <string_view>

namespace duban {

inline constexpr std::string_view kChinesePart = "\n## 中文\n";
inline constexpr std::string_view kChineseLink = "[中文](#中文)";
inline constexpr std::string_view kFamilyOfPage = " Family ";
inline constexpr std::string_view kChineseFamily = "类别：";
inline constexpr std::string_view kExamplesOfPage = "**错例**";

}  // namespace duban
