// The statuses that a form offers, one for each meaning, and the name of its sheet. Together they
// are shorter than the 255 characters that a list in Excel may have.
#pragma once

#include <array>
#include <string_view>

namespace duban {

inline constexpr const char* kFormSheet = "填报表";

inline constexpr std::array<std::string_view, 12> kFormStatuses{
    "已完成全年任务", "超额完成全年任务", "提前完成全年任务", "基本完成", "部分完成", "按序时推进",
    "超序时进度",     "推进缓慢",         "滞后",             "未开工",   "在建",     "暂停"};

}  // namespace duban
