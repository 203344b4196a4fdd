#include "reader/text_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace duban;

namespace {

Document read(std::string bytes) {
    auto document = read_text(std::move(bytes));
    REQUIRE(document.ok());
    return std::move(document.value());
}

// Rows as "line: cell|cell".
std::vector<std::string> rows(const Document& document) {
    std::vector<std::string> out;
    for (const DocumentRow& row : document.rows) {
        std::string text = std::to_string(row.line) + ":";
        for (std::uint32_t i = 0; i < row.count; ++i) {
            text += (i == 0 ? " " : "|") + std::string(document.cell(row, i));
        }
        out.push_back(text);
    }
    return out;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("reader: rows of cells, with their lines") {
    const Document document = read("标题\n\n序号\t任务\t进度\n-----\t-----\n1\t建桥\t\n");
    CHECK(rows(document) == Rows{"1: 标题", "3: 序号|任务|进度", "5: 1|建桥|"});
    CHECK(document.lines == 5);
    CHECK(document.blank_lines == 1);
    CHECK(document.ruled_lines == 1);
    CHECK_FALSE(document.transcoded);
}

TEST_CASE("reader: every line is a row, blank or ruled") {
    const Document document = read("a\tb\n \t \n　\n====\n|---+---|\n────\n——\n- -\n-1-\na-\n\n\n");
    CHECK(document.rows.size() == 3);
    CHECK(document.ruled_lines == 5);
    CHECK(document.blank_lines == 4);
    CHECK(document.rows.size() + document.ruled_lines + document.blank_lines == document.lines);
    CHECK(rows(document).back() == "10: a-");
}

TEST_CASE("reader: cells stay as they stand, mark-up and blanks included") {
    const Document document = read("<p>①5月，开工。</p> \t 已 完 成\t");
    CHECK(rows(document) == Rows{"1: <p>①5月，开工。</p> | 已 完 成|"});
}

TEST_CASE("reader: lines end with or without a return, the last one also without a break") {
    CHECK(rows(read("a\tb\r\nc\td")) == Rows{"1: a|b", "2: c|d"});
    CHECK(rows(read("a\tb\r\n\r\n")) == Rows{"1: a|b"});
}

TEST_CASE("reader: a cell beyond the row is empty") {
    const Document document = read("a\tb\n");
    CHECK(document.cell(document.rows[0], 1) == "b");
    CHECK(document.cell(document.rows[0], 2).empty());
}

TEST_CASE("reader: cells outlive a move of the document") {
    Document first = read("short\tcells");
    const Document second = std::move(first);
    CHECK(second.cell(second.rows[0], 1) == "cells");
}

TEST_CASE("reader: encodings and marks") {
    CHECK(rows(read("\xEF\xBB\xBF序号\t任务")) == Rows{"1: 序号|任务"});
    const Document gbk = read("\xD0\xF2\xBA\xC5\t\xC8\xCE\xCE\xF1\n1\t\xBD\xA8\xC7\xC5\n");
    CHECK(rows(gbk) == Rows{"1: 序号|任务", "2: 1|建桥"});
    CHECK(gbk.transcoded);
    const Document utf16 =
        read(std::string("\xFF\xFE\x8F\x5E\x09\x00\xF7\x53\x0A\x00\x31\x00", 12));
    CHECK(rows(utf16) == Rows{"1: 序|号", "2: 1"});
    CHECK(utf16.transcoded);
}

TEST_CASE("reader: nothing in it is no row") {
    CHECK(read("").rows.empty());
    CHECK(read("\n\n").rows.empty());
    CHECK(read("\n\n").blank_lines == 2);
}

TEST_CASE("reader: binary and damaged bytes are refused") {
    CHECK(read_text(std::string("a\0b", 3)).error().code == ErrorCode::kBinary);
    const auto damaged = read_text("序号\t任务\n1\t建\xE6\xA1\n2\t修路\n");
    REQUIRE_FALSE(damaged.ok());
    CHECK(damaged.error().code == ErrorCode::kEncoding);
    CHECK(damaged.error().params.at(0).name == "offset");
    CHECK(damaged.error().params.at(0).value == "19");
}
