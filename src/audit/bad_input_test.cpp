// Documents that nobody would write: a finding or nothing, never a fault, never an error that the
// text does not show.
#include "audit/checked_test.h"

namespace duban {
namespace {

int errors(const Checked& c) {
    return static_cast<int>(
        std::count_if(c.audit.findings.begin(), c.audit.findings.end(), [](const Finding& f) {
            return f.severity == Severity::kError || f.code == "check-failed";
        }));
}

}  // namespace

TEST_CASE("no numbers at all") {
    const Checked c({row("改善环境。", "做好各项工作。", "稳步推进。", "正在推进"),
                     row("", "", "", ""), row("提高服务。", "", "进展顺利。", "")});
    CHECK(errors(c) == 0);
}

TEST_CASE("nothing but numbers") {
    const Checked c({row("1 2 3", "4 5 6", "7 8 9", "10"), row("0", "0", "0", "0"),
                     row("99999999999999999999", "0.00000000000001", "1e400", "5")},
                    {}, "12 34 56 78。0 0 0。");
    CHECK(errors(c) == 0);
}

TEST_CASE("every task the same") {
    const std::vector<Row> rows(
        60, row("新建食堂30处。", "①12月，累计新建食堂30处。", "全年累计新建食堂30处。"));
    CHECK(errors(Checked(rows)) == 0);
}

TEST_CASE("totals below their parts, far over a hundred percent, zero, negative") {
    for (const char* const report :
         {"累计新建食堂5处，本月新建食堂20处。", "完成年度目标的3500%。",
          "累计新建食堂-5处，完成年度目标的-20%。", "全年累计新建食堂0处，完成年度目标的0%。",
          "共0处，其中东城区0处、西城区0处、南湖县0处。"}) {
        CAPTURE(std::string(report));
        const Checked c(
            {row("新建食堂0处。", "①11月，累计新建食堂0处。②12月，累计新建食堂0处。", report),
             row("新建食堂30处。", "①11月，累计新建食堂30处。②12月，新建食堂-3处。", report,
                 "正在推进")},
            {}, report);
        CHECK(c.find("check-failed", 0) == nullptr);
        CHECK(c.find("check-failed", 1) == nullptr);
        CHECK(errors(c) == 0);
    }
}

TEST_CASE("prose with zero, negative and enormous figures") {
    for (const char* const text :
         {"0项任务中，已完成0项，正在推进0项，滞后0项。", "已完成0项，占0项的0%。",
          "由0%提高到0%，提高0个百分点。", "完成投资0亿元，同比增长0%，去年同期为0亿元。",
          "排名前三的是甲（0%）、乙（0%）、丙（0%）。",
          "完成投资-5亿元，同比下降200%，去年同期为5亿元。", "计划0个，已完成0个，完成率2000%。",
          "99999999999999999项任务中，已完成1项，正在推进1项，滞后1项等。"}) {
        CAPTURE(std::string(text));
        CHECK(errors(prose(text)) == 0);
    }
}

TEST_CASE("ten thousand persons and persons are one unit") {
    const Checked c({row("培训2万人。", "①12月，累计培训20000人。",
                         "全年累计培训2.1万人，其中男11000人、女10000人。")},
                    {}, "全市培训2万人，其中线上8000人、线下12000人。");
    CHECK(errors(c) == 0);
    CHECK(c.find("unit-mismatch") == nullptr);
}

TEST_CASE("a sentence of a thousand figures") {
    std::string report;
    for (int i = 0; i < 3000; ++i) report += "已完成" + std::to_string(i) + "项，占50项的60%，";
    const Checked c({row("新建食堂30处。", report, report)}, {}, report);
    CHECK(c.find("check-failed", 0) == nullptr);
    CHECK(c.find("check-failed", 1) == nullptr);
}

TEST_CASE("a sum holds, does not hold or cannot be added up") {
    const auto sum = [](const char* report) {
        const Checked c({row("培训500人。", "①6月，培训500人。", report)});
        const Finding* f = c.find("arithmetic-sum");
        return f == nullptr ? std::string(c.audit.holds.empty() ? "" : "holds")
                            : std::string(f->message) + " " + std::string(name_of(f->severity));
    };
    CHECK(sum("东区（200）、西区（300）培训500人。") == "holds");
    CHECK(sum("东区（200）、西区（250）培训500人。") == "finding-sum-differs error");
    CHECK(sum("东区（200）、西区、南区（250）培训500人。") == "finding-sum-open note");
}

TEST_CASE("what ends because it is done is no finding") {
    // A plan that ends in October with its target reached, and a report that repeats itself.
    const Checked c(
        {row("新建食堂30处。",
             "①8月，累计新建食堂10处。②9月，累计新建食堂20处。③10月，累计新建食堂30处。",
             "全年累计新建食堂30处，任务已完成。全年累计新建食堂30处，任务已完成。")});
    for (const Finding& f : c.audit.findings) {
        CAPTURE(f.code);
        CHECK(f.severity == Severity::kNote);
    }
    CHECK(c.find("plan-ends-early") == nullptr);
    CHECK(c.find("text-repeated-across-months") == nullptr);
}

TEST_CASE("thousands of rows of one task") {
    std::vector<Row> rows;
    for (int i = 0; i < 4000; ++i) {
        // Every second row prints the measures of the one before, and it speaks of them.
        const std::string place = std::to_string(i / 2) + "号街区";
        rows.push_back(row("新建食堂30处，改造" + place + "。",
                           i % 2 == 0 ? "" : "①12月，新建食堂30处。",
                           i % 2 == 0 ? "正在招标。" : "新建食堂30处。"));
        rows.back().number = "7";
    }
    const Checked c(rows);
    CHECK(errors(c) == 0);
    REQUIRE(c.understanding.views.size() == 4000);
    const auto figures = [&](std::size_t row) {
        const auto& targets = c.understanding.views[row].targets;
        return std::count_if(targets.begin(), targets.end(), [&](int t) {
            return c.understanding.targets[static_cast<std::size_t>(t)].value.has_value();
        });
    };
    CHECK(figures(0) == 0);
    CHECK(figures(1) == 1);
    CHECK(figures(3998) == 0);
    CHECK(figures(3999) == 1);
}

}  // namespace duban
