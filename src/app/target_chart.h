// What was promised, planned and reported for one target, drawn for an HTML page.
#pragma once

#include <string>

#include "base/catalogue.h"
#include "programme/target.h"

namespace duban {

// Appends a <figure>: the subject, the verdict, the figures as text and, where there is a figure,
// an SVG picture of them, with zero at its foot. Needs the page's style sheet and no script.
void append_target_chart(std::string& out, const Programme& programme, const Target& target,
                         Language language);

// 1234567.5 as 1,234,567.5.
std::string grouped(const Decimal& value);

}  // namespace duban
