// Quantities in a Chinese administrative text: value, unit, comparator, kind and mode of every
// number that counts or measures something. Months, years, dates, document numbers, list marks,
// ranks and names are not quantities.
//
// One hand-written pass over repaired text (see repair.h): the scan stops only at digits and at
// numeral characters; unit, comparator and suppression look at a bounded stretch around them.
// Linear in the length of the text; no allocation but the result. Pure and thread-safe.
//
// Inclusion follows the Civil Code, art. 1259: yishang, yixia and yinei include the number, buman,
// chaoguo and yiwai do not.
//
//   "jiancheng bu shao yu 89 chu" (written in ideographs)
//       ->  {value 89, unit "chu", comparator kAtLeast, kind kCount}
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/span.h"
#include "extraction/unit.h"

namespace duban {

enum class Comparator : std::uint8_t { kEqual, kAtLeast, kMoreThan, kAtMost, kLessThan, kAbout };
enum class Mode : std::uint8_t {
    kNone,         // cannot be told
    kShareOfGoal,  // a share of the year's goal
    kCumulative,   // a running total
    kIncrement,    // an amount added in the period
    kLevel,        // a rate, a standard, a limit
    kTotal,        // the year's target or final total
};
std::string_view name_of(Comparator comparator);
std::string_view name_of(Mode mode);

struct Quantity {
    Span span;      // number and unit
    Span number;    // number, scale and "more than"
    Span unit;      // empty where there is none
    Decimal value;  // scale expanded
    UnitFamily family = UnitFamily::kNone;
    QuantityKind kind = QuantityKind::kCount;
    Comparator comparator = Comparator::kEqual;
    Mode mode = Mode::kNone;
    bool chinese = false;    // a Chinese numeral
    bool bracketed = false;  // stands alone in brackets: a site's count
    bool range_low = false;
    bool range_high = false;
    bool rounded = false;   // written in wan or yi with decimals, or said to be about
    bool each = false;      // after "each": counts for every one that is named
    bool of_which = false;  // after "of which"
};

std::vector<Quantity> extract_quantities(std::string_view text);

}  // namespace duban
