// stage-below-promise: the report names a lower stage of work than was promised (a site chosen
// where something was to be built and in use).
#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/text.h"

namespace duban {
namespace {

// The highest stage that the text names, -1 for none, and where.
int highest(std::string_view text, std::size_t& at, std::string_view& word) {
    int best = -1;
    for (const Stage& stage : kStages) {
        if (stage.height <= best) continue;
        std::size_t found = find_word(text, stage.word);
        // "Built-up area" is no stage.
        while (found != std::string_view::npos && text.substr(found).starts_with(kBuiltUpArea)) {
            const std::size_t next = find_word(text.substr(found + 3), stage.word);
            found = next == std::string_view::npos ? next : found + 3 + next;
        }
        if (found == std::string_view::npos) continue;
        best = stage.height;
        at = found;
        word = stage.word;
    }
    return best;
}

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    if (!claims_done(row.status.status) && bench.u.programme->month < 12) return;
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (t.cell != Column::kMeasures || t.verdict == Verdict::kPending ||
            t.verdict == Verdict::kVoid)
            continue;
        const std::string_view measures = row.clean(Column::kMeasures);
        const std::string_view report = row.clean(Column::kProgress);
        Span spoken = t.mention;
        if (t.result_quantity >= 0)
            spoken = sentence_at(
                report,
                row.of(Column::kProgress)[static_cast<std::size_t>(t.result_quantity)].span.begin);
        if (spoken.empty()) continue;
        std::size_t promised_at = 0;
        std::size_t reported_at = 0;
        std::string_view promised_word;
        std::string_view reported_word;
        const int promised = highest(t.clause.of(measures), promised_at, promised_word);
        const int reported = highest(spoken.of(report), reported_at, reported_word);
        // Words of completion without a stage ("all done") say nothing lower, nor does a report
        // that names the high stage elsewhere.
        std::size_t at = 0;
        std::string_view word;
        if (promised < 8 || reported < 0 || reported > 5 || highest(report, at, word) >= 8 ||
            contains_any(report, kAllDone)) {
            continue;
        }
        Finding f;
        f.code = "stage-below-promise";
        // Before the ground is broken nothing can be in use: then the text itself shows it.
        const bool certain = reported <= 3 && promised >= 9 && claims_done(row.status.status) &&
                             covered(t.own, pairs_of(spoken.of(report))) >= 0.5;
        f.severity = certain ? Severity::kError : Severity::kWarning;
        f.task = task;
        const auto begin = spoken.begin + static_cast<std::uint32_t>(reported_at);
        f.evidence = {bench.at(task, Column::kMeasures, t.clause),
                      bench.at(task, Column::kProgress, clause_at(report, begin)),
                      bench.whole(task, Column::kStatus)};
        f.message = "finding-stage-below";
        f.params = {{"promised", std::string(promised_word)},
                    {"reported", std::string(reported_word)},
                    {"status", row.status.words}};
        bench.add(std::move(f));
        return;
    }
}

}  // namespace

extern const Check check_stage_below_promise;
const Check check_stage_below_promise{"stage-below-promise", "status", row, nullptr};

}  // namespace duban
