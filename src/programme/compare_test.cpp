// Two months, or two years, through the whole chain from text to differences.
#include "programme/compare.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "programme/import.h"
#include "reader/text_reader.h"

namespace duban {
namespace {

struct Row {
    std::string number = "1";
    std::string title = "建设社区食堂";
    std::string measures = "新建社区食堂60处，方便老年人就餐。";
    std::string plan = "①6月，累计新建30处。②12月，累计新建60处。";
    std::string report = "累计新建社区食堂20处。";
    std::string status = "达到序时进度";
    std::string lead = "市民政局";
};

struct Read {
    Programme programme;
    Understanding understanding;

    explicit Read(const std::vector<Row>& rows, const std::string& period = "2024年度",
                  const std::string& month = "10") {
        std::string text = "某市" + period + "民生实事" + month +
                           "月份推进情况\n编号\t工作任务\t具体措施\t月度计划\t推进情况\t"
                           "工作成效\t牵头单位\n";
        for (const Row& r : rows) {
            text += r.number + "\t" + r.title + "\t" + r.measures + "\t" + r.plan + "\t" +
                    r.report + "\t" + r.status + "\t" + r.lead + "\n";
        }
        auto document = read_text(text);
        REQUIRE(document.ok());
        auto imported = import_programme(std::move(document.value()));
        REQUIRE(imported.ok());
        programme = std::move(imported.value());
        understanding = understand(programme);
    }
};

struct Compared {
    Read before;
    Read after;
    Comparison c;

    Compared(const std::vector<Row>& x, const std::vector<Row>& y,
             const std::string& year = "2024年度", const std::string& month = "11")
        : before(x), after(y, year, month), c(compare(before.understanding, after.understanding)) {}

    [[nodiscard]] std::size_t count(DifferenceKind kind) const {
        return static_cast<std::size_t>(
            std::count_if(c.differences.begin(), c.differences.end(),
                          [&](const Difference& d) { return d.kind == kind; }));
    }
    [[nodiscard]] const Difference& first(DifferenceKind kind) const {
        const auto found = std::find_if(c.differences.begin(), c.differences.end(),
                                        [&](const Difference& d) { return d.kind == kind; });
        REQUIRE(found != c.differences.end());
        return *found;
    }
};

using K = DifferenceKind;

Row changed(std::string Row::*cell, std::string text) {
    Row row;
    row.*cell = std::move(text);
    return row;
}

const Row kOther{"2",
                 "更新供水管网",
                 "更新老旧供水管网120公里，减少爆管停水。",
                 "①12月，累计更新120公里。",
                 "累计更新供水管网80公里。",
                 "达到序时进度",
                 "市水务局"};

}  // namespace

TEST_CASE("the same document differs in nothing but a report that is the same") {
    const Compared same({Row{}, kOther}, {Row{}, kOther});
    CHECK(same.c.differences.size() == 2);
    CHECK(same.count(K::kReportCopied) == 2);
    CHECK_FALSE(same.c.of_consequence());
    // Of a task that was called done, or of a word or two, that says nothing.
    const Row done = changed(&Row::status, "已完成全年任务");
    CHECK(Compared({done}, {done}).count(K::kReportCopiedDone) == 1);
    const Row few = changed(&Row::report, "已完成。");
    CHECK(Compared({few}, {few}).c.differences.empty());
}

TEST_CASE("a total that went down") {
    const Compared fell({Row{}}, {changed(&Row::report, "累计新建社区食堂18处，运行平稳。")});
    const Difference& d = fell.first(K::kResultFell);
    CHECK(d.before.value == Decimal(20));
    CHECK(d.after.value == Decimal(18));
    CHECK(d.change == Decimal(-2));
    CHECK(d.before.unit == "处");
    CHECK(fell.c.of_consequence());
    const auto silent = [](const std::string& before, const std::string& after) {
        return Compared({changed(&Row::report, before)}, {changed(&Row::report, after)})
                   .count(K::kResultFell) == 0;
    };
    CHECK(silent("累计新建社区食堂20处。", "累计新建社区食堂25处。"));
    // A rounded figure, one month's amount, another larger figure in the unit.
    CHECK(silent("累计新建社区食堂20处。", "累计新建社区食堂约20处。"));
    CHECK(silent("累计新建社区食堂20处。", "11月份新建社区食堂3处，累计新建23处。"));
    CHECK(silent("累计新建社区食堂20处。", "新建社区食堂城区9处、乡镇13处，共22处。"));
    // The later document given first: nothing has fallen.
    const Compared backwards({Row{}}, {changed(&Row::report, "累计新建社区食堂18处，运行平稳。")},
                             "2024年度", "9");
    CHECK(backwards.c.backwards);
    CHECK(backwards.count(K::kResultFell) == 0);
    CHECK(backwards.count(K::kResultChanged) == 1);
}

TEST_CASE("a total that answers no promise went down") {
    const Compared fell({changed(&Row::report, "累计新建社区食堂20处，累计服务老年人5000人次。")},
                        {changed(&Row::report, "累计新建社区食堂22处，累计服务老年人4800人次。")});
    const Difference& d = fell.first(K::kResultFell);
    CHECK(d.before.target == -1);
    CHECK(d.change == Decimal(-200));
}

TEST_CASE("a result that is not spoken of any more") {
    CHECK(Compared({Row{}}, {changed(&Row::report, "开展安全检查，群众反映良好。")})
              .count(K::kResultGone) == 1);
    // Spoken of without its figure: not gone.
    CHECK(Compared({Row{}}, {changed(&Row::report, "新建社区食堂按计划推进。")})
              .count(K::kResultFell) == 0);
}

TEST_CASE("targets that changed, by how much") {
    const Compared raised({changed(&Row::measures, "新建社区食堂811处，方便老年人就餐。")},
                          {changed(&Row::measures, "新建社区食堂1232处，方便老年人就餐。")});
    CHECK(raised.first(K::kTargetChanged).change == Decimal(421));
    CHECK(raised.first(K::kTargetChanged)
              .before.place.of(raised.before.programme.tasks[0].clean(Column::kMeasures)) ==
          "811处");
    // The figure has been told: the wording needs no telling again.
    CHECK(raised.count(K::kPromiseReworded) == 0);
    // An amount in another unit of money is the same amount.
    const Compared money({changed(&Row::measures, "发放补贴1.2亿元。")},
                         {changed(&Row::measures, "发放补贴12000万元。")});
    CHECK(money.count(K::kTargetChanged) == 0);
    CHECK(money.count(K::kPromiseReworded) == 1);
    const Compared more({changed(&Row::measures, "发放补贴1.2亿元。")},
                        {changed(&Row::measures, "发放补贴15000万元。")});
    CHECK(more.first(K::kTargetChanged).change == Decimal(30000000));
    // In a unit that cannot be compared there is no difference to work out.
    const Compared unit({changed(&Row::measures, "提升改造乡镇污水处理站14座。")},
                        {changed(&Row::measures, "提升改造乡镇污水处理站1.35万吨/日。")});
    CHECK_FALSE(unit.first(K::kTargetChanged).change.has_value());
    // Each target finds its own, also in another order.
    const Compared two({changed(&Row::measures, "新建食堂60处，配备餐桌900张。")},
                       {changed(&Row::measures, "配备餐桌800张，新建食堂60处。")});
    CHECK(two.count(K::kTargetChanged) == 1);
    CHECK(two.first(K::kTargetChanged).change == Decimal(-100));
    const Compared dropped({changed(&Row::measures, "新建食堂60处，配备餐桌900张。")},
                           {changed(&Row::measures, "新建食堂60处。")});
    CHECK(dropped.first(K::kTargetDropped).before.value == Decimal(900));
    const Compared added({changed(&Row::measures, "新建食堂60处。")},
                         {changed(&Row::measures, "新建食堂60处，配备餐桌900张。")});
    CHECK(added.first(K::kTargetAdded).after.value == Decimal(900));
}

TEST_CASE("plan figures that changed") {
    const Compared plan({Row{}},
                        {changed(&Row::plan, "①6月，累计新建25处。②12月，累计新建60处。")});
    const Difference& d = plan.first(K::kPlanFigureChanged);
    CHECK(d.change == Decimal(-5));
    CHECK(d.period->last == 6);
    CHECK(plan.count(K::kPlanReworded) == 0);
    const Compared month({Row{}}, {changed(&Row::plan, "①12月，累计新建60处。")});
    CHECK(month.count(K::kPlanFigureDropped) == 1);
    CHECK(month.count(K::kPlanReworded) == 1);
}

TEST_CASE("tasks are known again when renumbered or retitled") {
    Row second = kOther;
    second.number = "3";
    const Compared renumbered({Row{}, kOther}, {Row{}, second});
    CHECK(renumbered.c.matches.size() == 2);
    CHECK(renumbered.count(K::kTaskRenumbered) == 1);
    second.title = "改造城镇老旧供水管道";
    const Compared retitled({Row{}, kOther}, {second, Row{}});
    CHECK(retitled.c.matches.size() == 2);
    CHECK(retitled.count(K::kTaskRetitled) == 1);
    second.measures = "对漏损严重的老旧供水管网实施更新，全年更新130公里。";
    const Compared reworded({Row{}, kOther}, {second, Row{}});
    CHECK(reworded.c.matches.size() == 2);
    CHECK(reworded.first(K::kTargetChanged).change == Decimal(10));
    // Another task under the number of the old one is another task.
    Row other = kOther;
    other.number = "1";
    const Compared replaced({Row{}}, {other});
    CHECK(replaced.count(K::kTaskDropped) == 1);
    CHECK(replaced.count(K::kTaskAdded) == 1);
}

TEST_CASE("rows of one number are parts and are paired by what they plan") {
    Row first = changed(&Row::plan, "①12月，清河段建成28公里。");
    Row second = changed(&Row::plan, "①12月，公共厕所建成30座。");
    second.lead = "市城管局";
    const Compared swapped({first, second}, {second, first});
    CHECK(swapped.count(K::kLeadChanged) == 0);
    CHECK(swapped.count(K::kPlanReworded) == 0);
    CHECK(Compared({first, second}, {first}).count(K::kPartDropped) == 1);
    CHECK(Compared({first}, {first, second}).count(K::kPartAdded) == 1);
}

TEST_CASE("reports that were copied but for months or figures") {
    const auto kinds = [](const std::string& before, const std::string& after) {
        const Compared c({changed(&Row::report, before)}, {changed(&Row::report, after)});
        return std::to_string(c.count(K::kReportCopied)) +
               std::to_string(c.count(K::kReportCopiedButMonths)) +
               std::to_string(c.count(K::kReportCopiedButFigures));
    };
    CHECK(kinds("10月份召开推进会，安排部署工作。", "10月份召开推进会，安排部署工作。") == "100");
    CHECK(kinds("10月份召开推进会，安排部署工作。", "11月份召开推进会，安排部署工作。") == "010");
    CHECK(kinds("截至10月底，累计建成20处。", "截至11月底，累计建成25处。") == "001");
    CHECK(kinds("10月份召开推进会，安排部署工作。", "11月份开展检查，整改问题。") == "000");
}

TEST_CASE("statuses and lead units") {
    const Row done = changed(&Row::status, "已完成全年任务");
    CHECK(Compared({done}, {Row{}}).count(K::kStatusWithdrawn) == 1);
    CHECK(Compared({Row{}}, {done}).count(K::kStatusDone) == 1);
    CHECK(Compared({Row{}}, {changed(&Row::status, "推进缓慢")}).count(K::kStatusChanged) == 1);
    // The same in other words.
    CHECK(Compared({done}, {changed(&Row::status, "完成全年任务")}).count(K::kStatusChanged) == 0);
    CHECK(Compared({Row{}}, {changed(&Row::lead, "市商务局")}).count(K::kLeadChanged) == 1);
    CHECK(Compared({changed(&Row::lead, "市民政局、市商务局")},
                   {changed(&Row::lead, "市商务局、市民政局")})
              .count(K::kLeadChanged) == 0);
}

TEST_CASE("of two years only the promises are compared") {
    const Compared years(
        {Row{}},
        {{"4", "建设社区食堂", "新建社区食堂80处，方便老年人就餐。", "①12月，累计新建80处。",
          "累计新建社区食堂5处。", "推进缓慢", "市民政局"}},
        "2025年度", "3");
    CHECK(years.c.other_year);
    CHECK(years.first(K::kTargetChanged).change == Decimal(20));
    CHECK(years.count(K::kResultFell) == 0);
    CHECK(years.count(K::kPlanFigureChanged) == 0);
    CHECK(years.count(K::kStatusChanged) == 0);
}

TEST_CASE("many tasks that are all alike, and none at all") {
    std::vector<Row> rows(300);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].number = std::to_string(i + 1);
    std::vector<Row> fewer(rows.begin() + 1, rows.end());
    const Compared alike(rows, fewer);
    CHECK(alike.c.matches.size() == 299);
    CHECK(alike.count(K::kTaskDropped) == 1);
    const Programme none;
    const Understanding nothing = understand(none);
    CHECK(compare(nothing, nothing).differences.empty());
    const Read one({Row{}});
    CHECK(compare(nothing, one.understanding).differences.size() == 1);
}

}  // namespace duban
