// plan-not-monotonic: a running total, or a share of the year's goal, that falls.
#include <algorithm>
#include <map>

#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/text.h"
#include "programme/link.h"

namespace duban {
namespace {

void report(Bench& bench, int task, int before, int now, const Decimal& a, const Decimal& b,
            std::string_view unit) {
    Finding f;
    f.code = "plan-not-monotonic";
    f.severity = Severity::kWarning;
    f.origin = Origin::kPlan;
    f.task = task;
    f.evidence = {bench.figure(task, Column::kPlan, before),
                  bench.figure(task, Column::kPlan, now)};
    f.message = "finding-total-falls";
    f.arithmetic = amount(b) + " - " + amount(a) + " = " + amount(b - a);
    f.params = {{"before", amount(a)}, {"now", amount(b)}, {"unit", std::string(unit)}};
    bench.add(std::move(f));
}

// Several shares in one month are of several goals.
bool several_shares(const Task& task) {
    const auto shares = goal_shares(task);
    for (std::size_t i = 1; i < shares.size(); ++i) {
        if (shares[i].item == shares[i - 1].item) return true;
    }
    return false;
}

// Figures of the months beside the shares: then each share may be of the month's own work.
bool goals_of_their_own(const Task& task) {
    const auto shares = goal_shares(task);
    const auto full = std::find_if(shares.begin(), shares.end(),
                                   [](const GoalShare& s) { return s.percent == Decimal(100); });
    return full != shares.end() && full + 1 != shares.end();
}

void row(Bench& bench, int task) {
    const Task& t = bench.task(task);
    const auto& all = t.of(Column::kPlan);
    const std::string_view text = t.clean(Column::kPlan);
    std::map<std::string, int> last;
    int last_period = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Quantity& q = all[i];
        const PlanItem* item = t.plan_item_at(q.span.begin);
        if (item == nullptr || !item->period) continue;
        // A second list of months begins anew.
        if (item->period->first < last_period) last.clear();
        last_period = item->period->first;
        const bool total = q.mode == Mode::kCumulative && q.kind != QuantityKind::kPercent;
        const bool share = q.mode == Mode::kShareOfGoal;
        if (!total && !share) continue;
        const Phrase& phrase = bench.view(task).phrases[text_index(Column::kPlan)][i];
        std::string key = std::string(item->heading.of(text)) + "|" +
                          without_blanks(phrase.left.of(text)) + "|" + std::string(q.unit.of(text));
        if (share) key = std::string(item->heading.of(text)) + "|%";
        const auto [at, fresh] = last.try_emplace(key, static_cast<int>(i));
        if (fresh) continue;
        const Decimal& before = all[static_cast<std::size_t>(at->second)].value;
        if (q.value < before && (!share || (!several_shares(t) && !goals_of_their_own(t)))) {
            report(bench, task, at->second, static_cast<int>(i), before, q.value,
                   share ? "%" : q.unit.of(text));
        }
        at->second = static_cast<int>(i);
    }
}

}  // namespace

extern const Check check_plan_not_monotonic;
const Check check_plan_not_monotonic{"plan-not-monotonic", "plan", row, nullptr};

}  // namespace duban
