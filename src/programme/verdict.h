// The verdict of a target. Precedence: void, pending, unverifiable, not_reported, late, short, met,
// exceeded.
#pragma once

#include "programme/target.h"

namespace duban {

// Fills verdict, ratio, waiting and late_place of the target; the links must have been made.
void judge(Understanding& u, int target);

}  // namespace duban
