// result-far-above-target: one and a half times the promise or more, or what the settings say. A
// question, not a fault: the target may have been low, or the figure may count something wider.
#include "audit/check.h"

namespace duban {
namespace {

void row(Bench& bench, int task) {
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (t.verdict != Verdict::kExceeded || !t.ratio ||
            *t.ratio < bench.tolerances.far_above_times || t.direction != Direction::kMore)
            continue;
        Finding f;
        f.code = "result-far-above-target";
        f.severity = Severity::kNote;
        f.task = task;
        f.evidence = {bench.promise(t), bench.figure(task, Column::kProgress, t.result_quantity)};
        f.message = "finding-result-far-above";
        f.arithmetic =
            amount(*t.result) + " / " + amount(*t.value) + " = " + amount(t.ratio->rounded(2));
        f.params = {{"promised", amount(*t.value)},
                    {"result", amount(*t.result)},
                    {"unit", t.unit},
                    {"subject", t.subject},
                    {"ratio", amount(t.ratio->rounded(2))}};
        bench.add(std::move(f));
    }
}

}  // namespace

extern const Check check_result_far_above_target;
const Check check_result_far_above_target{"result-far-above-target", "result", row, nullptr};

}  // namespace duban
