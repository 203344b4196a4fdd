// Settings and waivers through the whole chain: what they change, and that nothing else does.
#include "audit/waiver.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "programme/import.h"
#include "reader/text_reader.h"

namespace duban {
namespace {

struct Row {
    std::string number;
    std::string title;
    std::string measures;
    std::string plan;
    std::string report;
    std::string status = "已完成全年任务";
};

struct Run {
    Programme programme;
    Understanding understanding;
    Audit audit;

    explicit Run(const std::vector<Row>& rows, const AuditSettings& settings = {},
                 const Lexicon& lexicon = {}) {
        std::string text =
            "某市2024年度民生实事12月份推进情况\n编号\t工作任务\t具体措施\t月度计划\t12月份推进情况"
            "\t工作成效\n";
        for (const Row& r : rows) {
            text += r.number + "\t" + r.title + "\t" + r.measures + "\t" + r.plan + "\t" +
                    r.report + "\t" + r.status + "\n";
        }
        auto document = read_text(text);
        REQUIRE(document.ok());
        auto imported = import_programme(std::move(document.value()), lexicon);
        REQUIRE(imported.ok());
        programme = std::move(imported.value());
        understanding = understand(programme, lexicon);
        audit = duban::audit(understanding, settings);
    }

    [[nodiscard]] const Finding* find(std::string_view code) const {
        const auto found = std::find_if(audit.findings.begin(), audit.findings.end(),
                                        [&](const Finding& f) { return f.code == code; });
        return found == audit.findings.end() ? nullptr : &*found;
    }
    [[nodiscard]] int count(std::string_view code) const {
        return static_cast<int>(std::count_if(audit.findings.begin(), audit.findings.end(),
                                              [&](const Finding& f) { return f.code == code; }));
    }
};

// Two sums that do not add up.
const std::vector<Row> kSums{
    {"12", "建设社区食堂", "全年建成社区食堂60处。", "①12月，累计建成社区食堂60处。",
     "全年建成社区食堂60处，其中城区40处、乡镇30处。"},
    {"13", "改造农村公厕", "全年改造农村公厕50座。", "①12月，累计改造农村公厕50座。",
     "全年改造农村公厕50座，其中城区30座、乡镇25座。"}};

Waiver waiver(std::string task, std::string title, std::string code) {
    Waiver w;
    w.task = std::move(task);
    w.title = std::move(title);
    w.code = std::move(code);
    w.reason = "另有安排";
    w.by = "王某";
    w.date = "2025-01-10";
    return w;
}

AuditSettings with(const Waiver& w, std::string today = "2025-02-01") {
    AuditSettings s;
    s.waivers = {w};
    s.today = std::move(today);
    return s;
}

}  // namespace

TEST_CASE("waivers: a finding is taken out of the list and kept apart") {
    const Run before(kSums);
    REQUIRE(before.count("arithmetic-sum") == 2);
    const Run after(kSums, with(waiver("12", "建设社区食堂", "arithmetic-sum")));
    CHECK(after.count("arithmetic-sum") == 1);
    CHECK(after.find("arithmetic-sum")->task == 1);
    REQUIRE(after.audit.waived.size() == 1);
    CHECK(after.audit.waived[0].finding.id == before.find("arithmetic-sum")->id);
    CHECK(after.audit.waived[0].waiver.by == "王某");
    CHECK(after.find("waiver-stale") == nullptr);
    CHECK(after.audit.findings.size() + 1 == before.audit.findings.size());
}

TEST_CASE("waivers: another task, title, code or id is not covered, and the waiver is stale") {
    Waiver other_finding = waiver("12", "建设社区食堂", "arithmetic-sum");
    other_finding.finding = "arithmetic-sum-00000000";
    for (const Waiver& w :
         {waiver("14", "", "arithmetic-sum"), waiver("12", "改造农村公厕", "arithmetic-sum"),
          waiver("12", "建设社区食堂", "arithmetic-percent"), other_finding}) {
        const Run r(kSums, with(w));
        CHECK(r.count("arithmetic-sum") == 2);
        CHECK(r.audit.waived.empty());
        REQUIRE(r.find("waiver-stale") != nullptr);
        CHECK(r.find("waiver-stale")->severity == Severity::kNote);
        CHECK(r.find("waiver-stale")->message == "finding-waiver-idle");
    }
}

TEST_CASE("waivers: with an id, exactly that finding") {
    const Run before(kSums);
    Waiver w = waiver("12", "建设社区食堂", "arithmetic-sum");
    w.finding = before.find("arithmetic-sum")->id;
    const Run after(kSums, with(w));
    CHECK(after.audit.waived.size() == 1);
    CHECK(after.find("waiver-stale") == nullptr);
}

TEST_CASE("waivers: the last day still holds, the day after does not") {
    Waiver w = waiver("12", "建设社区食堂", "arithmetic-sum");
    w.until = "2025-12-31";
    const Run last(kSums, with(w, "2025-12-31"));
    CHECK(last.audit.waived.size() == 1);
    CHECK(last.find("waiver-stale") == nullptr);
    const Run after(kSums, with(w, "2026-01-01"));
    CHECK(after.audit.waived.empty());
    CHECK(after.count("arithmetic-sum") == 2);
    REQUIRE(after.find("waiver-stale") != nullptr);
    CHECK(after.find("waiver-stale")->message == "finding-waiver-over");
    CHECK(after.find("waiver-stale")->task == 0);
}

TEST_CASE("waivers: of a check that did not run nothing is said") {
    AuditSettings s = with(waiver("12", "建设社区食堂", "arithmetic-percent"));
    s.ignore = {"arithmetic-percent"};
    CHECK(Run(kSums, s).find("waiver-stale") == nullptr);
    s.ignore = {"waiver"};
    CHECK(Run(kSums, s).find("waiver-stale") == nullptr);
}

TEST_CASE("waivers: every row of a task, also of one without a number") {
    std::vector<Row> rows = kSums;
    rows[1].number = "12";
    CHECK(Run(rows, with(waiver("12", "", "arithmetic-sum"))).audit.waived.size() == 2);
    rows[0].number = rows[1].number = "";
    const Run r(rows, with(waiver("#2", "", "arithmetic-sum")));
    CHECK(r.audit.waived.size() == 1);
    CHECK(r.count("arithmetic-sum") == 1);
}

TEST_CASE("settings: severities of a code, and a code that is off") {
    AuditSettings s;
    s.severities = {{"arithmetic-sum", Severity::kNote}};
    const Run quiet(kSums, s);
    REQUIRE(quiet.find("arithmetic-sum") != nullptr);
    CHECK(quiet.find("arithmetic-sum")->severity == Severity::kNote);
    CHECK(quiet.find("arithmetic-sum")->id == Run(kSums).find("arithmetic-sum")->id);
    s.off = {"arithmetic-sum"};
    CHECK(Run(kSums, s).find("arithmetic-sum") == nullptr);
}

TEST_CASE("settings: how far above is far above") {
    const std::vector<Row> rows{{"1", "改造农村公厕", "全年改造农村公厕50座。",
                                 "①12月，累计改造农村公厕50座。", "全年累计改造农村公厕90座。"}};
    CHECK(Run(rows).find("result-far-above-target") != nullptr);
    AuditSettings s;
    s.tolerances.far_above_times = Decimal(18, -1);
    CHECK(Run(rows, s).find("result-far-above-target") != nullptr);
    s.tolerances.far_above_times = Decimal(181, -2);
    CHECK(Run(rows, s).find("result-far-above-target") == nullptr);
}

TEST_CASE("settings: how far a rounded total may lie from its parts") {
    Tolerances t;
    CHECK(compare_sum(Decimal(1207), Decimal(1200), false, t) == SumOutcome::kRounded);
    t.rounded_total_percent = Decimal(5, -1);
    CHECK(compare_sum(Decimal(1207), Decimal(1200), false, t) == SumOutcome::kDiffers);
    CHECK(compare_sum(Decimal(1205), Decimal(1200), false, t) == SumOutcome::kRounded);
    CHECK(compare_sum(Decimal(2079), Decimal(2080), false, t) == SumOutcome::kHolds);
    t.held_total_percent = Decimal();
    CHECK(compare_sum(Decimal(2079), Decimal(2080), false, t) == SumOutcome::kRounded);
    CHECK(compare_sum(Decimal(2080), Decimal(2080), false, t) == SumOutcome::kHolds);
    t.rounded_total_percent = Decimal(10);
    CHECK(compare_sum(Decimal(523), Decimal(522), false, t) == SumOutcome::kDiffers);
}

TEST_CASE("settings: how far a round share may lie from its figures") {
    const std::vector<Row> rows{{"1", "改造农村公厕", "全年改造农村公厕1000座。",
                                 "①12月，累计改造农村公厕1000座。",
                                 "累计改造农村公厕512座，完成全年任务的50%。", "正常推进"}};
    const Run usual(rows);
    REQUIRE(usual.find("arithmetic-percent") != nullptr);
    CHECK(usual.find("arithmetic-percent")->severity == Severity::kNote);
    AuditSettings s;
    s.tolerances.round_share_points = Decimal(1);
    const Run strict(rows, s);
    REQUIRE(strict.find("arithmetic-percent") != nullptr);
    CHECK(strict.find("arithmetic-percent")->severity != Severity::kNote);
}

TEST_CASE("lexicon: measure words that stand for one another are one") {
    const std::vector<Row> rows{{"1", "建设社区食堂", "全年建成社区食堂60处。",
                                 "①12月，累计建成社区食堂60处。", "全年建成社区食堂60座。"}};
    CHECK(Run(rows).find("unit-mismatch") != nullptr);
    Lexicon lexicon;
    lexicon.units = {{"座", "处"}};
    const Run r(rows, {}, lexicon);
    CHECK(r.find("unit-mismatch") == nullptr);
    CHECK(r.understanding.targets.front().unit == "处");
    CHECK(r.understanding.targets.front().verdict == Verdict::kMet);
    lexicon.units = {{"所", "处"}};
    CHECK(Run(rows, {}, lexicon).find("unit-mismatch") != nullptr);
}

TEST_CASE("lexicon: names that stand for one another are one subject") {
    const std::vector<Row> rows{{"1", "方便办事", "全年设立便民服务点30处，开设老年课堂30处。",
                                 "①12月，设立便民服务点30处，开设老年课堂30处。",
                                 "开设老年课堂31处，挂牌示范站32处。"}};
    const auto result = [](const Run& r) {
        const auto& targets = r.understanding.targets;
        const auto t = std::find_if(targets.begin(), targets.end(), [](const Target& x) {
            return x.value && x.subject.find("便民服务点") != std::string::npos;
        });
        REQUIRE(t != targets.end());
        return t->result ? t->result->text() : std::string("-");
    };
    CHECK(result(Run(rows)) == "-");
    Lexicon lexicon;
    lexicon.subjects = {{"示范站", "便民服务点"}};
    CHECK(result(Run(rows, {}, lexicon)) == "32");
    lexicon.subjects = {{"示范村", "便民服务点"}};
    CHECK(result(Run(rows, {}, lexicon)) == "-");
}

TEST_CASE("lexicon: a name that both sides use is still found to be spoken of") {
    const std::vector<Row> rows{{"1", "方便办事", "全年设立社区示范站30处。",
                                 "①12月，设立社区示范站30处。", "社区示范站按计划设立。"}};
    Lexicon lexicon;
    lexicon.subjects = {{"示范站", "便民服务点"}};
    const Run r(rows, {}, lexicon);
    REQUIRE(!r.understanding.targets.empty());
    CHECK_FALSE(r.understanding.targets[0].mention.empty());
    CHECK(r.understanding.targets[0].verdict == Verdict::kUnverifiable);
}

TEST_CASE("lexicon: the office's words for a status") {
    Lexicon lexicon;
    lexicon.status = {{"达到时序", ClaimedStatus::kOnSchedule}};
    CHECK(read_status("达 到时序", lexicon).status == ClaimedStatus::kOnSchedule);
    CHECK(read_status("达到时序。", lexicon).standard);
    CHECK_FALSE(read_status("达到时序").standard);
    CHECK_FALSE(read_status("未达到时序", lexicon).standard);
    CHECK(read_status("已完成", lexicon).status == ClaimedStatus::kDone);
    lexicon.status = {{"已完成", ClaimedStatus::kUnderWay}};
    CHECK(read_status("已完成", lexicon).status == ClaimedStatus::kUnderWay);
}

}  // namespace duban
