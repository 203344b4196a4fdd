// Tables as CSV: read as spreadsheets write it, written so that they open it right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace duban {

struct CsvRow {
    std::size_t line = 0;  // on which it begins, from 1
    std::vector<std::string> cells;
};

// The rows of a text in UTF-8. Commas, semicolons or tabs separate, whichever the first row with
// any of them has most of, or what a first line "sep=;" says. Cells may be quoted and then hold
// line breaks; blank lines are no rows. A line break inside a cell is LF. Fails where a quoted cell
// does not end (params: line).
Result<std::vector<CsvRow>> parse_csv(std::string_view text);

// Appends a row, each cell quoted where it must be, ending in CRLF. A cell that a spreadsheet would
// take for a formula gets an apostrophe in front; so does one that looks as if it had one already,
// so that without_guard() gives back every cell as it was.
void append_csv_row(std::string& out, const std::vector<std::string>& cells);
void append_csv_cell(std::string& out, std::string_view cell);
// The cell without that apostrophe.
std::string_view without_guard(std::string_view cell);

}  // namespace duban
