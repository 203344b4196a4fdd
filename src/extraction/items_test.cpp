#include "extraction/items.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extraction/repair.h"

using namespace duban;

namespace {

using Lines = std::vector<std::string>;

// Each item as "first-last [heading] text".
Lines plan(std::string_view raw) {
    const std::string text = repair(raw).clean;
    Lines out;
    for (const PlanItem& item : split_plan(text).items) {
        std::string line = "none";
        if (item.period)
            line = std::to_string(item.period->first) + "-" + std::to_string(item.period->last);
        if (!item.heading.empty()) line += " [" + std::string(item.heading.of(text)) + "]";
        out.push_back(line + " " + std::string(item.text.of(text)));
    }
    return out;
}

Lines strays(std::string_view raw) {
    const std::string text = repair(raw).clean;
    Lines out;
    for (const Span s : split_plan(text).stray_numbers) out.emplace_back(s.of(text));
    return out;
}

// Each item as "number text".
Lines report(std::string_view raw) {
    const std::string text = repair(raw).clean;
    Lines out;
    for (const ReportItem& item : split_report(text)) {
        out.push_back(std::string(item.number.of(text)) + " " + std::string(item.text.of(text)));
    }
    return out;
}

}  // namespace

TEST_CASE("plan: one item a circled number") {
    CHECK(plan("①5月，定点10处。②6月，建成20处。") == Lines{"5-5 定点10处。", "6-6 建成20处。"});
    CHECK(plan("<p>① 5 月份，招标。</p> <p>②6月: 开工。</p>") == Lines{"5-5 招标。", "6-6 开工。"});
    CHECK(plan("①5月 开工②6月 完工") == Lines{"5-5 开工", "6-6 完工"});
    CHECK(plan("（1）5月，备料；（2）6月，施工。") == Lines{"5-5 备料；", "6-6 施工。"});
}

TEST_CASE("plan: the numbers may be missing") {
    CHECK(plan("1-3月，筹备；4月，开工2处；5月：建成2处。") ==
          Lines{"1-3 筹备；", "4-4 开工2处；", "5-5 建成2处。"});
    CHECK(plan("<p>4月，开工。</p><p>10月，完工。</p>") == Lines{"4-4 开工。", "10-10 完工。"});
}

TEST_CASE("plan: merged months, quarters and the year's end") {
    CHECK(plan("⑦11月-12月，全部建成。") == Lines{"11-12 全部建成。"});
    CHECK(plan("5月、6月，各建2处。") == Lines{"5-6 各建2处。"});
    CHECK(plan("第一季度，完成30%；第二季度，完成60%。") ==
          Lines{"1-3 完成30%；", "4-6 完成60%。"});
    CHECK(plan("①10月底前，主体完工。②年底前，交付。") ==
          Lines{"10-10 主体完工。", "12-12 交付。"});
    CHECK(plan("2024年5月，开工；2024年6月，完工。") == Lines{"5-5 开工；", "6-6 完工。"});
}

TEST_CASE("plan: months inside a sentence and dates begin nothing") {
    CHECK(plan("①5月，完成6月汛期前的排查。") == Lines{"5-5 完成6月汛期前的排查。"});
    CHECK(plan("3月17日，召开部署会。") == Lines{"none 3月17日，召开部署会。"});
    CHECK(plan("①5月，力争7月底建成，8月起运营。") == Lines{"5-5 力争7月底建成，8月起运营。"});
    CHECK(plan("全年持续巡查。") == Lines{"none 全年持续巡查。"});
}

TEST_CASE("plan: several items in one paragraph, several paragraphs in one item") {
    CHECK(plan("<p>①5月，甲。②6月，乙。</p><p>乙的细节。</p><p>③7月，丙。</p>") ==
          Lines{"5-5 甲。", "6-6 乙。\n乙的细节。", "7-7 丙。"});
}

TEST_CASE("plan: a fragment before the first number is kept") {
    CHECK(plan("先行调研。①4月，定方案；②5月，开工。") ==
          Lines{"none 先行调研。", "4-4 定方案；", "5-5 开工。"});
}

TEST_CASE("plan: sub-headings") {
    CHECK(plan("<p>1.绿道</p><p>①5月，建成1公里。</p><p>②6月，建成2公里。</p><p>2.公园</"
               "p><p>①6月，开园。</p>") ==
          Lines{"5-5 [1.绿道] 建成1公里。", "6-6 [1.绿道] 建成2公里。", "6-6 [2.公园] 开园。"});
    CHECK(plan("①新建书屋：5月，建成2处；6月，建成3处。②改造书屋：5月，改造1处。") ==
          Lines{"5-5 [①新建书屋：] 建成2处；", "6-6 [①新建书屋：] 建成3处。",
                "5-5 [②改造书屋：] 改造1处。"});
}

TEST_CASE("plan: stray numbers are told, lists inside an item are not") {
    CHECK(strays("①10月，完成③验收；②11月，移交。") == Lines{"③"});
    CHECK(strays("①5月，组织：①授课2次；②演练1次。②6月，总结。").empty());
    CHECK(strays("①5月，甲。②6月，乙。").empty());
    CHECK(plan("①10月，完成③验收；②11月，移交。") == Lines{"10-10 完成③验收；", "11-11 移交。"});
}

TEST_CASE("plan: spans lie in order and hold one another") {
    const std::string text = repair("先行。<p>①5月，甲3处。②6月-7月，乙：①丙；②丁。</p>").clean;
    std::uint32_t end = 0;
    for (const PlanItem& item : split_plan(text).items) {
        CHECK(item.whole.begin >= end);
        CHECK(item.whole.begin <= item.text.begin);
        CHECK(item.text.end <= item.whole.end);
        end = item.whole.end;
    }
    CHECK(end == text.size());
}

TEST_CASE("plan: nothing in it") {
    CHECK(plan("").empty());
    CHECK(plan("<p> </p>").empty());
    // A number and a month with nothing behind them are an item without text.
    CHECK(plan("①5月") == Lines{"5-5 "});
}

TEST_CASE("report: numbered items") {
    CHECK(report("①建成3处。②建成5处。") == Lines{"① 建成3处。", "② 建成5处。"});
    CHECK(report("<p>（1）建成3处。</p><p>（2）建成5处。</p>") ==
          Lines{"（1） 建成3处。", "（2） 建成5处。"});
    CHECK(report("<p>1.建成3处。</p><p>2、建成5处。</p>") ==
          Lines{"1. 建成3处。", "2、 建成5处。"});
    CHECK(report("<p>（一）新建</p><p>（二）改造</p>") == Lines{"（一） 新建", "（二） 改造"});
}

TEST_CASE("report: text without numbers, one item a paragraph") {
    CHECK(report("全部建成。") == Lines{" 全部建成。"});
    CHECK(report("<p>一段。</p><p>二段。</p>") == Lines{" 一段。", " 二段。"});
    CHECK(report("概况。<p>①甲。</p><p>甲的细节。</p><p>②乙。</p>") ==
          Lines{" 概况。", "① 甲。\n甲的细节。", "② 乙。"});
    CHECK(report("").empty());
}

TEST_CASE("report: a number at the beginning that is an amount is no list mark") {
    CHECK(report("3.5公里绿道已建成。") == Lines{" 3.5公里绿道已建成。"});
    CHECK(report("12月，全部建成。") == Lines{" 12月，全部建成。"});
    CHECK(report("120处已建成。") == Lines{" 120处已建成。"});
}
