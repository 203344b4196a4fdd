// plan-short-of-target: the plan's figures end below what was promised.
#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/text.h"

namespace duban {
namespace {

// After the item the plan comes back to the target, or to the year's task as a whole; a plan that
// has no later item may go on elsewhere.
bool goes_on(const Bench& bench, const Target& t, int item) {
    const Task& row = bench.task(t.task);
    const std::string_view text = row.clean(Column::kPlan);
    const auto& items = row.plan.items;
    bool later = false;
    for (std::size_t i = static_cast<std::size_t>(item) + 1; i < items.size(); ++i) {
        if (!items[i].period) continue;
        later = true;
        const std::string_view words = items[i].text.of(text);
        if (contains_any(words, kYearGoalWords) || contains_any(words, kTheRest) ||
            covered(t.own, bench.u.pairs(words)) >= 0.3)
            return true;
    }
    return !later;
}

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
        if (t.series == Series::kSingle && (!item.period || item.period->last < 12) &&
            goes_on(bench, t, last.item))
            continue;
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
