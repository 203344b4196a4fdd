#include "base/csv.h"

#include <doctest/doctest.h>

using namespace duban;

namespace {

std::vector<std::vector<std::string>> cells(std::string_view text) {
    const auto rows = parse_csv(text);
    REQUIRE(rows);
    std::vector<std::vector<std::string>> out;
    for (const CsvRow& row : rows.value()) out.push_back(row.cells);
    return out;
}

using Table = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("csv: commas, semicolons and tabs, LF, CRLF and CR") {
    CHECK(cells("a,b\n1,2\n") == Table{{"a", "b"}, {"1", "2"}});
    CHECK(cells("a;b\r\n1;2,5\r\n") == Table{{"a", "b"}, {"1", "2,5"}});
    CHECK(cells("a\tb\r1\t2") == Table{{"a", "b"}, {"1", "2"}});
    CHECK(cells("sep=;\r\na;b,c\r\n") == Table{{"a", "b,c"}});
    CHECK(cells("sep=;") == Table{});
    CHECK(cells("") == Table{});
    CHECK(cells("\n\r\n") == Table{});
    CHECK(cells(",\n") == Table{{"", ""}});
}

TEST_CASE("csv: quoted cells hold separators, quotes and line breaks") {
    CHECK(cells("\"a,b\",\"say \"\"yes\"\"\"\n") == Table{{"a,b", "say \"yes\""}});
    CHECK(cells("x,\"one\r\ntwo\nthree\",y\n") == Table{{"x", "one\ntwo\nthree", "y"}});
    CHECK(cells("\"a\r\r\nb\rc\"\n") == Table{{"a\n\nb\nc"}});
    CHECK(cells("\"\",\"\"\n") == Table{{"", ""}});
    CHECK(cells("5\" pipe,b\n") == Table{{"5\" pipe", "b"}});
    CHECK(cells("\"a\"b,c\n") == Table{{"ab", "c"}});
    // A separator inside quotes does not decide which one separates.
    CHECK(cells("\"a;b;c\",d\n") == Table{{"a;b;c", "d"}});
}

TEST_CASE("csv: rows know the line that they begin on") {
    const auto rows = parse_csv("a,b\n\"1\n2\",x\n\nlast,y");
    REQUIRE(rows);
    REQUIRE(rows.value().size() == 3);
    CHECK(rows.value()[1].line == 2);
    CHECK(rows.value()[2].line == 5);
}

TEST_CASE("csv: a quotation that does not end is an error with its line") {
    const auto rows = parse_csv("a,b\n1,\"never\nends\n");
    REQUIRE_FALSE(rows);
    CHECK(rows.error().key == "error-csv-quote");
    CHECK(rows.error().params.front().value == "2");
}

TEST_CASE("csv: what is written is read back") {
    const std::vector<std::string> row{"plain", "a,b", "c;d", "e\tf", "\"q\"", "g\nh", "", "中文"};
    std::string out;
    append_csv_row(out, row);
    CHECK(out.ends_with("\r\n"));
    CHECK(cells(out) == Table{row});
}

TEST_CASE("csv: what a spreadsheet would take for a formula is not one") {
    for (const std::string cell :
         {"=1+1", "+86", "-5", "@cmd", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠a"}) {
        CAPTURE(cell);
        std::string out;
        append_csv_row(out, {cell});
        CHECK(out.starts_with("\"'"));
        CHECK(without_guard("'" + cell) == cell);
    }
    std::string out;
    append_csv_row(out, {"5 - 3 = 2", "a=b"});
    CHECK(out == "5 - 3 = 2,a=b\r\n");
    CHECK(without_guard("'tis") == "'tis");
    CHECK(without_guard("'") == "'");
    CHECK(without_guard("") == "");
}
