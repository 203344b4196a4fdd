// target-not-in-plan: a promised figure that no period plans for.
#include <algorithm>
#include <iterator>

#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/text.h"
#include "programme/link.h"
#include "programme/target_words.h"

namespace duban {
namespace {

// A rate (its noun stands before it) or a standard in money.
bool is_level(const Target& t) {
    const bool named = contains_any(t.subject, kLevelNouns);
    if (t.family == UnitFamily::kMoney) return named || t.mode == Mode::kLevel;
    return t.family == UnitFamily::kPercent && named;
}

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const bool dated = std::any_of(row.plan.items.begin(), row.plan.items.end(),
                                   [](const PlanItem& i) { return i.period.has_value(); });
    if (row.cell(Column::kPlan).raw.empty()) return;
    bool any_figure = false;
    for (const int ti : bench.view(task).targets)
        any_figure = any_figure ||
                     (bench.target(ti).cell == Column::kMeasures && !bench.target(ti).plan.empty());
    const bool by_share = !any_figure && !goal_shares(row).empty();
    const bool by_rate =
        !any_figure && std::any_of(row.of(Column::kPlan).begin(), row.of(Column::kPlan).end(),
                                   [](const Quantity& q) {
                                       return q.kind == QuantityKind::kPercent &&
                                              q.mode != Mode::kShareOfGoal &&
                                              q.value == Decimal(100);
                                   });
    const bool by_words = !any_figure && contains_any(row.clean(Column::kPlan), kYearGoalWords);
    const auto& targets = bench.view(task).targets;
    const bool levels_only = std::all_of(targets.begin(), targets.end(), [&](int ti) {
        const Target& t = bench.target(ti);
        return !t.value || t.cell != Column::kMeasures || t.derived || is_level(t);
    });
    Finding notes;  // what is planned by share, or as part of a total, is one matter
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (t.cell != Column::kMeasures || !t.plan.empty()) continue;
        if (!t.value) {
            // A deliverable that neither plan nor report comes back to.
            // What the title of the task says of all its promises tells nothing of this one.
            Pairs own;
            const Pairs title = bench.u.pairs(row.clean(Column::kTask));
            std::set_difference(t.own.begin(), t.own.end(), title.begin(), title.end(),
                                std::back_inserter(own));
            const bool spoken =
                std::any_of(kTellingVerbs.begin(), kTellingVerbs.end(), [&](std::string_view verb) {
                    return contains(t.subject, verb) && contains(row.clean(Column::kPlan), verb);
                });
            if (!dated || !t.deliverable || spoken || covered(own, bench.view(task).plan) >= 0.2 ||
                t.result_likeness >= 0.2)
                continue;
        } else if (t.kind == QuantityKind::kConcentration || t.each) {
            continue;
        } else if (std::any_of(row.of(Column::kPlan).begin(), row.of(Column::kPlan).end(),
                               [&](const Quantity& q) {
                                   return q.value == *t.value && q.family == t.family &&
                                          q.mode != Mode::kShareOfGoal;
                               })) {
            continue;  // the figure is there, whatever it was tied to
        }
        Finding f;
        f.code = "target-not-in-plan";
        f.origin = Origin::kPlan;
        f.task = task;
        const bool rate_in_words =
            t.family == UnitFamily::kPercent && covered(t.own, bench.view(task).plan) >= 0.8;
        // A share of the year's goal plans for an amount, not for a rate or a standard, where
        // nothing else is promised that it could be a share of.
        const bool only_level = is_level(t) && levels_only;
        const bool minor = t.part_of_whole || t.derived || t.extent ||
                           ((by_share || by_words) && !only_level) || by_rate || rate_in_words ||
                           (is_level(t) && any_figure && !levels_only) || !dated;
        f.severity = minor ? Severity::kNote : Severity::kWarning;
        f.evidence = {bench.promise(t)};
        f.message = t.value ? (by_share && !only_level ? "finding-target-planned-by-share"
                                                       : "finding-target-not-in-plan")
                            : "finding-deliverable-not-in-plan";
        f.params = {{"subject", t.value ? t.subject + " " + amount(*t.value) + t.unit : t.subject}};
        if (minor) {
            if (notes.evidence.empty()) {
                notes = std::move(f);
            } else {
                notes.evidence.push_back(f.evidence.front());
                notes.params[0].value += std::string(kSemicolon) + f.params[0].value;
            }
            continue;
        }
        bench.add(std::move(f));
    }
    if (!notes.evidence.empty()) bench.add(std::move(notes));
}

}  // namespace

extern const Check check_target_not_in_plan;
const Check check_target_not_in_plan{"target-not-in-plan", "plan", row, nullptr};

}  // namespace duban
