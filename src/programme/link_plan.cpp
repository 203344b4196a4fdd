// Ties the figures of a plan to targets, and finds out how they follow one another.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "programme/link.h"
#include "programme/link_tools.h"
#include "programme/target_words.h"

namespace duban {
namespace {

// How many names stand before "each": "in A, B and C 5 each" counts three times.
int named_before_each(std::string_view text, const Quantity& q, const std::vector<Quantity>& all,
                      std::size_t index) {
    const Span clause = clause_at(text, q.span.begin);
    for (std::size_t i = index; i-- > 0;) {
        if (all[i].span.begin < clause.begin) break;
        if (all[i].family == UnitFamily::kThing || all[i].family == UnitFamily::kRegion) {
            const std::string_view between =
                text.substr(all[i].span.end, q.span.begin - all[i].span.end);
            if (contains(between, kEachWord) && code_points(between) <= 8 &&
                all[i].value < Decimal(1000) && all[i].value.is_integer()) {
                return std::stoi(all[i].value.text());
            }
        }
    }
    const std::string_view left = text.substr(clause.begin, q.span.begin - clause.begin);
    const std::size_t each = left.rfind(kEachWord);
    if (each == std::string_view::npos) return 1;
    // "in A and B 5 each, 15 each": the names stand in the clause before.
    if (pairs_of(left.substr(0, each)).empty() && index > 0 && all[index - 1].each &&
        sentence_at(text, q.span.begin) == sentence_at(text, all[index - 1].span.begin)) {
        return named_before_each(text, all[index - 1], all, index - 1);
    }
    int names = 1;
    for (std::size_t at = 0; at < each;) {
        const std::size_t comma = left.find(kListMarkComma, at);
        if (comma == std::string_view::npos || comma > each) break;
        ++names;
        at = comma + kListMarkComma.size();
    }
    return names;
}

struct Tie {
    double score = 0;
    int target = -1;
};

void set_series(const Task& task, Target& t) {
    const auto& all = task.of(Column::kPlan);
    const std::string_view text = task.clean(Column::kPlan);
    if (t.plan.empty()) return;
    if (t.family == UnitFamily::kPercent || t.mode == Mode::kLevel ||
        t.kind == QuantityKind::kConcentration) {
        t.series = Series::kLevels;
        t.plan_final = t.plan.back().value;
        return;
    }
    // Later stages decide where the plan follows several (started, completed).
    const auto stage_of = [&](const PlanFigure& f) {
        const std::string_view left =
            before(text, all[static_cast<std::size_t>(f.quantity)].span.begin, 36);
        const std::size_t start = last_word(left, kStarting);
        const std::size_t finish = last_word(left, kFinishing);
        if (start == std::string_view::npos) return 1;
        return finish == std::string_view::npos || start > finish ? 0 : 1;
    };
    std::vector<PlanFigure> chain;
    for (const PlanFigure& f : t.plan) {
        if (stage_of(f) == 1) chain.push_back(f);
    }
    const bool promised_start = contains_any(t.clause.of(task.clean(t.cell)), kStarting);
    if (chain.empty() || promised_start) chain = t.plan;
    std::vector<Decimal> totals;
    std::vector<Decimal> amounts;
    std::optional<Decimal> amount_with_first_total;
    for (const PlanFigure& f : chain) {
        const Mode mode = all[static_cast<std::size_t>(f.quantity)].mode;
        if (mode == Mode::kCumulative) {
            if (totals.empty()) {
                for (const PlanFigure& g : chain) {
                    if (g.item == f.item &&
                        all[static_cast<std::size_t>(g.quantity)].mode != Mode::kCumulative) {
                        amount_with_first_total = g.value;
                    }
                }
            }
            totals.push_back(f.value);
        } else {
            amounts.push_back(f.value);
        }
    }
    // Two lists of months, each under a heading of its own: their ends add up.
    std::map<std::string_view, Decimal> ends;
    for (const PlanFigure& f : chain)
        ends[task.plan.items[static_cast<std::size_t>(f.item)].heading.of(text)] = f.value;
    if (ends.size() > 1) {
        Decimal together;
        for (const auto& [heading, value] : ends) together = together + value;
        t.series = Series::kTotals;
        if (t.value && together == *t.value) t.plan_final = together;
        return;
    }
    if (!totals.empty()) {
        t.series = totals.size() == 1 && amounts.empty() ? Series::kSingle : Series::kTotals;
        t.plan_final = totals.back();
        // A last unmarked figure after the totals that is larger goes on with them.
        if (!amounts.empty() && chain.back().value > totals.back())
            t.plan_final = chain.back().value;
        if (amount_with_first_total && *amount_with_first_total < totals.front()) {
            t.opening = totals.front() - *amount_with_first_total;
        }
        return;
    }
    // Several figures in one period that make the target together are its parts, the same every
    // time.
    if (t.value && chain.size() > 1) {
        bool several = false;
        bool whole = true;
        for (std::size_t i = 0; i < chain.size();) {
            Decimal of_item;
            std::size_t j = i;
            for (; j < chain.size() && chain[j].item == chain[i].item; ++j)
                of_item = of_item + chain[j].value;
            several = several || j - i > 1;
            whole = whole && of_item == *t.value;
            i = j;
        }
        if (several && whole) {
            t.series = Series::kTotals;
            t.plan_final = *t.value;
            return;
        }
    }
    Decimal sum;
    for (const Decimal& d : amounts) sum = sum + d;
    if (amounts.size() == 1) {
        t.series = Series::kSingle;
        t.plan_final = amounts.front();
        return;
    }
    const bool rising = std::is_sorted(amounts.begin(), amounts.end());
    const bool strictly = rising && amounts.front() < amounts.back();
    if (t.value && sum == *t.value) {
        t.series = Series::kAmounts;
        t.plan_final = sum;
    } else if (t.value && amounts.back() == *t.value) {
        t.series = Series::kTotals;
        t.plan_final = amounts.back();
    } else if (t.value && amounts.back() < *t.value && sum >= *t.value &&
               sum + sum <= *t.value + *t.value + *t.value) {
        t.series = Series::kAmounts;
        t.plan_final = sum;
    } else if (t.value && amounts.back() + amounts.back() > *t.value &&
               (strictly || amounts.front() == amounts.back())) {
        t.series = Series::kTotals;
        t.plan_final = amounts.back();
    } else {
        t.series = Series::kAmounts;
        t.plan_final = sum;
    }
}

}  // namespace

std::vector<bool> link_plan(Understanding& u, int index) {
    const Task& task = u.programme->tasks[static_cast<std::size_t>(index)];
    const TaskView& view = u.views[static_cast<std::size_t>(index)];
    const std::string_view text = task.clean(Column::kPlan);
    const auto& all = task.of(Column::kPlan);
    if (all.size() > kMostFigures) return std::vector<bool>(all.size(), true);
    std::vector<bool> linked(all.size(), false);
    std::vector<int> numeric;
    for (const int i : view.targets) {
        if (u.targets[static_cast<std::size_t>(i)].value) numeric.push_back(i);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Quantity& q = all[i];
        if (q.mode == Mode::kShareOfGoal || q.bracketed) {
            linked[i] = q.bracketed;
            continue;
        }
        const PlanItem* item = task.plan_item_at(q.span.begin);
        if (item == nullptr) continue;
        // A figure of the heading is of no month.
        if (q.span.end <= item->heading.end && q.span.begin >= item->heading.begin) {
            linked[i] = true;
            continue;
        }
        const Phrase& phrase = view.phrases[1][i];
        const std::string_view unit = unit_text(task, Column::kPlan, q);
        Tie best;
        int same_family = 0;
        int only = -1;
        for (const int ti : numeric) {
            const Target& t = u.targets[static_cast<std::size_t>(ti)];
            if (!comparable(t.family, settled_unit(u.lexicon, t.unit), q.family,
                            settled_unit(u.lexicon, unit)))
                continue;
            if (other_rate(u, t, task, Column::kPlan, phrase)) continue;
            if (t.each && !q.each && !(*t.value == q.value)) continue;
            ++same_family;
            only = ti;
            const double like = likeness(t, phrase);
            const bool equal = *t.value == value_in(u.lexicon, q.value, unit, t.unit);
            if (like < kLikeEnough && !(equal && like > 0.12)) continue;
            const bool unit_too = same_unit(u.lexicon, t.unit, unit);
            const double score = 4 * like + (equal ? 1.0 : 0.0) + (unit_too ? 0.6 : 0.0) -
                                 (t.part_of_whole ? 0.1 : 0.0);
            if (score > best.score) best = {score, ti};
        }
        if (best.target < 0 && same_family == 1) {
            const Target& t = u.targets[static_cast<std::size_t>(only)];
            const bool fits = t.family != UnitFamily::kMoney && t.family != UnitFamily::kPercent;
            if (fits && (bare_phrase(text, phrase) || *t.value == q.value)) best = {1, only};
        }
        // Several targets of the same unit and a phrase without noun: the one whose figure it goes
        // up to.
        if (best.target < 0 && same_family > 1 && bare_phrase(text, phrase)) {
            for (const int ti : numeric) {
                const Target& t = u.targets[static_cast<std::size_t>(ti)];
                if (t.part_of_whole || !same_unit(u.lexicon, t.unit, unit) ||
                    t.family == UnitFamily::kPercent)
                    continue;
                best = {1, ti};
                break;
            }
        }
        // "of which": the part is not its whole.
        if (best.target >= 0 && q.of_which && i > 0) {
            const Target& t = u.targets[static_cast<std::size_t>(best.target)];
            const bool whole_before =
                !t.plan.empty() && t.plan.back().quantity + 1 == static_cast<int>(i) &&
                sentence_at(text, q.span.begin) == sentence_at(text, all[i - 1].span.begin);
            if (whole_before && !t.part_of_whole) best.target = -1;
        }
        if (best.target < 0) continue;
        linked[i] = true;
        Target& t = u.targets[static_cast<std::size_t>(best.target)];
        const std::string_view clause = clause_at(text, q.span.begin).of(text);
        if (contains_any(clause, kPreparing) && q.value != *t.value &&
            !contains_any(clause, kCompleted))
            continue;
        PlanFigure figure{static_cast<int>(item - task.plan.items.data()), static_cast<int>(i),
                          value_in(u.lexicon, q.value, unit, t.unit)};
        if (q.each && !u.targets[static_cast<std::size_t>(best.target)].part_of_whole) {
            const auto& promised = task.of(t.cell)[static_cast<std::size_t>(t.quantity)];
            if (!promised.each)
                figure.value = figure.value * Decimal(named_before_each(text, q, all, i));
        }
        t.plan.push_back(figure);
    }
    // The very words of a tied figure in another month are of the same series.
    for (const int ti : numeric) {
        Target& t = u.targets[static_cast<std::size_t>(ti)];
        if (t.plan.size() != 1 || t.family == UnitFamily::kPercent) continue;
        const PlanFigure tied = t.plan.front();
        const Phrase& words = view.phrases[1][static_cast<std::size_t>(tied.quantity)];
        for (std::size_t i = 0; i < all.size(); ++i) {
            const PlanItem* item = task.plan_item_at(all[i].span.begin);
            if (linked[i] || item == nullptr || words.pairs.empty() ||
                all[i].mode == Mode::kShareOfGoal || view.phrases[1][i].pairs != words.pairs ||
                !same_unit(u.lexicon, t.unit, unit_text(task, Column::kPlan, all[i])))
                continue;
            const int at = static_cast<int>(item - task.plan.items.data());
            if (at == tied.item) continue;
            t.plan.push_back({at, static_cast<int>(i), all[i].value});
            linked[i] = true;
        }
        std::sort(t.plan.begin(), t.plan.end(),
                  [](const PlanFigure& a, const PlanFigure& b) { return a.quantity < b.quantity; });
    }
    // Figures beside a tied one that make up the target with it are tied as well.
    for (const int ti : numeric) {
        Target& t = u.targets[static_cast<std::size_t>(ti)];
        if (t.plan.size() < 2 || t.family == UnitFamily::kPercent) continue;
        std::vector<PlanFigure> more;
        for (const PlanFigure& f : t.plan) {
            const PlanItem& item = task.plan.items[static_cast<std::size_t>(f.item)];
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (linked[i] || all[i].span.begin < item.whole.begin ||
                    all[i].span.end > item.whole.end)
                    continue;
                if (same_unit(u.lexicon, unit_text(task, Column::kPlan, all[i]), t.unit) &&
                    all[i].value + f.value == *t.value) {
                    more.push_back({f.item, static_cast<int>(i), all[i].value});
                    linked[i] = true;
                }
            }
        }
        t.plan.insert(t.plan.end(), more.begin(), more.end());
        std::sort(t.plan.begin(), t.plan.end(),
                  [](const PlanFigure& a, const PlanFigure& b) { return a.quantity < b.quantity; });
    }
    const auto shares = goal_shares(task);
    for (const int ti : view.targets) {
        Target& t = u.targets[static_cast<std::size_t>(ti)];
        t.plan_mentions = !t.plan.empty() || covered(t.own, view.plan) >= 0.5;
        if (!t.value) continue;
        set_series(task, t);
        if (t.plan.empty() && !shares.empty() && t.family != UnitFamily::kPercent &&
            t.kind != QuantityKind::kConcentration && !t.each) {
            t.series = Series::kShares;
            if (shares.back().percent == Decimal(100)) t.plan_final = *t.value;
        }
    }
    return linked;
}

}  // namespace duban
