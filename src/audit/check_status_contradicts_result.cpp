// status-contradicts-result: the status claims what the text does not show. A promise that the text
// dates later than promised while the status calls it done is an error; a result that is still
// awaited, or a condition that fell away, is a warning.
#include <algorithm>

#include "audit/check.h"
#include "base/text.h"
#include "programme/target_words.h"

namespace duban {
namespace {

Finding finding(Bench& bench, int task, Severity severity, std::string_view message, Span words) {
    Finding f;
    f.code = "status-contradicts-result";
    f.severity = severity;
    f.task = task;
    const std::string_view text = bench.task(task).clean(Column::kProgress);
    f.evidence = {bench.at(task, Column::kProgress, clause_at(text, words.begin)),
                  bench.whole(task, Column::kStatus)};
    f.message = message;
    f.params = {{"status", bench.task(task).status.words},
                {"words", std::string(clause_at(text, words.begin).of(text))}};
    return f;
}

// "Ahead of schedule" beside a result below what was planned for the month.
void behind_the_plan(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const int month = bench.u.programme->month;
    const ClaimedStatus status = row.status.status;
    if ((status != ClaimedStatus::kOnSchedule && status != ClaimedStatus::kAhead) || month == 0)
        return;
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (!t.result || t.result_quantity < 0 || t.series != Series::kTotals ||
            t.cell != Column::kMeasures || t.direction != Direction::kMore ||
            t.subject_change != SubjectChange::kNone || t.larger_elsewhere)
            continue;
        const PlanFigure* due = nullptr;
        for (const PlanFigure& f : t.plan) {
            const PlanItem& item = row.plan.items[static_cast<std::size_t>(f.item)];
            if (item.period && item.period->last <= month) due = &f;
        }
        if (due == nullptr || !(*t.result < due->value)) continue;
        // Below the share of the year that has passed as well: no schedule is kept by it.
        const bool by_time =
            *t.result * Decimal(12) < *t.value * Decimal(static_cast<long long>(month));
        Finding f;
        f.code = "status-contradicts-result";
        f.severity = by_time && t.certain ? Severity::kError : Severity::kWarning;
        f.task = task;
        f.evidence = {bench.figure(task, Column::kPlan, due->quantity),
                      bench.figure(task, Column::kProgress, t.result_quantity),
                      bench.whole(task, Column::kStatus)};
        f.message = "finding-on-schedule-below-plan";
        f.arithmetic =
            amount(*t.result) + " - " + amount(due->value) + " = " + amount(*t.result - due->value);
        f.params = {{"status", row.status.words},
                    {"result", amount(*t.result)},
                    {"planned", amount(due->value)},
                    {"unit", t.unit},
                    {"month", std::to_string(month)}};
        bench.add(std::move(f));
        return;
    }
}

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    behind_the_plan(bench, task);
    if (!claims_done(row.status.status)) return;
    const std::string_view text = row.clean(Column::kProgress);
    std::vector<Span> told;  // sentences already spoken of
    const auto fresh = [&](Span words) {
        const Span s = sentence_at(text, words.begin);
        if (std::find(told.begin(), told.end(), s) != told.end()) return false;
        told.push_back(s);
        return true;
    };
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (t.verdict == Verdict::kLate && fresh(t.late_place)) {
            Finding f =
                finding(bench, task, Severity::kError, "finding-done-but-late", t.late_place);
            f.evidence.insert(f.evidence.begin(), bench.at(task, t.cell, t.due_place));
            f.params.push_back({"due", std::string(t.due_place.of(row.clean(t.cell)))});
            f.params.push_back({"starts", std::string(t.late_place.of(text))});
            bench.add(std::move(f));
        } else if (t.verdict == Verdict::kPending && !t.waiting.empty() && fresh(t.waiting)) {
            Finding f =
                finding(bench, task, Severity::kWarning, "finding-done-but-waiting", t.waiting);
            f.evidence.insert(f.evidence.begin(), bench.promise(t));
            bench.add(std::move(f));
        } else if (t.verdict == Verdict::kVoid && fresh(t.waiting)) {
            Finding f =
                finding(bench, task, Severity::kWarning, "finding-done-but-void", t.waiting);
            f.evidence.insert(f.evidence.begin(), bench.promise(t));
            bench.add(std::move(f));
        }
    }
    // The report itself says that a part of what it counts is not there yet.
    for (const Sentence& s : bench.view(task).sentences[2]) {
        const std::string_view words = s.span.of(text);
        for (const std::string_view part : kPartAwaited) {
            const std::size_t at = find_word(words, part);
            if (at == std::string_view::npos) continue;
            const auto begin = s.span.begin + static_cast<std::uint32_t>(at);
            const Span place{begin, begin + static_cast<std::uint32_t>(part.size())};
            if (fresh(place))
                bench.add(finding(bench, task, Severity::kWarning, "finding-done-but-part-awaited",
                                  place));
            break;
        }
    }
    // Waiting that no single target is tied to, if it speaks of what the task is about.
    Pairs about = bench.view(task).plan;
    for (const Sentence& s : bench.view(task).sentences[0]) merge(about, s.pairs);
    for (const Sentence& s : bench.view(task).sentences[2]) {
        if (s.waiting.empty() || s.waits_for_a_step || shared(s.pairs, about) < 3) continue;
        if (fresh(s.waiting))
            bench.add(
                finding(bench, task, Severity::kWarning, "finding-done-but-waiting", s.waiting));
    }
}

}  // namespace

extern const Check check_status_contradicts_result;
const Check check_status_contradicts_result{"status-contradicts-result", "status", row, nullptr};

}  // namespace duban
