// Whether the result that was tied to a target counts the same class of things.
#pragma once

#include "programme/target.h"

namespace duban {

// Fills subject_change and its places for a target that has a result. Pure; linear in the row.
void compare_subject(const Understanding& u, Target& target);

// What is left of both without verbs and nouns that a great many things end with has an ideograph
// in common.
bool share_a_noun(std::string_view promised, std::string_view reported);

}  // namespace duban
