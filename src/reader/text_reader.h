// Reads a table that was published as text: one row a line, cells separated by tabs, with ruled
// lines of dashes and blank lines between them.
//
// One pass; memory is the text itself plus 16 bytes a cell.
#pragma once

#include <string>

#include "base/result.h"
#include "base/text.h"
#include "reader/document.h"

namespace duban {

// Fails as to_utf8() does; `where` is left to the caller.
Result<Document> read_text(std::string bytes);
Document read_text(Decoded decoded);

}  // namespace duban
