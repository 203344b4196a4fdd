// arithmetic-percent: a percentage or share that does not follow from its numbers.
#include <algorithm>

#include "audit/audit_words.h"
#include "audit/bulletin_words.h"
#include "audit/check.h"
#include "audit/percent_tools.h"
#include "audit/sum_tools.h"
#include "base/text.h"
#include "programme/link.h"

namespace duban {
namespace {

Finding percent_finding(int task, Origin origin, Severity severity, std::string_view message) {
    Finding f;
    f.code = "arithmetic-percent";
    f.task = task;
    f.origin = origin;
    f.severity = severity;
    f.message = message;
    return f;
}

// Shares of the year's goal in the plan.
void plan_shares(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const auto& all = row.of(Column::kPlan);
    const auto shares = goal_shares(row);
    if (shares.empty() || all.size() > kMostFigures) return;
    Finding off =
        percent_finding(task, Origin::kPlan, Severity::kWarning, "finding-share-not-derivable");
    Finding near = percent_finding(task, Origin::kPlan, Severity::kNote, "finding-share-rounded");
    std::optional<Decimal> last_share;
    int held = 0;
    bool first_off = false;
    for (const GoalShare& share : shares) {
        const PlanItem& item = row.plan.items[static_cast<std::size_t>(share.item)];
        const std::string_view plan = row.clean(Column::kPlan);
        const std::uint32_t at = all[static_cast<std::size_t>(share.quantity)].span.begin;
        if (contains_any(clause_at(plan, at).of(plan), kOtherBase)) continue;
        Fit best = Fit::kOff;
        bool any_base = false;
        std::string arithmetic;
        int used = -1;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Quantity& q = all[i];
            if (q.span.begin < item.whole.begin || q.span.end > item.whole.end ||
                q.kind == QuantityKind::kPercent || q.unit.empty())
                continue;
            for (const int ti : bench.view(task).targets) {
                const Target& t = bench.target(ti);
                if (!t.value || t.cell != Column::kMeasures || t.value->is_zero() || t.each)
                    continue;
                if (!comparable(t.family, settled_unit(bench.u.lexicon, t.unit), q.family,
                                settled_unit(bench.u.lexicon, q.unit.of(row.clean(Column::kPlan)))))
                    continue;
                any_base = true;
                const Decimal value =
                    value_in(bench.u.lexicon, q.value, q.unit.of(row.clean(Column::kPlan)), t.unit);
                // Alone, as the sum of the months so far, or as what the share grew by.
                Decimal so_far;
                for (const PlanFigure& f : t.plan) {
                    if (f.item <= share.item) so_far = so_far + f.value;
                }
                const auto consider = [&](const Decimal& part, const Decimal& stated) {
                    const Fit this_fit = fit(part, *t.value, stated, bench.tolerances);
                    if (arithmetic.empty() || this_fit < best) {
                        arithmetic = quotient_text(part, *t.value);
                        used = static_cast<int>(i);
                    }
                    best = std::min(best, this_fit);
                };
                consider(value, share.percent);
                if (t.series == Series::kAmounts && !so_far.is_zero())
                    consider(so_far, share.percent);
                if (last_share && share.percent > *last_share)
                    consider(value, share.percent - *last_share);
            }
        }
        // Shares of work done that no figure stands beside: they are not shares of a count.
        if (!any_base && used < 0 && !last_share) return;
        last_share = share.percent;
        if (!any_base) continue;
        const Evidence figure = bench.figure(task, Column::kPlan, used);
        const Evidence stated = bench.figure(task, Column::kPlan, share.quantity);
        if (best == Fit::kExact) {
            ++held;
            bench.holds({task, "arithmetic-percent", {figure, stated}, arithmetic});
            continue;
        }
        if (best == Fit::kOff && off.evidence.empty()) first_off = &share == shares.data();
        Finding& f = best == Fit::kNear ? near : off;
        // From the figure to its share: the reader sees them side by side.
        Evidence both = figure;
        both.place = {std::min(figure.place.begin, stated.place.begin),
                      std::max(figure.place.end, stated.place.end)};
        f.evidence.push_back(both);
        const std::string when = period_at(bench, task, item.whole.begin);
        f.arithmetic += (f.arithmetic.empty() ? "" : "; ") + (when.empty() ? "" : when + ": ") +
                        arithmetic + " (" + amount(share.percent) + "%)";
    }
    // Only the first is off and the ones after it grow as they should: what came before the plan
    // began is in it and not stated.
    if (off.evidence.size() == 1 && held >= 2 && first_off) off.evidence.clear();
    // Where most shares fit nothing, they are shares of the work as a whole; one finding says so.
    for (Finding* f : {&off, &near}) {
        if (f->evidence.empty()) continue;
        f->params = {{"n", std::to_string(f->evidence.size())}};
        bench.add(std::move(*f));
    }
}

// A share of the year's task where what is reported is in a unit in which nothing was promised.
void without_base(Bench& bench, int task, std::size_t share) {
    const Task& row = bench.task(task);
    const auto& all = row.of(Column::kProgress);
    const Target* other = nullptr;
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (t.result) return;
        if (other == nullptr && t.value && t.other_unit >= 0) other = &t;
    }
    if (other == nullptr) return;
    const Quantity& q = all[static_cast<std::size_t>(other->other_unit)];
    Finding f =
        percent_finding(task, Origin::kReport, Severity::kWarning, "finding-share-without-base");
    f.evidence = {bench.promise(*other), bench.figure(task, Column::kProgress, other->other_unit),
                  bench.figure(task, Column::kProgress, static_cast<int>(share))};
    if (const auto base = q.value.scaled(2).divided(all[share].value, 2)) {
        f.arithmetic = amount(q.value) + " / " + amount(all[share].value) + "% = " + amount(*base);
    }
    f.params = {{"stated", amount(all[share].value)},
                {"unit", other->unit},
                {"other", std::string(q.unit.of(row.clean(Column::kProgress)))}};
    bench.add(std::move(f));
}

// "304 done (95%)": the share stands in brackets right behind the figure.
bool in_brackets_behind(std::string_view text, const std::vector<Quantity>& all, std::size_t i) {
    if (i == 0 || all[i].family != UnitFamily::kPercent || all[i - 1].unit.empty()) return false;
    const std::string_view gap =
        trimmed(text.substr(all[i - 1].span.end, all[i].span.begin - all[i - 1].span.end));
    const std::string_view behind = trimmed(text.substr(all[i].span.end, 6));
    return !gap.empty() && starts_with_any(gap, kOpenBrackets) == gap.size() &&
           starts_with_any(behind, kCloseBrackets) != 0;
}

// Some figure of the sentence and some goal of the row in its unit make the share: then it is of
// them, whatever stands nearest.
bool fits_another(Bench& bench, int task, std::size_t share) {
    const Task& row = bench.task(task);
    const std::string_view text = row.clean(Column::kProgress);
    const std::string_view measures = row.clean(Column::kMeasures);
    const auto& all = row.of(Column::kProgress);
    const auto& goals = row.of(Column::kMeasures);
    if (all.size() > kMostFigures || goals.size() > kMostFigures) return false;
    const Span sentence = sentence_at(text, all[share].span.begin);
    for (std::size_t i = share; i-- > 0 && all[i].span.begin >= sentence.begin;) {
        const Quantity& q = all[i];
        if (q.kind == QuantityKind::kPercent || q.unit.empty()) continue;
        for (std::size_t j = 0; j < goals.size(); ++j) {
            if (goals[j].unit.of(measures) != q.unit.of(text) || goals[j].value.is_zero() ||
                fit(q.value, goals[j].value, all[share].value, bench.tolerances) != Fit::kExact)
                continue;
            bench.holds({task,
                         "arithmetic-percent",
                         {bench.figure(task, Column::kMeasures, static_cast<int>(j)),
                          bench.figure(task, Column::kProgress, static_cast<int>(i)),
                          bench.figure(task, Column::kProgress, static_cast<int>(share))},
                         quotient_text(q.value, goals[j].value)});
            return true;
        }
    }
    return false;
}

// "..., 113.3% of the year's plan" in the report.
void report_shares(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const std::string_view text = row.clean(Column::kProgress);
    const auto& all = row.of(Column::kProgress);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Quantity& share = all[i];
        const bool of_goal = share.mode == Mode::kShareOfGoal || in_brackets_behind(text, all, i);
        if (!of_goal || share.value == Decimal(100) || i == 0 || stated_base(text, all, i) >= 0 ||
            fits_another(bench, task, i))
            continue;
        // The figure before it in the sentence.
        const Span sentence = sentence_at(text, share.span.begin);
        const bool other_base =
            share.value.negative() ||
            contains_any(clause_at(text, share.span.begin).of(text), kOtherBase);
        std::size_t part = i;
        while (part-- > 0 && all[part].kind == QuantityKind::kPercent) {
        }
        // "62, of which 37 and 25, 103.3% of the goal": the share is of the whole.
        const std::size_t of_which =
            text.substr(sentence.begin, share.span.begin - sentence.begin).rfind(kOfWhichWords[0]);
        if (of_which != std::string_view::npos) {
            while (part < all.size() && all[part].span.begin > sentence.begin + of_which) --part;
        }
        if (part >= all.size()) continue;
        if (sentence_at(text, all[part].span.begin) != sentence_at(text, share.span.begin)) {
            if (!other_base) without_base(bench, task, i);
            continue;
        }
        const Quantity& q = all[part];
        const std::string_view unit = q.unit.of(text);
        Fit best = Fit::kOff;
        std::string arithmetic;
        std::optional<Evidence> base_place;
        Decimal used_base;
        const auto consider = [&](const Decimal& base, const Evidence& where) {
            if (base.is_zero()) return;
            const Fit this_fit = fit(q.value, base, share.value, bench.tolerances);
            if (arithmetic.empty() || this_fit < best) {
                arithmetic = quotient_text(q.value, base);
                base_place = where;
                used_base = base;
            }
            best = std::min(best, this_fit);
        };
        const Target* tied = nullptr;
        for (const int ti : bench.view(task).targets) {
            const Target& t = bench.target(ti);
            if (t.value && t.result_quantity == static_cast<int>(part)) tied = &t;
        }
        if (tied == nullptr) {
            if (!other_base) without_base(bench, task, i);
            continue;
        }
        consider(*tied->value, bench.promise(*tied));
        bool base_beside = false;
        for (std::size_t j = 0; j < all.size(); ++j) {
            if (j == part || all[j].family != q.family || all[j].unit.of(text) != unit) continue;
            base_beside = base_beside || sentence_at(text, all[j].span.begin) ==
                                             sentence_at(text, share.span.begin);
            consider(all[j].value, bench.figure(task, Column::kProgress, static_cast<int>(j)));
        }
        if (tied->plan_final) consider(*tied->plan_final, bench.promise(*tied));
        if (!base_place) continue;  // every base is zero
        std::vector<Evidence> evidence{
            *base_place, bench.figure(task, Column::kProgress, static_cast<int>(part)),
            bench.figure(task, Column::kProgress, static_cast<int>(i))};
        if (best == Fit::kExact) {
            bench.holds({task, "arithmetic-percent", std::move(evidence), arithmetic});
            continue;
        }
        // The year's plan is known without doubt where promise and plan give the same figure; then
        // figure, plan and percentage cannot all be true.
        const bool planned_so = tied->plan_final ? *tied->plan_final == *tied->value
                                                 : row.plan.items.empty() || row.next_steps;
        const bool certain = best == Fit::kOff && !base_beside && planned_so &&
                             tied->result_likeness >= 0.5 && tied->cell == Column::kMeasures &&
                             q.comparator == Comparator::kEqual && !tied->each &&
                             !contains_any(text, kChanged);
        if (other_base) continue;
        Finding f =
            percent_finding(task, Origin::kReport,
                            best == Fit::kNear ? Severity::kNote
                            : certain          ? Severity::kError
                                               : Severity::kWarning,
                            best == Fit::kNear ? "finding-percent-near" : "finding-percent-off");
        f.evidence = std::move(evidence);
        f.arithmetic = arithmetic;
        const auto computed = q.value.scaled(2).divided(used_base, 2);
        f.params = {{"stated", amount(share.value)},
                    {"figure", amount(q.value)},
                    {"base", amount(used_base)},
                    {"computed", computed ? amount(*computed) : ""},
                    {"unit", std::string(unit)}};
        bench.add(std::move(f));
    }
}

// A rate in the report that stands beside the counts it should come from.
void rates_beside_counts(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const std::string_view text = row.clean(Column::kProgress);
    const auto& all = row.of(Column::kProgress);
    for (const ReportItem& item : row.report) {
        auto i =
            static_cast<std::size_t>(std::partition_point(all.begin(), all.end(),
                                                          [&](const Quantity& q) {
                                                              return q.span.begin < item.text.begin;
                                                          }) -
                                     all.begin());
        std::vector<std::size_t> counts;  // in one unit, before the figure
        for (; i < all.size() && all[i].span.begin <= item.text.end; ++i) {
            const Quantity& rate = all[i];
            if (rate.kind != QuantityKind::kPercent) {
                if (rate.unit.empty() || rate.chinese) continue;
                if (!counts.empty() && rate.unit.of(text) != all[counts.front()].unit.of(text))
                    counts.clear();
                counts.push_back(i);
                continue;
            }
            if (rate.mode != Mode::kLevel || rate.comparator != Comparator::kEqual ||
                rate.span.end > item.text.end || rate.value >= Decimal(100) ||
                stated_base(text, all, i) >= 0)
                continue;
            if (counts.size() < 2 || counts.size() > 8) continue;
            bool applied = false;
            bool approved = false;
            bool failed = false;
            for (const std::size_t j : counts) {
                const std::string_view left =
                    text.substr(all[j].span.begin > 60 ? all[j].span.begin - 60 : 0,
                                all[j].span.begin > 60 ? 60 : all[j].span.begin);
                applied = applied || contains_any(left, kApplied);
                approved = approved || contains_any(left, kApproved);
                failed = failed || contains_any(left, kFailed);
            }
            Fit best = Fit::kOff;
            std::string arithmetic;
            std::vector<std::string> tried;
            const auto consider = [&](const Decimal& part, const Decimal& base) {
                if (base.is_zero() || part > base) return;
                const Fit this_fit = fit(part, base, rate.value, bench.tolerances);
                if (this_fit < best) {
                    best = this_fit;
                    arithmetic = quotient_text(part, base);
                }
                tried.push_back(quotient_text(part, base));
            };
            // The base is the largest of them.
            const std::size_t base = *std::max_element(
                counts.begin(), counts.end(),
                [&](std::size_t a, std::size_t b) { return all[a].value < all[b].value; });
            Decimal rest;
            for (const std::size_t j : counts) {
                if (j == base) continue;
                if (failed) {
                    consider(all[base].value - all[j].value, all[base].value);
                } else {
                    consider(all[j].value, all[base].value);
                }
                rest = rest + all[j].value;
            }
            if (counts.size() > 2) consider(rest, all[base].value);
            std::vector<Evidence> evidence;
            for (const std::size_t j : counts)
                evidence.push_back(bench.at(task, Column::kProgress, all[j].span));
            evidence.push_back(bench.at(task, Column::kProgress, rate.span));
            if (best != Fit::kOff) {
                bench.holds({task, "arithmetic-percent", std::move(evidence), arithmetic});
                continue;
            }
            const Span own = clause_at(text, rate.span.begin);
            if (!applied || !approved || !contains_any(own.of(text), kOwnRates)) continue;
            Finding f = percent_finding(task, Origin::kReport, Severity::kWarning,
                                        "finding-rate-not-derivable");
            f.evidence = std::move(evidence);
            for (const std::string& t : tried)
                f.arithmetic += (f.arithmetic.empty() ? "" : "; ") + t;
            f.params = {{"stated", amount(rate.value)}};
            bench.add(std::move(f));
        }
    }
}

// "1236 found, 1136 put right, 100% put right": the rate has the verb of the second count, and is
// of the first.
void rates_of_what_was_found(Bench& bench, int task) {
    const std::string_view text = bench.task(task).clean(Column::kProgress);
    const auto& all = bench.task(task).of(Column::kProgress);
    const auto& phrases = bench.view(task).phrases[text_index(Column::kProgress)];
    if (all.size() > kMostFigures) return;
    for (std::size_t i = 2; i < all.size(); ++i) {
        const Quantity& rate = all[i];
        const Quantity& done = all[i - 1];
        const Quantity& found = all[i - 2];
        if (rate.family != UnitFamily::kPercent || rate.mode != Mode::kLevel ||
            rate.comparator != Comparator::kEqual || done.unit.empty() ||
            done.family != found.family || done.unit.of(text) != found.unit.of(text) ||
            !(done.value < found.value) || found.comparator != Comparator::kEqual ||
            done.comparator != Comparator::kEqual ||
            phrases[i].sentence != phrases[i - 2].sentence ||
            (i > 2 && phrases[i - 3].sentence == phrases[i].sentence))
            continue;
        const std::string_view left = phrases[i].left.of(text);
        const std::size_t end = left.rfind(kRateWord);
        if (end == std::string_view::npos || code_points(left.substr(0, end)) < 2) continue;
        std::size_t begin = end;
        for (int n = 0; n < 2; ++n) begin -= decode_before(left, begin).size;
        const std::string_view verb = left.substr(begin, end - begin);
        const std::string_view done_words = phrases[i - 1].left.of(text);
        const std::string_view found_words = phrases[i - 2].left.of(text);
        const std::string_view all_words =
            text.substr(phrases[i - 2].left.begin, rate.span.end - phrases[i - 2].left.begin);
        // Of another class of things, or only of what was due, it is another rate.
        const bool same = shared(pairs_of(left.substr(0, begin)), pairs_of(found_words)) ==
                          pairs_of(left.substr(0, begin)).size();
        if (!contains(done_words, verb) || contains(found_words, verb) || !same ||
            contains_any(all_words, kDueOnly) || contains_any(done_words, kFailed))
            continue;
        if (fit(done.value, found.value, rate.value, bench.tolerances) != Fit::kOff) continue;
        Finding f = percent_finding(task, Origin::kReport, Severity::kWarning,
                                    "finding-rate-not-derivable");
        for (const std::size_t j : {i - 2, i - 1, i})
            f.evidence.push_back(bench.at(task, Column::kProgress, all[j].span));
        f.arithmetic = quotient_text(done.value, found.value);
        f.params = {{"stated", amount(rate.value)}};
        bench.add(std::move(f));
    }
}

// The column of percentages against the only target in figures of its row and the only figure of
// the report in its unit.
void percent_column(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const std::string_view cell = row.clean(Column::kPercent);
    const auto stated = Decimal::parse(trimmed(cell.substr(0, cell.find('%'))));
    if (!stated || stated->negative()) return;
    const Target* only = nullptr;
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (!t.value || t.cell != Column::kMeasures) continue;
        if (only != nullptr) return;
        only = &t;
    }
    if (only == nullptr || !only->result || only->value->is_zero() || only->result->negative() ||
        only->family == UnitFamily::kPercent || only->direction != Direction::kMore || only->each)
        return;
    const std::string_view report = row.clean(Column::kProgress);
    int figures = 0;
    for (const Quantity& q : row.of(Column::kProgress)) {
        if (!comparable(only->family, only->unit, q.family, q.unit.of(report))) continue;
        ++figures;
        // Any of them may be what the percentage is of.
        if (fit(q.value, *only->value, *stated, bench.tolerances) != Fit::kOff &&
            q.value != *only->result)
            return;
    }
    const auto size = static_cast<std::uint32_t>(cell.size());
    std::vector<Evidence> evidence{bench.promise(*only),
                                   bench.figure(task, Column::kProgress, only->result_quantity),
                                   bench.at(task, Column::kPercent, {0, size})};
    const std::string arithmetic = quotient_text(*only->result, *only->value);
    if (fit(*only->result, *only->value, *stated, bench.tolerances) != Fit::kOff) {
        bench.holds({task, "arithmetic-percent", std::move(evidence), arithmetic});
        return;
    }
    // More than promised is often capped at a hundred; works under way are measured otherwise.
    const bool capped = *stated == Decimal(100) && *only->result > *only->value;
    if (capped || figures != 1 || contains_any(report, kWorksUnderWay)) return;
    const Quantity& q = row.of(Column::kProgress)[static_cast<std::size_t>(only->result_quantity)];
    const bool exact = q.comparator == Comparator::kEqual && only->certain &&
                       only->verdict != Verdict::kUnverifiable;
    Finding f =
        percent_finding(task, Origin::kReport, exact ? Severity::kError : Severity::kWarning,
                        "finding-percent-off");
    f.evidence = std::move(evidence);
    f.arithmetic = arithmetic;
    const auto computed = only->result->scaled(2).divided(*only->value, 2);
    f.params = {{"stated", amount(*stated)},
                {"figure", amount(*only->result)},
                {"base", amount(*only->value)},
                {"computed", computed ? amount(*computed) : ""},
                {"unit", only->unit}};
    bench.add(std::move(f));
}

void row(Bench& bench, int task) {
    percent_column(bench, task);
    plan_shares(bench, task);
    report_shares(bench, task);
    rates_beside_counts(bench, task);
    rates_of_what_was_found(bench, task);
}

}  // namespace

extern const Check check_arithmetic_percent;
const Check check_arithmetic_percent{"arithmetic-percent", "arithmetic", row, nullptr, true};

}  // namespace duban
