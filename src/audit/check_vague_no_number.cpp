// vague-no-number: a promise or a report that nothing can be held against.
#include <algorithm>

#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/text.h"
#include "programme/stage.h"
#include "programme/stage_words.h"

namespace duban {
namespace {

void promise(Bench& bench, int task) {
    const Task& row = bench.task(task);
    if (row.clean(Column::kMeasures).empty()) return;
    const auto& targets = bench.view(task).targets;
    const bool held = std::any_of(targets.begin(), targets.end(), [&](int ti) {
        const Target& t = bench.target(ti);
        return (t.cell == Column::kMeasures && t.value) || !t.due_place.empty() ||
               highest_stage(t.clause.of(row.clean(t.cell))).height >= kFinished;
    });
    // Other figures and dates can be held against a report as well.
    const std::string_view text = row.clean(Column::kMeasures);
    for (const Quantity& q : row.of(Column::kMeasures)) {
        if (q.family != UnitFamily::kKind && q.family != UnitFamily::kRegion && !q.chinese) return;
    }
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool fresh = at == 0 || text[at - 1] < '0' || text[at - 1] > '9';
        if (fresh && text[at] >= '0' && text[at] <= '9' && parse_period(text.substr(at, 48)))
            return;
    }
    // A task in parts is judged by the part that has the targets.
    if (held || row.has_parts) return;
    Finding f;
    f.code = "vague-no-number";
    f.severity = Severity::kWarning;
    f.origin = Origin::kPlan;
    f.task = task;
    f.evidence = {bench.whole(task, Column::kMeasures)};
    f.message = "finding-promise-vague";
    bench.add(std::move(f));
}

void report(Bench& bench, int task) {
    const Task& row = bench.task(task);
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (!t.value) continue;
        Finding f;
        f.code = "vague-no-number";
        f.task = task;
        f.params = {{"subject", t.subject}, {"value", amount(*t.value)}, {"unit", t.unit}};
        if (t.verdict == Verdict::kUnverifiable && !t.result && !t.each && t.other_unit < 0 &&
            t.other_subject < 0 && t.family != UnitFamily::kMoney && !t.mention.empty()) {
            f.severity = t.cell == Column::kMeasures ? Severity::kWarning : Severity::kNote;
            f.evidence = {bench.promise(t), bench.at(task, Column::kProgress, t.mention)};
            f.message = "finding-report-without-figure";
            bench.add(std::move(f));
            continue;
        }
        if (!t.result || *t.result != *t.value || t.verdict != Verdict::kMet) continue;
        // The threshold itself as the result: met by word, not by measure.
        const Quantity& q = row.of(Column::kProgress)[static_cast<std::size_t>(t.result_quantity)];
        const bool threshold = q.comparator == Comparator::kAtLeast ||
                               q.comparator == Comparator::kMoreThan ||
                               q.comparator == Comparator::kAtMost;
        if (!threshold) continue;
        f.evidence = {bench.promise(t), bench.figure(task, Column::kProgress, t.result_quantity)};
        f.message = "finding-report-repeats-threshold";
        bench.add(std::move(f));
    }
}

void row(Bench& bench, int task) {
    promise(bench, task);
    report(bench, task);
}

}  // namespace

extern const Check check_vague_no_number;
const Check check_vague_no_number{"vague-no-number", "result", row, nullptr};

}  // namespace duban
