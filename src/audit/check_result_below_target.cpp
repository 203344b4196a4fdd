// result-below-target: the report gives less than was promised.
#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/text.h"
#include "programme/stage_words.h"

namespace duban {
namespace {

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const bool done = claims_done(row.status.status);
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (!t.value || !t.result || t.verdict != Verdict::kShort) continue;
        // Before the year's end a result below the year's target is how things are.
        const int month = bench.u.programme->month;
        if (!done && (month == 0 ? row.next_steps : month < 12)) continue;
        const Quantity& q = row.of(Column::kProgress)[static_cast<std::size_t>(t.result_quantity)];
        const bool certain =
            t.certain && q.comparator == Comparator::kEqual && q.mode != Mode::kIncrement &&
            t.cell == Column::kMeasures && t.commitment == Commitment::kFirm &&
            t.family != UnitFamily::kMoney &&
            same_unit(bench.u.lexicon, t.unit, q.unit.of(row.clean(Column::kProgress))) &&
            !t.part_of_whole;
        // Another figure in the unit that would do: the tie may be the wrong one, and nothing is
        // said.
        if (t.larger_elsewhere) continue;
        // "All are done" in the same report: then the figure is of something beside.
        if (contains_any(row.clean(Column::kProgress), kAllDone)) continue;
        const bool upper = t.direction == Direction::kLess;
        // Within one in a hundred the promise may have been a round figure.
        const bool close = ((*t.value - *t.result).abs() * Decimal(100)) <= *t.value;
        Finding f;
        f.code = "result-below-target";
        // A status that says so itself leaves nothing to put right.
        const bool admitted =
            row.status.standard && (row.status.status == ClaimedStatus::kPartlyDone ||
                                    row.status.status == ClaimedStatus::kBehind ||
                                    row.status.status == ClaimedStatus::kSlow ||
                                    row.status.status == ClaimedStatus::kSuspended);
        f.severity = done && row.status.standard && certain && !close ? Severity::kError
                     : admitted                                       ? Severity::kNote
                                                                      : Severity::kWarning;
        f.task = task;
        f.evidence = {bench.promise(t), bench.figure(task, Column::kProgress, t.result_quantity)};
        if (done) f.evidence.push_back(bench.whole(task, Column::kStatus));
        f.message = upper  ? "finding-result-over-limit"
                    : done ? "finding-result-below-done"
                           : "finding-result-below";
        f.arithmetic =
            amount(*t.result) + " - " + amount(*t.value) + " = " + amount(*t.result - *t.value);
        f.params = {{"promised", amount(*t.value)},
                    {"result", amount(*t.result)},
                    {"unit", t.unit},
                    {"subject", t.subject},
                    {"status", row.status.words}};
        bench.add(std::move(f));
    }
}

}  // namespace

extern const Check check_result_below_target;
const Check check_result_below_target{"result-below-target", "result", row, nullptr};

}  // namespace duban
