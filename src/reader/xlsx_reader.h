// Reads the sheets of an Excel workbook (.xlsx, .xlsm; transitional and strict) into a Document: a
// row for each row of a sheet that holds something, with one cell for each column from A on.
//
// What is read is what Excel shows: numbers and dates by their formats (xlsx_number.h), formulas by
// their cached values, rich text without its phonetic guides. Hidden sheets, rows and columns are
// read and told. Macros never run.
//
// One pass over each sheet, whose bytes are held whole; rows and cells without content leave no
// trace. Memory is bounded by the limit over all parts.
#pragma once

#include <string_view>

#include "base/result.h"
#include "reader/document.h"
#include "reader/reader.h"

namespace duban {

// Fails with kDamaged, kEncrypted, kTooLarge, kEmpty and kUnsupported; `where` is left to the
// caller.
Result<Document> read_xlsx(std::string_view bytes, const ReadLimits& limits);

}  // namespace duban
