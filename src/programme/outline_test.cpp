#include "programme/outline.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace duban;

namespace {

using Texts = std::vector<std::string>;

std::vector<Section> outlined(const Texts& texts) {
    static Texts kept;  // the paragraphs are views
    kept = texts;
    std::vector<Paragraph> paragraphs;
    for (const std::string& text : kept)
        paragraphs.push_back({text, static_cast<std::uint32_t>(paragraphs.size() + 1)});
    return outline(paragraphs);
}

// The first paragraphs of the items.
std::vector<std::size_t> items(const Texts& texts) {
    std::vector<std::size_t> out;
    for (const Section& s : outlined(texts)) {
        if (s.item) out.push_back(s.first);
    }
    return out;
}

using Places = std::vector<std::size_t>;

}  // namespace

TEST_CASE("outline: every style of numbering begins items") {
    for (const auto& [one, two] :
         std::vector<std::pair<std::string, std::string>>{{"一、", "二、"},
                                                          {"（一）", "（二）"},
                                                          {"1.", "2."},
                                                          {"1、", "2、"},
                                                          {"1．", "2．"},
                                                          {"①", "②"},
                                                          {"第一件：", "第二件："},
                                                          {"【1】", "【2】"},
                                                          {"（1）", "（2）"},
                                                          {"1）", "2）"},
                                                          {"一是", "二是"},
                                                          {"任务1：", "任务2："},
                                                          {"项目一：", "项目二："},
                                                          {"1 ", "2 "},
                                                          {"１．", "２．"}}) {
        CAPTURE(one);
        CHECK(items({one + "新建公园20个。已建成18个。", two + "改造公厕30座。已改造12座。"}) ==
              Places{0, 1});
    }
}

TEST_CASE("outline: what is no list number") {
    for (const char* text :
         {"2024年新建公园20个，已建成18个。", "12个县区已开工。", "1.5万人已参加培训。",
          "一季度完成3个。", "第一批3个项目已开工。", "一户一策已完成12户。"}) {
        CAPTURE(text);
        CHECK(items({text}).empty());
    }
}

TEST_CASE("outline: headings without text of their own are no items") {
    const auto sections =
        outlined({"某市进展情况", "一、教育", "1.新建幼儿园。已建成3所。",
                  "2.改造操场。已完成4个。", "二、交通", "1.修路。已完成8公里。"});
    REQUIRE(sections.size() == 4);
    CHECK_FALSE(sections[0].item);
    CHECK(sections[1].first == 2);
    CHECK(sections[1].heading == 1);
    CHECK(sections[2].heading == 1);
    CHECK(sections[3].first == 5);
    CHECK(sections[3].heading == 4);
}

TEST_CASE("outline: points under an item are no items") {
    CHECK(items({"1.加装电梯", "①已完工65部；", "②在建40部。", "2.改造公厕。已改造12座。"}) ==
          Places{0, 3});
    CHECK(items({"（一）老旧小区改造。计划改造45个。", "1.已完工38个。", "2.正在施工7个。",
                 "（二）加装电梯。计划加装120部，已完成65部。"}) == Places{0, 3});
    // Labels are parts of the item that they stand under.
    CHECK(items({"一、供水提升", "（一）目标任务：新建水厂2座。", "（二）进展情况：已建成1座。"}) ==
          Places{0});
    // Titled points with text of their own are items, though their heading names a figure.
    CHECK(items({"二、新增学位3000个", "（一）城东小学。已建成，新增学位1200个。",
                 "（二）城西小学。正在装修。"}) == Places{1, 2});
}

TEST_CASE("outline: paragraphs without a number go on with the item before") {
    const auto sections = outlined({"一、公厕改造", "全年改造30座。", "已改造12座。", "二、公园",
                                    "已建成3个。", "附件：名单", "某市人民政府办公室"});
    REQUIRE(sections.size() == 4);
    CHECK(sections[0].last == 3);
    CHECK(sections[1].first == 3);
    CHECK(sections[1].last == 5);
    CHECK_FALSE(sections[2].item);
    CHECK_FALSE(sections[3].item);
}

TEST_CASE("outline: labels begin items where no numbers do") {
    CHECK(items({"项目名称：修路", "年度目标：10公里", "项目名称：架桥", "年度目标：2座"}) ==
          Places{0, 2});
    CHECK(items({"序号：1", "项目名称：修路", "序号：2", "项目名称：架桥"}) == Places{0, 2});
}

TEST_CASE("outline: without numbers a title line or a paragraph with figures is an item") {
    CHECK(items({"某市进展", "公厕改造",
                 "全年计划改造公厕30座，截至目前已经改造完成12座，其余正在施工。", "公园建设",
                 "全年计划新建公园20个，截至目前已经建成18个，其余正在铺装园路。"}) ==
          Places{1, 3});
    CHECK(items({"某市进展", "改造公厕30座，已完成12座。", "新建公园20个，已建成18个。",
                 "修路100公里，已完成80公里。"}) == Places{1, 2, 3});
    CHECK(items({"只有一段文字。"}).empty());
    CHECK(items({}).empty());
}

TEST_CASE("outline: where a title ends") {
    const auto title = [](std::string_view text) {
        return std::string(text.substr(0, title_end(text).end));
    };
    CHECK(title("新建公园20个。已建成18个。") == "新建公园20个");
    CHECK(title("老旧小区改造：改造45个。") == "老旧小区改造");
    CHECK(title("计划新建市场10个，已建成8个。") == "计划新建市场10个");
    CHECK(title("建设急救站（责任单位：市卫健委）。年内新建6个。") ==
          "建设急救站（责任单位：市卫健委）");
    CHECK(title("加装电梯\n全年加装120部。") == "加装电梯");
    CHECK(title("") == "");
    CHECK(title_end("新建公园。已建成18个。").apart);
    CHECK_FALSE(title_end("新建公园20个，已建成18个").apart);
}
