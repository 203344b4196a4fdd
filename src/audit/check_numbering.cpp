// numbering: a list number that follows no other inside a cell.
#include "audit/check.h"
#include "base/text.h"

namespace duban {
namespace {

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const std::string_view text = row.clean(Column::kPlan);
    Finding f;
    f.code = "numbering";
    f.origin = Origin::kReading;
    f.task = task;
    f.message = "finding-stray-number";
    for (const Span stray : row.plan.stray_numbers) {
        // Inside a word it is damage, and said to be so there.
        if (stray.begin > 0 && is_han(decode_before(text, stray.begin).value)) continue;
        f.evidence.push_back(bench.at(task, Column::kPlan, stray));
    }
    if (f.evidence.empty()) return;
    f.params = {{"mark", std::string(row.plan.stray_numbers.front().of(text))}};
    bench.add(std::move(f));
}

}  // namespace

extern const Check check_numbering;
const Check check_numbering{"numbering", "text", row, nullptr};

}  // namespace duban
