// A printout as PDF, in both styles: a table to be read on its own (A4 across, small type) and the
// layout of GB/T 9704-2012 (22 lines of 28 characters). Rows are broken over pages line by line,
// headings are repeated on each, and so is a merged cell that goes over pages.
//
// One pass: a row is shaped, drawn and forgotten.
#pragma once

#include "exporter/exporter.h"

namespace duban {

Result<bool> write_pdf(const Printout& printout, const Sink& sink);

}  // namespace duban
