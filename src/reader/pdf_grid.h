// The grids that the ruling lines of a page make.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "reader/pdf_pages.h"

namespace duban {

struct PdfGrid {
    std::vector<double> xs;  // of the rules, from left to right
    std::vector<double> ys;
    std::vector<std::uint32_t> owner;  // of each place, row by row: the first place of its cell
    bool open_top = false;             // no rule: the row came from the page before
    bool open_bottom = false;

    [[nodiscard]] std::size_t columns() const { return xs.size() - 1; }
    [[nodiscard]] std::size_t rows() const { return ys.size() - 1; }
    // The place that the point lies in, or columns() * rows().
    [[nodiscard]] std::size_t place(double x, double y) const;
};

// From top to bottom. Grids inside cells of others are left out.
std::vector<PdfGrid> pdf_grids(const PdfPage& page);

}  // namespace duban
