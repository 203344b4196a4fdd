// Any bytes as a file: they are read as a programme or refused, no row is lost, and every place
// lies where it says.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "programme/import.h"
#include "reader/text_reader.h"

using namespace duban;

namespace {

void hold(bool law) {
    if (!law) std::abort();
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

// Of prose: every paragraph but the title stands in an item, above it as its heading, or beside
// them.
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
        const char* at = programme.document.cell(row, 0).data();
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
