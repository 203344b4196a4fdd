// Bytes of a sheet: read without harm, and what is written of it is read back as it was.
#include <cstdlib>

#include "base/csv.h"
#include "base/text.h"
#include "reader/csv_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size > 1 << 16) return 0;
    const auto decoded = duban::to_utf8(std::string(reinterpret_cast<const char*>(data), size));
    if (!decoded) return 0;
    const auto rows = duban::parse_csv(decoded.value().text);
    if (!rows) return 0;
    for (const duban::CsvRow& row : rows.value()) {
        std::string out;
        duban::append_csv_row(out, row.cells);
        const auto again = duban::parse_csv("a,b\r\n" + out);
        if (!again || again.value().size() != 2) std::abort();
        const auto& cells = again.value()[1].cells;
        if (cells.size() != row.cells.size()) std::abort();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (duban::without_guard(cells[i]) != row.cells[i]) std::abort();
        }
    }
    // As a document: a row for each of the sheet.
    const auto document = duban::read_csv(decoded.value().text, {});
    if (document && document.value().rows.size() != rows.value().size()) std::abort();
    return 0;
}
