#include "audit/plan_sums.h"

#include <algorithm>

#include "base/text.h"
#include "programme/link.h"
#include "programme/target_words.h"

namespace duban {

// Amounts of the months against the target: more planned than promised while less was reported, or
// amounts that cannot be closed because what came before the plan began is not stated.
void amounts_against_target(Bench& bench, int task) {
    const Task& row = bench.task(task);
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (!t.value || t.series != Series::kAmounts || t.plan.size() < 2 || !t.plan_final ||
            t.part_of_whole || t.each)
            continue;
        std::vector<Decimal> parts;
        std::vector<Evidence> evidence;
        for (const PlanFigure& f : t.plan) {
            parts.push_back(f.value);
            evidence.push_back(bench.figure(task, Column::kPlan, f.quantity));
        }
        const std::string sum = joined(parts) + " = " + amount(*t.plan_final);
        if (*t.plan_final == *t.value) {
            evidence.insert(evidence.begin(), bench.promise(t));
            bench.holds({task, "arithmetic-sum", std::move(evidence), sum});
            continue;
        }
        Finding f;
        f.code = "arithmetic-sum";
        f.task = task;
        f.origin = Origin::kPlan;
        f.params = {{"sum", amount(*t.plan_final)},
                    {"stated", amount(*t.value)},
                    {"unit", t.unit},
                    {"subject", t.subject}};
        if (*t.plan_final > *t.value && t.result && *t.result < *t.plan_final &&
            t.direction == Direction::kMore) {
            evidence.push_back(bench.figure(task, Column::kProgress, t.result_quantity));
            f.severity = Severity::kWarning;
            f.evidence = std::move(evidence);
            f.message = "finding-plan-sum-over-result";
            f.params.push_back({"result", amount(*t.result)});
            f.arithmetic = sum + "; " + amount(*t.plan_final) + " - " + amount(*t.result) + " = " +
                           amount(*t.plan_final - *t.result);
            bench.add(std::move(f));
            continue;
        }
        const auto first = std::find_if(row.plan.items.begin(), row.plan.items.end(),
                                        [](const PlanItem& i) { return i.period.has_value(); });
        const bool late_start = first != row.plan.items.end() && first->period->first > 1;
        if (*t.plan_final < *t.value && late_start && t.commitment != Commitment::kBestEffort) {
            evidence.insert(evidence.begin(), bench.promise(t));
            // Shares that reach the whole goal say that what came before is counted in.
            const auto shares = goal_shares(row);
            const bool reaches = !shares.empty() && shares.back().percent >= Decimal(100);
            f.code = "plan-short-of-target";
            f.severity = reaches ? Severity::kNote : Severity::kWarning;
            f.evidence = std::move(evidence);
            f.message = "finding-plan-opening-unknown";
            f.params.push_back({"rest", amount(*t.value - *t.plan_final)});
            f.params.push_back({"month", std::to_string(first->period->first)});
            f.arithmetic = sum + "; " + amount(*t.value) + " - " + amount(*t.plan_final) + " = " +
                           amount(*t.value - *t.plan_final);
            bench.add(std::move(f));
        }
    }
}

// Amounts of single months beside a final running total.
void amounts_against_total(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const auto& all = row.of(Column::kPlan);
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (t.series != Series::kTotals && t.series != Series::kSingle) continue;
        if (t.plan.size() < 3 || !t.plan_final) continue;
        const PlanFigure& last = t.plan.back();
        if (all[static_cast<std::size_t>(last.quantity)].mode != Mode::kCumulative) continue;
        std::vector<Decimal> parts;
        std::vector<Evidence> evidence;
        bool only_amounts = true;
        for (std::size_t i = 0; i + 1 < t.plan.size(); ++i) {
            const Quantity& q = all[static_cast<std::size_t>(t.plan[i].quantity)];
            const Mode mode = q.mode;
            // Works begun do not add to works finished.
            const std::string_view plan = row.clean(Column::kPlan);
            const Span clause = clause_at(plan, q.span.begin);
            only_amounts = only_amounts && !contains_any(clause.of(plan), kStarting);
            only_amounts = only_amounts && mode != Mode::kCumulative && t.plan[i].item != last.item;
            parts.push_back(t.plan[i].value);
            evidence.push_back(bench.figure(task, Column::kPlan, t.plan[i].quantity));
        }
        if (!only_amounts) continue;
        evidence.push_back(bench.figure(task, Column::kPlan, last.quantity));
        Decimal total;
        for (const Decimal& p : parts) total = total + p;
        const std::string sum = joined(parts) + " = " + amount(total);
        // Rising figures up to the total are totals themselves, not amounts.
        if (std::is_sorted(parts.begin(), parts.end()) && parts.front() < parts.back() &&
            total > last.value)
            continue;
        if (total == last.value) {
            bench.holds({task, "arithmetic-sum", std::move(evidence), sum});
            continue;
        }
        Finding f;
        f.code = "arithmetic-sum";
        f.task = task;
        f.origin = Origin::kPlan;
        f.severity = total > last.value ? Severity::kWarning : Severity::kNote;
        f.evidence = std::move(evidence);
        f.message = total > last.value ? "finding-sum-differs" : "finding-total-not-closed";
        f.params = {{"sum", amount(total)},
                    {"stated", amount(last.value)},
                    {"unit", t.unit},
                    {"rest", amount(last.value - total)},
                    {"when", ""}};
        f.arithmetic = sum + "; " + amount(last.value) + " - " + amount(total) + " = " +
                       amount(last.value - total);
        bench.add(std::move(f));
    }
}

}  // namespace duban
