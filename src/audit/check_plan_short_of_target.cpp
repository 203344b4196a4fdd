// plan-short-of-target: the plan's figures end below what was promised.
#include "audit/check.h"

namespace duban {
namespace {

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (!t.value || !t.plan_final || t.plan.empty() || t.cell != Column::kMeasures || t.each)
            continue;
        if (t.series != Series::kTotals && t.series != Series::kSingle &&
            t.series != Series::kLevels)
            continue;
        if (t.direction == Direction::kLess || !(*t.plan_final < *t.value)) continue;
        // One early figure is a step, not the end of the plan.
        const PlanFigure& last = t.plan.back();
        const PlanItem& item = row.plan.items[static_cast<std::size_t>(last.item)];
        if (t.series == Series::kSingle && (!item.period || item.period->last < 12)) continue;
        if (t.series == Series::kLevels && t.mode == Mode::kIncrement) continue;
        Finding f;
        f.code = "plan-short-of-target";
        f.severity = t.commitment == Commitment::kFirm ? Severity::kWarning : Severity::kNote;
        f.origin = Origin::kPlan;
        f.task = task;
        f.evidence = {bench.promise(t), bench.figure(task, Column::kPlan, last.quantity)};
        f.message = "finding-plan-short";
        f.arithmetic = amount(*t.value) + " - " + amount(*t.plan_final) + " = " +
                       amount(*t.value - *t.plan_final);
        f.params = {{"promised", amount(*t.value)},
                    {"planned", amount(*t.plan_final)},
                    {"unit", t.unit},
                    {"subject", t.subject}};
        bench.add(std::move(f));
    }
}

}  // namespace

extern const Check check_plan_short_of_target;
const Check check_plan_short_of_target{"plan-short-of-target", "plan", row, nullptr};

}  // namespace duban
