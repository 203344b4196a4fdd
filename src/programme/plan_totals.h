// What a target's plan comes to, month by month.
#pragma once

#include <map>
#include <optional>

#include "programme/target.h"

namespace duban {

// The running total that is planned by the end of each month of the programme's year that the plan
// names; the opening value counts.
std::map<int, Decimal> plan_totals(const Programme& programme, const Target& target);

// What is planned by the end of the month: the total of the last month up to it, if there is one.
std::optional<Decimal> planned_by(const Programme& programme, const Target& target, int month);

}  // namespace duban
