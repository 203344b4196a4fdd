// Laws of the repair: every place can be traced, and a second repair finds nothing to do.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "extraction/repair.h"

using namespace duban;

namespace {

std::string any_cell() {
    static const std::vector<std::string_view> kParts{
        "完", "成",     "年",   "度", "任",   "务",  "5",    "12",    ".",   ",",   "%",  "(",
        ")",  ";",      ":",    " ",  "  ",   "　",  "\t",   "\n",    "，",  "。",  "；", "（",
        "）", "“",      "”",    "①",  "②",    "<p>", "</p>", "<br/>", "<b>", "<",   ">",  "p>",
        "<p", "&nbsp;", "&",    "１", "Ａ",   "ｚ",  "％",   "／",    "．",  "and", "or", "of",
        "to", "for",    "with", "x",  "mg/L", "é",   "𠀀",   "≤",     "—"};
    std::string text;
    for (const std::size_t part : *rc::gen::container<std::vector<std::size_t>>(
             rc::gen::inRange<std::size_t>(0, kParts.size()))) {
        text += kParts[part];
    }
    return text;
}

}  // namespace

TEST_CASE("repair: every span lies in the raw text, on whole characters, in order") {
    CHECK(rc::check([] {
        const std::string raw = any_cell();
        const Text text = repair(raw);
        RC_ASSERT(first_invalid(text.clean) == std::string::npos);
        std::vector<std::uint32_t> starts;
        for (std::size_t at = 0; at < text.clean.size(); at += decode_at(text.clean, at).size) {
            starts.push_back(static_cast<std::uint32_t>(at));
        }
        starts.push_back(static_cast<std::uint32_t>(text.clean.size()));
        Span last;
        for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
            const Span one = text.raw_span({starts[i], starts[i + 1]});
            RC_ASSERT(one.begin <= one.end);
            RC_ASSERT(one.end <= raw.size());
            RC_ASSERT(one.begin >= last.begin);
            RC_ASSERT(one.end >= last.end);
            RC_ASSERT(first_invalid(one.of(raw)) == std::string::npos);
            last = one;
        }
        const std::size_t a = *rc::gen::inRange<std::size_t>(0, starts.size());
        const std::size_t b = *rc::gen::inRange<std::size_t>(a, starts.size());
        const Span some = text.raw_span({starts[a], starts[b]});
        RC_ASSERT(some.begin <= some.end);
        RC_ASSERT(some.end <= raw.size());
        RC_ASSERT(first_invalid(some.of(raw)) == std::string::npos);
        for (const Damage& damage : text.damages) {
            RC_ASSERT(damage.raw.begin < damage.raw.end);
            RC_ASSERT(damage.raw.end <= raw.size());
        }
    }));
}

TEST_CASE(
    "repair: what lies under a span repairs to the span, where no blank or word was put right") {
    CHECK(rc::check([] {
        const std::string raw = any_cell();
        const Text text = repair(raw);
        for (std::size_t at = 0; at < text.clean.size();) {
            const CodePoint c = decode_at(text.clean, at);
            const auto begin = static_cast<std::uint32_t>(at);
            at += c.size;
            if (!is_han(c.value) || contains(raw, "and") || contains(raw, "o") ||
                contains(raw, "with"))
                continue;
            RC_ASSERT(text.raw_slice({begin, static_cast<std::uint32_t>(at)}) ==
                      std::string_view(text.clean).substr(begin, c.size));
        }
    }));
}

TEST_CASE("repair: a second repair changes nothing") {
    CHECK(rc::check([] {
        const std::string raw = any_cell();
        const std::string once = repair(raw).clean;
        // Where a tag goes without a break, what it parted may make a tag or a word.
        if (contains(once, "<") || contains(raw, "<b>")) return;
        const std::string twice = repair(once).clean;
        RC_ASSERT(twice == once);
    }));
}
