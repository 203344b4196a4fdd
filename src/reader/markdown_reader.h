// Reads Markdown: headings, paragraphs and tables with a line of dashes below their heading.
//
// Two passes; memory is the text, and 16 bytes a cell.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "reader/document.h"
#include "reader/reader.h"

namespace duban {

// The text in UTF-8. Fails as DocumentBuilder::finish() does.
Result<Document> read_markdown(std::string_view text, const ReadLimits& limits);

// The cells of a line of a table, trimmed, as they stand. A bar behind a backslash parts none.
std::vector<std::string_view> markdown_cells(std::string_view line);
// How many columns the line of dashes rules; 0 where it is none.
std::size_t markdown_columns(std::string_view line);

}  // namespace duban
