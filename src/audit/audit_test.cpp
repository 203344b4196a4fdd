// Every check on a right and a wrong example, through the whole chain from text to finding.
#include "audit/audit.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "audit/checked_test.h"

namespace duban {
namespace {

constexpr const char* kPlan =
    "①5月，新建食堂10处，累计10处。②6月，新建食堂20处，累计30处。③12月，累计30处。";

}  // namespace

TEST_CASE("figures in brackets before a total") {
    const char* const kRight = "①6月，完成东门（40）、西门（60）和南门（100）建设车位200个。";
    const Checked right({row("新建车位200个。", kRight, "累计建成车位200个。")});
    CHECK(right.find("arithmetic-sum") == nullptr);
    CHECK(right.holds("40 + 60 + 100 = 200"));

    const Checked wrong(
        {row("新建车位230个。", "①6月，完成东门（40）、西门（60）和南门（100）建设车位230个。",
             "累计建成车位230个。")});
    const Finding* f = wrong.find("arithmetic-sum");
    REQUIRE(f != nullptr);
    CHECK(f->severity == Severity::kWarning);
    CHECK(f->origin == Origin::kPlan);
    CHECK(f->arithmetic == "40 + 60 + 100 = 200; 200 - 230 = -30");
    CHECK(f->evidence.size() == 4);
}

TEST_CASE("a sum that is rounded is a note, one with a part missing is not an error") {
    const Checked rounded(
        {row("新建车位1200个。", "①6月，完成东门（407）、西门（500）和南门（300）建设车位1200个。",
             "累计建成车位1200个。")});
    const Finding* f = rounded.find("arithmetic-sum");
    REQUIRE(f != nullptr);
    CHECK(f->severity == Severity::kNote);
    const Checked open(
        {row("新建车位350个。", "①6月，完成东门、西门（73）和南门（266）建设车位350个。",
             "累计建成车位350个。")});
    f = open.find("arithmetic-sum");
    REQUIRE(f != nullptr);
    CHECK(f->severity == Severity::kNote);
    CHECK(f->message == "finding-sum-open");
}

TEST_CASE("parts must not exceed their whole") {
    const Checked right(
        {row("培训500人。", "①6月，培训500人。", "累计培训520人，其中男300人、女220人。")});
    CHECK(right.find("arithmetic-sum") == nullptr);
    const Checked some(
        {row("培训500人。", "①6月，培训500人。", "累计培训520人，其中男200人、女220人。")});
    CHECK(some.find("arithmetic-sum") == nullptr);  // "of which" need not name all
    const Checked wrong(
        {row("培训500人。", "①6月，培训500人。", "累计培训520人，其中男320人、女220人。")});
    const Finding* f = wrong.find("arithmetic-sum");
    REQUIRE(f != nullptr);
    CHECK(f->severity == Severity::kError);
    const Checked each({row("建成14家。", "①6月，建成14家。",
                            "全市共建成门诊14家，其中甲县、乙县各建成2家，其余10个县区各建1家。")});
    CHECK(each.find("arithmetic-sum") == nullptr);
    CHECK(each.holds("4 + 10 = 14"));
}

TEST_CASE("running totals") {
    const Checked right({row("新建食堂30处。", kPlan, "累计建成食堂30处。")});
    CHECK(right.find("arithmetic-sum") == nullptr);
    CHECK(right.holds("10 + 20 = 30"));
    const Checked wrong(
        {row("新建食堂30处。", "①5月，新建食堂10处，累计10处。②6月，新建食堂20处，累计32处。",
             "累计建成食堂30处。")});
    REQUIRE(wrong.find("arithmetic-sum") != nullptr);
    const Checked falls(
        {row("新建食堂30处。",
             "①5月，累计建成食堂20处。②6月，累计建成食堂18处。③7月，累计建成食堂30处。",
             "累计建成食堂30处。")});
    REQUIRE(falls.find("plan-not-monotonic") != nullptr);
    CHECK(falls.find("plan-not-monotonic")->arithmetic == "18 - 20 = -2");
    CHECK(right.find("plan-not-monotonic") == nullptr);
}

TEST_CASE("percentages follow from their numbers") {
    const Checked right(
        {row("培训9万人次。",
             "①6月，培训3万人次，完成全年目标的33.3%。②12月，累计培训9万人次，完成全年目标的100%。",
             "累计培训10.2万人次，完成年度计划的113.3%。")});
    CHECK(right.find("arithmetic-percent") == nullptr);
    CHECK(right.holds("102000 / 90000 = 113.33%"));
    const Checked wrong({row("培训9万人次。", "①6月，培训3万人次。②12月，累计培训9万人次。",
                             "累计培训10.2万人次，完成年度计划的125%。")});
    const Finding* f = wrong.find("arithmetic-percent");
    REQUIRE(f != nullptr);
    CHECK(f->severity == Severity::kError);
    const Checked cut({row("培训9万人次。", "①12月，累计培训9万人次。",
                           "累计培训12.74万人次，完成年度计划的141.5%。")});
    REQUIRE(cut.find("arithmetic-percent") != nullptr);
    CHECK(cut.find("arithmetic-percent")->severity == Severity::kNote);
}

TEST_CASE("plan against target") {
    const Checked right({row("新建食堂30处。", kPlan, "累计建成食堂30处。")});
    CHECK(right.find("plan-short-of-target") == nullptr);
    CHECK(right.find("plan-month-missing") == nullptr);  // milestones, not months
    const Checked gap(
        {row("新建食堂30处。",
             "①5月，累计5处。②6月，累计8处。③7月，累计12处。④9月，累计20处。⑤10月，累计30处。",
             "累计建成食堂30处。")});
    REQUIRE(gap.find("plan-month-missing") != nullptr);
    const Checked wrong({row("新建食堂40处。", kPlan, "累计建成食堂41处。")});
    REQUIRE(wrong.find("plan-short-of-target") != nullptr);
    CHECK(wrong.find("plan-short-of-target")->arithmetic == "40 - 30 = 10");
    const Checked none(
        {row("新建食堂40处。", "①5月，召开动员会。②6月，抓好督促落实。", "累计建成食堂41处。")});
    REQUIRE(none.find("target-not-in-plan") != nullptr);
    CHECK(none.find("target-not-in-plan")->severity == Severity::kWarning);
    const Checked no_month({row("新建食堂40处。", "按时完成。", "累计建成食堂41处。")});
    CHECK(no_month.find("plan-month-missing") != nullptr);
}

TEST_CASE("result against target") {
    const Checked right({row("新建食堂30处。", kPlan, "累计建成食堂30处。")});
    CHECK(right.understanding.targets[0].verdict == Verdict::kMet);
    const Checked below({row("新建食堂30处。", kPlan, "累计建成食堂27处。")});
    REQUIRE(below.find("result-below-target") != nullptr);
    CHECK(below.find("result-below-target")->severity == Severity::kError);
    // One month's amount is not the year's result.
    const Checked month({row("新建食堂30处。", kPlan, "12月份新建食堂2处，累计建成食堂31处。")});
    CHECK(month.find("result-below-target") == nullptr);
    CHECK(month.understanding.targets[0].result->text() == "31");
    // Not called done: below the year's target is how things are in June.
    const Checked far({row("新建食堂30处。", kPlan, "累计建成食堂50处。")});
    REQUIRE(far.find("result-far-above-target") != nullptr);
    CHECK(far.find("result-far-above-target")->severity == Severity::kNote);
    const Checked silent({row("新建食堂30处。", kPlan, "会议已经召开，各项工作有序推进。")});
    REQUIRE(silent.find("result-missing-for-target") != nullptr);
    CHECK(silent.find("result-missing-for-target")->severity == Severity::kWarning);
    const Checked unit({row("提升改造污水处理站8座。", "①12月，完成污水处理站改造8座。",
                            "完成污水处理站提升改造规模3.5万吨/日。")});
    REQUIRE(unit.find("unit-mismatch") != nullptr);
    CHECK(unit.understanding.targets[0].verdict == Verdict::kUnverifiable);
}

TEST_CASE("where a figure began is no part of what it counts") {
    const auto row = [](std::string report) {
        Row r;
        r.measures = "窗口满意率不低于90%。";
        r.report = std::move(report);
        return r;
    };
    const Checked risen({row("窗口满意率由87%提高到91%，提高4个百分点。")});
    CHECK(risen.understanding.targets[0].result->text() == "91");
    CHECK(risen.find("subject-changed") == nullptr);
    const Checked short_of({row("窗口满意率由82%提高到87%。")});
    CHECK(short_of.find("result-below-target") != nullptr);
}

TEST_CASE("upper bounds and approximate targets") {
    const Checked bound({row("将平均等待天数控制在15天以内。",
                             "①12月，平均等待天数控制在15天以内。", "平均等待天数12天。")});
    REQUIRE(!bound.understanding.targets.empty());
    CHECK(bound.understanding.targets[0].verdict == Verdict::kMet);
    const Checked about(
        {row("抽检食品5000余批次。", "①12月，累计抽检食品5000批次。", "共抽检食品5002批次。")});
    CHECK(about.understanding.targets[0].verdict == Verdict::kMet);
}

TEST_CASE("one figure under two promises") {
    std::vector<Row> rows{
        row("招聘幼儿园教师至少290名。", "①9月，办理入职。", "招聘中小学（幼儿园）教师815名。"),
        row("招聘中小学教师至少500名。", "①9月，办理入职。", "招聘中小学（幼儿园）教师815名。")};
    rows[1].number = "2";
    const Checked joint(rows);
    for (int task = 0; task < 2; ++task) {
        REQUIRE(joint.find("joint-result", task) != nullptr);
        CHECK(joint.find("joint-result", task)->related == std::vector<int>{1 - task});
    }
    CHECK(joint.find("joint-result", 0)->arithmetic == "290 + 500 = 790; 815 >= 790");
}

TEST_CASE("a report of another row accuses the row that it does not speak of") {
    std::vector<Row> rows{
        row("打击非法集资，全年立案不少于20起。", "①12月，立案20起。",
            "全市小区安防覆盖率达到100%，联网率达到98.5%，管控平台已建成运行。"),
        row("小区安防覆盖率达到100%，联网率达到80%，建成管控平台。", "①12月，覆盖率达到100%。",
            "全市小区安防覆盖率达到100%，联网率达到98.5%，管控平台已建成运行。")};
    rows[0].title = "打击非法集资";
    rows[1].title = "推进小区安防建设";
    rows[1].number = "2";
    const Checked swapped(rows);
    REQUIRE(swapped.find("text-of-another-row", 0) != nullptr);
    CHECK(swapped.find("text-of-another-row", 0)->severity == Severity::kWarning);
    CHECK(swapped.find("text-of-another-row", 0)->origin == Origin::kCompilation);
    CHECK(swapped.find("text-of-another-row", 1) == nullptr);
}

TEST_CASE("status against text") {
    const Checked waiting({row("创建省级示范区1个。", "①12月，完成省级示范区创建1个。",
                               "省级示范区已通过现场评估，评定结果还在等待公布。")});
    REQUIRE(waiting.find("status-contradicts-result") != nullptr);
    CHECK(waiting.find("status-contradicts-result")->severity == Severity::kWarning);
    CHECK(waiting.understanding.targets[0].verdict == Verdict::kPending);
    const Checked late({row("自10月份起，对新能源汽车实行免费停车。", "①10月，开始实行免费停车。",
                            "自2025年1月1日起，对新能源汽车实行免费停车。")});
    REQUIRE(late.find("status-contradicts-result") != nullptr);
    CHECK(late.find("status-contradicts-result")->severity == Severity::kError);
    const Checked in_time(
        {row("自10月份起，对新能源汽车实行免费停车。", "①10月，开始实行免费停车。",
             "自10月1日起，对新能源汽车实行免费停车。")});
    CHECK(in_time.find("status-contradicts-result") == nullptr);
    const Checked not_claimed({row("创建省级示范区1个。", "①12月，完成省级示范区创建1个。",
                                   "评定结果还在等待公布。", "按序时推进")});
    CHECK(not_claimed.find("status-contradicts-result") == nullptr);
    const Checked stage({row("建成养老中心1处并投入使用。", "①12月，建成养老中心1处。",
                             "养老中心1处已完成选址。")});
    REQUIRE(stage.find("stage-below-promise") != nullptr);
}

TEST_CASE("status words") {
    const Checked part(
        {row("新建食堂30处。", kPlan, "累计建成食堂30处。", "甲区、乙区食堂完成年度任务")});
    REQUIRE(part.find("status-nonstandard") != nullptr);
    CHECK(part.find("status-nonstandard")->severity == Severity::kWarning);
    const Checked order({row("新建食堂30处。", kPlan, "累计建成食堂30处。", "已全年完成任务")});
    REQUIRE(order.find("status-nonstandard") != nullptr);
    CHECK(order.find("status-nonstandard")->origin == Origin::kReading);
    const Checked spaced(
        {row("新建食堂30处。", kPlan, "累计建成食堂30处。", "已 完 成 全 年 任 务")});
    CHECK(spaced.find("status-nonstandard") == nullptr);
    CHECK(spaced.find("markup-or-ocr-damage") != nullptr);
}

TEST_CASE("a changed target with its reason is a note") {
    const Checked changed({row("改造危房811户。", "①12月，改造危房811户。",
                               "危房改造计划811户，经省厅要求，危房改造计划追加至1232户。累计改造危"
                               "房1341户，完成率109%。")});
    REQUIRE(changed.find("target-changed") != nullptr);
    CHECK(changed.find("target-changed")->severity == Severity::kNote);
    CHECK(changed.find("target-changed")->arithmetic ==
          "1341 / 811 = 165.4%; 1341 / 1232 = 108.8%");
    CHECK(changed.find("arithmetic-percent") == nullptr);
}

TEST_CASE("promises that nothing can be held against") {
    const Checked vague(
        {row("持续优化服务，不断提升群众满意度。", "①5月，做好宣传。", "服务不断优化。")});
    REQUIRE(vague.find("vague-no-number") != nullptr);
    const Checked held({row("新建食堂30处。", kPlan, "累计建成食堂30处。")});
    CHECK(held.find("vague-no-number") == nullptr);
}

TEST_CASE("selecting and leaving out") {
    const std::vector<Row> rows{row("新建食堂40处。", kPlan, "累计建成食堂27处。")};
    AuditSettings settings;
    settings.select = {"plan"};
    for (const Finding& f : Checked(rows, settings).audit.findings)
        CHECK(family_of(f.code) == "plan");
    settings = {};
    settings.ignore = {"result-below-target", "plan"};
    for (const Finding& f : Checked(rows, settings).audit.findings) {
        CHECK(f.code != "result-below-target");
        CHECK(family_of(f.code) != "plan");
    }
    std::string unknown;
    CHECK(known_names({"plan", "arithmetic-sum"}, unknown));
    CHECK(!known_names({"plan", "no-such"}, unknown));
    CHECK(unknown == "no-such");
}

TEST_CASE("awkward documents give findings or nothing, never a fault") {
    const Checked zero({row("新建食堂0处，覆盖率0%。", "①5月，累计0处，完成全年目标的0%。",
                            "累计建成0处，完成年度计划的1500%。")});
    const Checked numbers({row("1234567890123", "1 2 3 4 5", "100%")});
    const Checked empty({row("", "", "")});
    CHECK(empty.audit.findings.empty());
    std::vector<Row> same(40,
                          row("新建食堂30处。", kPlan,
                              "累计建成食堂30处，运行情况良好，群众反映满意度高，全年任务完成。"));
    for (std::size_t i = 0; i < same.size(); ++i) same[i].number = std::to_string(i + 1);
    const Checked all_the_same(same);
    CHECK(all_the_same.audit.findings.size() <=
          same.size() * 6);  // a text found n times gives at most n findings of a check
    CHECK(std::none_of(all_the_same.audit.findings.begin(), all_the_same.audit.findings.end(),
                       [](const Finding& f) { return f.code == "check-failed"; }));
}

TEST_CASE("right texts are not accused of an error") {
    // Measures, report and status; each of them was once called an error.
    struct Right {
        const char* measures;
        const char* report;
        const char* status;
    };
    const std::vector<Right> texts{
        {"绿化5000亩。", "绿化4200亩，因汛情影响800亩推迟。", "未完成全年任务"},
        {"绿化5000亩。", "绿化3100亩。", "没有完成全年任务"},
        {"绿化5000亩。", "绿化3100亩。", "完成全年任务的80%"},
        {"绿化5000亩。", "绿化3100亩。", "预计年底完成"},
        {"平均办理时限压缩到3天。", "平均办理时限压缩到2天。", "已完成全年任务"},
        {"PM2.5平均浓度下降到42微克/立方米。", "PM2.5平均浓度39微克/立方米。", "已完成全年任务"},
        {"举办招聘会8-10场。", "举办招聘会12场。", "已完成全年任务"},
        {"新建道路20公里。", "新建道路21公里，其中城区12公里，改造道路35公里。", "已完成全年任务"},
        {"招聘教师500名。", "招聘教师520名，其中研究生120名，交流轮岗教师1200名。",
         "已完成全年任务"},
        {"新增城镇就业5万人。", "新增城镇就业5.3万人，其中女性2.8万人、高校毕业生4.3万人。",
         "已完成全年任务"},
        {"改造危房800户。", "改造危房820户（C级420户、D级400户，低保户310户）。", "已完成全年任务"},
        {"改造路灯500盏。", "改造路灯520盏（上年480盏，前年460盏）。", "已完成全年任务"},
        {"新建学校10所。", "城区新建学校6所，农村新建学校5所。", "已完成全年任务"},
        {"改造户厕3000户。", "上半年改造户厕1500户，下半年改造1600户。", "已完成全年任务"},
        {"改造农村公厕200座。", "改造农村公厕任务全部完成，其中1座为装配式公厕、3座为生态公厕。",
         "已完成全年任务"},
        {"免费体检5万人。", "12月免费体检4200人，全年任务已完成。", "已完成全年任务"},
        {"三年改造老旧小区300个，2024年改造100个。", "2024年改造老旧小区102个，三年累计完成215个。",
         "已完成全年任务"},
        {"建设厂房20万平方米，完成投资10亿元。",
         "建设厂房22万平方米，完成投资10.5亿元，分别完成年度计划的110%、105%。", "已完成全年任务"},
        {"自5月起，20家收费公园免费开放。", "20家公园自5月1日起免费开放。自10月起，又新增3家公园。",
         "已完成全年任务"},
        {"自7月起，实行公交换乘优惠。",
         "已自7月1日起实行公交换乘优惠，自2025年1月1日起优惠时长延长。", "已完成全年任务"},
        {"建成公交首末站5座。", "5座公交首末站均已交付，并确定由市公交集团运营管理。",
         "已完成全年任务"},
        {"建设文化广场30个并投入使用。", "30个文化广场如期交工，模拟演练2场。", "已完成全年任务"},
        {"改造危房2000户（以省下达任务为准）。", "省下达任务1850户，已全部改造完成。",
         "已完成全年任务"},
        {"新增养老床位500张。", "新增养老床位520张，入住老人2300人。", "已完成全年任务"},
        {"取消收费站3处。", "取消收费站3处，取消证明20项。", "已完成全年任务"},
    };
    for (const Right& text : texts) {
        const std::string report = text.report;
        CAPTURE(report);
        const Checked checked(
            {row(text.measures, std::string("①12月，") + text.measures, text.report, text.status)});
        CHECK(std::none_of(checked.audit.findings.begin(), checked.audit.findings.end(),
                           [](const Finding& f) { return f.severity == Severity::kError; }));
    }
}

TEST_CASE("the register is complete and in order") {
    const auto all = checks();
    REQUIRE(all.size() >= 24);
    for (std::size_t i = 0; i < all.size(); ++i) {
        CHECK(!all[i]->family.empty());
        // What is stale audit() says itself, when the checks are done.
        CHECK(
            (all[i]->row != nullptr || all[i]->whole != nullptr || all[i]->code == "waiver-stale"));
        if (i > 0) CHECK(all[i - 1]->code < all[i]->code);
    }
}

TEST_CASE("sums as written") {
    CHECK(compare_sum(Decimal(2079), Decimal(2080), false) == SumOutcome::kHolds);
    CHECK(compare_sum(Decimal(1207), Decimal(1200), false) == SumOutcome::kRounded);
    CHECK(compare_sum(Decimal(2079), Decimal(2000), false) == SumOutcome::kDiffers);
    CHECK(compare_sum(Decimal(522), Decimal(522), false) == SumOutcome::kHolds);
    CHECK(compare_sum(Decimal(523), Decimal(522), false) == SumOutcome::kDiffers);
}

}  // namespace duban
