// stage-below-promise: the report names a lower stage of work than was promised (a site chosen
// where something was to be built and in use).
#include "audit/check.h"
#include "programme/stage.h"
#include "programme/stage_words.h"

namespace duban {
namespace {

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const bool done = claims_done(row.status.status);
    if (!done && bench.u.programme->month < 12) return;
    const std::string_view measures = row.clean(Column::kMeasures);
    const std::string_view report = row.clean(Column::kProgress);
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (t.verdict == Verdict::kPending || t.verdict == Verdict::kVoid) continue;
        const auto below = stage_below(row, t);
        if (!below) continue;
        const Span spoken = sentence_at(report, below->reported.place.begin);
        Finding f;
        f.code = "stage-below-promise";
        // Before the ground is broken nothing can be in use: then the text itself shows it.
        const bool certain = below->reported.height <= kNothingBegun &&
                             below->promised.height > kFinished && done &&
                             covered(t.own, bench.u.pairs(spoken.of(report))) >= 0.5;
        f.severity = certain ? Severity::kError : Severity::kWarning;
        f.task = task;
        f.evidence = {
            bench.at(task, Column::kMeasures, t.clause),
            bench.at(task, Column::kProgress, clause_at(report, below->reported.place.begin)),
            bench.whole(task, Column::kStatus)};
        f.message = "finding-stage-below";
        f.params = {{"promised", std::string(below->promised.place.of(measures))},
                    {"reported", std::string(below->reported.place.of(report))},
                    {"status", row.status.words}};
        bench.add(std::move(f));
        return;
    }
}

}  // namespace

extern const Check check_stage_below_promise;
const Check check_stage_below_promise{"stage-below-promise", "status", row, nullptr};

}  // namespace duban
