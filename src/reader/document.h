// What every reader makes of a file: rows of cells in the order in which they stand, each with its
// place. A row of one cell is a paragraph.
//
// The cells are views into the text that the Document owns, mark-up and blanks included; they live
// as long as the Document does. Moving a Document keeps them valid (the text is held by pointer).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace duban {

struct DocumentRow {
    std::uint32_t line = 0;  // of the file, from 1
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

struct Document {
    std::unique_ptr<const std::string> text;
    std::vector<std::string_view> cells;
    std::vector<DocumentRow> rows;
    std::uint32_t lines = 0;
    std::uint32_t blank_lines = 0;
    std::uint32_t ruled_lines = 0;
    bool transcoded = false;  // the file was GB18030 or UTF-16

    [[nodiscard]] std::span<const std::string_view> cells_of(const DocumentRow& row) const {
        return std::span(cells).subspan(row.first, row.count);
    }
    [[nodiscard]] std::string_view cell(const DocumentRow& row, std::size_t column) const {
        return column < row.count ? cells[row.first + column] : std::string_view();
    }
};

}  // namespace duban
