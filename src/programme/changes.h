// What changed from one wording to another.
//
// Numbers and words in Latin letters count as one piece, everything else character by character.
// Bounded: where the texts are too long for that, whole clauses are compared, and where even those
// are too many, everything between the common beginning and the common end is one change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace duban {

// One place: what stood there and what stands there now, either may be empty.
struct TextChange {
    Span before;
    Span after;
};

std::vector<TextChange> changes_between(std::string_view before, std::string_view after);

// The text without blanks and with every figure as "#"; with `months_only` only the months' names.
std::string masked(std::string_view text, bool months_only);

}  // namespace duban
