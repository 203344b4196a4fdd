// Whether the result that was tied to a target counts the same class of things.
#pragma once

#include "programme/target.h"

namespace duban {

// Fills subject_change and its places for a target that has a result. Pure; linear in the row.
void compare_subject(const Understanding& u, Target& target);

}  // namespace duban
