// The verdict of a target. Precedence: void, pending, unverifiable, not_reported, late, short, met,
// exceeded.
#pragma once

#include "programme/target.h"

namespace duban {

// Written in wan or yi with decimals, a result may differ from the exact figure by half its last
// digit.
bool equal_as_written(const Decimal& exact, const Decimal& written, const Quantity& how,
                      std::string_view text);

// Finds what the sentence of a report says to be awaited or to have fallen away.
void mark_awaited(std::string_view text, Sentence& sentence);

// Fills verdict, ratio, waiting and late_place of the target; the links must have been made.
void judge(Understanding& u, int target);

}  // namespace duban
