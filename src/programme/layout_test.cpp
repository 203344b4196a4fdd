#include "programme/layout.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "programme/import.h"
#include "reader/text_reader.h"

using namespace duban;

namespace {

Programme imported_as_table(const std::string& text) {
    auto document = read_text(text);
    REQUIRE(document.ok());
    auto programme = import_programme(std::move(document.value()));
    REQUIRE(programme.ok());
    REQUIRE(programme.value().headings > 0);
    return std::move(programme.value());
}

std::string cell(const Programme& p, int row, Column column) {
    for (const Task& t : p.tasks) {
        if (t.row == row) return std::string(t.clean(column));
    }
    return "none";
}

}  // namespace

TEST_CASE("layout: one cell a line") {
    const Programme p = imported_as_table(
        "某县2023年进展\n序号\n项目名称\n目标要求\n进展情况\n责任单位\n1\n公厕\n建公厕30座\n已建成1"
        "2座\n县住建局\n2\n"
        "农路\n修路80公里\n已完成60公里\n县交通局\n注：数据截至9月底\n");
    CHECK(p.rows == 2);
    CHECK(cell(p, 1, Column::kTask) == "公厕");
    CHECK(cell(p, 2, Column::kProgress) == "已完成60公里");
    CHECK(cell(p, 2, Column::kLead) == "县交通局");
    CHECK(p.tasks[0].preamble);
}

TEST_CASE("layout: a cell of several lines, a heading broken over two") {
    const Programme p = imported_as_table(
        "序号\n项目名称\n目标\n任务\n进展情况\n责任单位\n1\n公厕\n建公厕30座\n已建成12座，\n其余18"
        "座正在施工，年底前完成\n县住建局\n"
        "2\n农路\n修路80公里\n已完成60公里\n县交通局\n");
    CHECK(p.rows == 2);
    CHECK(cell(p, 1, Column::kMeasures) == "建公厕30座");
    CHECK(cell(p, 1, Column::kProgress) == "已建成12座，\n其余18座正在施工，年底前完成");
    CHECK(cell(p, 1, Column::kLead) == "县住建局");
}

TEST_CASE("layout: a category that is printed once, before the number") {
    const Programme p = imported_as_table(
        "类别\n序号\n项目名称\n目标任务\n进展情况\n教育\n1\n学校\n建学校3所\n已建成2所\n2\n操场\n建"
        "操场4个\n已建成1个\n交通\n3\n农路\n"
        "修路80公里\n已完成60公里\n");
    CHECK(p.rows == 3);
    CHECK(cell(p, 1, Column::kCategory) == "教育");
    CHECK(cell(p, 2, Column::kCategory).empty());
    CHECK(cell(p, 3, Column::kCategory) == "交通");
    CHECK(cell(p, 3, Column::kMeasures) == "修路80公里");
    CHECK(p.categories.size() == 2);
}

TEST_CASE("layout: without numbers every row has as many lines as the heading") {
    const Programme p = imported_as_table(
        "项目名称\n目标任务\n进展情况\n公厕\n建公厕30座\n已建成12座\n农路\n修路80公里\n已完成60公里"
        "\n");
    CHECK(p.rows == 2);
    CHECK(cell(p, 2, Column::kTask) == "农路");
}

TEST_CASE("layout: cells joined by blanks or by bars") {
    for (const std::string& gap : {std::string("    "), std::string("　"), std::string(" | ")}) {
        CAPTURE(gap);
        const auto row = [&](const std::vector<std::string>& cells) {
            std::string out;
            for (const std::string& c : cells) out += (out.empty() ? "" : gap) + c;
            return out + "\n";
        };
        const Programme p = imported_as_table(
            "某区2024年进展（截至10月底）\n" +
            row({"序号", "实事项目内容", "目前实施情况", "完成比例", "责任单位"}) +
            row({"1", "新建公厕30座", "已建成27座", "90%", "区城管局"}) +
            row({"2", "新增泊位1800个", "新增泊位 1926个", "107%", "区城管局"}) + "以上共2项。\n");
        CHECK(p.rows == 2);
        // A name that promises in figures is the promise where no column has it.
        CHECK(cell(p, 1, Column::kMeasures) == "新建公厕30座");
        CHECK(cell(p, 2, Column::kProgress) == "新增泊位1926个");
        CHECK(cell(p, 2, Column::kPercent) == "107%");
        CHECK(p.month == 10);
    }
}

TEST_CASE("layout: a document of another kind stays as it was") {
    for (const char* text : {"一段 文字\n另一段\n", "序号\n说明\n1\n甲\n",
                             "项目名称：公厕\n目标任务：建公厕30座\n进展情况：已建成12座\n"}) {
        CAPTURE(text);
        auto document = read_text(text);
        REQUIRE(document.ok());
        const std::size_t rows = document.value().rows.size();
        CHECK_FALSE(unflatten(document.value()));
        CHECK(document.value().rows.size() == rows);
    }
}
