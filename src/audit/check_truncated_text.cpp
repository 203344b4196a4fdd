// truncated-text: a fragment before the first item of a plan, or a cell that breaks off.
#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/text.h"

namespace duban {
namespace {

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    Finding f;
    f.code = "truncated-text";
    f.origin = Origin::kReading;
    f.task = task;
    const auto& items = row.plan.items;
    if (items.size() > 1 && !items.front().period && items.front().heading.empty() &&
        items[1].heading.empty()) {
        f.evidence = {bench.at(task, Column::kPlan, items.front().whole)};
        f.message = "finding-fragment";
        bench.add(f);
    }
    // A last sentence that ends on a word which must be followed by another.
    for (const Column cell : {Column::kMeasures, Column::kPlan, Column::kProgress}) {
        const std::string_view text = row.clean(cell);
        if (text.empty() || !ends_with_any(text, kCannotEnd)) continue;
        const auto end = static_cast<std::uint32_t>(text.size());
        f.evidence = {bench.at(task, cell, clause_at(text, end - 1))};
        f.message = "finding-breaks-off";
        bench.add(f);
    }
}

}  // namespace

extern const Check check_truncated_text;
const Check check_truncated_text{"truncated-text", "text", row, nullptr};

}  // namespace duban
