// What the programs of poppler print about a PDF, the words and the drawing parted by the first
// byte 01: whatever it is, it becomes pages and a document, or is refused.
#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "reader/pdf_layout.h"
#include "reader/pdf_pages.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size > 1 << 16) return 0;
    const std::string_view all(reinterpret_cast<const char*>(data), size);
    const std::size_t cut = std::min(all.find('\x01'), all.size());
    std::vector<duban::PdfPage> pages;
    if (!duban::read_pdf_pages(all.substr(0, cut), all.substr(std::min(cut + 1, all.size())),
                               pages))
        return 0;
    const auto document = duban::pdf_document(std::move(pages), 1 << 20);
    if (!document) return 0;
    for (const duban::DocumentRow& row : document.value().rows) {
        if (row.count == 0 || row.page == 0) std::abort();
    }
    return 0;
}
