// Reads a web page that was saved: its tables with merged cells and the text of its article. Menus,
// lists of links, head and foot of the page and what is hidden are left out; tables that only lay
// out the page are read as text.
//
// Linear in the page; memory is about ten times its size.
#pragma once

#include <string_view>

#include "base/result.h"
#include "reader/document.h"
#include "reader/reader.h"

namespace duban {

// The text in UTF-8. Fails with kTooLarge where elements are nested too deeply or merged cells
// cover too much, and as DocumentBuilder::finish() does.
Result<Document> read_html(std::string_view text, const ReadLimits& limits);

}  // namespace duban
