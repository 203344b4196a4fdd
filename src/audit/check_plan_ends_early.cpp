// plan-ends-early: figures only at the beginning of the plan, or a plan that ends before the year
// does without having reached the target. A plan that ends because its target is reached is right.
#include <algorithm>

#include "audit/check.h"

namespace duban {
namespace {

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    int periods = 0;
    int last = 0;
    for (const PlanItem& item : row.plan.items) {
        periods += item.period.has_value();
        if (item.period) last = std::max(last, static_cast<int>(item.period->last));
    }
    if (periods < 3) return;
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (!t.value || t.plan.empty() || t.cell != Column::kMeasures || t.part_of_whole || t.each)
            continue;
        const PlanFigure& figure = t.plan.back();
        const bool at_once =
            figure.item == 0 && t.plan.size() == 1 && *t.value == figure.value && periods >= 5;
        const bool unfinished = last < 12 && t.plan_final && *t.plan_final < *t.value &&
                                t.series != Series::kShares && t.due_month == 0 &&
                                t.direction == Direction::kMore;
        if (!at_once && !unfinished) continue;
        Finding f;
        f.code = "plan-ends-early";
        f.origin = Origin::kPlan;
        f.severity = Severity::kNote;
        f.task = task;
        f.evidence = {bench.promise(t), bench.figure(task, Column::kPlan, figure.quantity)};
        f.message = at_once ? "finding-plan-all-at-once" : "finding-plan-ends-early";
        f.params = {{"subject", t.subject},
                    {"value", amount(*t.value)},
                    {"unit", t.unit},
                    {"last", std::to_string(last)}};
        bench.add(std::move(f));
        return;
    }
}

}  // namespace

extern const Check check_plan_ends_early;
const Check check_plan_ends_early{"plan-ends-early", "plan", row, nullptr};

}  // namespace duban
