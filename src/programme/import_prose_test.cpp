#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "programme/import.h"
#include "reader/text_reader.h"

using namespace duban;

namespace {

Programme read_prose(const std::string& text) {
    auto document = read_text(text);
    REQUIRE(document.ok());
    auto programme = import_programme(std::move(document.value()));
    REQUIRE(programme.ok());
    return std::move(programme.value());
}

// One item of a report, by its number from 0.
struct Cells {
    std::string title, measures, plan, progress, status;
    std::vector<std::string> lead;
};
Cells cells_of(const Programme& p, std::size_t item) {
    for (const Task& t : p.tasks) {
        if (t.preamble || item-- > 0) continue;
        return {std::string(t.clean(Column::kTask)),
                std::string(t.clean(Column::kMeasures)),
                std::string(t.clean(Column::kPlan)),
                std::string(t.clean(Column::kProgress)),
                t.status.words,
                t.lead_units};
    }
    FAIL("no such item");
    return {};
}
Cells item(const std::string& text) {
    return cells_of(
        read_prose("某市2024年8月进展情况\n1." + text + "\n2.改造公厕30座。已改造12座。\n"), 0);
}

}  // namespace

TEST_CASE("prose: promise, next step and report are told apart") {
    const Cells c = item(
        "新建幼儿园12所。年内新增学位3240个。截至8月底，已建成9所，其余3所正在装修，预计9月底前完工"
        "。");
    CHECK(c.title == "新建幼儿园12所");
    CHECK(c.measures == "新建幼儿园12所。年内新增学位3240个。");
    CHECK(c.progress == "截至8月底，已建成9所，其余3所正在装修");
    CHECK(c.plan == "预计9月底前完工。");
}

TEST_CASE("prose: a result in the sentence of the promise is split off at the clause") {
    CHECK(item("便民市场。计划新建10个，现已建成8个。").measures == "计划新建10个");
    CHECK(item("便民市场。计划新建10个，现已建成8个。").progress == "现已建成8个。");
    CHECK(item("便民市场。新建10个，已建成8个。").measures == "新建10个");
    // A result that is measured against the goal is no promise.
    CHECK(item("就业。新增就业4.1万人，完成年度目标3.8万人的108%。").measures.empty());
    // Nor is an excess over it.
    CHECK(item("筛查。任务为6500名，已筛查7012名，超任务512名。").progress ==
          "已筛查7012名，超任务512名。");
    CHECK(item("加装电梯。已完成65部（年度任务120部）。").measures == "（年度任务120部）");
}

TEST_CASE("prose: what is planned as a noun plans nothing") {
    CHECK(item("管网。新建90公里。新建管网79.2公里，分别占年度计划的88%。").plan.empty());
    CHECK(item("卫生室。计划改造150家。改造150家，计划任务全部完成。").progress ==
          "改造150家，计划任务全部完成。");
    CHECK(item("提标。计划从7月1日起提高8%。7月起，标准由1000元提高到1080元，已发放。").progress ==
          "7月起，标准由1000元提高到1080元，已发放。");
}

TEST_CASE("prose: of a year that is over the whole year is a report") {
    const Programme p = read_prose(
        "某区2023年完成情况\n1."
        "新增学位。2023年新增学位6000个。全年新建学校7所，新增学位6350个，超任务350个。\n"
        "2.绿化\n全年新建公园20个。\n目前建成18个。\n");
    CHECK(cells_of(p, 0).measures == "2023年新增学位6000个。");
    CHECK(cells_of(p, 0).progress == "全年新建学校7所，新增学位6350个，超任务350个。");
    CHECK(cells_of(p, 1).measures == "全年新建公园20个。");
    CHECK(p.year == 2023);
    CHECK(p.month == 0);
}

TEST_CASE("prose: a title without figures promises nothing by itself") {
    CHECK(item("推进教育均衡。已建成学校3所。").measures.empty());
    CHECK(item("新建学校3所。已建成2所。").measures == "新建学校3所。");
}

TEST_CASE("prose: labels, also inside a paragraph") {
    const Cells c = item(
        "学校扩容。目标任务：新建学校15所。进展情况：已竣工11所。下一步：10月底前完工4所。责任单位"
        "：市教育局、各县区。");
    CHECK(c.title == "学校扩容");
    CHECK(c.measures == "新建学校15所。");
    CHECK(c.progress == "已竣工11所。");
    CHECK(c.plan == "10月底前完工4所。");
    CHECK(c.lead == std::vector<std::string>{"市教育局", "各县区"});
    const Programme p = read_prose(
        "项目名称：修路  年度目标：修路100公里  进展情况：已完成80公里  责任单位：县交通局\n"
        "项目名称：架桥  年度目标：架桥5座  进展情况：已完成  责任单位：县交通局\n");
    REQUIRE(p.rows == 2);
    CHECK(cells_of(p, 0).title == "修路");
    CHECK(cells_of(p, 0).measures == "修路100公里");
    CHECK(cells_of(p, 0).progress == "已完成80公里");
    CHECK(cells_of(p, 1).status == "已完成");
}

TEST_CASE("prose: a status is one only where it is said of the whole") {
    CHECK(item("建公园20个。已建成20个。已完成。").status == "已完成");
    CHECK(item("建公园20个。已建成20个，提前完成全年任务。").status == "提前完成全年任务");
    CHECK(item("建公园20个。已建成12个，主体工程已完成。").status.empty());
    CHECK(item("建公园20个。已完成年度任务的60%。").status.empty());
    CHECK(item("建公园20个。已建成12个，按序时推进。").status == "按序时推进");
    CHECK(item("建公园20个。一期12个，已完成。").status.empty());
    const Programme grouped = read_prose(
        "某市2024年8月进展\n一、进度滞后的项目（1个）\n1．公园。目标为建公园20个。已建成2个。\n二、"
        "教育类项目\n2．学校。目标为建学校3所。已建成2所。\n");
    CHECK(cells_of(grouped, 0).status == "进度滞后");
    CHECK(cells_of(grouped, 1).status.empty());
}

TEST_CASE("prose: lead units in brackets") {
    CHECK(item("建公园20个（市园林局）。已建成12个。").lead ==
          std::vector<std::string>{"市园林局"});
    CHECK(item("建公园20个（市园林局）。已建成12个。").title == "建公园20个");
    CHECK(item("建公园20个。已建成12个（市园林局、市财政局牵头）。").lead.size() == 2);
    CHECK(item("建公园20个（含口袋公园）。已建成12个。").lead.empty());
}

TEST_CASE("prose: text of no item stands before the items and is no row") {
    const Programme p = read_prose(
        "某市2024年进展情况\n截至2024年8月底，35项中已完成11项。\n一、教育\n1."
        "建学校3所。已建成2所。\n2.建公园2个。已建成1个。\n"
        "附件：名单\n");
    CHECK(p.rows == 2);
    REQUIRE(p.tasks.size() == 4);
    CHECK(p.tasks[0].preamble);
    CHECK(p.tasks[0].row == 0);
    CHECK(p.tasks[0].of(Column::kProgress).size() == 2);
    CHECK(p.tasks[1].clean(Column::kProgress) == "附件：名单");
    CHECK(p.tasks[2].row == 1);
    CHECK(p.tasks[2].number == "1");
    CHECK(p.categories[static_cast<std::size_t>(p.tasks[2].category)].name == "教育");
    CHECK(p.month == 8);
    CHECK(p.refused.empty());
}

TEST_CASE("prose: every figure is traced back to its place in the item") {
    const std::string text =
        "某市2024年8月进展\n1.建公园 20 个（市园林局）。\n全年 计划投资３亿元，现 已 完成投资2.1 "
        "亿元。\n  预计10月 建成 5 个。\n"
        "2.建桥3座。已建成1座。\n";
    const Programme p = read_prose(text);
    std::size_t figures = 0;
    for (const Task& task : p.tasks) {
        for (const Column c : {Column::kMeasures, Column::kPlan, Column::kProgress}) {
            const Text& cell = task.cell(c);
            for (const Quantity& q : task.of(c)) {
                const std::string_view raw = cell.raw_slice(q.span);
                CHECK(repair(raw).clean == q.span.of(cell.clean));
                ++figures;
            }
        }
        if (!task.preamble && !task.clean(Column::kMeasures).empty() &&
            !task.clean(Column::kProgress).empty()) {
            CHECK(task.cell(Column::kMeasures).raw.data() ==
                  task.cell(Column::kProgress).raw.data());
        }
    }
    CHECK(figures == 6);
}

TEST_CASE("prose: what holds nothing is not read") {
    for (const char* text : {"只有一段文字\n", "一、甲\n二、乙\n", "1\t2\t3\n4\t5\t6\n", "a\n"}) {
        CAPTURE(text);
        auto document = read_text(text);
        REQUIRE(document.ok());
        CHECK_FALSE(import_programme(std::move(document.value())).ok());
    }
}

TEST_CASE("prose: a result may stand before its goal") {
    const Cells last = item("路灯。新装路灯2100盏，覆盖14条街巷；年初定的目标是2000盏。");
    CHECK(last.measures == "年初定的目标是2000盏。");
    CHECK(last.progress == "新装路灯2100盏，覆盖14条街巷；");
    const Cells aside = item("书屋。开办书屋16家，与年初承诺的15家相当，另有3家正在筹备。");
    CHECK(aside.measures == "与年初承诺的15家相当");
    CHECK(aside.progress == "开办书屋16家\n另有3家正在筹备。");
    // A report behind the goal: what stands before the goal was promised.
    CHECK(item("路灯。新装路灯2100盏，目标是覆盖14条街巷。已装900盏。").measures ==
          "新装路灯2100盏，目标是覆盖14条街巷。");
}

TEST_CASE("prose: a goal that is quoted, and the result held against it") {
    const Cells c = item("路网。对照“修路40公里，架桥3座”的年度目标，修路41公里，架桥3座。");
    CHECK(c.measures == "对照“修路40公里，架桥3座”的年度目标");
    CHECK(c.progress == "修路41公里，架桥3座。");
    // A quotation that no goal is named behind is cut as any other text.
    CHECK(item("路网。修路40公里，市民说“路宽了，灯亮了”，已修31公里。").progress ==
          "已修31公里。");
}

TEST_CASE("prose: after a promise in words the next sentences report") {
    const Cells c =
        item("村医。方案要求派驻村医60名并全部到位。卫健局分片包干。派驻62名，接诊3万人次。");
    CHECK(c.measures == "方案要求派驻村医60名并全部到位。");
    CHECK(c.progress == "卫健局分片包干。派驻62名，接诊3万人次。");
    // What goes on with the promise stays with it.
    CHECK(item("村医。年内要派驻村医60名。其中山区20名。已派驻41名。").measures ==
          "年内要派驻村医60名。其中山区20名。");
    // "Need", "main" and "necessary" promise nothing.
    CHECK(item("村医。已派驻60名。主要岗位需要的设备购置210台。").measures.empty());
}

TEST_CASE("prose: what closes the document is no item") {
    const Programme p = read_prose(
        "某市2023年述职\n一、主要成效\n1、稳就业。已新增就业2万人。\n2、办学校。已建成学校3所。\n"
        "3、修道路。已修路20公里。\n二、存在的不足\n知晓率只有82%。\n三、下一步打算\n再接再厉。\n");
    CHECK(p.rows == 3);
    const Programme q = read_prose(
        "某市2023年完成情况\n1、公园\n已建成8个。\n2、学校\n已建成3所。\n3、道路\n已修20公里。\n"
        "4、桥梁\n已架5座。\n以上项目共投入3亿元。\n");
    CHECK(cells_of(q, 3).progress == "已架5座。");
}

TEST_CASE("prose: a second value of a column that holds one stays in the text") {
    const std::string text =
        "新建幼儿园12所。责任单位：市教育局\n截至8月底，已建成9所。责任单位：市住建局\n";
    const Cells c = item(text);
    CHECK(c.lead == std::vector<std::string>{"市教育局"});
    CHECK(c.progress.find("责任单位：市住建局") != std::string::npos);
}
