// Sums over the months of a plan: the amounts against the target and against the final total.
#pragma once

#include "audit/check.h"

namespace duban {

// More planned than promised while less was reported, or amounts that cannot be closed because what
// came before the plan began is not stated.
void amounts_against_target(Bench& bench, int task);

// Amounts of single months beside a final running total.
void amounts_against_total(Bench& bench, int task);

}  // namespace duban
