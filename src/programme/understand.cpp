// Finds the targets of every row and composes the steps: promises, links (link.h), verdicts
// (verdict.h).
#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>

#include "base/parallel.h"
#include "base/text.h"
#include "programme/link.h"
#include "programme/target.h"
#include "programme/target_words.h"
#include "programme/verdict.h"

namespace duban {
namespace {

// A row that promises more than this is no row of a table; the rest is read and not tied.
constexpr std::size_t kMostTargets = 100;
constexpr std::array kTextColumns{Column::kMeasures, Column::kPlan, Column::kProgress};

std::string_view before(std::string_view text, std::uint32_t at, std::uint32_t bytes) {
    const std::uint32_t from = at > bytes ? at - bytes : 0;
    return text.substr(from, at - from);
}

bool inside_brackets(std::string_view text, Span place) {
    const Span sentence = sentence_at(text, place.begin);
    const std::string_view left = text.substr(sentence.begin, place.begin - sentence.begin);
    const std::size_t open = left.rfind(kOpenParen);
    const std::size_t close = left.rfind(kCloseParen);
    return open != std::string_view::npos && (close == std::string_view::npos || close < open);
}

Commitment commitment_of(std::string_view sentence) {
    if (contains_any(sentence, kConditional)) return Commitment::kConditional;
    if (contains_any(sentence, kBestEffort)) return Commitment::kBestEffort;
    if (contains_any(sentence, kDependsOn)) return Commitment::kDependsOn;
    return Commitment::kFirm;
}

// Rows of one task that were printed with the same measures, by task and row. A task can have as
// many rows as the document, so they are gathered in one pass.
struct SharedMeasures {
    std::vector<std::vector<std::size_t>> groups;  // of several rows each
    std::vector<int> group_of;                     // of every row, -1: of none

    explicit SharedMeasures(const std::vector<Task>& tasks) : group_of(tasks.size(), -1) {
        std::unordered_map<std::string_view, std::vector<std::size_t>> rows;
        for (std::size_t begin = 0, end = 0; begin < tasks.size(); begin = end) {
            for (end = begin + 1; end < tasks.size() && tasks[end].part > 0;) ++end;
            if (end == begin + 1) continue;
            rows.clear();
            for (std::size_t row = begin; row < end; ++row)
                rows[tasks[row].clean(Column::kMeasures)].push_back(row);
            for (std::size_t row = begin; row < end; ++row) {
                auto& same = rows[tasks[row].clean(Column::kMeasures)];
                if (same.size() < 2 || same.front() != row) continue;
                for (const std::size_t one : same) group_of[one] = static_cast<int>(groups.size());
                groups.push_back(same);
            }
        }
    }
};

// The row that each promise of shared measures belongs to, found once for all of its rows.
using Homes = std::map<std::pair<int, Pairs>, std::size_t>;

class Reader {
  public:
    Reader(Understanding& u, int task, const SharedMeasures* shared = nullptr,
           Homes* homes = nullptr)
        : u_(u),
          index_(task),
          task_(u.programme->tasks[static_cast<std::size_t>(task)]),
          shared_(shared),
          homes_(homes) {}

    void read() {
        TaskView& view = u_.views[static_cast<std::size_t>(index_)];
        for (const Column c : kTextColumns) {
            const std::string_view text = task_.clean(c);
            auto& sentences = view.sentences[text_index(c)];
            for (const Span s : sentences_of(text)) {
                Sentence sentence{s, u_.pairs(s.of(text)), {}, {}};
                if (c == Column::kProgress) mark_awaited(text, sentence);
                sentences.push_back(std::move(sentence));
            }
            auto& phrases = view.phrases[text_index(c)];
            for (std::size_t i = 0; i < task_.of(c).size(); ++i)
                phrases.push_back(phrase_of(text, task_.of(c), i, sentences));
            if (u_.names.empty()) continue;
            for (Phrase& phrase : phrases) {
                u_.names.settle(phrase.pairs);
                u_.names.settle(phrase.core);
            }
        }
        for (const Sentence& s : view.sentences[1]) merge_quick(view.plan, s.pairs);
        for (const Sentence& s : view.sentences[2]) merge_quick(view.progress, s.pairs);
        finish(view.plan);
        finish(view.progress);
    }

    // The promises in the measures.
    void promises() {
        const std::string_view text = task_.clean(Column::kMeasures);
        const auto& all = task_.of(Column::kMeasures);
        const TaskView& view = u_.views[static_cast<std::size_t>(index_)];
        std::vector<Span> taken;
        int whole = -1;  // the target that the parts in brackets or after "of which" belong to
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Quantity& q = all[i];
            if (full()) return;
            if (!promises_something(text, all, i)) continue;
            Target t = target(Column::kMeasures, i, view.phrases[0][i]);
            if (whole >= 0) {
                const Target& w = u_.targets[static_cast<std::size_t>(whole)];
                const bool same_sentence =
                    sentence_at(text, q.span.begin) == sentence_at(text, w.place.begin);
                const bool divides =
                    same_sentence &&
                    contains(text.substr(w.place.end, q.span.begin - w.place.end), kAmongThem);
                const bool part =
                    same_sentence && w.family == t.family && t.value < w.value &&
                    (q.of_which || divides || inside_brackets(text, q.span) || part_open_);
                part_open_ = part;
                if (part) {
                    t.part_of_whole = true;
                    // Its own name, without what it was given of the figure before.
                    const Pairs& named =
                        view.phrases[0][i].pairs.empty() ? t.pairs : view.phrases[0][i].pairs;
                    t.own.clear();
                    std::set_difference(named.begin(), named.end(), w.pairs.begin(), w.pairs.end(),
                                        std::back_inserter(t.own));
                }
            }
            const bool is_part = t.part_of_whole;
            taken.push_back(t.clause);
            const auto names = q.each ? names_before_each(text, view.phrases[0][i])
                                      : std::vector<std::string_view>();
            if (names.size() > 1) {
                for (const std::string_view name : names) {
                    Target one = t;
                    one.each = false;
                    one.subject = std::string(name);
                    one.pairs = one.core = one.own = u_.pairs(name);
                    add(std::move(one));
                }
                continue;
            }
            if (add(std::move(t)) && !is_part) whole = static_cast<int>(u_.targets.size()) - 1;
        }
        promises_without_figure(text, taken);
    }

    // Goals inside the sentence of the result ("26, which exceeds the year's task of 24"), where
    // the measures promise nothing in that unit.
    void goals_in_report() {
        const std::string_view text = task_.clean(Column::kProgress);
        const auto& all = task_.of(Column::kProgress);
        const TaskView& view = u_.views[static_cast<std::size_t>(index_)];
        for (std::size_t i = 1; i < all.size() && i < kMostTargets && !full(); ++i) {
            const Quantity& q = all[i];
            if (q.unit.empty() || q.family == UnitFamily::kPercent || !states_goal(text, q) ||
                sentence_at(text, q.span.begin) != sentence_at(text, all[i - 1].span.begin) ||
                all[i - 1].unit.of(text) != q.unit.of(text))
                continue;
            const bool promised =
                std::any_of(view.targets.begin(), view.targets.end(), [&](int other) {
                    const Target& t = u_.targets[static_cast<std::size_t>(other)];
                    return t.value && t.cell == Column::kMeasures && t.family == q.family;
                });
            if (promised) continue;
            Target t = target(Column::kProgress, i, view.phrases[2][i]);
            // It is the goal of what the figure before it counts.
            const Phrase& counted = view.phrases[2][i - 1];
            t.pairs = t.own = counted.pairs;
            t.core = counted.core;
            t.subject = subject_text(text, counted);
            if (!t.pairs.empty()) add(std::move(t));
        }
    }

    // Figures that stand in the plan only.
    void plan_promises(const std::vector<bool>& linked) {
        const std::string_view text = task_.clean(Column::kPlan);
        const auto& all = task_.of(Column::kPlan);
        const TaskView& view = u_.views[static_cast<std::size_t>(index_)];
        bool money_promised = false;
        for (const int i : view.targets)
            money_promised |= u_.targets[static_cast<std::size_t>(i)].family == UnitFamily::kMoney;
        const std::vector<int> found = view.targets;
        for (std::size_t i = 0; i < all.size() && !full(); ++i) {
            const Quantity& q = all[i];
            const bool works = share_of_works(text, q);
            if (linked[i] || (q.mode == Mode::kShareOfGoal && !works) || q.bracketed ||
                q.unit.empty() || q.range_low || q.range_high)
                continue;
            const bool bounded = q.comparator != Comparator::kEqual && !q.chinese;
            if ((q.family == UnitFamily::kKind && !bounded) || q.family == UnitFamily::kRegion ||
                q.family == UnitFamily::kTime || q.family == UnitFamily::kClock ||
                q.family == UnitFamily::kAge || q.family == UnitFamily::kBatch) {
                continue;
            }
            if (q.family == UnitFamily::kMoney && !money_promised && !follows(all, i)) continue;
            if (q.chinese && q.family != UnitFamily::kHousehold) continue;
            if (q.kind == QuantityKind::kPercent && q.comparator == Comparator::kAbout) continue;
            const PlanItem* item = task_.plan_item_at(q.span.begin);
            if (item == nullptr || !item->period) continue;
            // Beside a share of the year's goal a figure is its step, unless it has a series.
            if (has_share(*item) && !works && (promised_in(q.family) || !follows(all, i))) continue;
            const std::string_view clause = clause_at(text, q.span.begin).of(text);
            const std::string_view right = text.substr(q.span.end, 12);
            if (starts_with_any(right, kBaseBehind) != 0 ||
                starts_with_any(text.substr(q.span.end, 24), kBaseBehind) != 0 ||
                contains(text.substr(q.span.end, 24), kBaseBehind[0])) {
                continue;
            }
            if (contains_any(clause, kPreparing)) continue;
            if (contains_any(before(text, q.span.begin, 12), kStarting)) continue;
            if (q.each && !found.empty() && q.family == UnitFamily::kThing) continue;
            // Only the last of a series is a promise; the ones before are its steps.
            const Phrase& phrase = view.phrases[1][i];
            if (phrase.pairs.empty()) continue;
            bool later = false;
            for (std::size_t j = i + 1; j < all.size() && !later; ++j) {
                if ((all[j].mode == Mode::kShareOfGoal && !works) || all[j].family != q.family)
                    continue;
                const PlanItem* other = task_.plan_item_at(all[j].span.begin);
                if (other == item || (works && other != nullptr && other->heading != item->heading))
                    continue;
                later = alike(phrase.pairs, view.phrases[1][j].pairs) >= 0.6;
            }
            if (later) continue;
            Target t = target(Column::kPlan, i, phrase);
            t.plan.push_back(
                {static_cast<int>(item - task_.plan.items.data()), static_cast<int>(i), q.value});
            t.plan_final = q.value;
            t.series = Series::kSingle;
            t.plan_mentions = true;
            t.context = u_.pairs(item->heading.of(text));
            for (const int other : found) {
                const Target& promised = u_.targets[static_cast<std::size_t>(other)];
                t.restated =
                    t.restated || (!promised.value && covered(phrase.pairs, promised.pairs) >= 0.6);
            }
            for (const Span promised : unfigured_) {
                t.restated = t.restated ||
                             covered(phrase.pairs,
                                     u_.pairs(promised.of(task_.clean(Column::kMeasures)))) >= 0.6;
            }
            t.restated = t.restated && t.commitment == Commitment::kFirm;
            add(std::move(t));
        }
    }

  private:
    // "A, B 1000 each" are two promises; "in county A and county B 5 each" is one.
    static std::vector<std::string_view> names_before_each(std::string_view text,
                                                           const Phrase& phrase) {
        std::string_view left = phrase.left.of(text);
        const std::size_t each = left.rfind(kEachWord);
        if (each == std::string_view::npos || left.starts_with(kIn)) return {};
        left = left.substr(0, each);
        std::vector<std::string_view> names;
        for (std::size_t at = 0; at <= left.size();) {
            const std::size_t end = std::min(left.find(kListMarkComma, at), left.size());
            const std::string_view name = trimmed(left.substr(at, end - at));
            if (code_points(name) < 2) return {};
            if (names.empty() && name.starts_with(kAmongThem)) {
                names.push_back(name.substr(kAmongThem.size()));
                at = end + kListMarkComma.size();
                continue;
            }
            names.push_back(name);
            at = end + kListMarkComma.size();
        }
        return names.size() <= 4 ? names : std::vector<std::string_view>();
    }

    // "December: 50% of the works done" planned for a site that has a heading of its own: how far
    // the works at that site are to be, not a share of the year's goal.
    bool share_of_works(std::string_view text, const Quantity& q) const {
        if (q.family != UnitFamily::kPercent) return false;
        const PlanItem* item = task_.plan_item_at(q.span.begin);
        return item != nullptr && !item->heading.empty() &&
               contains_any(before(text, q.span.begin, 36), kWorksProgress);
    }

    // "the year's task of 24", "108% of the year's goal of 24".
    static bool states_goal(std::string_view text, const Quantity& q) {
        const std::string_view behind = text.substr(q.span.end, 36);
        if (starts_with_any(behind, kRestatesBehind) != 0) return true;
        return behind.starts_with(kOfIt) &&
               ends_with_any(before(text, q.span.begin, 24), kYearsGoal);
    }

    bool promised_in(UnitFamily family) const {
        const auto& mine = u_.views[static_cast<std::size_t>(index_)].targets;
        return std::any_of(mine.begin(), mine.end(), [&](int i) {
            const Target& t = u_.targets[static_cast<std::size_t>(i)];
            return t.value && t.family == family && t.cell == Column::kMeasures;
        });
    }

    // An earlier month plans for the same thing in the same unit: the figure ends a series.
    bool follows(const std::vector<Quantity>& all, std::size_t i) const {
        const auto& phrases = u_.views[static_cast<std::size_t>(index_)].phrases[1];
        const PlanItem* item = task_.plan_item_at(all[i].span.begin);
        for (std::size_t j = 0; j < i; ++j) {
            if (all[j].family == all[i].family && task_.plan_item_at(all[j].span.begin) != item &&
                alike(phrases[i].pairs, phrases[j].pairs) >= 0.6)
                return true;
        }
        return false;
    }

    static double alike(const Pairs& a, const Pairs& b) {
        const std::size_t smaller = std::min(a.size(), b.size());
        if (smaller == 0) return 0.0;
        return static_cast<double>(shared(a, b)) / static_cast<double>(smaller);
    }

    static void merge_quick(Pairs& into, const Pairs& more) {
        into.insert(into.end(), more.begin(), more.end());
    }
    static void finish(Pairs& pairs) {
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    }

    bool has_share(const PlanItem& item) const {
        for (const Quantity& q : task_.of(Column::kPlan)) {
            if (q.mode == Mode::kShareOfGoal && q.span.begin >= item.whole.begin &&
                q.span.end <= item.whole.end)
                return true;
        }
        return false;
    }

    bool promises_something(std::string_view text, const std::vector<Quantity>& all,
                            std::size_t i) const {
        const Quantity& q = all[i];
        switch (q.family) {
            case UnitFamily::kKind:
            case UnitFamily::kRegion:
            case UnitFamily::kAge:
            case UnitFamily::kClock: return false;
            case UnitFamily::kTime:
                return contains_any(clause_at(text, q.span.begin).of(text), kLessIsBetter);
            default: break;
        }
        // "A, B and C: two items 100%": a number that sums up what the next one measures.
        if (q.chinese && i + 1 < all.size() && all[i + 1].span.begin <= q.span.end + 1)
            return false;
        if (q.chinese && (q.family == UnitFamily::kThing || q.family == UnitFamily::kEvent) &&
            q.comparator == Comparator::kEqual && !q.each && q.value < Decimal(10)) {
            const std::string_view unit = q.unit.of(text);
            if (unit == kItemUnit) return false;
        }
        if (q.range_high) return false;
        // What the year's task was changed to is a change of the target, no other promise.
        if (contains_any(clause_at(text, q.span.begin).of(text), kAdjustedTo)) return false;
        if (ends_with_any(before(text, q.span.begin, 24), kThereAlready)) return false;
        if (of_several_years(text, q)) return false;
        const std::string_view behind = trimmed(text.substr(q.span.end, 24));
        if (starts_with_any(behind, kBaseBehind) != 0 || starts_with_any(behind, kAspects) != 0)
            return false;
        // What stands in brackets describes, unless it divides the figure before it or sets a
        // limit.
        if (inside_brackets(text, q.span) && q.kind != QuantityKind::kConcentration) {
            if (i == 0) return false;
            std::size_t w = i;
            while (w > 0 && inside_brackets(text, all[w - 1].span)) --w;
            if (w == 0 || all[w - 1].family != q.family || !(q.value < all[w - 1].value))
                return false;
        }
        return true;
    }

    // "300 in three years", "60 by 2026": not this year's.
    bool of_several_years(std::string_view text, const Quantity& q) const {
        const Span clause = clause_at(text, q.span.begin);
        const std::string_view words = text.substr(clause.begin, q.span.begin - clause.begin);
        for (const std::string_view years : kSeveralYears) {
            // "2022 nian" is a year, not two years.
            const std::size_t at = find_word(words, years);
            const bool of_date =
                at != std::string_view::npos && at > 0 &&
                ((words[at - 1] >= '0' && words[at - 1] <= '9') || words[at - 1] == '.');
            if (at != std::string_view::npos && !of_date) return true;
        }
        const std::size_t by = find_word(words, kByYear);
        if (by == std::string_view::npos) return false;
        const std::string_view year = words.substr(by + kByYear.size() - 2, 4);
        return u_.programme->year != 0 && year != std::to_string(u_.programme->year);
    }

    Target target(Column cell, std::size_t i, const Phrase& phrase) const {
        const std::string_view text = task_.clean(cell);
        const Quantity& q = task_.of(cell)[i];
        Target t;
        t.task = index_;
        t.cell = cell;
        t.quantity = static_cast<int>(i);
        t.place = q.span;
        t.clause = clause_at(text, q.span.begin);
        t.subject = subject_text(text, phrase);
        t.pairs = phrase.pairs;
        t.core = phrase.core;
        const std::string_view left = phrase.left.of(text);
        t.each = q.family != UnitFamily::kMoney && q.family != UnitFamily::kPercent &&
                 (q.each || contains(left, kEvery)) && !contains_any(left, kPerMany);
        t.extent = contains_any(t.clause.of(text), kExtentWords);
        // The verb of a list goes with all its members.
        if (left.empty() && i > 0 &&
            sentence_at(text, q.span.begin) ==
                sentence_at(text, task_.of(cell)[i - 1].span.begin)) {
            merge(t.pairs, u_.pairs(u_.views[static_cast<std::size_t>(index_)]
                                        .phrases[text_index(cell)][i - 1]
                                        .left.of(text)));
        }
        // A figure that only has a list comma before it shares its predecessor's subject.
        if (t.pairs.size() < 2 && i > 0 &&
            sentence_at(text, q.span.begin) ==
                sentence_at(text, task_.of(cell)[i - 1].span.begin)) {
            const Phrase& last =
                u_.views[static_cast<std::size_t>(index_)].phrases[text_index(cell)][i - 1];
            merge(t.pairs, last.pairs);
            if (t.subject.empty()) t.subject = subject_text(text, last);
        }
        if (t.pairs.size() < 2) {
            // Nothing but a verb: the clause before, or the title of the task, says of what.
            merge(t.pairs, u_.pairs(t.clause.of(text)));
            if (t.pairs.size() < 2) merge(t.pairs, u_.pairs(task_.clean(Column::kTask)));
        }
        // Words that only say that it is a goal are no subject.
        if (t.subject.empty() || (t.core.empty() && pairs_of(t.subject).empty()))
            t.subject = without_blanks(task_.clean(Column::kTask));
        t.own = t.pairs;
        t.value = q.value;
        t.family = q.family;
        t.kind = q.kind;
        t.comparator = q.comparator;
        t.mode = q.mode;
        if (q.family == UnitFamily::kPercent) {
            t.unit = "%";
        } else {
            t.unit = q.unit.of(text);
        }
        const std::string_view clause = t.clause.of(text);
        const std::string_view sentence = sentence_at(text, q.span.begin).of(text);
        t.commitment = commitment_of(clause);
        if (t.commitment == Commitment::kFirm) t.commitment = commitment_of(sentence);
        const bool cut_to = q.mode != Mode::kIncrement && contains_any(clause, kLessIsBetter);
        if (cut_to || q.comparator == Comparator::kAtMost ||
            q.comparator == Comparator::kLessThan) {
            t.direction = Direction::kLess;
        } else if (contains_any(clause, kNeutralCounts)) {
            t.direction = Direction::kNeutral;
        } else if (q.kind == QuantityKind::kPercent && q.mode == Mode::kIncrement &&
                   contains_any(before(text, q.span.begin, 30), kLessIsBetter)) {
            t.direction = Direction::kMore;  // "cut by ten percent": more of it is better
        }
        t.derived = q.kind == QuantityKind::kPercent &&
                    ends_with_any(before(text, q.span.begin, 40), kDerivedBefore);
        due(t, text, sentence_at(text, q.span.begin));
        due_by(t, text, t.clause);
        // "..., both by the end of October".
        const Span whole = sentence_at(text, q.span.begin);
        for (const Span later : clauses_of(text, whole)) {
            if (later.begin > t.clause.begin && starts_with_any(later.of(text), kAllOfThem) != 0)
                due_by(t, text, later);
        }
        return t;
    }

    void promises_without_figure(std::string_view text, const std::vector<Span>& taken) {
        for (const Sentence& sentence : u_.views[static_cast<std::size_t>(index_)].sentences[0]) {
            if (full()) return;
            if (promise_with_a_date(text, sentence, taken)) continue;
            for (const Span clause : clauses_of(text, sentence.span)) {
                if (std::find(taken.begin(), taken.end(), clause) != taken.end()) continue;
                unfigured_.push_back(clause);
                const std::string_view words = trimmed(clause.of(text));
                if (starts_with_any(words, kCircumstances) != 0) continue;
                if (starts_with_any(words, kPurposeBegins) != 0 &&
                    ends_with_any(words, kPurposeEnds))
                    continue;
                Pairs pairs = u_.pairs(words);
                if (pairs.size() < 3) continue;
                Target t;
                t.task = index_;
                t.place = clause;
                t.clause = clause;
                t.subject = std::string(words);
                t.pairs = pairs;
                t.own = std::move(pairs);
                t.deliverable =
                    contains_any(words, kDeliverables) && starts_with_any(words, kRoutine) == 0;
                const bool beside_figure = std::any_of(taken.begin(), taken.end(), [&](Span s) {
                    return s.begin >= sentence.span.begin && s.end <= sentence.span.end;
                });
                t.detail = beside_figure && !contains_any(words, kStrongDeliverables);
                if (t.detail) t.deliverable = false;
                t.commitment = commitment_of(words);
                if (t.commitment == Commitment::kFirm)
                    t.commitment = commitment_of(sentence.span.of(text));
                due(t, text, clause);
                due_by(t, text, clause);
                add(std::move(t));
            }
        }
    }

    // A sentence whose only figure is a date promises that date.
    bool promise_with_a_date(std::string_view text, const Sentence& sentence,
                             const std::vector<Span>& taken) {
        const bool figured = std::any_of(taken.begin(), taken.end(), [&](Span s) {
            return s.begin >= sentence.span.begin && s.end <= sentence.span.end;
        });
        if (figured) return false;
        Target t;
        due(t, text, sentence.span);
        if (t.due_month == 0) return false;
        t.task = index_;
        t.place = t.clause = sentence.span;
        t.subject = std::string(sentence.span.of(text));
        t.pairs = t.own = sentence.pairs;
        t.deliverable = true;
        t.commitment = commitment_of(t.subject);
        add(std::move(t));
        return true;
    }

    // "by the end of June", "before the floods".
    void due_by(Target& t, std::string_view text, Span within) const {
        if (t.due_month != 0) return;
        const std::string_view words = within.of(text);
        const auto place = [&](std::size_t begin, std::size_t end) {
            t.due_by = true;
            t.due_place = {within.begin + static_cast<std::uint32_t>(begin),
                           within.begin + static_cast<std::uint32_t>(end)};
        };
        static constexpr auto kAnySeason = words_of(kSeasons);
        const bool season_named = contains_any(words, kAnySeason);
        for (const Season& season : kSeasons) {
            if (!season_named) break;
            const std::size_t at = find_word(words, season.word);
            if (at == std::string_view::npos) continue;
            t.due_month = season.month;
            t.due_season = true;
            return place(at, at + season.word.size());
        }
        for (std::size_t at = 0; at < words.size();) {
            const CodePoint c = decode_at(words, at);
            const bool fresh = at == 0 || words[at - 1] < '0' || words[at - 1] > '9';
            if (fresh && c.value >= '1' && c.value <= '9') {
                const auto period = parse_period(words.substr(at, 64));
                if (period && !period->period.quarter &&
                    period->period.first == period->period.last) {
                    // What is read as the period may end with "end of" already.
                    const std::string_view here = words.substr(at);
                    const std::size_t by = starts_with_any(here.substr(period->size), kBy);
                    if (by != 0 || ends_with_any(here.substr(0, period->size), kBy)) {
                        t.due_month = period->period.last;
                        return place(at, at + period->size + by);
                    }
                }
            }
            at += c.size;
        }
    }

    // "from October on": a date is a target too.
    void due(Target& t, std::string_view text, Span within) const {
        const std::string_view words = within.of(text);
        for (const std::string_view from : kFrom) {
            std::size_t at = words.find(from);
            if (at == std::string_view::npos) continue;
            const std::size_t begin = at;
            at += from.size();
            while (at < words.size() && words[at] == ' ') ++at;
            const auto period = parse_period(words.substr(at));
            if (!period || period->period.quarter) continue;
            const std::string_view rest = words.substr(at + period->size);
            const bool starts = starts_with_any(rest, kStartsAt) != 0 ||
                                ends_with_any(words.substr(0, at + period->size), kStartsAt);
            if (!starts) continue;
            t.due_month = period->period.first;
            t.due_place = {within.begin + static_cast<std::uint32_t>(begin),
                           within.begin + static_cast<std::uint32_t>(at + period->size)};
            return;
        }
    }

    // Of a task in parts whose measures are printed with each, the row that a promise belongs to is
    // the one whose plan or report speaks of it most; of equals the first.
    bool belongs_here(const Target& t) {
        const auto here = static_cast<std::size_t>(index_);
        const int group = shared_->group_of[here];
        if (group < 0 || t.cell != Column::kMeasures) return true;
        const auto [home, fresh] = homes_->try_emplace({group, t.pairs}, here);
        if (fresh) {
            double most = -1;
            for (const std::size_t row : shared_->groups[static_cast<std::size_t>(group)]) {
                const TaskView& view = u_.views[row];
                const double speaks = covered(t.pairs, view.plan) + covered(t.pairs, view.progress);
                if (speaks <= most + 1e-9) continue;
                most = speaks;
                home->second = row;
            }
        }
        return home->second == here;
    }

    // A promise of prose stands in the title and again in the text: it is one target.
    bool restates_title(const Target& t) const {
        if (t.cell != Column::kMeasures || !t.value) return false;
        const std::string_view title = task_.cell(Column::kTask).raw;
        const Text& measures = task_.cell(Column::kMeasures);
        const auto in_title = [&](const Target& one) {
            const char* at = measures.raw_slice(one.place).data();
            return at >= title.data() && at < title.data() + title.size();
        };
        if (title.empty() || title.size() == measures.raw.size() || in_title(t)) return false;
        const auto& mine = u_.views[static_cast<std::size_t>(index_)].targets;
        return std::any_of(mine.begin(), mine.end(), [&](int i) {
            const Target& other = u_.targets[static_cast<std::size_t>(i)];
            return other.cell == t.cell && other.value == t.value && other.unit == t.unit &&
                   in_title(other) && alike(other.pairs, t.pairs) >= 0.5;
        });
    }

    bool full() const {
        return u_.views[static_cast<std::size_t>(index_)].targets.size() >= kMostTargets;
    }

    bool add(Target t) {
        if (full() || !belongs_here(t) || restates_title(t)) return false;
        auto& mine = u_.views[static_cast<std::size_t>(index_)].targets;
        t.id = std::to_string(task_.row) + "-" + std::to_string(mine.size() + 1);
        mine.push_back(static_cast<int>(u_.targets.size()));
        u_.targets.push_back(std::move(t));
        return true;
    }

    Understanding& u_;
    int index_;
    const Task& task_;
    const SharedMeasures* shared_;
    Homes* homes_;
    bool part_open_ = false;
    std::vector<Span> unfigured_;  // clauses of the measures without a figure
};

}  // namespace

Understanding understand(const Programme& programme, const Lexicon& lexicon,
                         const AfterLinks& after_links) {
    Understanding u;
    u.programme = &programme;
    u.lexicon = lexicon;
    u.names = SubjectNames(lexicon);
    u.kept_views.resize(programme.tasks.size());
    u.views = u.kept_views;
    const std::size_t rows = programme.tasks.size();
    const std::size_t ranges = range_count(rows);
    for_ranges(rows, ranges, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) Reader(u, static_cast<int>(i)).read();
    });
    const SharedMeasures shared(programme.tasks);
    // Each range finds the targets of its own rows; their indices are put in order afterwards.
    std::vector<Understanding> parts(ranges);
    std::vector<std::size_t> begins(ranges + 1, rows);
    for_ranges(rows, ranges, [&](std::size_t range, std::size_t begin, std::size_t end) {
        begins[range] = begin;
        Understanding& part = parts[range];
        part.programme = &programme;
        part.lexicon = lexicon;
        part.names = u.names;
        part.views = u.views;
        Homes homes;
        for (std::size_t i = begin; i < end; ++i) {
            const int row = static_cast<int>(i);
            if (programme.tasks[i].preamble) continue;
            Reader reader(part, row, &shared, &homes);
            reader.promises();
            reader.goals_in_report();
            if (!programme.tasks[i].next_steps) reader.plan_promises(link_plan(part, row));
            link_report(part, row);
        }
    });
    for (std::size_t range = 0; range < ranges; ++range) {
        const int offset = static_cast<int>(u.targets.size());
        for (std::size_t i = begins[range]; i < begins[range + 1]; ++i) {
            for (int& target : u.views[i].targets) target += offset;
        }
        std::move(parts[range].targets.begin(), parts[range].targets.end(),
                  std::back_inserter(u.targets));
        parts[range].targets = {};
    }
    if (after_links) after_links(u);
    link_joint_results(u);
    for_ranges(u.targets.size(), ranges, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) judge(u, static_cast<int>(i));
    });
    return u;
}

}  // namespace duban
