// Writes a Printout as a Word file: a table to be read on its own, or a document in the layout of
// GB/T 9704-2012. The same printout gives the same bytes. Cost: the text and its mark-up in memory.
#pragma once

#include "exporter/exporter.h"

namespace duban {

Result<bool> write_docx(const Printout& printout, const Sink& sink);

}  // namespace duban
