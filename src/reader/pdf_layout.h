// From words and ruling lines to a Document: cells from the grid of lines, lines of a cell put
// together to paragraphs, rows and tables that go over pages joined, page numbers left out.
//
// Pure. Time grows with the words and, on a page, with its level times its upright rules; a page
// with too many of them is a drawing and has no table.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "reader/document.h"
#include "reader/pdf_pages.h"

namespace duban {

// Fails with kUnsupported where no page has a word, else as DocumentBuilder does.
Result<Document> pdf_document(std::vector<PdfPage> pages, std::uint64_t max_bytes);

}  // namespace duban
