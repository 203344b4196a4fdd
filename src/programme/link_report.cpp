// Ties the figures of a report to targets: every pair of a target and a figure that can belong
// together is scored, the best first; what is left over tells what else the report may say.
#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"
#include "programme/link.h"
#include "programme/link_tools.h"
#include "programme/stage_words.h"
#include "programme/subject.h"
#include "programme/subject_words.h"
#include "programme/target_words.h"
#include "programme/verdict.h"

namespace duban {
namespace {

// "N more than the task": a surplus, not a result.
bool over_the_target(std::string_view text, const Quantity& q) {
    const std::string_view right = text.substr(q.span.end, 36);
    return ends_with_any(trimmed(before(text, q.span.begin, 36)), kExcess) &&
           starts_with_any(right, kRestatesBehind) == 0;
}

// A list of names: without the verbs before the first. Empty where one of them is no name.
std::vector<std::string_view> names_in(std::string_view list) {
    std::vector<std::string_view> names;
    for (std::size_t size = 1; size != 0; list.remove_prefix(size)) {
        size = starts_with_any(list, kFinishing);
        if (size == 0) size = starts_with_any(list, kBuilding);
    }
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(kListMarkComma, at), list.size());
        const std::string_view name = trimmed(list.substr(at, end - at));
        if (code_points(name) < 2) return {};
        names.push_back(name);
        at = end + kListMarkComma.size();
    }
    return names;
}

// The things that a promise counts by name: "A, B and C, three parks". None unless there are as
// many names as the figure says.
std::vector<std::string_view> names_of(std::string_view text, const Target& t,
                                       const Phrase& phrase) {
    if (!t.value || !t.value->is_integer() || *t.value < Decimal(2) || Decimal(12) < *t.value)
        return {};
    auto names = names_in(phrase.left.of(text));
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

// Both say how far the works at one site are, in whatever word.
bool progress_of_same_works(const Task& task, const Target& t, std::string_view text,
                            const Quantity& q, const Phrase& phrase) {
    return !t.context.empty() && t.family == UnitFamily::kPercent &&
           q.family == UnitFamily::kPercent && at_same_site(t, *phrase.sentence) &&
           contains_any(before(task.clean(t.cell), t.place.begin, 36), kWorksProgress) &&
           contains_any(before(text, q.span.begin, 36), kWorksProgress);
}

// A clause of the report that says of everything promised that it is covered: a hundred percent.
Span all_covered(const Understanding& u, std::string_view report, const TaskView& view,
                 const Target& t, std::string_view promise) {
    if (t.family != UnitFamily::kPercent || t.direction != Direction::kMore ||
        t.mode == Mode::kIncrement || Decimal(100) < *t.value || !contains(promise, kCovered))
        return {};
    for (const Sentence& sentence : view.sentences[2]) {
        if (!contains_any(sentence.span.of(report), kAllCovered)) continue;
        for (const Span clause : clauses_of(report, sentence.span)) {
            const std::string_view words = clause.of(report);
            if (contains_any(words, kAllCovered) && !contains_any(words, kNotFullyCovered) &&
                covered(t.own, u.pairs(words)) >= 0.5)
                return clause;
        }
    }
    return {};
}

class ReportLinker {
  public:
    ReportLinker(Understanding& u, int index)
        : u_(u),
          task_(u.programme->tasks[static_cast<std::size_t>(index)]),
          view_(u.views[static_cast<std::size_t>(index)]),
          text_(task_.clean(Column::kProgress)),
          all_(task_.of(Column::kProgress)),
          used_(all_.size(), false) {}

    void link() {
        look_at_figures();
        for (const int ti : view_.targets) {
            Target& t = target(ti);
            if (!t.value) continue;
            sum_of_list(t);
            if (!t.result) find_candidates(ti);
        }
        assign();
        for (const int ti : view_.targets) {
            prefer_some_of(target(ti));
            prefer_finished(target(ti));
            prefer_total(target(ti));
        }
        for (const int ti : view_.targets) find_others(target(ti));
        for (const int ti : view_.targets) finish(ti);
        link_figures_for_several();
    }

  private:
    struct Candidate {
        bool certain;
        double score;
        double like;
        int target;
        int quantity;
    };
    // What is asked of a figure for every target is found out once.
    struct Figure {
        std::string_view left;    // some characters before it
        std::string_view right;   // and behind
        std::string_view clause;  // that it stands in
        bool one_month = false;   // one month's amount
        bool planned = false;     // restates a plan or an earlier figure
        bool surplus = false;     // over the target
        bool eligible = false;    // can be a result of the year at all
        bool part = false;        // of a figure before it in its sentence
        bool unfinished = false;  // counted, but not done
        bool begun = false;       // works begun
        bool listed = false;      // one of several that are listed: "respectively", batches
    };

    Target& target(int ti) { return u_.targets[static_cast<std::size_t>(ti)]; }
    const Phrase& phrase(std::size_t i) const { return view_.phrases[2][i]; }
    std::string_view unit_of(std::size_t i) const {
        return unit_text(task_, Column::kProgress, all_[i]);
    }
    bool comparable_to(const Target& t, std::size_t i) const {
        return comparable(t.family, settled_unit(u_.lexicon, t.unit), all_[i].family,
                          settled_unit(u_.lexicon, unit_of(i)));
    }

    Decimal value_for(const Target& t, std::size_t i) const {
        return value_in(u_.lexicon, all_[i].value, unit_of(i), t.unit);
    }

    // "in December 6 were built": one month's amount.
    bool of_one_month(const Quantity& q, std::string_view left) const {
        const Span clause = clause_at(text_, q.span.begin);
        for (std::uint32_t at = clause.begin; at < q.span.begin;) {
            const CodePoint c = decode_at(text_, at);
            const bool fresh = at == 0 || text_[at - 1] < '0' || text_[at - 1] > '9';
            if (fresh && c.value >= '0' && c.value <= '9') {
                const auto period = parse_period(text_.substr(at, 64));
                if (period && period->period.first == period->period.last &&
                    !ends_with_any(text_.substr(at, period->size), kUpToThen))
                    return true;
                if (period) return false;
            }
            at += c.size;
        }
        // "by the end of this month" is a total up to then.
        return contains_any(left, kThisMonth) && !contains_any(left, kMonthEnd);
    }

    // Behind "of which" or "namely" in the sentence, or the list of a total.
    bool part_of_another(std::size_t i) const {
        const Span sentence = sentence_at(text_, all_[i].span.begin);
        const std::string_view left =
            text_.substr(sentence.begin, all_[i].span.begin - sentence.begin);
        if (all_[i].of_which || all_[i].bracketed) return true;
        const bool figure_before = i > 0 && all_[i - 1].span.begin >= sentence.begin;
        return figure_before && contains_any(left, kParts);
    }

    // "400 and 650 respectively", "the first batch 60, the second 45": the figure is one of
    // several.
    bool one_of_a_list(std::size_t i, Span clause) const {
        const std::string_view left = before(text_, all_[i].span.begin, 30);
        if (contains_any(phrase(i).left.of(text_), kBatches)) return true;
        const auto neighbour = [&](std::size_t j) {
            return j < all_.size() && all_[j].span.begin >= clause.begin &&
                   all_[j].span.begin < clause.end && unit_of(j) == unit_of(i);
        };
        const std::size_t word =
            text_.substr(clause.begin, all_[i].span.begin - clause.begin).rfind(kRespectively);
        return word != std::string_view::npos && !contains_any(left, kGrandTotals) &&
               (neighbour(i + 1) || (i > 0 && neighbour(i - 1)));
    }

    void look_at_figures() {
        for (const int ti : view_.targets) {
            const Target& t = target(ti);
            if (t.value && !t.part_of_whole && !t.each && t.cell == Column::kMeasures)
                ++targets_of_family_[t.family];
            if (t.value && t.cell == Column::kMeasures)
                ++targets_of_unit_[settled_unit(u_.lexicon, t.unit)];
        }
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const Quantity& q = all_[i];
            const Span clause = clause_at(text_, q.span.begin);
            Figure f;
            f.left = before(text_, q.span.begin, 36);
            f.right = text_.substr(q.span.end, 36);
            f.clause = clause.of(text_);
            const std::string_view so_far = text_.substr(clause.begin, q.span.begin - clause.begin);
            f.planned = ends_with_any(so_far, kChangedFrom) || contains_any(so_far, kPlannedBefore);
            f.surplus = over_the_target(text_, q);
            f.one_month = of_one_month(q, f.left);
            f.part = part_of_another(i);
            const std::string_view said = phrase(i).left.of(text_);
            const std::string_view behind = phrase(i).right.of(text_);
            f.unfinished = contains_any(said, kUnfinished) || contains_any(behind, kUnfinished) ||
                           contains_any(f.left, kFailedParts) ||
                           contains_any(f.left, kEarlierYears);
            f.begun = (contains_any(said, kStarting) && !contains_any(said, kCompleted)) ||
                      starts_with_any(trimmed(behind), kStarting) != 0 ||
                      (contains_any(behind, kAllBegun) && !contains_any(behind, kCompleted));
            // "2 streets, 4.2 km to be finished": the second goes with the first.
            if (pairs_of(said).empty() && pairs_of(behind).empty() && i > 0 &&
                all_[i - 1].span.begin >= clause.begin) {
                f.unfinished = f.unfinished || figures_.back().unfinished;
            }
            f.listed = one_of_a_list(i, clause);
            f.eligible = !in_brackets(text_, q.span) && !f.one_month && !f.planned && !f.surplus &&
                         starts_with_any(f.right, kRestatesBehind) == 0;
            if (f.eligible && q.mode != Mode::kShareOfGoal &&
                q.mode !=
                    (q.family == UnitFamily::kPercent ? Mode::kIncrement : Mode::kShareOfGoal)) {
                ++results_of_family_[q.family];
                ++results_of_unit_[settled_unit(u_.lexicon, unit_of(i))];
            }
            figures_.push_back(f);
        }
    }

    // A change, not a level that something was raised to.
    static bool is_change(std::string_view text, const Quantity& q) {
        return q.mode == Mode::kIncrement && !ends_with_any(before(text, q.span.begin, 9), kUpTo);
    }

    // An amount for each person or household.
    static bool is_per_head(std::string_view text, const Quantity& q) {
        return q.mode == Mode::kLevel || contains_any(before(text, q.span.begin, 18), kOnAverage);
    }

    // "each of the two ... 15.5", not "the counties 15.5".
    bool of_each(std::size_t i) const {
        if (all_[i].each) return true;
        const std::string_view left = phrase(i).left.of(text_);
        const std::size_t at = left.rfind(kEachWord);
        return at != std::string_view::npos && at > 0 &&
               starts_with_any(left.substr(at + kEachWord.size()), kEachAsAll) == 0;
    }

    bool can_belong(const Target& t, std::size_t i, bool same_works) const {
        const Quantity& q = all_[i];
        const Figure& f = figures_[i];
        if (q.mode == Mode::kShareOfGoal && !same_works &&
            !(t.family == UnitFamily::kPercent && likeness(t, phrase(i)) >= 0.5))
            return false;
        if (!comparable_to(t, i)) return false;
        // A goal inside the report is not its own result.
        if (t.cell == Column::kProgress && t.quantity == static_cast<int>(i)) return false;
        // A change is no level, a standard is no sum, and the other way round.
        if (t.family == UnitFamily::kPercent && t.quantity >= 0 &&
            is_change(text_, q) !=
                is_change(task_.clean(t.cell),
                          task_.of(t.cell)[static_cast<std::size_t>(t.quantity)]))
            return false;
        const bool per_head = t.family == UnitFamily::kMoney && t.mode == Mode::kLevel;
        if (t.family == UnitFamily::kMoney && per_head != is_per_head(text_, q)) return false;
        if (q.each != t.each && t.family == UnitFamily::kThing &&
            !(t.each && q.comparator == Comparator::kAtLeast))
            return false;
        if (other_rate(u_, t, task_, Column::kProgress, phrase(i))) return false;
        if (contains_any(phrase(i).left.of(text_), kChosenFrom)) return false;
        // One month's amount is not the year's result, nor is a surplus.
        if (f.one_month || f.surplus || (f.listed && !respective_names(i))) return false;
        // "15.5 in each of two": not the whole.
        if (!t.each && of_each(i) &&
            (t.quantity < 0 || !task_.of(t.cell)[static_cast<std::size_t>(t.quantity)].each))
            return false;
        // A site that has been chosen is no site that has been built.
        return !contains_any(f.clause, kNotYetBegun) ||
               contains_any(task_.clean(t.cell), kNotYetBegun);
    }

    // The names before "respectively", if there are as many as figures behind it.
    struct Respective {
        std::vector<std::string_view> names;
        std::size_t first = 0;
    };
    std::optional<Respective> respective_names(std::size_t i) const {
        const Span sentence = sentence_at(text_, all_[i].span.begin);
        const std::string_view left =
            text_.substr(sentence.begin, all_[i].span.begin - sentence.begin);
        const std::size_t word = left.rfind(kRespectively);
        if (word == std::string_view::npos) return std::nullopt;
        Respective r;
        r.first = i;
        while (r.first > 0 && all_[r.first - 1].span.begin >= sentence.begin + word) --r.first;
        std::size_t last = i;
        while (last + 1 < all_.size() && all_[last + 1].family == all_[i].family &&
               clause_at(text_, all_[last + 1].span.begin) == clause_at(text_, all_[i].span.begin))
            ++last;
        const std::size_t clause = left.substr(0, word).rfind(kFullComma);
        r.names = names_in(
            left.substr(0, word).substr(clause == std::string_view::npos ? 0 : clause + 3));
        if (r.names.size() < 2 || r.names.size() != last - r.first + 1) return std::nullopt;
        return r;
    }

    // "A and B are 740 and 580 respectively": which of the targets the figure is of. Without such a
    // list every target may be.
    bool respectively(const Target& t, std::size_t i) const {
        const auto r = respective_names(i);
        if (!r) return true;
        for (std::size_t n = 0; n < r->names.size(); ++n) {
            // The last name is followed by the noun of them all.
            std::size_t size = 0;
            for (int c = 0; c < 2; ++c) size += decode_at(r->names[n], size).size;
            if (contains(t.subject, r->names[n].substr(0, size))) return n == i - r->first;
        }
        return true;
    }

    void find_candidates(int ti) {
        Target& t = target(ti);
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const Quantity& q = all_[i];
            const Figure& f = figures_[i];
            const bool same_works = progress_of_same_works(task_, t, text_, q, phrase(i));
            if (!can_belong(t, i, same_works) || !respectively(t, i)) continue;
            const bool unit_too = same_unit(u_.lexicon, t.unit, unit_of(i));
            double like = likeness(t, phrase(i));
            if (same_works) like = std::max(like, 0.5);
            const double own_likeness = like;
            const bool only_target = t.cell == Column::kMeasures && !t.part_of_whole &&
                                     targets_of_family_[t.family] == 1 && t.family == q.family;
            const bool same_value = equal_as_written(
                value_in(u_.lexicon, *t.value, t.unit, unit_of(i)), q.value, q, text_);
            like =
                std::max(like, like_alone(t, i, only_target, unit_too, same_value, own_likeness));
            if (like >= 0.3 && unit_too) like = std::max(like, kLikeEnough);
            if (like < kLikeEnough) continue;
            double score = 4 * like + (unit_too ? 0.8 : 0.0) + (same_value ? 0.8 : 0.0);
            if (t.part_of_whole) score -= 0.2;
            if (t.cell == Column::kPlan) score -= 0.3;
            if (starts_with_any(f.right, kRestatesBehind) != 0) score -= 2.0;
            if (f.planned) score -= 2.5;
            if (f.unfinished) score -= 2.0;
            if (in_brackets(text_, q.span) || q.range_high) score -= 1.0;
            if (q.mode == Mode::kCumulative) score += 0.3;
            if (contains_any(f.left, kGrandTotals)) score += 0.5;
            if (q.mode == Mode::kIncrement && t.mode == Mode::kIncrement) score += 0.8;
            if (score <= 0) continue;
            const bool certain =
                own_likeness >= 0.6 || (own_likeness >= 0.3 && only_target && countable(t) &&
                                        unit_too && results_of_family_[t.family] == 1);
            candidates_.push_back({certain, score, like, ti, static_cast<int>(i)});
        }
    }

    static bool countable(const Target& t) {
        return t.family != UnitFamily::kMoney && t.family != UnitFamily::kPercent;
    }

    // Alone on both sides, and the phrase has no noun of its own: what else would it count?
    double like_alone(Target& t, std::size_t i, bool only_target, bool unit_too, bool same_value,
                      double like) {
        if (like >= kLikeEnough || !figures_[i].eligible) return 0;
        // "The goal was 40": a promise without a noun is answered by the only figure in its unit.
        if (t.core.empty() && unit_too && countable(t) && t.cell == Column::kMeasures &&
            targets_of_unit_[settled_unit(u_.lexicon, t.unit)] == 1 &&
            results_of_unit_[settled_unit(u_.lexicon, unit_of(i))] == 1)
            return 0.5;
        if (!only_target) return 0;
        const bool bare = bare_phrase(text_, phrase(i));
        const bool only_result = results_of_family_[t.family] == 1;
        if (t.family == UnitFamily::kPercent) {
            if (!only_result) return 0;
            std::string_view name = trimmed(phrase(i).left.of(text_));
            while (ends_with_any(name, kUpTo))
                name.remove_suffix(decode_before(name, name.size()).size);
            const bool brief = code_points(name) >= 3 && abbreviates(name, t.subject);
            return bare || brief ? 0.5 : like >= 0.2 ? kLikeEnough : 0;
        }
        if (t.family == UnitFamily::kMoney) {
            int averages = 0;
            for (const Quantity& q : all_)
                averages += q.family == UnitFamily::kMoney && is_per_head(text_, q);
            if (t.mode == Mode::kLevel)
                return averages == 1 && is_per_head(text_, all_[i]) ? 0.5 : 0;
            // Paid, disbursed or in place: in whatever words the same money.
            if (results_of_family_[t.family] != 1) return 0;
            return same_value || bare ? 0.5 : like >= 0.2 ? kLikeEnough : 0;
        }
        if (bare || same_value || contains_any(figures_[i].left, kGrandTotals)) return 0.5;
        if (like < 0.12 && phrase(i).core.size() >= 2 && t.core.size() >= 2) {
            // The only figure in the unit, but of other things.
            if (unit_too && results_of_unit_[settled_unit(u_.lexicon, unit_of(i))] == 1)
                t.other_subject = static_cast<int>(i);
            return 0;
        }
        return only_result && (unit_too || t.family == UnitFamily::kPerson || like > 0.15)
                   ? kLikeEnough
                   : 0;
    }

    void assign() {
        std::stable_sort(candidates_.begin(), candidates_.end(),
                         [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
        for (const Candidate& c : candidates_) {
            Target& t = target(c.target);
            if (t.result_quantity >= 0 || used_[static_cast<std::size_t>(c.quantity)]) continue;
            t.result_likeness = c.like;
            t.certain = c.certain;
            set_result(t, static_cast<std::size_t>(c.quantity));
        }
    }

    void set_result(Target& t, std::size_t i) {
        if (t.result_quantity >= 0) used_[static_cast<std::size_t>(t.result_quantity)] = false;
        t.result_quantity = static_cast<int>(i);
        t.result = value_for(t, i);
        used_[i] = true;
    }

    // "of 8 rivers 7 reach it": the second counts.
    void prefer_some_of(Target& t) {
        if (!t.result) return;
        const auto now = static_cast<std::size_t>(t.result_quantity);
        if (now + 1 >= all_.size() || used_[now + 1] || unit_of(now) != unit_of(now + 1)) return;
        const std::uint32_t end = all_[now].span.end;
        const std::uint32_t next = all_[now + 1].span.begin;
        if (next <= end) return;
        const std::string_view gap = text_.substr(end, next - end);
        if (!gap.ends_with(kAmong) || gap.ends_with(kAmongThem)) return;
        set_result(t, now + 1);
        // The whole and the others of it have their place as well.
        const Span sentence = sentence_at(text_, all_[now].span.begin);
        for (std::size_t i = now; i < all_.size() && all_[i].span.begin < sentence.end; ++i)
            used_[i] = used_[i] || unit_of(i) == unit_of(now);
    }

    // "4 in the first half, 6 in the second, 10 in the year": the total of amounts before it, which
    // the arithmetic proves.
    void prefer_total(Target& t) {
        if (!t.result || t.each || !countable(t) || t.direction != Direction::kMore) return;
        const auto now = static_cast<std::size_t>(t.result_quantity);
        Decimal together = all_[now].value;
        for (std::size_t i = now + 1; i < all_.size(); ++i) {
            if (contains(text_.substr(all_[i - 1].span.end,
                                      all_[i].span.begin -
                                          std::min(all_[i].span.begin, all_[i - 1].span.end)),
                         kLineBreak))
                return;
            if (unit_of(i) != unit_of(now)) continue;
            const std::string_view left = phrase(i).left.of(text_);
            const bool total = contains_any(left, kGrandTotals) || contains_any(left, kSumWords) ||
                               contains_any(left, kInAll);
            if (total && !used_[i] && together == all_[i].value && i > now + 1) {
                set_result(t, i);
                return;
            }
            // What is another target's is no amount of this one.
            if (used_[i]) return;
            together = together + all_[i].value;
        }
    }

    // "9 begun, 6 finished": of a thing that was to be finished the second counts.
    void prefer_finished(Target& t) {
        if (!t.result || t.cell != Column::kMeasures || t.family == UnitFamily::kPercent ||
            contains_any(t.clause.of(task_.clean(t.cell)), kStarting))
            return;
        const auto now = static_cast<std::size_t>(t.result_quantity);
        if (!figures_[now].begun) return;
        const Span sentence = sentence_at(text_, all_[now].span.begin);
        for (std::size_t i = now + 1; i < all_.size() && all_[i].span.begin < sentence.end; ++i) {
            const bool in_all = contains_any(phrase(i).left.of(text_), kGrandTotals) ||
                                contains_any(phrase(i).left.of(text_), kInAll);
            if (used_[i] || (figures_[i].part && !in_all) || figures_[i].unfinished ||
                !same_unit(u_.lexicon, t.unit, unit_of(i)) || !bare_phrase(text_, phrase(i)) ||
                !(contains_any(phrase(i).left.of(text_), kCompleted) ||
                  contains_any(phrase(i).left.of(text_), kInUse)))
                continue;
            set_result(t, i);
            return;
        }
    }

    // Figures that no target has been given: they may be of this one too, alone or together.
    void find_others(Target& t) {
        if (!t.result) return;
        const bool less = t.direction == Direction::kLess;
        Decimal together = *t.result;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const Figure& f = figures_[i];
            const bool begun =
                f.begun && !contains_any(t.clause.of(task_.clean(t.cell)), kStarting);
            if (used_[i] || f.part || f.unfinished || f.surplus || f.planned || begun ||
                !comparable_to(t, i) || !at_same_site(t, *phrase(i).sentence) ||
                starts_with_any(f.right, kRestatesBehind) != 0)
                continue;
            const bool same_thing =
                covered(t.own, phrase(i).pairs) >= 0.3 || bare_phrase(text_, phrase(i));
            if (t.certain && !same_thing) continue;
            // The total of several targets is none of them.
            if (contains_any(f.left, kSumWords) && several_before(i)) continue;
            t.larger_elsewhere = t.larger_elsewhere ||
                                 (less ? value_for(t, i) <= *t.value : value_for(t, i) >= *t.value);
            if (same_unit(u_.lexicon, unit_of(i), t.unit)) together = together + value_for(t, i);
        }
        t.larger_elsewhere = t.larger_elsewhere || (!less && t.family != UnitFamily::kPercent &&
                                                    *t.result < *t.value && together >= *t.value);
    }

    // Results of two targets or more stand before the figure in its sentence.
    bool several_before(std::size_t i) const {
        const Span sentence = sentence_at(text_, all_[i].span.begin);
        int n = 0;
        for (std::size_t j = 0; j < i; ++j) n += used_[j] && all_[j].span.begin >= sentence.begin;
        return n >= 2;
    }

    void finish(int ti) {
        Target& t = target(ti);
        least_of_several(ti);
        if (t.value && !t.result && t.cell == Column::kMeasures) {
            surplus_only(t);
            if (!t.result && t.quantity >= 0) {
                const auto names = names_of(task_.clean(Column::kMeasures), t,
                                            view_.phrases[0][static_cast<std::size_t>(t.quantity)]);
                t.named_done = names.empty() ? all_covered(u_, text_, view_, t,
                                                           t.clause.of(task_.clean(t.cell)))
                                             : all_named_done(text_, view_, names);
            }
        }
        compare_subject(u_, t);
        if (t.value && !t.result && t.family != UnitFamily::kPercent &&
            t.kind != QuantityKind::kConcentration && !t.part_of_whole &&
            t.cell == Column::kMeasures)
            in_another_unit(t);
        double best = 0;
        for (const Sentence& s : view_.sentences[2]) {
            const double cover = covered(t.own, s.pairs);
            if (cover > best) {
                best = cover;
                if (cover >= 0.3) t.mention = s.span;
            }
        }
        if (!t.value) t.result_likeness = best;
    }

    // A rate promised for all, or a count for every one: of several results the lowest counts.
    void least_of_several(int ti) {
        Target& t = target(ti);
        const bool rate = t.family == UnitFamily::kPercent && t.mode == Mode::kIncrement;
        if (!t.result || (!rate && !t.each)) return;
        for (const Candidate& c : candidates_) {
            const Quantity& q = all_[static_cast<std::size_t>(c.quantity)];
            const Decimal value = value_for(t, static_cast<std::size_t>(c.quantity));
            if (c.target != ti || value >= *t.result) continue;
            const bool near = rate && c.score + 1.5 >= 4 * t.result_likeness;
            if (!near && !(t.each && q.each)) continue;
            t.result = value;
            t.result_quantity = c.quantity;
        }
    }

    // Only single figures are listed: together they are the result.
    void sum_of_list(Target& t) {
        if (targets_of_family_[t.family] != 1 || !countable(t) || t.part_of_whole ||
            t.cell != Column::kMeasures || t.direction != Direction::kMore)
            return;
        Decimal together;
        int first = -1;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (!same_unit(u_.lexicon, t.unit, unit_of(i))) continue;
            // A total beside the list is the result itself.
            if (!figures_[i].listed || respective_names(i)) return;
            together = together + all_[i].value;
            if (first < 0) first = static_cast<int>(i);
        }
        if (first < 0) return;
        t.result_quantity = first;
        t.result = together;
    }

    // Only the surplus is reported. A figure as large as the target is the result itself.
    void surplus_only(Target& t) {
        if (t.result || t.direction != Direction::kMore) return;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (!figures_[i].surplus || all_[i].family != t.family) continue;
            if (targets_of_family_[t.family] != 1 && likeness(t, phrase(i)) < 0.3) continue;
            t.result_quantity = static_cast<int>(i);
            t.result = all_[i].value < *t.value ? *t.value + all_[i].value : all_[i].value;
            return;
        }
    }

    // The same subject in a unit of another nature.
    void in_another_unit(Target& t) {
        const auto differ = [&](const Quantity& q, QuantityKind kind) {
            return (q.kind == kind) != (t.kind == kind);
        };
        const auto counts_people = [](UnitFamily family) {
            return family == UnitFamily::kPerson || family == UnitFamily::kHousehold ||
                   family == UnitFamily::kPersonTime;
        };
        for (std::size_t i = 0; i < all_.size() && t.other_unit < 0; ++i) {
            const Quantity& q = all_[i];
            if (q.kind == QuantityKind::kPercent || q.family == UnitFamily::kRegion ||
                q.family == UnitFamily::kKind || q.unit.empty() || q.chinese)
                continue;
            const bool other = differ(q, QuantityKind::kCapacity) ||
                               differ(q, QuantityKind::kArea) || differ(q, QuantityKind::kLength) ||
                               (counts_people(q.family) && counts_people(t.family) &&
                                q.family != t.family && !used_[i]);
            if (other && likeness(t, phrase(i)) >= 0.25) t.other_unit = static_cast<int>(i);
        }
    }

    // "A and B, 1968 in all": one figure for two promises; neither can be judged by it.
    void link_figures_for_several() {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (!contains_any(figures_[i].left, kSumWords) &&
                !contains_any(figures_[i].left, kGrandTotals))
                continue;
            std::vector<int> together;
            for (const int ti : view_.targets) {
                const Target& t = target(ti);
                const bool free = t.result_quantity < 0 || t.result_quantity == static_cast<int>(i);
                if (t.value && t.cell == Column::kMeasures && t.family == all_[i].family &&
                    countable(t) && free && !t.part_of_whole &&
                    covered(t.own, phrase(i).pairs) >= 0.6)
                    together.push_back(ti);
            }
            if (together.size() < 2) continue;
            for (const int ti : together) {
                Target& t = target(ti);
                t.result_quantity = static_cast<int>(i);
                t.result = value_for(t, i);
                t.subject_change = SubjectChange::kNone;
                for (const int other : together) {
                    if (other != ti) t.joint_with.push_back(other);
                }
            }
        }
    }

    Understanding& u_;
    const Task& task_;
    const TaskView& view_;
    std::string_view text_;
    const std::vector<Quantity>& all_;
    std::vector<Figure> figures_;
    std::vector<Candidate> candidates_;
    std::vector<bool> used_;
    std::map<UnitFamily, int> targets_of_family_;
    std::map<std::string_view, int> targets_of_unit_;
    std::map<UnitFamily, int> results_of_family_;
    std::map<std::string_view, int> results_of_unit_;
};

}  // namespace

void link_report(Understanding& u, int index) {
    const Task& task = u.programme->tasks[static_cast<std::size_t>(index)];
    if (task.of(Column::kProgress).size() <= kMostFigures) ReportLinker(u, index).link();
}

}  // namespace duban
