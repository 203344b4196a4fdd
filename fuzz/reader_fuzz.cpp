// Any bytes as a file: they are read as a programme or refused, no row is lost, and every place
// lies where it says.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "extraction/repair.h"
#include "programme/import.h"
#include "programme/import_steps.h"
#include "reader/text_reader.h"

using namespace duban;

namespace {

void hold(bool law, int line = __builtin_LINE()) {
    if (law) return;
    std::fprintf(stderr, "reader_fuzz.cpp:%d does not hold\n", line);
    std::abort();
}

bool inside(Span span, std::string_view text) {
    return span.begin <= span.end && span.end <= text.size();
}

// Of a table, also one rebuilt: every row is read, refused, a line of one cell or a heading.
bool all_counted(const Programme& programme) {
    const auto size = [](int n) { return static_cast<std::size_t>(n); };
    return size(programme.rows) + programme.refused.size() + size(programme.paragraphs) +
               size(programme.headings) ==
           programme.document.rows.size();
}

bool says_something(char32_t c) {
    return is_ascii_digit(c) || is_ascii_letter(c) || is_han(c) || is_circled(c);
}

// Where a paragraph begins to say something, behind its label; npos where it has marks alone.
std::size_t first_said(std::string_view raw) {
    const Text whole = repair(raw);
    const std::string_view clean = whole.clean;
    const auto next = [&](std::size_t at) {
        while (at < clean.size()) {
            const CodePoint c = decode_at(clean, at);
            if (says_something(c.value)) break;
            at += c.size;
        }
        return at;
    };
    std::size_t at = next(0);
    if (at < clean.size()) at = next(at + label_at(clean, at).size);
    if (at == clean.size()) return std::string_view::npos;
    const auto place = static_cast<std::uint32_t>(at);
    return whole.raw_span({place, place + 1}).begin;
}

// Of prose: what every paragraph but the title says stands in an item, above it as its heading, or
// beside them.
bool all_kept(const Programme& programme) {
    std::vector<std::pair<const char*, const char*>> kept;
    for (const Task& task : programme.tasks) {
        for (const Text& cell : task.cells) {
            if (!cell.raw.empty())
                kept.emplace_back(cell.raw.data(), cell.raw.data() + cell.raw.size());
        }
    }
    std::sort(kept.begin(), kept.end());
    std::size_t lost = 0;
    std::size_t next = 0;
    const char* end = nullptr;  // of what began so far
    for (const DocumentRow& row : programme.document.rows) {
        const std::string_view first = programme.document.cell(row, 0);
        const std::string_view last = programme.document.cell(row, row.count - 1);
        const std::string_view whole{
            first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
        const std::size_t said = first_said(whole);
        if (said == std::string_view::npos) continue;
        const char* at = whole.data() + said;
        for (; next < kept.size() && kept[next].first <= at; ++next)
            end = std::max(end, kept[next].second);
        lost += end == nullptr || at >= end;
    }
    return lost <= 1;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto document = read_text(std::string(reinterpret_cast<const char*>(data), size));
    if (!document) {
        hold(document.error().code == ErrorCode::kBinary ||
             document.error().code == ErrorCode::kEncoding);
        return 0;
    }
    const std::string text = *document.value().text;
    hold(first_invalid(text) == std::string::npos);
    const std::size_t rows = document.value().rows.size();
    hold(rows + document.value().blank_lines + document.value().ruled_lines ==
         document.value().lines);
    const auto imported = import_programme(std::move(document.value()));
    if (!imported) {
        hold(imported.error().code == ErrorCode::kNoHeading ||
             imported.error().code == ErrorCode::kEmpty);
        return 0;
    }
    const Programme& programme = imported.value();
    hold(programme.rows > 0 || programme.headings > 0);
    hold(programme.headings > 0 ? all_counted(programme) : all_kept(programme));
    int row = 0;
    for (const Task& task : programme.tasks) {
        hold(task.row == (task.preamble ? 0 : ++row));
        hold(task.category >= 0 &&
             static_cast<std::size_t>(task.category) < programme.categories.size());
        for (const Text& cell : task.cells) {
            hold(first_invalid(cell.clean) == std::string::npos);
            for (const Damage& damage : cell.damages) hold(inside(damage.raw, cell.raw));
            hold(inside(cell.raw_span({0, static_cast<std::uint32_t>(cell.clean.size())}),
                        cell.raw));
        }
        for (const Column column : {Column::kMeasures, Column::kPlan, Column::kProgress}) {
            for (const Quantity& q : task.of(column)) {
                hold(inside(q.span, task.clean(column)));
                hold(inside(task.cell(column).raw_span(q.span), task.cell(column).raw));
            }
        }
        for (const PlanItem& item : task.plan.items)
            hold(inside(item.whole, task.clean(Column::kPlan)));
        for (const ReportItem& item : task.report)
            hold(inside(item.text, task.clean(Column::kProgress)));
    }
    return 0;
}
