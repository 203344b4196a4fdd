// Laws that hold for every text, tried on texts put together from what the rules look at.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "extraction/items.h"
#include "extraction/numeral.h"
#include "extraction/quantity.h"
#include "extraction/repair.h"

using namespace duban;

namespace {

const std::vector<std::string_view> kParts{
    "0",    "1",      "7",      "12",   "2024", "3.5", "1,234",  "一",   "二",   "三",
    "十",   "百",     "千",     "万",   "亿",   "零",  "两",     "几",   "余",   "多",
    "点",   "百分之", "%",      "％",   "个",   "处",  "家",     "人",   "元",   "米",
    "千米", "公里",   "年",     "月",   "日",   "号",  "时",     "天",   "岁",   "吨/日",
    "mg/L", "（",     "）",     "(",    ")",    "《",  "》",     "“",    "”",    " ",
    "　",   "\n",     "，",     "。",   "；",   "、",  "：",     ",",    ":",    "-",
    "—",    "至",     "到",     "~",    "+",    "/",   "#",      "<",    ">",    "<p>",
    "</p>", "<b>",    "&nbsp;", "①",    "②",    "⑦",   "不少于", "超过", "约",   "近",
    "以上", "以内",   "左右",   "内",   "第",   "前",  "各",     "其中", "累计", "新增",
    "完成", "目标",   "的",     "学校", "５",   "Ａ",  "and",    "x",    "é",    "𠀀"};

std::string any_text() {
    std::string text;
    for (const std::size_t part : *rc::gen::container<std::vector<std::size_t>>(
             rc::gen::inRange<std::size_t>(0, kParts.size()))) {
        text += kParts[part];
    }
    return text;
}

bool whole_characters(std::string_view text, Span span) {
    const auto boundary = [&](std::uint32_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    };
    return span.begin <= span.end && span.end <= text.size() && boundary(span.begin) &&
           boundary(span.end);
}

void laws(const std::string& text) {
    std::uint32_t end = 0;
    for (const Quantity& q : extract_quantities(text)) {
        RC_ASSERT(whole_characters(text, q.span));
        RC_ASSERT(whole_characters(text, q.number));
        RC_ASSERT(whole_characters(text, q.unit));
        RC_ASSERT(!q.number.empty());
        // In order and apart from one another; only the ends of a range share their unit.
        RC_ASSERT(q.span.begin >= end);
        end = q.span.end;
        RC_ASSERT(q.span.begin <= q.number.begin);
        RC_ASSERT(q.number.end <= q.span.end || q.range_low);
        if (!q.unit.empty()) {
            RC_ASSERT(q.unit.begin >= q.number.end);
            RC_ASSERT(q.unit.end == q.span.end || q.range_low);
        }
        // The value is that of its own words; the low end of a range may take the scale of the high
        // one.
        std::string_view words = q.number.of(text);
        if (words.starts_with("百分之")) words.remove_prefix(std::string_view("百分之").size());
        const auto again = parse_numeral(words);
        RC_ASSERT(again.has_value());
        if (!q.range_low) RC_ASSERT(again->value == q.value.abs());
        RC_ASSERT(again->size == words.size());
        if (q.value.negative()) RC_ASSERT(text[q.span.begin] == '-');
    }
}

}  // namespace

TEST_CASE("quantity: spans, numbers and values fit together in any text") {
    CHECK(rc::check([] {
        const std::string raw = any_text();
        laws(raw);
        laws(repair(raw).clean);
    }));
}

TEST_CASE("quantity: text without numbers around it changes nothing inside") {
    CHECK(rc::check([] {
        const std::string text = any_text();
        const auto alone = extract_quantities("。" + text + "。");
        const auto within = extract_quantities("绿树成荫。" + text + "。" + "花开满园");
        RC_ASSERT(alone.size() == within.size());
        for (std::size_t i = 0; i < alone.size(); ++i) RC_ASSERT(alone[i].value == within[i].value);
    }));
}

TEST_CASE("quantity: a number with its unit is found whatever stands around it") {
    CHECK(rc::check([] {
        const long long n = *rc::gen::inRange<long long>(3, 100000000);
        const auto units =
            std::to_array<std::string_view>({"个", "处", "户", "人次", "元", "公里", "%", "台"});
        const std::string_view unit = units[*rc::gen::inRange<std::size_t>(0, units.size())];
        const std::string text =
            "本地建设情况：" + std::to_string(n) + std::string(unit) + "，其余待办";
        const auto found = extract_quantities(text);
        RC_ASSERT(found.size() == 1U);
        RC_ASSERT(found[0].value == Decimal(n));
        RC_ASSERT(found[0].unit.of(text) == unit);
    }));
}

TEST_CASE("items: spans are whole, ordered and inside the text") {
    CHECK(rc::check([] {
        const std::string text = repair(any_text()).clean;
        const PlanText plan = split_plan(text);
        std::uint32_t end = 0;
        for (const PlanItem& item : plan.items) {
            RC_ASSERT(whole_characters(text, item.whole));
            RC_ASSERT(whole_characters(text, item.text));
            RC_ASSERT(whole_characters(text, item.heading));
            RC_ASSERT(item.whole.begin >= end);
            end = item.whole.end;
        }
        for (const Span stray : plan.stray_numbers)
            RC_ASSERT(is_circled(decode_at(text, stray.begin).value));
        end = 0;
        for (const ReportItem& item : split_report(text)) {
            RC_ASSERT(whole_characters(text, item.text));
            RC_ASSERT(whole_characters(text, item.number));
            RC_ASSERT(item.text.begin >= end);
            RC_ASSERT(item.number.empty() || item.number.end <= item.text.begin);
            end = item.text.end;
        }
    }));
}

TEST_CASE("report: nothing that can be seen is lost") {
    CHECK(rc::check([] {
        const std::string text = repair(any_text()).clean;
        std::string kept;
        for (const ReportItem& item : split_report(text)) {
            kept += item.number.of(text);
            kept += item.text.of(text);
        }
        // A number with nothing behind it may go.
        std::string_view left = kept;
        for (const char32_t c : {U'，', U'处', U'完', U'7'}) {
            std::string one;
            append_utf8(one, c);
            std::size_t a = 0;
            std::size_t b = 0;
            for (std::size_t at = text.find(one); at != std::string::npos;
                 at = text.find(one, at + 1))
                ++a;
            for (std::size_t at = left.find(one); at != std::string::npos;
                 at = left.find(one, at + 1))
                ++b;
            if (c != U'7') RC_ASSERT(a == b);
        }
    }));
}
