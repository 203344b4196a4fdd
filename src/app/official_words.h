// The columns of the table that offices prescribe, in their order.
#pragma once

#include <array>
#include <string_view>

#include "exporter/printout.h"
#include "programme/programme.h"

namespace duban {

struct OfficialColumn {
    Column column;
    std::string_view heading;
    double width;  // millimetres on a landscape page of 297
    Align align;
    bool always;  // also where the document has none
};

inline constexpr std::array kOfficialColumns{
    OfficialColumn{Column::kCategory, "类别", 20, Align::kCenter, true},
    OfficialColumn{Column::kNumber, "编号", 11, Align::kCenter, true},
    OfficialColumn{Column::kTask, "工作任务", 28, Align::kLeft, true},
    OfficialColumn{Column::kMeasures, "具体措施", 50, Align::kLeft, true},
    OfficialColumn{Column::kPlan, "推进计划", 66, Align::kLeft, true},
    OfficialColumn{Column::kProgress, "推进情况", 56, Align::kLeft, true},
    OfficialColumn{Column::kStatus, "工作成效", 18, Align::kCenter, true},
    OfficialColumn{Column::kLead, "牵头单位", 20, Align::kCenter, true},
    OfficialColumn{Column::kPercent, "完成率", 16, Align::kCenter, false},
    OfficialColumn{Column::kPerson, "责任人", 18, Align::kCenter, false},
    OfficialColumn{Column::kTrouble, "存在困难和问题", 30, Align::kLeft, false},
};

}  // namespace duban
