// What is written as an Excel workbook is read back as it was, whatever the text.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "exporter/xlsx_writer.h"
#include "reader/document_builder.h"
#include "reader/xlsx_reader.h"

namespace duban {
namespace {

constexpr std::string_view kPieces[] = {
    "一",   "60处", " ",    "\n",   "<",    "&",          "&amp;", "\"",      "'",
    "=1+1", "+",    "-",    "@",    "😀",   "𠮷",         "مرحبا", "_x0041_", "_x000D_",
    "_x",   "_",    "\x01", "\x1F", "\x7F", "http://a.b", "<p>",   "]]>",     "00123",
    "1E5",  "\xC3", "TRUE", "#N/A", "\t",   "\r\n"};

std::string some_text() {
    std::string out;
    for (const int i : *rc::gen::container<std::vector<int>>(
             rc::gen::inRange(0, static_cast<int>(std::size(kPieces)))))
        out += kPieces[i];
    return out;
}

// As a reader keeps it.
std::string kept(std::string_view text) {
    DocumentBuilder builder(FileKind::kXlsx, 1 << 20);
    builder.paragraph({}, text);
    return std::string(builder.finish().value().cells[0]);
}

TEST_CASE("a table of any text comes back") {
    CHECK(rc::check([] {
        Printout printout;
        PrintTable table;
        const int columns = *rc::gen::inRange(2, 6);
        const int rows = *rc::gen::inRange(1, 5);
        for (int c = 0; c < columns; ++c)
            table.columns.push_back({printout.keep("h" + std::to_string(c)), 20, Align::kLeft});
        for (int i = 0; i < rows * columns; ++i) {
            PrintCell cell;
            // Two filled cells make a row.
            cell.text = printout.keep(i % columns < 2 ? "x" + some_text() : some_text());
            table.cells.push_back(cell);
        }
        printout.tables.push_back(table);
        PrintBlock block;
        block.kind = BlockKind::kTable;
        printout.blocks.push_back(block);
        std::string bytes;
        RC_ASSERT(write_xlsx(printout, [&](std::string_view piece) { bytes += piece; }).ok());
        const auto read = read_xlsx(bytes, {});
        RC_ASSERT(read.ok());
        RC_ASSERT(read.value().rows.size() == static_cast<std::size_t>(rows) + 1);
        for (int i = 0; i < rows * columns; ++i) {
            const auto& row = read.value().rows[static_cast<std::size_t>(i / columns) + 1];
            RC_ASSERT(row.count == static_cast<std::uint32_t>(columns));
            RC_ASSERT(std::string(read.value().cell(row, static_cast<std::size_t>(i % columns))) ==
                      kept(table.cells[static_cast<std::size_t>(i)].text));
        }
    }));
}

}  // namespace
}  // namespace duban
