#include "app/answers.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

using namespace duban;

namespace {

struct Sheet {
    explicit Sheet(std::string_view bytes) {
        path = (std::filesystem::temp_directory_path() / "duban_answers_test.csv").string();
        std::ofstream(path, std::ios::binary) << bytes;
    }
    ~Sheet() { std::remove(path.c_str()); }
    std::string path;
};

Result<bool> read(Answers& answers, std::string_view bytes) {
    const Sheet sheet(bytes);
    return read_answers(answers, sheet.path, 1 << 20);
}

}  // namespace

TEST_CASE("answers: columns by their headings, in either language and any order") {
    Answers answers;
    REQUIRE(read(answers,
                 "\xEF\xBB\xBF答复;牵头单位;发现编号\r\n\"已核对\n更正\";市民政局;a-1\r\n;市民政局;"
                 "a-2\r\n"));
    REQUIRE(read(answers, "finding,other,answer\nb-1,x,'=1+1\n\n,,\nc-1\n"));
    CHECK(answers.by_finding.size() == 2);
    CHECK(answers.to("a-1") == "已核对\n更正");
    CHECK(answers.by_finding["a-1"].front().unit == "市民政局");
    CHECK(answers.to("b-1") == "=1+1");
    CHECK(answers.to("a-2").empty());
}

TEST_CASE("answers: several units to one finding") {
    Answers answers;
    REQUIRE(read(answers, "finding,lead,answer\na-1,甲局,一\n"));
    REQUIRE(read(answers, "finding,lead,answer\na-1,乙局,二\n"));
    CHECK(answers.to("a-1") == "甲局: 一\n乙局: 二");
}

TEST_CASE("answers: one unit that answers again") {
    Answers answers;
    REQUIRE(read(answers, "finding,lead,answer\na-1,甲局,一\na-1,乙局,二\na-2,甲局,三\n"));
    CHECK(answered_again(answers).empty());
    REQUIRE(read(answers, "finding,lead,answer\n\na-1,乙局,二\n"));
    const auto again = answered_again(answers);
    REQUIRE(again.size() == 1);
    CHECK(*again[0].id == "a-1");
    CHECK(again[0].first->line == 3);
    CHECK(again[0].again->line == 3);
    CHECK(answers.by_finding["a-1"].size() == 3);
}

TEST_CASE("answers: GB18030 as spreadsheets save it") {
    Answers answers;
    // "finding,answer" and an answer of two ideographs.
    REQUIRE(read(answers, "finding,answer\r\na-1,\xD2\xD1\xBA\xCB\xB6\xD4\r\n"));
    CHECK(answers.to("a-1") == "已核对");
}

TEST_CASE("answers: what is wrong is said with row and column") {
    Answers answers;
    const auto no_column = read(answers, "finding,reply\na-1,x\n");
    REQUIRE_FALSE(no_column);
    CHECK(no_column.error().key == "error-answers-heading");
    const auto no_id = read(answers, "发现编号,答复\na-1,一\n ,二\n");
    REQUIRE_FALSE(no_id);
    CHECK(no_id.error().key == "error-answers-no-id");
    CHECK(no_id.error().params[0].value == "3");
    CHECK(no_id.error().params[2].value == "发现编号");
    CHECK(no_id.error().where.ends_with(".csv"));
    const auto no_end = read(answers, "finding,answer\na-1,\"x\n");
    REQUIRE_FALSE(no_end);
    CHECK(no_end.error().key == "error-csv-quote");
}
