// Reads what `duban read --format json` prints back into a document: title, text beside the rows,
// heading rows and the cells as they stood.
//
// Memory is the text, its cells and 16 bytes a cell; what else the JSON holds is skipped.
#pragma once

#include <string_view>

#include "base/result.h"
#include "reader/document.h"
#include "reader/reader.h"

namespace duban {

// The text in UTF-8. Fails with kUnsupported where it is JSON of another kind or of several
// documents, and with kDamaged where it is no JSON.
Result<Document> read_json(std::string_view text, const ReadLimits& limits);

}  // namespace duban
