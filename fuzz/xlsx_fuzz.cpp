// Bytes of an Excel file, whole or (behind a first byte that is no archive's) the inside of its
// sheet: read without harm, and comments put into what was read leave it readable.
#include <cstdlib>

#include "base/zip.h"
#include "exporter/xlsx_comments.h"
#include "reader/xlsx_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    constexpr std::uint64_t kMost = 1 << 20;
    std::string bytes(reinterpret_cast<const char*>(data), size);
    if (size > 1 << 16) return 0;
    if (!bytes.starts_with("PK")) {
        const auto zip = duban::make_zip(
            {{"[Content_Types].xml", "<Types/>"},
             {"xl/workbook.xml",
              "<workbook><sheets><sheet name=\"a\" r:id=\"1\"/></sheets></workbook>"},
             {"xl/_rels/workbook.xml.rels",
              "<Relationships><Relationship Id=\"1\" Type=\"/worksheet\" Target=\"s.xml\"/>"
              "<Relationship Id=\"2\" Type=\"/styles\" Target=\"s.xml\"/>"
              "<Relationship Id=\"3\" Type=\"/sharedStrings\" Target=\"s.xml\"/></Relationships>"},
             {"xl/s.xml", bytes}});
        bytes = zip.value();
    }
    const auto read = duban::read_xlsx(bytes, {kMost});
    if (!read) return 0;
    const duban::DocumentRow& row = read.value().rows.front();
    const auto marked = duban::commented_xlsx(bytes, {{row.sheet, row.row, 1, "note"}}, 4 * kMost);
    if (!marked) return 0;
    const auto again = duban::read_xlsx(marked.value(), {4 * kMost});
    if (!again || *again.value().text != *read.value().text) std::abort();
    return 0;
}
