// What the tying of plans and of reports share.
#pragma once

#include <string_view>

#include "programme/target.h"

namespace duban {

// A phrase that is less like the subject of a target is not tied to it.
inline constexpr double kLikeEnough = 0.34;

// At most so many bytes before the place.
std::string_view before(std::string_view text, std::uint32_t at, std::uint32_t bytes);
// The unit as it is written, "%" for percentages in whatever words.
std::string_view unit_text(const Task& task, Column c, const Quantity& q);
bool in_brackets(std::string_view text, Span place);
// What the words of a phrase are once verbs of stages are out: nothing left means that it has no
// noun of its own.
bool bare_phrase(std::string_view text, const Phrase& phrase);
// Every ideograph of the short name, two or more, stands in the long one in the same order.
bool abbreviates(std::string_view brief, std::string_view full);
// Two rates with different nouns are different rates, unless one abbreviates the other.
bool other_rate(const Understanding& u, const Target& t, const Task& task, Column cell,
                const Phrase& phrase);
// What is planned under a heading of its own is answered where that is named.
bool at_same_site(const Target& t, const Sentence& sentence);

}  // namespace duban
