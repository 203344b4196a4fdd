#include "programme/plan_totals.h"

#include <iterator>

namespace duban {

std::map<int, Decimal> plan_totals(const Programme& programme, const Target& target) {
    const Task& task = programme.tasks[static_cast<std::size_t>(target.task)];
    std::map<int, Decimal> out;
    Decimal sum = target.opening.value_or(Decimal());
    for (const PlanFigure& f : target.plan) {
        if (f.item < 0) continue;
        const auto& period = task.plan.items[static_cast<std::size_t>(f.item)].period;
        if (!period || (period->year != 0 && programme.year != 0 && period->year != programme.year))
            continue;
        sum = target.series == Series::kAmounts ? sum + f.value : f.value;
        out[period->last] = sum;
    }
    return out;
}

std::optional<Decimal> planned_by(const Programme& programme, const Target& target, int month) {
    const auto totals = plan_totals(programme, target);
    const auto after = totals.upper_bound(month);
    if (after == totals.begin()) return std::nullopt;
    return std::prev(after)->second;
}

}  // namespace duban
