// Plan, result, status and arithmetic checks: each rule and its nearest case that must stay silent.
#include "audit/checked_test.h"

namespace duban {
namespace {

std::string told(const Row& r, std::string_view code) {
    const Checked c({r});
    const Finding* f = c.find(code);
    return f == nullptr ? std::string() : std::string(name_of(f->severity));
}

const std::string kDone = "已完成全年任务";

}  // namespace

TEST_CASE("a narrower class, a sibling, another name, a total for a rate") {
    const auto subject = [](std::string measures, std::string report) {
        return told(row(std::move(measures), "", std::move(report)), "subject-changed");
    };
    CHECK(subject("新增普惠托位800个。", "新增托位950个。") == "warning");
    CHECK(subject("新增普惠托位800个。", "新增普惠性托位950个。").empty());
    CHECK(subject("新增普惠托位800个。", "新增托位800个。").empty());
    CHECK(subject("培育市级家庭农场40家。", "培育市级以上家庭农场46家。") == "warning");
    CHECK(subject("培育市级家庭农场40家。", "培育市级家庭农场46家。").empty());
    CHECK(subject("完成光纤改造的行政村90个。", "完成光纤改造的自然村120个。") == "warning");
    CHECK(subject("完成光纤改造的行政村90个。", "完成光纤改造的行政村120个。").empty());
    CHECK(subject("提高失能老人护理补贴待遇。", "全年发放护理补贴320万元。") == "warning");
    CHECK(subject("提高失能老人护理补贴待遇。",
                  "护理补贴标准提高到每人每月120元，全年发放护理补贴320万元。")
              .empty());
}

TEST_CASE("a plan that begins long after the others") {
    std::vector<Row> rows(
        6, row("新建食堂30处。", "①1月，累计10处。②12月，累计30处。", "累计新建食堂30处。"));
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].number = std::to_string(i + 1);
    rows[4].plan = "①3月，累计10处。②12月，累计30处。";
    rows[5].plan = "①4月，累计10处。②12月，累计30处。";
    const Checked c(rows);
    CHECK(c.find("plan-month-missing", 4) == nullptr);
    REQUIRE(c.find("plan-month-missing", 5) != nullptr);
    CHECK(c.find("plan-month-missing", 5)->message == "finding-plan-begins-late");
}

TEST_CASE("amounts of the months that come to less than the target") {
    const auto amounts = [](std::string plan) {
        return told(row("新建充电桩600个。", std::move(plan), "累计建成充电桩600个。"),
                    "plan-short-of-target");
    };
    CHECK(amounts("①5月，新增充电桩200个。②8月，新增充电桩150个。③12月，新增充电桩150个。") ==
          "warning");
    CHECK(
        amounts("①5月，新增充电桩200个。②8月，新增充电桩250个。③12月，新增充电桩150个。").empty());
}

TEST_CASE("a deadline that is a season only") {
    const auto season = [](std::string report) {
        return told(row("汛前完成易涝点整治。", "", std::move(report)),
                    "result-missing-for-target");
    };
    CHECK(season("易涝点整治已完成。") == "warning");
    CHECK(season("易涝点整治已于5月完成。").empty());
    CHECK(season("汛前完成了易涝点整治。").empty());
}

TEST_CASE("a status that admits what is missing") {
    const auto below = [](std::string status) {
        return told(row("新建食堂30处。", "①12月，累计新建食堂30处。", "累计新建食堂24处。",
                        std::move(status)),
                    "result-below-target");
    };
    CHECK(below(kDone) == "error");
    CHECK(below("部分完成") == "note");
}

TEST_CASE("done although a part is not there, late, or below the plan of the month") {
    const auto status = [](std::string measures, std::string plan, std::string report,
                           std::string words) {
        return told(row(std::move(measures), std::move(plan), std::move(report), std::move(words)),
                    "status-contradicts-result");
    };
    const std::string check = "抽检食品500批次。";
    CHECK(status(check, "", "抽检食品500批次，检验结果部分未出。", kDone) == "warning");
    CHECK(status(check, "", "抽检食品500批次，检验结果均已公布。", kDone).empty());
    const std::string clear = "6月底前完成河道清淤12公里。";
    CHECK(status(clear, "", "河道清淤12公里已于9月完成。", kDone) == "error");
    CHECK(status(clear, "", "河道清淤12公里已于5月完成。", kDone).empty());
    CHECK(status(clear, "", "截至12月底，完成河道清淤12公里。", kDone).empty());
    const std::string plan = "①6月，累计新建食堂15处。②12月，累计新建食堂30处。";
    CHECK(status("新建食堂30处。", plan, "累计新建食堂24处。", "超序时进度") == "error");
    CHECK(status("新建食堂30处。", plan, "累计新建食堂30处。", "超序时进度").empty());
}

TEST_CASE("done and the rest against the promise, sections, a list that comes to too much") {
    const auto sum = [](std::string measures, std::string report) {
        return told(row(std::move(measures), "", std::move(report)), "arithmetic-sum");
    };
    CHECK(sum("新建公园6个。", "新建公园3个，其余4个正在施工。") == "error");
    CHECK(sum("新建公园6个。", "新建公园3个，其余3个正在施工。").empty());
    CHECK(sum("铺设管网40公里。", "铺设管网42公里，其中第一批20公里、第二批25公里。") == "error");
    CHECK(sum("铺设管网40公里。", "铺设管网42公里，其中第一批20公里、第二批22公里。").empty());
    CHECK(sum("新建充电桩100个。", "新建充电桩100个，其中快充桩50个、慢充桩40个、换电桩15个。") ==
          "warning");
    CHECK(sum("新建充电桩100个。", "新建充电桩100个，其中快充桩50个、慢充桩40个、换电桩10个。")
              .empty());
}

TEST_CASE("a share in brackets behind its figure") {
    const auto share = [](std::string report) {
        return told(row("改造商户320家。", "①12月，累计改造商户320家。", std::move(report)),
                    "arithmetic-percent");
    };
    CHECK(share("已改造商户304家（85%）。") == "error");
    CHECK(share("已改造商户304家（95%）。").empty());
}

TEST_CASE("of a task with its figures only what comes after them is asked for") {
    const auto last = [](std::string plan) {
        return told(row("新建食堂30处。", std::move(plan), "全年累计新建食堂31处。"),
                    "milestone-unanswered");
    };
    CHECK(last("①11月，累计新建食堂30处。②12月，组织市级专家组综合验收。") == "warning");
    CHECK(last("①11月，累计新建食堂30处。②12月，举办开放日体验。").empty());
}

TEST_CASE("parts of two divisions are not added, parts in brackets are") {
    const auto sum = [](std::string measures, std::string report) {
        return told(row(std::move(measures), "", std::move(report)), "arithmetic-sum");
    };
    CHECK(sum("改造路灯300盏。", "改造路灯300盏，其中甲路120盏、乙路110盏、丙路90盏。") ==
          "warning");
    CHECK(sum("改造路灯300盏。", "改造路灯300盏，其中甲路120盏、乙路110盏、LED灯90盏。").empty());
    CHECK(sum("服务老人900人。", "服务老人1200人（其中甲区500人、乙区600人）。") == "note");
    CHECK(sum("服务老人900人。", "服务老人1000人（其中甲区500人、乙区600人）。") == "error");
    CHECK(sum("服务老人900人。", "服务老人1100人（其中甲区500人、乙区600人）。").empty());
    CHECK(sum("服务老人900人。", "服务老人1200人（其中女性500人、党员600人）。").empty());
}

TEST_CASE("a running total of the report does not fall") {
    const auto sum = [](std::string report) {
        return told(row("新建充电桩300个。", "", std::move(report)), "arithmetic-sum");
    };
    CHECK(
        sum("10月，累计建成充电桩200个；11月，累计建成充电桩180个；12月，累计建成充电桩300个。") ==
        "warning");
    CHECK(sum("10月，累计建成充电桩200个；11月，累计建成充电桩240个；12月，累计建成充电桩300个。")
              .empty());
    CHECK(sum("11月，累计建成充电桩310个；12月，经核减，累计建成充电桩300个。").empty());
}

TEST_CASE("a rate of what was found") {
    const auto percent = [](std::string report) {
        return told(row("隐患整改率达到100%。", "", std::move(report)), "arithmetic-percent");
    };
    CHECK(percent("排查隐患1236处，整改1136处，整改率100%。") == "warning");
    CHECK(percent("排查隐患1236处，整改1136处，整改率91.9%。").empty());
    CHECK(percent("排查隐患1236处，整改1236处，整改率100%。").empty());
    CHECK(percent("排查隐患1236处，到期应整改1136处，整改率100%。").empty());
    CHECK(percent("排查隐患1236处，整改1136处，重大隐患整改率100%。").empty());
    CHECK(percent("抽检食品3461批次，不合格6批次，合格率99.83%。").empty());
}

TEST_CASE("a verb alone is no other subject") {
    CHECK(told(row("新建公厕20座。", "", "已新建并投入使用22座。"), "subject-changed").empty());
}

}  // namespace duban
