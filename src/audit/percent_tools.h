// What the checks of percentages share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/check.h"
#include "extraction/quantity.h"

namespace duban {

enum class Fit { kExact, kNear, kOff };

// A percentage as stated against the quotient that it should be. Rounded or cut off at its last
// digit it fits; a round figure (a multiple of five) within so many points is near.
Fit fit(const Decimal& part, const Decimal& base, const Decimal& stated, const Tolerances& near);

// "24 / 45 = 53.33%".
std::string quotient_text(const Decimal& part, const Decimal& base);

// The figure that a percentage is said to be of, right before it ("zhan 45 xiang de 53.3%"), as an
// index; -1 where none stands there.
int stated_base(std::string_view text, const std::vector<Quantity>& all, std::size_t percent);

}  // namespace duban
