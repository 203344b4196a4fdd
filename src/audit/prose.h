// What the checks of a bulletin's prose share: statements, the words around a figure, and how
// exactly a figure is written.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "extraction/quantity.h"

namespace duban {

// Figures of one statement: [first, last) of the cell's quantities.
struct Statement {
    Span span;  // up to a full stop or the end of the line; semicolons end it where asked for
    std::size_t first = 0;
    std::size_t last = 0;
};
// Statements that hold figures, and not more of them than a sentence of prose does.
std::vector<Statement> statements_of(std::string_view text, const std::vector<Quantity>& all,
                                     bool at_semicolons = false);

// The words that belong to a figure: back to the figure before it or the last mark, on to the next
// figure or mark. List commas and brackets are marks here.
std::string_view words_before(std::string_view text, const std::vector<Quantity>& all,
                              std::size_t i);
std::string_view words_behind(std::string_view text, const std::vector<Quantity>& all,
                              std::size_t i);

// Counted in the same unit, with the noun or without ("12 ge xianqu" and "10 ge").
bool same_unit(std::string_view text, const Quantity& a, const Quantity& b);

// Half of the last digit that is written, zero for a count written in full.
Decimal half_step(std::string_view text, const Quantity& q);
// Digits behind the point as written: 2 for "20.00%".
int written_places(std::string_view text, const Quantity& q);

}  // namespace duban
