// CSV, Markdown and JSON.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "reader/csv_reader.h"
#include "reader/json_reader.h"
#include "reader/markdown_reader.h"
#include "reader/reader.h"

namespace duban {
namespace {

using Rows = std::vector<std::string>;

Rows rows_of(const Result<Document>& document) {
    if (!document) return {document.error().key};
    Rows out;
    for (const DocumentRow& row : document.value().rows) {
        std::string line;
        for (const std::string_view cell : document.value().cells_of(row))
            line += (line.empty() ? "" : "|") + std::string(cell);
        out.push_back(line);
    }
    return out;
}

TEST_CASE("a sheet saved as CSV") {
    CHECK(rows_of(read_csv("题\r\n序号,任务,进展\r\n1,\"甲\n乙\",\"'=1+1\"\r\n", {})) ==
          Rows{"题", "序号|任务|进展", "1|甲\n乙|=1+1"});
    CHECK(rows_of(read_csv("a;b;c\n1;\"x", {})) == Rows{"error-csv-quote"});
    CHECK(rows_of(read_csv("", {})) == Rows{"error-no-text"});
    const auto document = read_csv("a,b,c\n1,\"x\ny\",z\n2,p,q\n", {});
    CHECK(document.value().rows[2].line == 4);
}

TEST_CASE("GB18030 and marks of byte order") {
    // "xu hao, ren wu, jin zhan" in GB18030.
    const std::string bytes =
        "\xD0\xF2\xBA\xC5,\xC8\xCE\xCE\xF1,\xBD\xF8\xD5\xB9\r\n1,\xBC\xD7,\xD2\xD2\r\n";
    const auto document = read_document(bytes);
    REQUIRE(document.ok());
    CHECK(document.value().kind == FileKind::kCsv);
    CHECK(document.value().transcoded);
    CHECK(rows_of(document) == Rows{"序号|任务|进展", "1|甲|乙"});
    CHECK(rows_of(read_document("\xEF\xBB\xBF序号,任务,进展\n1,甲,乙\n")) ==
          Rows{"序号|任务|进展", "1|甲|乙"});
}

TEST_CASE("Markdown") {
    CHECK(rows_of(read_markdown("# 题\n\n第一段\n第二段\n\n| 序号 | 任务 |\n|---|---|\n"
                                "| 1 | 甲\\|乙<br>**丙** |\n|2||\n后文\n",
                                {})) ==
          Rows{"题", "第一段", "第二段", "序号|任务", "1|甲|乙\n丙", "2|", "后文"});
    // Bars without a ruled line are text.
    CHECK(rows_of(read_markdown("# 题\na | b\n", {})) == Rows{"题", "a | b"});
}

TEST_CASE("JSON of a programme") {
    const std::string json =
        R"({"file":"x","title":"题","columns":["number","task"],"headings":["序号","任务"],)"
        R"("tasks":[{"row":0,"line":4,"raw":{"progress":"中间"},"plan":[]},)"
        R"({"row":1,"line":3,"section":1,"raw":{"number":"1","task":"甲\n乙"}},)"
        R"({"row":2,"line":5,"section":1,"raw":{"number":"2","task":"丙","lead":"局"}}]})";
    CHECK(rows_of(read_json(json, {})) ==
          Rows{"题", "序号|任务|lead", "1|甲\n乙|", "中间", "2|丙|局"});
    CHECK(rows_of(read_json("{\"a\":1}", {})) == Rows{"error-json-kind"});
    CHECK(rows_of(read_json("[]", {})) == Rows{"error-json-kind"});
    CHECK(rows_of(read_json("{\"a\":", {})) == Rows{"error-json-damaged"});
    CHECK(rows_of(read_json("{\"a\":1}\n{\"a\":2}\n", {})) == Rows{"error-json-several"});
    CHECK(rows_of(read_json(R"({"columns":1,"tasks":[1]})", {})) == Rows{"error-json-kind"});
    CHECK(rows_of(read_json(R"({"columns":[],"tasks":[{"raw":{"progress":5}}]})", {})) ==
          Rows{"error-no-text"});
    CHECK(rows_of(read_json(std::string(100000, '['), {})) == Rows{"error-json-damaged"});
}

}  // namespace
}  // namespace duban
