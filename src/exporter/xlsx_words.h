// Words in the Excel files that are written.
#pragma once

#include <string_view>

namespace duban {

inline constexpr const char* kSheetName = "进度表";
inline constexpr const char* kSheetFont = "宋体";
inline constexpr const char* kSheetTitleFont = "黑体";

}  // namespace duban
