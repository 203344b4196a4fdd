// The tables of a printout as CSV, with a byte order mark so that spreadsheets open it right;
// titles and paragraphs are rows of one cell. A merged cell stands in every row that it covers.
#pragma once

#include "exporter/exporter.h"

namespace duban {

Result<bool> write_csv(const Printout& printout, const Sink& sink);

}  // namespace duban
