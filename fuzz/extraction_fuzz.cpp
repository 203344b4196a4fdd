// Any bytes as a cell: repair, quantities, plan and report hold their laws. Bytes that are no UTF-8
// never come so far in the program, but must not harm either.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.h"
#include "extraction/items.h"
#include "extraction/numeral.h"
#include "extraction/period.h"
#include "extraction/quantity.h"
#include "extraction/repair.h"

using namespace duban;

namespace {

constexpr std::size_t kLongest = 3000;

void hold(bool law) {
    if (!law) std::abort();
}

bool inside(Span span, std::string_view text) {
    return span.begin <= span.end && span.end <= text.size();
}

bool starts_character(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

bool whole(Span span, std::string_view text) {
    return inside(span, text) && starts_character(text, span.begin) &&
           starts_character(text, span.end);
}

void trace_back(const Text& text) {
    std::uint32_t last = 0;
    for (std::size_t at = 0; at < text.clean.size();) {
        const auto begin = static_cast<std::uint32_t>(at);
        at += decode_at(text.clean, at).size;
        const Span raw = text.raw_span({begin, static_cast<std::uint32_t>(at)});
        hold(inside(raw, text.raw));
        hold(raw.begin >= last);
        last = raw.begin;
    }
}

void quantities(std::string_view text) {
    std::uint32_t end = 0;
    for (const Quantity& q : extract_quantities(text)) {
        hold(whole(q.span, text) && whole(q.number, text) && whole(q.unit, text));
        hold(q.span.begin >= end && q.span.begin <= q.number.begin);
        end = q.span.end;
        hold(Decimal::parse(q.value.abs().text()).has_value());
        hold(!name_of(q.comparator).empty() && !name_of(q.kind).empty());
    }
}

void items(std::string_view text) {
    std::uint32_t end = 0;
    const PlanText plan = split_plan(text);
    for (const PlanItem& item : plan.items) {
        hold(whole(item.whole, text) && whole(item.text, text) && whole(item.heading, text));
        hold(item.whole.begin >= end);
        end = item.whole.end;
        if (item.period) hold(!period_names(*item.period, 2024).empty());
    }
    for (const Span stray : plan.stray_numbers) hold(whole(stray, text) && !stray.empty());
    end = 0;
    for (const ReportItem& item : split_report(text)) {
        hold(whole(item.text, text) && whole(item.number, text));
        hold(item.text.begin >= end);
        end = item.text.end;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // A cell is short, and short inputs try more.
    const std::string raw(reinterpret_cast<const char*>(data), std::min(size, kLongest));
    const Text text = repair(raw);
    if (first_invalid(raw) != std::string::npos) {
        // No crash and an end, more is not asked for.
        (void)extract_quantities(raw);
        (void)split_plan(raw);
        (void)split_report(raw);
        return 0;
    }
    hold(first_invalid(text.clean) == std::string::npos);
    trace_back(text);
    for (const std::string_view view : {std::string_view(raw), std::string_view(text.clean)}) {
        quantities(view);
        items(view);
        if (const auto numeral = parse_numeral(view))
            hold(numeral->size > 0 && numeral->size <= view.size());
    }
    return 0;
}
