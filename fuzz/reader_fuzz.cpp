// Any bytes as a file: they are read as a programme or refused, no row is lost, and every place
// lies where it says.
#include <cstdint>
#include <cstdlib>
#include <string>

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
    hold(document.value().rows.size() + document.value().blank_lines +
             document.value().ruled_lines ==
         document.value().lines);
    const auto imported = import_programme(std::move(document.value()));
    if (!imported) {
        hold(imported.error().code == ErrorCode::kNoHeading);
        return 0;
    }
    const Programme& programme = imported.value();
    // Text beside the rows comes first; the rows are counted.
    int row = 0;
    for (const Task& task : programme.tasks) {
        hold(task.preamble ? task.row == 0 && row == 0 : task.row == ++row);
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
    hold(row == programme.rows);
    return 0;
}
