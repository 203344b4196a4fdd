#include "programme/link.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "programme/subject.h"
#include "programme/subject_words.h"
#include "programme/target_words.h"
#include "programme/verdict.h"

namespace duban {
namespace {

constexpr double kLikeEnough = 0.34;

std::string_view before(std::string_view text, std::uint32_t at, std::uint32_t bytes) {
    const std::uint32_t from = at > bytes ? at - bytes : 0;
    return text.substr(from, at - from);
}

std::string_view unit_text(const Task& task, Column c, const Quantity& q) {
    return q.family == UnitFamily::kPercent ? std::string_view("%") : q.unit.of(task.clean(c));
}

bool in_brackets(std::string_view text, Span place) {
    const Span sentence = sentence_at(text, place.begin);
    const std::string_view left = text.substr(sentence.begin, place.begin - sentence.begin);
    const std::size_t open = left.rfind(kOpenParen);
    const std::size_t close = left.rfind(kCloseParen);
    return open != std::string_view::npos && (close == std::string_view::npos || close < open);
}

// What the words of a phrase are once verbs of stages are out: nothing left means that it has no
// noun of its own.
bool bare_phrase(std::string_view text, const Phrase& phrase) {
    std::string left(phrase.left.of(text));
    if (left.find(kOfThem) != std::string::npos) return false;
    for (const auto& words : {kStarting}) {
        for (const std::string_view w : words) {
            for (std::size_t at = left.find(w); at != std::string::npos; at = left.find(w))
                left.erase(at, w.size());
        }
    }
    for (const std::string_view w : kFinishing) {
        for (std::size_t at = left.find(w); at != std::string::npos; at = left.find(w))
            left.erase(at, w.size());
    }
    for (const std::string_view w : kPreparing) {
        if (left.find(w) != std::string::npos) return false;
    }
    return pairs_of(left).empty() && pairs_of(phrase.right.of(text)).size() < 2;
}

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

// The noun of a rate: the two characters that end with it, "" where there is none.
std::string_view rate_noun(std::string_view text, const Phrase& phrase) {
    const std::string_view left = phrase.left.of(text);
    std::size_t end = std::string_view::npos;
    for (const std::string_view word : kRateEnds) {
        const std::size_t at = left.rfind(word);
        if (at != std::string_view::npos &&
            (end == std::string_view::npos || at + word.size() > end))
            end = at + word.size();
    }
    if (end == std::string_view::npos) return {};
    std::size_t from = end;
    for (int i = 0; i < 2 && from > 0; ++i) from -= decode_before(left, from).size;
    return left.substr(from, end - from);
}

// Two rates with different nouns are different rates.
bool other_rate(const Understanding& u, const Target& t, const Task& task, Column cell,
                const Phrase& phrase) {
    if (t.family != UnitFamily::kPercent || t.quantity < 0) return false;
    const Phrase& mine = u.views[static_cast<std::size_t>(t.task)]
                             .phrases[text_index(t.cell)][static_cast<std::size_t>(t.quantity)];
    const std::string_view a = rate_noun(task.clean(t.cell), mine);
    const std::string_view b = rate_noun(task.clean(cell), phrase);
    return !a.empty() && !b.empty() && a != b;
}

// "N more than the task": a surplus, not a result.
bool over_the_target(std::string_view text, const Quantity& q) {
    return ends_with_any(trimmed(before(text, q.span.begin, 36)), kExcess);
}

// The things that a promise counts by name: "A, B and C, three parks". None unless there are as
// many names as the figure says.
std::vector<std::string_view> names_of(std::string_view text, const Target& t,
                                       const Phrase& phrase) {
    std::vector<std::string_view> names;
    if (!t.value || !t.value->is_integer() || *t.value < Decimal(2) || Decimal(12) < *t.value)
        return names;
    std::string_view list = phrase.left.of(text);
    // Verbs before the first name are not part of it.
    for (bool again = true; again;) {
        again = false;
        for (const auto& words : {kFinishing}) {
            if (const std::size_t size = starts_with_any(list, words)) {
                list.remove_prefix(size);
                again = true;
            }
        }
        if (const std::size_t size = starts_with_any(list, kBuilding)) {
            list.remove_prefix(size);
            again = true;
        }
    }
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(kListMarkComma, at), list.size());
        const std::string_view name = trimmed(list.substr(at, end - at));
        if (code_points(name) < 2) return {};
        names.push_back(name);
        at = end + kListMarkComma.size();
    }
    if (Decimal(static_cast<long long>(names.size())) != *t.value) names.clear();
    return names;
}

// A clause of the report that calls all of them by name finished.
Span all_named_done(std::string_view report, const TaskView& view,
                    const std::vector<std::string_view>& names) {
    for (const Sentence& sentence : view.sentences[2]) {
        for (const Span clause : clauses_of(report, sentence.span)) {
            const std::string_view words = clause.of(report);
            const bool all = std::all_of(names.begin(), names.end(), [&](std::string_view name) {
                return contains(words, name);
            });
            if (all && contains_any(words, kCompleted) && !contains_any(words, kNotYetBegun))
                return clause;
        }
    }
    return {};
}

// What is planned under a heading of its own is answered where that is named.
bool at_same_site(const Target& t, const Sentence& sentence) {
    return t.context.empty() || covered(t.context, sentence.pairs) >= 0.3;
}

// Both say how far the works at one site are, in whatever word.
bool progress_of_same_works(const Task& task, const Target& t, std::string_view text,
                            const Quantity& q, const Phrase& phrase) {
    return !t.context.empty() && t.family == UnitFamily::kPercent &&
           q.family == UnitFamily::kPercent && at_same_site(t, *phrase.sentence) &&
           contains_any(before(task.clean(t.cell), t.place.begin, 36), kWorksProgress) &&
           contains_any(before(text, q.span.begin, 36), kWorksProgress);
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
        std::size_t start = std::string_view::npos;
        std::size_t finish = std::string_view::npos;
        for (const std::string_view w : kStarting) {
            const std::size_t at = left.rfind(w);
            if (at != std::string_view::npos && (start == std::string_view::npos || at > start))
                start = at;
        }
        for (const std::string_view w : kFinishing) {
            const std::size_t at = left.rfind(w);
            if (at != std::string_view::npos && (finish == std::string_view::npos || at > finish))
                finish = at;
        }
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

double likeness(const Target& target, const Phrase& phrase) {
    if (target.pairs.empty()) return 0;
    if (!at_same_site(target, *phrase.sentence)) return 0;
    double hits = 0;
    for (const std::uint32_t pair : target.pairs) {
        if (std::binary_search(phrase.pairs.begin(), phrase.pairs.end(), pair)) {
            hits += 1.0;
        } else if (std::binary_search(phrase.sentence->pairs.begin(), phrase.sentence->pairs.end(),
                                      pair)) {
            hits += 0.5;
        }
    }
    const double of_target = hits / static_cast<double>(target.pairs.size());
    const double of_phrase =
        phrase.pairs.size() >= 2 ? 0.9 * covered(phrase.pairs, target.pairs) : 0.0;
    double best = std::max(of_target, of_phrase);
    if (phrase.pairs.size() == 1 && covered(phrase.pairs, target.pairs) == 1.0)
        best = std::max(best, 0.5);
    // The nouns that are counted, where both have one of some length.
    const std::size_t smaller = std::min(target.core.size(), phrase.core.size());
    if (smaller >= 3) {
        best = std::max(best, 0.9 * static_cast<double>(shared(target.core, phrase.core)) /
                                  static_cast<double>(smaller));
    }
    // A part of a whole needs what sets it off.
    if (target.part_of_whole && !target.own.empty()) {
        best = std::min(best, covered(target.own, phrase.pairs));
    }
    return best;
}

std::vector<GoalShare> goal_shares(const Task& task) {
    std::vector<GoalShare> out;
    const auto& all = task.of(Column::kPlan);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].mode != Mode::kShareOfGoal) continue;
        const PlanItem* item = task.plan_item_at(all[i].span.begin);
        if (item == nullptr) continue;
        out.push_back(
            {static_cast<int>(item - task.plan.items.data()), static_cast<int>(i), all[i].value});
    }
    return out;
}

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
            const bool equal = *t.value == q.value;
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
                          q.value};
        if (q.each && !u.targets[static_cast<std::size_t>(best.target)].part_of_whole) {
            const auto& promised = task.of(t.cell)[static_cast<std::size_t>(t.quantity)];
            if (!promised.each)
                figure.value = q.value * Decimal(named_before_each(text, q, all, i));
        }
        t.plan.push_back(figure);
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

void link_report(Understanding& u, int index) {
    const Task& task = u.programme->tasks[static_cast<std::size_t>(index)];
    const TaskView& view = u.views[static_cast<std::size_t>(index)];
    const std::string_view text = task.clean(Column::kProgress);
    const auto& all = task.of(Column::kProgress);
    if (all.size() > kMostFigures) return;
    struct Candidate {
        bool certain;
        double score;
        double like;
        int target;
        int quantity;
    };
    std::vector<Candidate> candidates;
    std::map<UnitFamily, int> targets_of_family;
    for (const int ti : view.targets) {
        const Target& t = u.targets[static_cast<std::size_t>(ti)];
        if (t.value && !t.part_of_whole && !t.each && t.cell == Column::kMeasures)
            ++targets_of_family[t.family];
    }
    std::map<UnitFamily, int> results_of_family;
    std::map<std::string_view, int> results_of_unit;
    const auto left_of = [&](const Quantity& q) { return before(text, q.span.begin, 36); };
    const auto right_of = [&](const Quantity& q) {
        return text.substr(q.span.end, std::min<std::size_t>(text.size() - q.span.end, 36));
    };
    const auto planned_here = [&](const Quantity& q) {
        const Span clause = clause_at(text, q.span.begin);
        const std::string_view left = text.substr(clause.begin, q.span.begin - clause.begin);
        return ends_with_any(left, kChangedFrom) ||
               contains_any(text.substr(clause.begin, q.span.begin - clause.begin), kPlannedBefore);
    };
    // "in December 6 were built": one month's amount.
    const auto of_one_month = [&](const Quantity& q) {
        const Span clause = clause_at(text, q.span.begin);
        for (std::uint32_t at = clause.begin; at < q.span.begin;) {
            const CodePoint c = decode_at(text, at);
            const bool fresh = at == 0 || text[at - 1] < '0' || text[at - 1] > '9';
            if (fresh && c.value >= '0' && c.value <= '9') {
                const auto period = parse_period(text.substr(at, 64));
                if (period && period->period.first == period->period.last &&
                    !ends_with_any(text.substr(at, period->size), kUpToThen))
                    return true;
                if (period) return false;
            }
            at += c.size;
        }
        // "by the end of this month" is a total up to then.
        return contains_any(left_of(q), kThisMonth) && !contains_any(left_of(q), kMonthEnd);
    };
    // Figures that can be results of the year at all.
    const auto eligible = [&](const Quantity& q) {
        return !in_brackets(text, q.span) && !of_one_month(q) && !planned_here(q) &&
               !over_the_target(text, q) && starts_with_any(right_of(q), kRestatesBehind) == 0;
    };
    // What is asked of a figure for every target is found out once.
    std::vector<bool> one_month;
    std::vector<bool> is_eligible;
    std::vector<bool> surplus;
    for (const Quantity& q : all) {
        surplus.push_back(over_the_target(text, q));
        one_month.push_back(of_one_month(q));
        is_eligible.push_back(eligible(q));
    }
    for (const Quantity& q : all) {
        if (eligible(q) && q.mode != Mode::kShareOfGoal &&
            q.mode != (q.family == UnitFamily::kPercent ? Mode::kIncrement : Mode::kShareOfGoal)) {
            ++results_of_family[q.family];
            ++results_of_unit[settled_unit(u.lexicon, unit_text(task, Column::kProgress, q))];
        }
    }
    for (const int ti : view.targets) {
        const Target& t = u.targets[static_cast<std::size_t>(ti)];
        if (!t.value) continue;
        const bool per_head = t.family == UnitFamily::kMoney && t.mode == Mode::kLevel;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Quantity& q = all[i];
            const bool same_works = progress_of_same_works(task, t, text, q, view.phrases[2][i]);
            if (q.mode == Mode::kShareOfGoal && !same_works &&
                !(t.family == UnitFamily::kPercent && likeness(t, view.phrases[2][i]) >= 0.5))
                continue;
            const std::string_view unit = unit_text(task, Column::kProgress, q);
            if (!comparable(t.family, settled_unit(u.lexicon, t.unit), q.family,
                            settled_unit(u.lexicon, unit)))
                continue;
            // A change is no level, a standard is no sum, and the other way round.
            if (t.family == UnitFamily::kPercent &&
                (q.mode == Mode::kIncrement) != (t.mode == Mode::kIncrement))
                continue;
            if (per_head != (q.mode == Mode::kLevel) && t.family == UnitFamily::kMoney) continue;
            if (q.each != t.each && t.family == UnitFamily::kThing &&
                !(t.each && q.comparator == Comparator::kAtLeast))
                continue;
            if (other_rate(u, t, task, Column::kProgress, view.phrases[2][i])) continue;
            if (contains_any(view.phrases[2][i].left.of(text), kChosenFrom)) continue;
            // One month's amount is not the year's result, nor is a surplus.
            if (one_month[i] || surplus[i]) continue;
            // A site that has been chosen is no site that has been built.
            const Span clause = clause_at(text, q.span.begin);
            if (contains_any(clause.of(text), kNotYetBegun) &&
                !contains_any(task.clean(t.cell), kNotYetBegun)) {
                continue;
            }
            const Phrase& phrase = view.phrases[2][i];
            const bool unit_too = same_unit(u.lexicon, t.unit, unit);
            double like = likeness(t, phrase);
            if (same_works) like = std::max(like, 0.5);
            const double own_likeness = like;
            // Alone on both sides, and the phrase has no noun of its own: what else would it count?
            const bool alone = t.cell == Column::kMeasures && !t.part_of_whole &&
                               targets_of_family[t.family] == 1 && t.family == q.family &&
                               t.family != UnitFamily::kMoney && t.family != UnitFamily::kPercent;
            const bool same_value = equal_as_written(*t.value, q.value, q, text);
            const bool bare = bare_phrase(text, phrase);
            if (alone && like < kLikeEnough && is_eligible[i]) {
                if (bare || same_value || contains_any(left_of(q), kGrandTotals)) {
                    like = 0.5;
                } else if (like < 0.12 && phrase.core.size() >= 2 && t.core.size() >= 2) {
                    // The only figure in the unit, but of other things.
                    if (unit_too && results_of_unit[settled_unit(u.lexicon, unit)] == 1) {
                        u.targets[static_cast<std::size_t>(ti)].other_subject = static_cast<int>(i);
                    }
                } else if (results_of_family[t.family] == 1 &&
                           (unit_too || t.family == UnitFamily::kPerson || like > 0.15)) {
                    like = kLikeEnough;
                }
            }
            if (t.family == UnitFamily::kPercent && like >= 0.2 &&
                targets_of_family[t.family] == 1 && results_of_family[t.family] == 1) {
                like = std::max(like, kLikeEnough);
            }
            if (like >= 0.3 && unit_too) like = std::max(like, kLikeEnough);
            if (like < kLikeEnough) continue;
            double score = 4 * like + (unit_too ? 0.8 : 0.0) + (same_value ? 0.8 : 0.0);
            if (t.part_of_whole) score -= 0.2;
            if (t.cell == Column::kPlan) score -= 0.3;
            if (starts_with_any(right_of(q), kRestatesBehind) != 0) score -= 2.0;
            if (planned_here(q)) score -= 2.5;
            if (contains_any(phrase.left.of(text), kFailedParts)) score -= 2.0;
            if (in_brackets(text, q.span) || q.range_high) score -= 1.0;
            if (q.mode == Mode::kCumulative) score += 0.3;
            if (q.mode == Mode::kIncrement && t.mode == Mode::kIncrement) score += 0.8;
            if (score <= 0) continue;
            const bool certain = own_likeness >= 0.6 || (own_likeness >= 0.3 && alone && unit_too &&
                                                         results_of_family[t.family] == 1);
            candidates.push_back({certain, score, like, ti, static_cast<int>(i)});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    std::vector<bool> used(all.size(), false);
    for (const Candidate& c : candidates) {
        Target& t = u.targets[static_cast<std::size_t>(c.target)];
        if (t.result_quantity >= 0 || used[static_cast<std::size_t>(c.quantity)]) continue;
        t.result_quantity = c.quantity;
        t.result = all[static_cast<std::size_t>(c.quantity)].value;
        t.result_likeness = c.like;
        t.certain = c.certain;
        used[static_cast<std::size_t>(c.quantity)] = true;
    }
    // Other figures that no target has been given: they may be of this one too, alone or together.
    for (const int ti : view.targets) {
        Target& t = u.targets[static_cast<std::size_t>(ti)];
        if (!t.result) continue;
        const bool less = t.direction == Direction::kLess;
        Decimal together = *t.result;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Quantity& q = all[i];
            const Phrase& phrase = view.phrases[2][i];
            const std::string_view unit = unit_text(task, Column::kProgress, q);
            if (used[i] ||
                !comparable(t.family, settled_unit(u.lexicon, t.unit), q.family,
                            settled_unit(u.lexicon, unit)) ||
                !at_same_site(t, *phrase.sentence) || (t.certain && likeness(t, phrase) < 0.3))
                continue;
            t.larger_elsewhere =
                t.larger_elsewhere || (less ? q.value <= *t.value : q.value >= *t.value);
            if (same_unit(u.lexicon, unit, t.unit)) together = together + q.value;
        }
        t.larger_elsewhere = t.larger_elsewhere || (!less && t.family != UnitFamily::kPercent &&
                                                    *t.result < *t.value && together >= *t.value);
    }
    for (const int ti : view.targets) {
        Target& t = u.targets[static_cast<std::size_t>(ti)];
        // A rate promised for all: of several results the lowest counts.
        if (t.result && t.family == UnitFamily::kPercent && t.mode == Mode::kIncrement) {
            for (const Candidate& c : candidates) {
                if (c.target != ti || c.score + 1.5 < 4 * t.result_likeness) continue;
                if (all[static_cast<std::size_t>(c.quantity)].value < *t.result) {
                    t.result = all[static_cast<std::size_t>(c.quantity)].value;
                    t.result_quantity = c.quantity;
                }
            }
        }
        // For every one of them: the least that any has.
        if (t.result && t.each) {
            for (const Candidate& c : candidates) {
                if (c.target == ti && all[static_cast<std::size_t>(c.quantity)].each &&
                    all[static_cast<std::size_t>(c.quantity)].value < *t.result) {
                    t.result = all[static_cast<std::size_t>(c.quantity)].value;
                    t.result_quantity = c.quantity;
                }
            }
        }
        // Only the surplus is reported. A figure as large as the target is the result itself.
        if (t.value && !t.result && t.cell == Column::kMeasures &&
            t.direction == Direction::kMore) {
            for (std::size_t i = 0; i < all.size() && !t.result; ++i) {
                if (!surplus[i] || all[i].family != t.family) continue;
                if (targets_of_family[t.family] != 1 && likeness(t, view.phrases[2][i]) < 0.3)
                    continue;
                t.result_quantity = static_cast<int>(i);
                t.result = all[i].value < *t.value ? *t.value + all[i].value : all[i].value;
            }
        }
        if (t.value && !t.result && t.cell == Column::kMeasures && t.quantity >= 0) {
            const std::string_view promise = task.clean(Column::kMeasures);
            const auto names =
                names_of(promise, t, view.phrases[0][static_cast<std::size_t>(t.quantity)]);
            if (!names.empty()) t.named_done = all_named_done(text, view, names);
        }
        compare_subject(u, t);
        // The same subject in a unit of another nature.
        if (t.value && !t.result && t.family != UnitFamily::kPercent &&
            t.kind != QuantityKind::kConcentration && !t.part_of_whole &&
            t.cell == Column::kMeasures) {
            for (std::size_t i = 0; i < all.size() && t.other_unit < 0; ++i) {
                const Quantity& q = all[i];
                const bool other =
                    (q.kind == QuantityKind::kCapacity) != (t.kind == QuantityKind::kCapacity) ||
                    (q.kind == QuantityKind::kArea) != (t.kind == QuantityKind::kArea) ||
                    (q.kind == QuantityKind::kLength) != (t.kind == QuantityKind::kLength);
                if (!other || q.kind == QuantityKind::kPercent || q.family == UnitFamily::kRegion ||
                    q.family == UnitFamily::kKind || q.unit.empty())
                    continue;
                if (likeness(t, view.phrases[2][i]) >= 0.25) t.other_unit = static_cast<int>(i);
            }
        }
        double best = 0;
        for (const Sentence& s : view.sentences[2]) {
            const double cover = covered(t.own, s.pairs);
            if (cover > best) {
                best = cover;
                if (cover >= 0.3) t.mention = s.span;
            }
        }
        if (!t.value) t.result_likeness = best;
    }
}

void link_joint_results(Understanding& u) {
    struct Key {
        std::string value;
        std::string unit;
        int section;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& k) const {
            return std::hash<std::string>()(k.value) * 31 + std::hash<std::string>()(k.unit) * 7 +
                   static_cast<std::size_t>(k.section);
        }
    };
    std::unordered_map<Key, std::vector<int>, Hash> groups;
    for (std::size_t i = 0; i < u.targets.size(); ++i) {
        const Target& t = u.targets[i];
        if (!t.result || t.family == UnitFamily::kPercent || t.result_quantity < 0) continue;
        // Small numbers coincide; a figure of three digits under two promises hardly does.
        if (*t.result < Decimal(100)) continue;
        const Task& task = u.task_of(t);
        groups[{t.result->text(), std::string(settled_unit(u.lexicon, t.unit)), task.section}]
            .push_back(static_cast<int>(i));
    }
    for (const auto& [key, members] : groups) {
        for (std::size_t a = 0; a < members.size() && members.size() <= 16; ++a) {
            for (std::size_t b = 0; b < members.size(); ++b) {
                if (a == b) continue;
                Target& x = u.targets[static_cast<std::size_t>(members[a])];
                const Target& y = u.targets[static_cast<std::size_t>(members[b])];
                if (x.task == y.task || *x.value == *y.value) continue;
                const Phrase& px = u.views[static_cast<std::size_t>(x.task)]
                                       .phrases[2][static_cast<std::size_t>(x.result_quantity)];
                const Phrase& py = u.views[static_cast<std::size_t>(y.task)]
                                       .phrases[2][static_cast<std::size_t>(y.result_quantity)];
                if (covered(px.pairs, py.pairs) >= 0.6 && covered(py.pairs, px.pairs) >= 0.6)
                    x.joint_with.push_back(members[b]);
            }
        }
    }
}

}  // namespace duban
