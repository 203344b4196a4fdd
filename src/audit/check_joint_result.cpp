// joint-result: one figure stands under several targets. Each is unverifiable; the joint sum is
// tested.
#include <algorithm>

#include "audit/check.h"

namespace duban {
namespace {

void row(Bench& bench, int task) {
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (t.joint_with.empty()) continue;
        std::vector<Decimal> promised{*t.value};
        Finding f;
        f.code = "joint-result";
        f.severity = Severity::kWarning;
        f.task = task;
        f.evidence = {bench.promise(t), bench.figure(task, Column::kProgress, t.result_quantity)};
        for (const int other : t.joint_with) {
            const Target& o = bench.target(other);
            promised.push_back(*o.value);
            f.related.push_back(o.task);
            f.evidence.push_back(bench.promise(o));
            f.evidence.push_back(bench.figure(o.task, Column::kProgress, o.result_quantity));
        }
        std::sort(f.related.begin(), f.related.end());
        f.related.erase(std::unique(f.related.begin(), f.related.end()), f.related.end());
        Decimal sum;
        for (const Decimal& p : promised) sum = sum + p;
        const bool holds = *t.result >= sum;
        f.message = holds ? "finding-joint-holds" : "finding-joint-short";
        f.arithmetic = joined(promised) + " = " + amount(sum) + "; " + amount(*t.result) +
                       (holds ? " >= " : " < ") + amount(sum);
        std::string rows;
        for (const int r : f.related) rows += (rows.empty() ? "" : ", ") + bench.task(r).number;
        f.params = {{"result", amount(*t.result)},
                    {"sum", amount(sum)},
                    {"unit", t.unit},
                    {"others", rows}};
        bench.add(std::move(f));
    }
}

}  // namespace

extern const Check check_joint_result;
const Check check_joint_result{"joint-result", "result", row, nullptr};

}  // namespace duban
