// The checks of a bulletin's arithmetic: status-count, share-base, rank-order, year-on-year.
#include "audit/checked_test.h"

namespace duban {
namespace {

// The severity of the only finding of the code in a paragraph, or "" for none.
std::string said(std::string_view code, std::string_view text) {
    const Checked c = prose(text);
    std::string out;
    for (const Finding& f : c.audit.findings) {
        if (f.task == 1)
            out += (out.empty() ? "" : " ") + std::string(f.code == code ? "" : f.code) +
                   std::string(name_of(f.severity));
    }
    return out;
}
bool holds(std::string_view text, std::string_view arithmetic) {
    return prose(text).holds(arithmetic);
}

}  // namespace

TEST_CASE("items counted by status make the whole") {
    const auto count = [](std::string_view text) { return said("status-count", text); };
    CHECK(count("全市50项任务中，已完成30项，正在推进11项，滞后8项。") == "error");
    CHECK(count("全市50项任务中，已完成30项，正在推进12项，滞后8项。").empty());
    CHECK(holds("全市50项任务中，已完成30项，正在推进12项，滞后8项。", "30 + 12 + 8 = 50"));
    CHECK(count("50项任务，30项已完成，11项正在推进，8项进度滞后。") == "error");
    CHECK(count("50项任务，30项已完成，12项正在推进，8项进度滞后。").empty());
    // A list that is not whole, a figure that is about, a group within another.
    CHECK(count("50项任务中，已完成30项，滞后8项。").empty());
    CHECK(count("50项任务中，已完成约30项，正在推进11项，滞后8项。").empty());
    CHECK(count("50项任务中，已完成30项，正在推进20项，滞后3项。").empty());
    CHECK(count("50项任务中，已完成30项，其中提前完成5项，正在推进20项。").empty());
    CHECK(count("已完成30项，正在推进11项，滞后8项。").empty());
    // The whole in the sentence before.
    CHECK(count("全市共有50项任务。其中已完成30项，正在推进11项，滞后8项。") == "error");
    CHECK(count("全市共有50项任务。其中已完成30项，正在推进12项，滞后8项。").empty());
    CHECK(count("今年确定实事6类50项。已完成30项，占60%；达到序时进度11项，占22%；滞后8项。") ==
          "error");
    CHECK(count("整改问题50个。已完成30项，正在推进11项，滞后8项。").empty());
    // Lights are a division of their own.
    CHECK(count("50项任务中，亮绿灯30项，亮黄灯12项，亮红灯7项。") == "warning");
    CHECK(count("50项任务中，亮绿灯30项，亮黄灯12项，亮红灯8项。").empty());
    // More done and under way than there is.
    CHECK(count("50项任务中，已完成30项，正在推进25项。") == "warning");
}

TEST_CASE("so many of so many, and the rest") {
    const auto count = [](std::string_view text) { return said("status-count", text); };
    CHECK(count("14个县区中已有11个完成改造，剩余2个正在扫尾。") == "error");
    CHECK(count("14个县区中已有11个完成改造，剩余3个正在扫尾。").empty());
    CHECK(count("14个县区中已有11个完成改造。").empty());
    CHECK(count("全市14个镇，已建成书屋20个，其余3个在建。").empty());  // counts other things
}

TEST_CASE("an opening that counts other statuses than the table") {
    const std::vector<Row> rows{
        row("新建食堂30处。", "①12月，累计新建食堂30处。", "全年累计新建食堂30处。"),
        {"2", "建设公园", "新建公园5处。", "①12月，累计新建公园5处。", "累计新建公园4处。",
         "进度滞后"}};
    const Checked wrong(rows, {}, "全市2项任务中，已完成2项。");
    const Finding* f = wrong.find("status-count", 2);
    REQUIRE(f != nullptr);
    CHECK(f->severity == Severity::kWarning);
    CHECK(f->arithmetic == "2 - 1 = 1");
    CHECK(Checked(rows, {}, "全市2项任务中，已完成1项。").find("status-count", 2) == nullptr);
    // Another whole than this table's.
    CHECK(Checked(rows, {}, "全市50项任务中，已完成2项。").find("status-count", 2) == nullptr);
}

TEST_CASE("a share is of the base beside it") {
    const auto share = [](std::string_view text) { return said("share-base", text); };
    CHECK(share("已完成30项，占50项的60%。").empty());
    CHECK(holds("已完成30项，占50项的60%。", "30 / 50 = 60%"));
    CHECK(share("已完成30项，占50项的65.3%。") == "error");
    // It is a share of another figure in the text.
    CHECK(share("全市共有任务60项，本次检查50项，已完成30项，占50项的50%。") == "warning");
    CHECK(share("市级任务50项，已完成30项，占65%。") == "warning");
    CHECK(share("市级任务50项，已完成30项，占60%。").empty());
    CHECK(share("计划建设车位400个，已建成340个，建成率85%。").empty());
    CHECK(share("计划建设车位400个，已建成340个，建成率80%。") == "error");
    CHECK(share("已建成340个，建成率80%。").empty());
    CHECK(share("计划建设车位0个，已建成0个，建成率100%。").empty());
    CHECK(share("全市共办件5000件，其中网上办理3000件，占总数的70%。") == "warning");
    CHECK(share("全市共办件5000件，其中网上办理3000件，占总数的60%。").empty());
}

TEST_CASE("league tables are in order") {
    const auto rank = [](std::string_view text) { return said("rank-order", text); };
    CHECK(rank("完成率排名前三的是东城区（98.5%）、西城区（97%）、南湖县（97.2%）。") == "warning");
    CHECK(rank("完成率排名前三的是东城区（98.5%）、西城区（97.2%）、南湖县（97%）。").empty());
    CHECK(rank("完成率排名前三的是东城区（98.5%）、西城区（97%）、南湖县（97%）。").empty());
    CHECK(rank("排名后三位的是北山县（61%）、云溪县（65%）、石门县（70%）。").empty());
    CHECK(rank("第1名东城区98.5%，第2名西城区95%，第3名南湖县96%。") == "warning");
    CHECK(rank("东城区98.5%，西城区95%，南湖县96%。").empty());
    CHECK(rank("投资增长8.1%，居全省第1位；消费增长5%，居全省第2位；出口增长9%，居全省第3位。")
              .empty());
}

TEST_CASE("a change follows from the figures before and after") {
    const auto change = [](std::string_view text) { return said("year-on-year", text); };
    CHECK(change("完成投资120亿元，同比增长20%，去年同期为100亿元。").empty());
    CHECK(change("完成投资120亿元，同比增长30%，去年同期为100亿元。") == "error");
    CHECK(change("完成投资120亿元，同比增长30%。").empty());
    CHECK(change("合格率由80%提高到85%，提高5个百分点。").empty());
    CHECK(change("合格率由80%提高到85%，提高6个百分点。") == "error");
    CHECK(change("合格率由80%提高到85%，提高5%。") == "note");
    CHECK(change("合格率由80%提高到85%，提高6.25%。").empty());
    CHECK(change("办理时限由10天缩短到4天，缩短60%。").empty());
    CHECK(change("公办园比上年增加15所，达到60所（上年45所）。").empty());
    CHECK(change("公办园比上年增加15所，达到62所（上年45所）。") == "error");
    CHECK(change("生产总值120亿元，按可比价格同比增长6%，去年同期为100亿元。").empty());
    CHECK(change("完成投资120亿元，比上年同期的100亿元增长25%。") == "error");
    CHECK(change("完成投资120亿元，比上年同期的100亿元增长20%。").empty());
    CHECK(change("完成投资50亿元，增长2%；拨付资金120亿元，比上年同期的100亿元增长25%。") ==
          "error");
    CHECK(change("累计办结120件，同比增长20%，去年同期为0件。").empty());
}

}  // namespace duban
