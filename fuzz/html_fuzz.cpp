// Any bytes as a page: read without harm into a document whose parts fit together.
#include <cstdlib>

#include "base/text.h"
#include "reader/html_reader.h"

using namespace duban;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size > 1 << 16) return 0;
    auto decoded = to_utf8(std::string(reinterpret_cast<const char*>(data), size));
    if (!decoded) return 0;
    const auto document = read_html(std::move(decoded.value().text), {});
    if (!document) return 0;
    const Document& d = document.value();
    if (first_invalid(*d.text) != std::string::npos || d.rows.empty()) std::abort();
    if (!d.merged.empty() && d.merged.size() != d.cells.size()) std::abort();
    std::size_t cells = 0;
    for (const DocumentRow& row : d.rows) {
        if (row.first != cells || row.count == 0) std::abort();
        cells += row.count;
        if (row_of(d, d.cell(row, 0)) == nullptr) std::abort();
    }
    if (cells != d.cells.size()) std::abort();
    return 0;
}
