// A comparison as text for people: one sentence that sums up, then task by task, the most
// consequential first, with what stood there and what stands there now.
#pragma once

#include <string>

#include "base/catalogue.h"
#include "programme/compare.h"

namespace duban {

// "the target went from 60 to 80 (+20): ..."
std::string difference_sentence(const Comparison& comparison, const Difference& difference,
                                Language language);
std::string comparison_summary(const Comparison& comparison, Language language);
// With `all` also figures that went up and reports of finished tasks that were copied.
std::string comparison_text(const Comparison& comparison, bool all, Language language);

}  // namespace duban
