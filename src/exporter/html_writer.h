// A printout as one page that needs nothing else: for browsers, for print, and for spreadsheets and
// word processors that open pages.
#pragma once

#include "exporter/exporter.h"

namespace duban {

Result<bool> write_html(const Printout& printout, const Sink& sink);

}  // namespace duban
