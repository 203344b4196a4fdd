// A printout as an Excel workbook of one sheet (libxlsxwriter): titles and paragraphs over the
// whole width, tables below each other, print set-up for A4 landscape on the width of one page.
//
// Every cell is a text: nothing becomes a number, a formula or a link. The same printout gives the
// same bytes.
#pragma once

#include "exporter/exporter.h"

namespace duban {

// Fails with kUnsupported where a text is longer than a cell of Excel can be (32,767; params: row,
// n) or the rows are more than a sheet has (1,048,576): nothing is ever cut off silently.
Result<bool> write_xlsx(const Printout& printout, const Sink& sink);

}  // namespace duban
