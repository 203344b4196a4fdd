#include "extraction/period.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace duban;

namespace {

// "first-last/what is left", with the year in front where there is one; "none" otherwise.
std::string read(std::string_view text) {
    const auto match = parse_period(text);
    if (!match) return "none";
    std::string out = match->period.year != 0 ? std::to_string(match->period.year) + " " : "";
    out += match->period.quarter ? "Q" : "";
    return out + std::to_string(match->period.first) + "-" + std::to_string(match->period.last) +
           "/" + std::string(text.substr(match->size));
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("period: a month") {
    CHECK(read("5月，开工") == "5-5/，开工");
    CHECK(read("5月份：开工") == "5-5/：开工");
    CHECK(read("5 月，开工") == "5-5/，开工");
    CHECK(read("12月") == "12-12/");
    CHECK(read("十一月，验收") == "11-11/，验收");
    CHECK(read("10月底前，完工") == "10-10/，完工");
    CHECK(read("3月中旬启动") == "3-3/启动");
}

TEST_CASE("period: a run of months is closed on both sides") {
    CHECK(read("1-12月，累计") == "1-12/，累计");
    CHECK(read("11月-12月，收尾") == "11-12/，收尾");
    CHECK(read("7月至9月，施工") == "7-9/，施工");
    CHECK(read("7至9月，施工") == "7-9/，施工");
    CHECK(read("4—6月") == "4-6/");
    CHECK(read("4月 － 6月份") == "4-6/");
    CHECK(read("5月、6月，各两处") == "5-6/，各两处");
    CHECK(read("三月到五月") == "3-5/");
    // Backwards it is no run: the first month stands alone.
    CHECK(read("9月-7月") == "9-9/-7月");
}

TEST_CASE("period: a year in front, quarters, halves and the year's end") {
    CHECK(read("2024年5月，开工") == "2024 5-5/，开工");
    CHECK(read("2024年 1-3月") == "2024 1-3/");
    CHECK(read("第一季度，招标") == "Q1-3/，招标");
    CHECK(read("四季度") == "Q10-12/");
    CHECK(read("3季度") == "Q7-9/");
    CHECK(read("2024年第二季度") == "2024 Q4-6/");
    CHECK(read("上半年，建成") == "1-6/，建成");
    CHECK(read("下半年") == "7-12/");
    CHECK(read("年底前，建成") == "12-12/，建成");
}

TEST_CASE("period: a date, a count of months and other numbers are none") {
    for (const char* text : {"5月6日", "3月17日印发", "5 月 6 日", "5个月", "13月", "0月", "5处",
                             "2024年", "5", "", "月份", "5.5月", "5万月", "第五月份牌"}) {
        CAPTURE(text);
        CHECK(read(text) == "none");
    }
}

TEST_CASE("period: names of every month in it") {
    const auto named = [](std::string_view text, int year) {
        return period_names(parse_period(text)->period, year);
    };
    CHECK(named("5月", 2024) == Names{"2024-05"});
    CHECK(named("9-11月", 2024) == Names{"2024-09", "2024-10", "2024-11"});
    CHECK(named("2025年1月", 2024) == Names{"2025-01"});
    CHECK(named("第三季度", 2024) == Names{"2024-Q3"});
    CHECK(named("第四季度", 2024) == Names{"2024-Q4"});
    CHECK(named("上半年", 2024).size() == 6);
    CHECK(named("5月", 0) == Names{"0000-05"});
    CHECK(period_names(Period{}, 2024).empty());
}
