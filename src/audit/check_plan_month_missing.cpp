// plan-month-missing: a plan without any month, a month left out in the middle, or a plan that
// begins long after those of the other rows.
#include <algorithm>
#include <array>

#include "audit/check.h"

namespace duban {
namespace {

struct Months {
    std::array<bool, 13> named{};
    int first = 13;
    int last = 0;
};

Months months_of(const Task& task) {
    Months m;
    for (const PlanItem& item : task.plan.items) {
        if (!item.period) continue;
        for (int i = item.period->first; i <= item.period->last; ++i)
            m.named[static_cast<std::size_t>(i)] = true;
        m.first = std::min(m.first, static_cast<int>(item.period->first));
        m.last = std::max(m.last, static_cast<int>(item.period->last));
    }
    return m;
}

void row(Bench& bench, int task) {
    const Task& t = bench.task(task);
    if (t.cell(Column::kPlan).raw.empty()) return;
    const auto [covered, first, last] = months_of(t);
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
    if (missing.empty() || named < 4 || left_out * 2 > named) return;
    f.evidence = {bench.at(task, Column::kPlan, t.plan.items.front().whole),
                  bench.at(task, Column::kPlan, t.plan.items.back().whole)};
    f.message = "finding-plan-month-missing";
    f.params = {
        {"months", missing}, {"first", std::to_string(first)}, {"last", std::to_string(last)}};
    bench.add(std::move(f));
}

// A plan that begins a quarter or more after those of most other rows.
void begins_late(Bench& bench) {
    constexpr int kQuarter = 3;
    const int rows = static_cast<int>(bench.u.programme->tasks.size());
    std::array<int, 14> begun{};
    int planned = 0;
    std::vector<int> first(static_cast<std::size_t>(rows), 0);
    for (int i = 0; i < rows; ++i) {
        const Months m = months_of(bench.task(i));
        if (m.last == 0) continue;
        first[static_cast<std::size_t>(i)] = m.first;
        ++begun[static_cast<std::size_t>(m.first)];
        ++planned;
    }
    const int usual =
        static_cast<int>(std::max_element(begun.begin(), begun.end()) - begun.begin());
    if (planned < 5 || begun[static_cast<std::size_t>(usual)] * 3 < planned * 2) return;
    for (int i = 0; i < rows; ++i) {
        const int here = first[static_cast<std::size_t>(i)];
        if (here < usual + kQuarter) continue;
        const PlanItem& item =
            *std::find_if(bench.task(i).plan.items.begin(), bench.task(i).plan.items.end(),
                          [&](const PlanItem& p) { return p.period && p.period->first == here; });
        Finding f;
        f.code = "plan-month-missing";
        f.origin = Origin::kPlan;
        f.severity = Severity::kWarning;
        f.task = i;
        f.evidence = {bench.at(i, Column::kPlan, item.whole)};
        f.message = "finding-plan-begins-late";
        f.params = {{"first", std::to_string(here)}, {"usual", std::to_string(usual)}};
        bench.add(std::move(f));
    }
}

}  // namespace

extern const Check check_plan_month_missing;
const Check check_plan_month_missing{"plan-month-missing", "plan", row, begins_late};

}  // namespace duban
