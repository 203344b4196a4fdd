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

bool says_something(std::string_view raw) {
    const std::string clean = repair(raw).clean;
    for (std::size_t at = 0; at < clean.size();) {
        const CodePoint c = decode_at(clean, at);
        const bool digit = c.value >= '0' && c.value <= '9';
        if (digit || is_ascii_letter(c.value) || is_han(c.value) || is_circled(c.value))
            return true;
        at += c.size;
    }
    return false;
}

// Of prose: every paragraph but the title and those of marks alone stands in an item, above it as
// its heading, or beside them.
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
        const char* behind = whole.data() + whole.size();
        for (; next < kept.size() && kept[next].first < behind; ++next)
            end = std::max(end, kept[next].second);
        lost += (end == nullptr || end <= whole.data()) && says_something(whole);
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
