#include "exporter/xlsx_writer.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "exporter/xlsx_book.h"

namespace duban {
namespace {

PrintBlock table_block() {
    PrintBlock block;
    block.kind = BlockKind::kTable;
    return block;
}

TEST_CASE("a cell longer than Excel keeps is refused, never cut") {
    Printout printout;
    PrintTable table;
    table.columns = {{"甲", 20, Align::kLeft}};
    table.cells.resize(2);
    table.cells[1].text = printout.keep(std::string(kLongestCell, 'a'));
    printout.tables.push_back(table);
    printout.blocks.push_back(table_block());
    std::string bytes;
    const Sink sink = [&](std::string_view piece) { bytes += piece; };
    REQUIRE(write_xlsx(printout, sink).ok());
    const std::string first = bytes;
    bytes.clear();
    REQUIRE(write_xlsx(printout, sink).ok());
    CHECK(bytes == first);
    printout.tables[0].cells[1].text = printout.keep(std::string(kLongestCell + 1, 'a'));
    bytes.clear();
    const auto refused = write_xlsx(printout, sink);
    REQUIRE(!refused.ok());
    CHECK(refused.error().code == ErrorCode::kUnsupported);
    CHECK(refused.error().params[0].value == "3");
    CHECK(bytes.empty());
}

TEST_CASE("texts are measured and made fit") {
    CHECK(xlsx_length("a一😀") == 4);
    CHECK(xlsx_text("_x0041_ _x41_ \xEF\xBF\xBE") == "_x005F_x0041_ _x41_ \xEF\xBF\xBD");
    CHECK(xlsx_lines("", 20) == 1);
    CHECK(xlsx_lines("一\n二", 20) == 2);
    CHECK(xlsx_lines("一二三四五六七八九十", 12) == 2);
    CHECK(xlsx_lines("abcdefghij", 12) == 1);
    CHECK(xlsx_lines("一二", 0) == 2);
}

TEST_CASE("a printout without blocks is a workbook all the same") {
    std::string bytes;
    CHECK(write_xlsx({}, [&](std::string_view piece) { bytes += piece; }).ok());
    CHECK(bytes.starts_with("PK"));
}

}  // namespace
}  // namespace duban
