// Reads a sheet that was saved as CSV: commas, semicolons or tabs, quoted cells with line breaks.
//
// One pass; memory is the text twice and 40 bytes a cell.
#pragma once

#include <string_view>

#include "base/result.h"
#include "reader/document.h"
#include "reader/reader.h"

namespace duban {

// The text in UTF-8. An apostrophe that keeps a cell from being a formula is not part of the cell.
// Fails as parse_csv() and DocumentBuilder::finish() do.
Result<Document> read_csv(std::string_view text, const ReadLimits& limits);

}  // namespace duban
