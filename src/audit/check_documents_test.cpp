// milestone-unanswered, citation-mismatch, money-not-paid.
#include "audit/checked_test.h"

namespace duban {
namespace {

std::string severity(const Checked& c, std::string_view code) {
    const Finding* f = c.find(code);
    return f == nullptr ? std::string() : std::string(name_of(f->severity));
}

}  // namespace

TEST_CASE("what the plan sets for the month is answered by the month's report") {
    const auto milestone = [](std::string plan, std::string report, std::string status) {
        return severity(Checked({row("建设市级老年大学，提升办学条件。", std::move(plan),
                                     std::move(report), std::move(status))}),
                        "milestone-unanswered");
    };
    const std::string plan =
        "①11月，完成装修。②12月，印发老年大学招生管理办法，举办首届书画作品展，督促抓好安全。";
    CHECK(milestone(plan, "采购桌椅200套。", "正在推进") == "warning");
    CHECK(milestone(plan, "印发了老年大学招生管理办法，首届书画作品展顺利举办。", "正在推进")
              .empty());
    CHECK(milestone(plan, "全部完成。", "已完成全年任务").empty());
    // Routine work, and what the plan sets for another month.
    CHECK(milestone("①12月，督促抓好施工安全，加强日常调度。", "采购桌椅200套。", "正在推进")
              .empty());
    CHECK(
        milestone("①11月，举办首届书画作品展。②12月，督促抓好安全。", "采购桌椅200套。", "正在推进")
            .empty());
    // A later stage answers an earlier one.
    CHECK(milestone("①12月，老年大学教学楼竣工验收。", "老年大学教学楼已投入使用。", "正在推进")
              .empty());
    CHECK(milestone("①12月，老年大学教学楼竣工验收。", "采购桌椅200套。", "正在推进") == "warning");
}

TEST_CASE("a finished task that reports the whole answers its last month") {
    const Checked c(
        {row("新建食堂30处。", "①11月，累计新建食堂20处。②12月，累计新建食堂30处，举办开放日体验。",
             "全年累计新建食堂31处。")});
    CHECK(c.find("milestone-unanswered") == nullptr);
}

TEST_CASE("a document that was promised is cited") {
    const auto cited = [](std::string report) {
        return severity(Checked({row("印发《社区食堂补贴资金管理暂行办法》，新建食堂30处。",
                                     "①12月，累计新建食堂30处。", std::move(report))}),
                        "citation-mismatch");
    };
    CHECK(cited("印发《社区食堂补贴资金管理办法》，新建食堂30处。") == "note");
    CHECK(cited("印发《社区食堂补贴资金管理暂行办法》，新建食堂30处。").empty());
    CHECK(cited("印发《关于印发〈社区食堂补贴资金管理暂行办法〉的通知》，新建食堂30处。").empty());
    CHECK(cited("社区食堂补贴资金管理办法已印发，新建食堂30处。") == "note");
    CHECK(cited("社区食堂补贴资金管理办法已印发（某民〔2024〕5号），新建食堂30处。").empty());
    CHECK(cited("新建食堂30处。").empty());  // silence is another check's matter
}

TEST_CASE("money that is allocated is not paid") {
    const auto paid = [](std::string report, std::string status) {
        return severity(
            Checked({row("为困难家庭发放供暖补贴300万元。", "①12月，发放供暖补贴300万元。",
                         std::move(report), std::move(status))}),
            "money-not-paid");
    };
    const std::string done = "已完成全年任务";
    CHECK(paid("供暖补贴资金300万元已下达各县区。", done) == "warning");
    CHECK(paid("供暖补贴资金300万元正在审核。", done) == "warning");
    CHECK(paid("供暖补贴资金300万元已下达，任务已完成。", "") == "warning");
    CHECK(paid("供暖补贴资金300万元已拨付各县区。", done).empty());
    CHECK(paid("供暖补贴300万元已发放到户。", done).empty());
    CHECK(paid("供暖补贴资金300万元已下达各县区。", "正在推进").empty());
    CHECK(paid("供暖补贴资金300万元已下达，惠及1200户。", done).empty());
}

}  // namespace duban
