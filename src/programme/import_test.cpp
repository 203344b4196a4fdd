#include "programme/import.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "reader/text_reader.h"

using namespace duban;

namespace {

using Lines = std::vector<std::string>;

Result<Programme> import_text(const std::string& text) {
    auto document = read_text(text);
    REQUIRE(document.ok());
    return import_programme(std::move(document.value()));
}

Programme imported(const std::string& text) {
    auto programme = import_text(text);
    REQUIRE(programme.ok());
    return std::move(programme.value());
}

const std::string kHeading =
    "类别\t编号\t工作任务\t具体措施\t月度计划\t6月份推进情况\t工作成效\t牵头单位\n";

std::string row(const std::string& category, const std::string& number, const std::string& task) {
    return category + "\t" + number + "\t" + task +
           "\t新建5处\t①5月，建成2处。②6月，建成5处。\t建成5处\t已完成\t市建设局\n";
}

Column column(std::string_view heading) { return static_cast<Column>(column_of_heading(heading)); }

std::size_t rows_of(const Programme& p) {
    return static_cast<std::size_t>(p.rows) + p.refused.size();
}

}  // namespace

TEST_CASE("import: columns are known by their headings") {
    CHECK(column("类别") == Column::kCategory);
    CHECK(column("序号") == Column::kNumber);
    CHECK(column("工作任务") == Column::kTask);
    CHECK(column("具体措施") == Column::kMeasures);
    CHECK(column("月度计划") == Column::kPlan);
    CHECK(column("推进情况") == Column::kProgress);
    CHECK(column("工作成效") == Column::kStatus);
    CHECK(column("责任单位") == Column::kLead);
    CHECK(column("完成率") == Column::kPercent);
    CHECK(column("责任人") == Column::kPerson);
    CHECK(column("存在问题") == Column::kTrouble);
}

TEST_CASE("import: headings are looked through their blanks, mark-up, brackets and months") {
    CHECK(column("12 月份推进情况") == Column::kProgress);
    CHECK(column("1-6月工作进展") == Column::kProgress);
    CHECK(column("牵 头 单 位") == Column::kLead);
    CHECK(column("<p>具体措施</p>") == Column::kMeasures);
    CHECK(column("工作任务（分解）") == Column::kTask);
    CHECK(column("年度目标(全年)") == Column::kMeasures);
    CHECK(column("（一）月度计划") == Column::kPlan);
    // The longest word that is in it decides.
    CHECK(column("目前实施情况") == Column::kProgress);
    CHECK(column("项目名称") == Column::kTask);
    // What is said last is what it is about.
    CHECK(column("年度目标任务完成情况") == Column::kProgress);
    CHECK(column("1-8月实际完成率%") == Column::kPercent);
    CHECK(column("项 目 内 容") == Column::kTask);
}

TEST_CASE("import: what names no column") {
    for (const char* heading :
         {"", "说明", "5月", "（", "（）", "x",
          "为了加快推进情况较为复杂的各类工作任务的落实，现将有关事项通知如下"}) {
        CAPTURE(heading);
        CHECK(column_of_heading(heading) == kColumns);
    }
}

TEST_CASE("import: a table with its title, categories and rows") {
    const Programme p = imported("河源市2024年度民生工程6月份推进情况\n\n" + kHeading +
                                 row("一、便民", "1", "建驿站") + row("一、便民", "2", "建书屋") +
                                 row("二、安居", "3", "改造小区"));
    CHECK(p.title == "河源市2024年度民生工程6月份推进情况");
    CHECK(p.year == 2024);
    CHECK(p.month == 6);
    CHECK(p.period() == "2024-06");
    CHECK(p.headings == 1);
    CHECK(p.paragraphs == 1);
    REQUIRE(p.tasks.size() == 3);
    REQUIRE(p.categories.size() == 2);
    CHECK(p.categories[0].ordinal == 1);
    CHECK(p.categories[0].name == "便民");
    CHECK(p.categories[1].ordinal == 2);
    const Task& task = p.tasks[0];
    CHECK(task.row == 1);
    CHECK(task.line == 4);
    CHECK(task.number == "1");
    CHECK(task.clean(Column::kTask) == "建驿站");
    CHECK(task.plan.items.size() == 2);
    CHECK(task.report.size() == 1);
    CHECK(task.status.status == ClaimedStatus::kDone);
    CHECK(task.lead_units == Lines{"市建设局"});
    CHECK(task.of(Column::kMeasures).size() == 1);
    CHECK(task.of(Column::kPlan).size() == 2);
    CHECK(task.of(Column::kProgress).size() == 1);
    CHECK(task.cells_missing == 0);
    CHECK(p.tasks[2].category == 1);
    const std::size_t at = task.clean(Column::kPlan).find("建成5处");
    REQUIRE(task.plan_item_at(static_cast<std::uint32_t>(at)) != nullptr);
    CHECK(task.plan_item_at(static_cast<std::uint32_t>(at))->period->first == 6);
    CHECK(task.plan_item_at(100000) == nullptr);
}

TEST_CASE("import: the order of the columns does not count, nor do columns that are not known") {
    const Programme p = imported(
        "牵头单位\t备用栏\t推进情况\t具体措施\t编号\n市教育局、市财政局\tx\t建成3所\t新建3所\t7\n");
    REQUIRE(p.tasks.size() == 1);
    CHECK(p.tasks[0].number == "7");
    CHECK(p.tasks[0].clean(Column::kMeasures) == "新建3所");
    CHECK(p.tasks[0].clean(Column::kPlan).empty());
    CHECK(p.tasks[0].lead_units == Lines{"市教育局", "市财政局"});
}

TEST_CASE("import: repeated headings go on with the same list") {
    const Programme p =
        imported(kHeading + row("一、便民", "1", "甲") + "\n---\t---\n" + kHeading +
                 row("一、便民", "2", "乙") + kHeading + row("二、安居", "3", "丙"));
    CHECK(p.headings == 3);
    REQUIRE(p.tasks.size() == 3);
    CHECK(p.tasks[2].section == 0);
    CHECK(p.tasks[2].row == 3);
    CHECK(p.categories.size() == 2);
}

TEST_CASE("import: where the numbers begin again under a new heading, a new list begins") {
    const Programme p =
        imported(kHeading + row("一、便民", "1", "甲") + row("二、安居", "2", "乙") + "区级任务\n" +
                 kHeading + row("一、便民", "1", "丙") + row("一、便民", "2", "丁"));
    REQUIRE(p.rows == 4);
    CHECK(p.tasks[2].section == 0);
    CHECK(p.tasks[3].section == 1);
    CHECK(p.tasks[4].section == 1);
    // Categories of one name in two lists are two.
    CHECK(p.categories.size() == 3);
    CHECK(p.tasks[3].category == 2);
    // Without a new heading it is the same list.
    const Programme same =
        imported(kHeading + row("一、便民", "2", "甲") + row("一、便民", "1", "乙"));
    CHECK(same.tasks[1].section == 0);
}

TEST_CASE("import: rows of one number are parts of one task") {
    const Programme p =
        imported(kHeading + row("一、便民", "1", "甲") + row("一、便民", "1", "甲") +
                 row("", "", "乙") + row("一、便民", "2", "丙"));
    REQUIRE(p.tasks.size() == 4);
    CHECK(p.tasks[0].part == 0);
    CHECK(p.tasks[1].part == 1);
    CHECK(p.tasks[2].part == 2);
    CHECK(p.tasks[2].number == "1");
    CHECK(p.tasks[2].category == 0);
    CHECK(p.tasks[0].has_parts);
    CHECK(p.tasks[2].has_parts);
    CHECK(p.tasks[3].part == 0);
    CHECK_FALSE(p.tasks[3].has_parts);
}

TEST_CASE("import: no row is lost") {
    const Programme p =
        imported("1\t在表头之前\n" + kHeading + row("一、便民", "1", "甲") +
                 "一、便民\t2\t短行\t新建2处\n" + "\t\t只有一格\t\t\t\t\t\n" + "表后说明\n");
    CHECK(p.rows == 2);
    REQUIRE(p.refused.size() == 2);
    CHECK(p.refused[0].line == 1);
    CHECK(p.refused[0].reason == "refused-before-heading");
    CHECK(p.refused[1].line == 5);
    CHECK(p.refused[1].reason == "refused-too-few-cells");
    CHECK(p.paragraphs == 1);
    CHECK(rows_of(p) == 4);
    // The short row is kept, and what it lacks is counted.
    CHECK(p.tasks[2].cells_missing == 4);
    CHECK(p.tasks[2].clean(Column::kMeasures) == "新建2处");
    CHECK(p.tasks[2].clean(Column::kLead).empty());
    // Text beside the rows belongs to none and stands first.
    CHECK(p.tasks[0].preamble);
    CHECK(p.tasks[0].row == 0);
    CHECK(p.tasks[0].clean(Column::kProgress) == "表后说明");
}

TEST_CASE("import: merged cells go down, a name with figures promises") {
    const Programme p = imported(
        "序号\t实事项目名称\t进展情况\t责任单位\n1\t新建公园3个\t已建成2个\t市园林局\n2\t\t正在选址"
        "\t\n3\t绿化\t已完成\t市住建局\n");
    REQUIRE(p.tasks.size() == 3);
    CHECK(p.tasks[0].clean(Column::kMeasures) == "新建公园3个");
    CHECK(p.tasks[1].clean(Column::kTask) == "新建公园3个");
    CHECK(p.tasks[1].lead_units == Lines{"市园林局"});
    CHECK(p.tasks[2].clean(Column::kMeasures).empty());
}

TEST_CASE("import: a second heading row divides columns of the first") {
    const Programme p = imported(
        "序号\t项目名称\t目标任务\t本月进展情况\t\t完成情况\t责任单位\n\t\t\t前期手续\t在建形象进度"
        "\t\t\n"
        "1\t公园\t建公园3个\t已立项。\t主体完工1个\t按序时推进\t市园林局\n");
    REQUIRE(p.rows == 1);
    CHECK(p.tasks[0].clean(Column::kProgress) == "已立项。\n主体完工1个");
    CHECK(p.tasks[0].status.status == ClaimedStatus::kOnSchedule);
    CHECK(p.tasks[0].lead_units == Lines{"市园林局"});
}

TEST_CASE("import: what a column holds decides which part it plays") {
    const Programme statuses = imported(
        "序号\t项目名称\t目标任务\t完成情况\n1\t公园\t建公园3个\t已完成\n2\t公厕\t建公厕4座\t滞后"
        "\n");
    CHECK(statuses.tasks[0].status.status == ClaimedStatus::kDone);
    CHECK(statuses.tasks[0].clean(Column::kProgress).empty());
    const Programme remarks = imported(
        "序号\t项目名称\t目标任务\t备注\n1\t公园\t建公园3个\t截至目前建成公园2个\n2\t公厕\t建公厕4"
        "座\t建成公厕3座\n");
    CHECK(remarks.tasks[0].clean(Column::kProgress) == "截至目前建成公园2个");
    const Programme next = imported(
        "序号\t项目名称\t目标任务\t进展情况\t下一步计划\n1\t公园\t建公园3个\t建成2个\t10月完成1个"
        "\n");
    CHECK(next.tasks[0].next_steps);
}

TEST_CASE("import: without a heading the error says what was found and what is looked for") {
    const auto none = import_text("甲\t乙\n一二三四五六七八九十\t丙\t丁\n");
    REQUIRE_FALSE(none.ok());
    CHECK(none.error().code == ErrorCode::kNoHeading);
    std::set<std::string> names;
    for (const Param& param : none.error().params) {
        names.insert(param.name);
        if (param.name == "found") CHECK(param.value == "一二三四五六七八 | 丙 | 丁");
        if (param.name == "line") CHECK(param.value == "2");
        if (param.name == "wanted") CHECK(param.value.find("具体措施") != std::string::npos);
    }
    CHECK(names == std::set<std::string>{"found", "line", "wanted"});
    CHECK(import_text("\n \n").error().code == ErrorCode::kEmpty);
    CHECK(import_text("").error().code == ErrorCode::kEmpty);
    CHECK(import_text("只有一段文字\n").error().code == ErrorCode::kNoHeading);
    // Two known columns are no table.
    CHECK_FALSE(import_text("编号\t工作任务\t甲\n1\t建桥\tx\n").ok());
}

TEST_CASE("import: GB18030 is read, and the month stands in the heading") {
    // The headings of number, task, measures and progress of May, in GBK; a row below.
    const Programme p = imported(
        "\xB1\xE0\xBA\xC5\t\xB9\xA4\xD7\xF7\xC8\xCE\xCE\xF1\t\xBE\xDF\xCC\xE5\xB4\xEB\xCA\xA9\t5"
        "\xD4\xC2\xCD\xC6\xBD\xF8\xC7\xE9\xBF\xF6\n1\t\xBD\xA8\xC7\xC5\t\xD0\xC2\xBD\xA8\x33\xD7"
        "\xF9\t\xBD\xA8\xB3\xC9\x33\xD7\xF9\n");
    REQUIRE(p.tasks.size() == 1);
    CHECK(p.document.transcoded);
    CHECK(p.month == 5);
    CHECK(p.tasks[0].clean(Column::kMeasures) == "新建3座");
    CHECK(p.period() == "");
}

TEST_CASE("import: a character tripled where two lines met is doubled, and told") {
    const Programme p = imported(
        "编号\t工作任务\t具体措施\t牵头单位\n1\t甲\t乙\t市市市场监 "
        "管局\n2\t丙\t丁\t市市场监管局、市教育局、市教育局\n");
    REQUIRE(p.tasks.size() == 2);
    CHECK(p.tasks[0].lead_units == Lines{"市市场监管局"});
    const auto& damages = p.tasks[0].cell(Column::kLead).damages;
    CHECK(std::any_of(damages.begin(), damages.end(),
                      [](const Damage& d) { return d.kind == DamageKind::kDoubled; }));
    CHECK(p.tasks[1].lead_units == Lines{"市市场监管局", "市教育局"});
    CHECK(p.tasks[1].cell(Column::kLead).damages.empty());
}

TEST_CASE("import: places are right behind a mended joint") {
    const Programme p =
        imported("编号\t工作任务\t具体措施\t牵头单位\n1\t甲\t乙\t<p>区区区市市市市场监 管局</p>\n");
    const Text& lead = p.tasks.at(0).cell(Column::kLead);
    CHECK(lead.clean == "区区市市场监管局");
    const auto raw = [&](std::string_view word) {
        const auto at = static_cast<std::uint32_t>(lead.clean.find(word));
        return lead.raw_slice({at, static_cast<std::uint32_t>(at + word.size())});
    };
    CHECK(raw("场监管局") == "场监 管局");
    CHECK(raw("局") == "局");
    CHECK(raw("市市场") == "市市场");
    CHECK(raw("区区") == "区区");
    CHECK(lead.raw.substr(0, lead.raw_span({0, 1}).begin) == "<p>区");
    std::vector<std::string_view> doubled;
    for (const Damage& d : lead.damages) {
        if (d.kind == DamageKind::kDoubled) doubled.push_back(d.raw.of(lead.raw));
    }
    CHECK(doubled == std::vector<std::string_view>{"区区区", "市市市市"});
}

TEST_CASE("import: a very long joint takes no longer than its length") {
    std::string lead;
    for (int i = 0; i < 200000; ++i) lead += "市";
    const Programme p = imported("编号\t工作任务\t具体措施\t牵头单位\n1\t甲\t乙\t" + lead + "局\n");
    CHECK(p.tasks.at(0).clean(Column::kLead) == "市市局");
}

TEST_CASE("import: lead units are separated by marks and paragraphs") {
    const Programme p = imported(
        "编号\t工作任务\t具体措施\t牵头单位\n1\t甲\t乙\t<p>市教育局，市财政局</p><p>各县 区</p>\n");
    CHECK(p.tasks[0].lead_units == Lines{"市教育局", "市财政局", "各县区"});
}

TEST_CASE("import: categories keep the ordinal that is printed, or get the next") {
    const Programme p = imported(kHeading + row("三、便民", "1", "甲") + row("安居", "2", "乙") +
                                 row("（空）", "3", "丙"));
    REQUIRE(p.categories.size() == 3);
    CHECK(p.categories[0].ordinal == 3);
    CHECK(p.categories[1].name == "安居");
    CHECK(p.categories[1].ordinal == 2);
}

TEST_CASE("status: the closed list, word for word") {
    const auto status = [](std::string_view text) { return read_status(text).status; };
    CHECK(status("已完成全年任务") == ClaimedStatus::kDone);
    CHECK(status("已完成") == ClaimedStatus::kDone);
    CHECK(status("超额完成") == ClaimedStatus::kExceeded);
    CHECK(status("提前完成全年任务") == ClaimedStatus::kEarly);
    CHECK(status("基本完成") == ClaimedStatus::kMostlyDone);
    CHECK(status("部分完成") == ClaimedStatus::kPartlyDone);
    CHECK(status("按序时推进") == ClaimedStatus::kOnSchedule);
    CHECK(status("超序时进度") == ClaimedStatus::kAhead);
    CHECK(status("进展缓慢") == ClaimedStatus::kSlow);
    CHECK(status("滞后") == ClaimedStatus::kBehind);
    CHECK(status("未开工") == ClaimedStatus::kNotStarted);
    CHECK(status("在建") == ClaimedStatus::kUnderWay);
    CHECK(status("暂缓") == ClaimedStatus::kSuspended);
    CHECK(read_status("已完成。").standard);
    CHECK(read_status("已 完 成").standard);
    CHECK(status("") == ClaimedStatus::kUnknown);
    CHECK(read_status("").words.empty());
    CHECK_FALSE(read_status("").standard);
}

TEST_CASE("status: words around it, and denials before the thing denied") {
    const auto check = [](std::string_view text, ClaimedStatus wanted) {
        CAPTURE(text);
        const Status status = read_status(text);
        CHECK(status.status == wanted);
        CHECK_FALSE(status.standard);
    };
    check("任务全部按时完成", ClaimedStatus::kDone);
    check("尚未完成", ClaimedStatus::kBehind);
    check("未达到序时要求", ClaimedStatus::kBehind);
    check("目前推进较为缓慢", ClaimedStatus::kSlow);
    check("项目暂停实施", ClaimedStatus::kSuspended);
    check("正在加快推进", ClaimedStatus::kUnderWay);
    check("效果良好", ClaimedStatus::kUnknown);
    CHECK(read_status("效果良好").words == "效果良好");
}

TEST_CASE("status: damaged words are read and called damaged") {
    for (const char* text :
         {"已完成全全年任务", "已完完成全年任务", "已完成全年务任", "全年任务已完成"}) {
        CAPTURE(text);
        const Status status = read_status(text);
        CHECK(status.status == ClaimedStatus::kDone);
        CHECK(status.damaged);
    }
    CHECK_FALSE(read_status("已完成全年任务").damaged);
}

TEST_CASE("status: some have done theirs") {
    const Status status = read_status("东区、西区已完成任务");
    CHECK(status.status == ClaimedStatus::kPartlyDone);
    CHECK(status.missing.find("东区") != std::string::npos);
    CHECK(read_status("我市完成任务").status == ClaimedStatus::kDone);
}

TEST_CASE("status: names, and which of them claim that all is done") {
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(ClaimedStatus::kSuspended); ++i)
        names.insert(name_of(static_cast<ClaimedStatus>(i)));
    CHECK(names.size() == 13);
    CHECK(claims_done(ClaimedStatus::kDone));
    CHECK(claims_done(ClaimedStatus::kExceeded));
    CHECK(claims_done(ClaimedStatus::kEarly));
    CHECK_FALSE(claims_done(ClaimedStatus::kMostlyDone));
    CHECK_FALSE(claims_done(ClaimedStatus::kUnknown));
    std::set<std::string_view> columns;
    for (std::size_t c = 0; c < kColumns; ++c) columns.insert(name_of(static_cast<Column>(c)));
    CHECK(columns.size() == kColumns);
}
