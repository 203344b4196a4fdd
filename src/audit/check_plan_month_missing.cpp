// plan-month-missing: a plan without any month, or a month left out in the middle.
#include <algorithm>
#include <array>

#include "audit/check.h"

namespace duban {
namespace {

void row(Bench& bench, int task) {
    const Task& t = bench.task(task);
    if (t.cell(Column::kPlan).raw.empty()) return;
    std::array<bool, 13> covered{};
    int first = 13;
    int last = 0;
    for (const PlanItem& item : t.plan.items) {
        if (!item.period) continue;
        for (int m = item.period->first; m <= item.period->last; ++m)
            covered[static_cast<std::size_t>(m)] = true;
        first = std::min(first, static_cast<int>(item.period->first));
        last = std::max(last, static_cast<int>(item.period->last));
    }
    Finding f;
    f.code = "plan-month-missing";
    f.origin = Origin::kPlan;
    f.severity = Severity::kWarning;
    f.task = task;
    if (last == 0) {
        if (t.clean(Column::kPlan).empty()) return;
        f.evidence = {bench.whole(task, Column::kPlan)};
        f.message = "finding-plan-without-month";
        bench.add(std::move(f));
        return;
    }
    std::string missing;
    for (int m = first; m <= last; ++m) {
        if (!covered[static_cast<std::size_t>(m)])
            missing += (missing.empty() ? "" : ", ") + std::to_string(m);
    }
    // A plan by quarter or by milestone names some months only; one by month leaves few out.
    int named = 0;
    int left_out = 0;
    for (int m = first; m <= last; ++m) ++(covered[static_cast<std::size_t>(m)] ? named : left_out);
    if (missing.empty() || left_out * 2 > named) return;
    f.evidence = {bench.at(task, Column::kPlan, t.plan.items.front().whole),
                  bench.at(task, Column::kPlan, t.plan.items.back().whole)};
    f.message = "finding-plan-month-missing";
    f.params = {
        {"months", missing}, {"first", std::to_string(first)}, {"last", std::to_string(last)}};
    bench.add(std::move(f));
}

}  // namespace

extern const Check check_plan_month_missing;
const Check check_plan_month_missing{"plan-month-missing", "plan", row, nullptr};

}  // namespace duban
