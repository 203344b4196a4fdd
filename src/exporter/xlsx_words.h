// Words in the Excel files that are written.
#pragma once

#include <string_view>

namespace duban {

inline constexpr const char* kSheetName = "进度表";
inline constexpr const char* kBodyFont = "宋体";
inline constexpr const char* kTitleFont = "黑体";

}  // namespace duban
