#include "extraction/repair.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace duban;

namespace {

std::string clean(std::string_view raw) { return repair(raw).clean; }

std::size_t damages(std::string_view raw, DamageKind kind) {
    const Text text = repair(raw);
    return static_cast<std::size_t>(std::count_if(text.damages.begin(), text.damages.end(),
                                                  [&](const Damage& d) { return d.kind == kind; }));
}

// The raw text under a word of the clean one.
std::string raw_of(std::string_view raw, std::string_view word) {
    const Text text = repair(raw);
    const std::size_t at = text.clean.find(word);
    REQUIRE(at != std::string::npos);
    return std::string(text.raw_slice(
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())}));
}

}  // namespace

TEST_CASE("repair: text without damage stays as it is") {
    for (const char* raw :
         {"", "全年新建公厕89处，完成年度目标的103.3%。", "①5月，开工；②6月，完工。",
          "mg/L 与 A-3 idle words", "“一户一档”（含乡镇）", "第一段\n第二段"}) {
        CAPTURE(raw);
        const Text text = repair(raw);
        if (text.clean != raw) continue;
        CHECK(text.damages.empty());
        CHECK(text.shifts.empty());
    }
    CHECK(clean("全年新建公厕89处") == "全年新建公厕89处");
}

TEST_CASE("repair: mark-up becomes breaks between paragraphs") {
    CHECK(clean("<p>一段</p><p>二段</p>") == "一段\n二段");
    CHECK(clean("<p>一段</p> <p class=\"a\">二段</p>") == "一段\n二段");
    CHECK(clean("一行<br/>二行<BR>三行") == "一行\n二行\n三行");
    CHECK(clean("<p></p><p></p>只此一段<p></p>") == "只此一段");
    CHECK(clean("甲<b>乙</b>丙") == "甲乙丙");
    CHECK(clean("<span style=\"color:red\">字</span>") == "字");
    CHECK(clean("<p><p><p><p>") == "");
    CHECK(repair("<p>一段</p><p>二段</p>").damages.empty());
}

TEST_CASE("repair: a sign is no tag") {
    CHECK(clean("浊度<1度") == "浊度<1度");
    CHECK(clean("a < b > c") == "a < b > c");
    CHECK(clean("未关<p") == "未关<p");
    CHECK(clean("<>") == "<>");
    CHECK(clean("<一>") == "<一>");
}

TEST_CASE("repair: blanks go out of Chinese text and are told") {
    CHECK(clean("完成 了 任务") == "完成了任务");
    CHECK(damages("完成 了 任务", DamageKind::kBlank) == 2);
    CHECK(clean("建成　３ 处") == "建成3处");
    CHECK(clean("新建&nbsp;公园") == "新建公园");
    CHECK(clean("  两头的空白  ") == "两头的空白");
    CHECK(damages("  两头的空白  ", DamageKind::kBlank) == 0);
    CHECK(clean("road 5 km") == "road 5 km");
    CHECK(clean("road   5") == "road 5");
    // After a mark or a list number a blank is a matter of taste.
    CHECK(clean("① 选址； ② 开工") == "①选址；②开工");
    CHECK(repair("① 选址； ② 开工").damages.empty());
}

TEST_CASE("repair: a blank after every character is one damage") {
    const Text text = repair("已 完 成 全 年 任 务");
    CHECK(text.clean == "已完成全年任务");
    REQUIRE(text.damages.size() == 1);
    CHECK(text.damages[0].kind == DamageKind::kSpacedOut);
    CHECK(text.damages[0].raw == Span{0, static_cast<std::uint32_t>(text.raw.size())});
    CHECK(damages("完 成", DamageKind::kSpacedOut) == 0);
}

TEST_CASE("repair: full-width letters and digits become plain, half-width marks are told") {
    CHECK(clean("１２３个") == "123个");
    CHECK(damages("１２３个", DamageKind::kWidth) == 3);
    CHECK(clean("ＡＢｃ") == "ABc");
    CHECK(clean("８５％") == "85%");
    CHECK(clean("６吨／日") == "6吨/日");
    CHECK(clean("３．５") == "3.5");
    CHECK(clean("，：；（）！？") == "，：；（）！？");
    CHECK(damages("开工,建成", DamageKind::kWidth) == 1);
    CHECK(clean("开工,建成") == "开工,建成");
    CHECK(damages("1,234个", DamageKind::kWidth) == 0);
    CHECK(damages("a, b", DamageKind::kWidth) == 0);
}

TEST_CASE("repair: an English word in the place of a Chinese one") {
    CHECK(clean("新建and改建") == "新建和改建");
    CHECK(clean("新建 and 改建") == "新建和改建");
    CHECK(clean("新建&nbsp;and&nbsp;改建") == "新建和改建");
    CHECK(damages("新建and改建", DamageKind::kLatinWord) == 1);
    CHECK(clean("R and D中心") == "R and D中心");
    CHECK(clean("and改建") == "and改建");
    CHECK(clean("新建android终端") == "新建android终端");
    CHECK(clean("新建and") == "新建and");
}

TEST_CASE("repair: every place can be traced to the cell") {
    CHECK(raw_of("<p>新 建 <b>公</b>园</p>", "新建公园") == "新 建 <b>公</b>园");
    CHECK(raw_of("建成 １２ 处", "12处") == "１２ 处");
    CHECK(raw_of("建成 １２ 处", "2") == "２");
    CHECK(raw_of("3.63 万 户居民", "3.63万户") == "3.63 万 户");
    CHECK(raw_of("<p>一段</p><p>二段</p>", "二段") == "二段");
    CHECK(raw_of("<p>一段</p><p>二段</p>", "一段") == "一段");
    CHECK(raw_of("甲 and 乙丙", "乙丙") == "乙丙");
    CHECK(raw_of("甲 and 乙丙", "甲") == "甲");
    CHECK(raw_of("８５％以上", "85%") == "８５％");
    CHECK(raw_of("　　①5月", "①5月") == "①5月");
}

TEST_CASE("repair: spans at the edges") {
    const Text text = repair("<p> 甲 乙 </p>");
    const auto size = static_cast<std::uint32_t>(text.clean.size());
    CHECK(text.raw_slice({0, size}) == "甲 乙");
    CHECK(text.raw_span({0, 0}).empty());
    CHECK(text.raw_span({size, size}).empty());
    CHECK(text.raw_slice({0, size + 10}) == "甲 乙");
    CHECK(repair("").raw_span({0, 0}) == Span{0, 0});
    CHECK(repair("<p></p>").raw_span({0, 5}) == Span{0, 0});
}

TEST_CASE("repair: bombs of mark-up and blanks are just long") {
    std::string bomb;
    for (int i = 0; i < 50000; ++i) bomb += "<p>";
    CHECK(clean(bomb + "字" + bomb) == "字");
    CHECK(clean(std::string(100000, ' ') + "字") == "字");
    CHECK(clean(std::string(100000, '<')) == std::string(100000, '<'));
}

TEST_CASE("repair: a part of a text traces its places back as the whole does") {
    const Text whole = repair("<p>新建 公园20个，</p><p>已建 成１８个，正在 建2个。</p>");
    const auto at = [&](std::string_view words) {
        const auto begin = static_cast<std::uint32_t>(whole.clean.find(words));
        return Span{begin, begin + static_cast<std::uint32_t>(words.size())};
    };
    const Span pieces[] = {at("公园20个，"), at("18个，"), at("建2个。")};
    const Text part = part_of(whole, pieces);
    CHECK(part.clean == "公园20个，\n18个，\n建2个。");
    CHECK(part.raw.data() == whole.raw.data());
    const auto raw = [&](std::string_view words) {
        const auto begin = static_cast<std::uint32_t>(part.clean.find(words));
        return part.raw_slice({begin, begin + static_cast<std::uint32_t>(words.size())});
    };
    CHECK(raw("公园20个") == "公园20个");
    CHECK(raw("18个") == "１８个");
    CHECK(raw("2个。") == "2个。");
    // Pieces that touch go on; damage stands only where its piece does.
    const Span touching[] = {at("已建成"), at("18个，")};
    CHECK(part_of(whole, touching).clean == "已建成18个，");
    CHECK(part_of(whole, touching).damages.size() >= 2);
    CHECK(part_of(whole, {}).clean.empty());
}

TEST_CASE("repair: lines inside a cell are paragraphs") {
    CHECK(repair("甲  \r\n\n  乙").clean == "甲\n乙");
    CHECK(repair("甲  \r\n\n  乙").damages.empty());
}
