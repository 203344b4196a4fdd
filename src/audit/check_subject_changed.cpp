// subject-changed: the report answers with another thing than was promised, wider or narrower.
#include <algorithm>

#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/text.h"

namespace duban {
namespace {

void row(Bench& bench, int task) {
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (t.value && t.other_subject >= 0 && t.verdict == Verdict::kUnverifiable) {
            Finding f;
            f.code = "subject-changed";
            f.severity = Severity::kWarning;
            f.task = task;
            f.evidence = {bench.promise(t), bench.figure(task, Column::kProgress, t.other_subject)};
            f.message = "finding-subject-other";
            const Phrase& other =
                bench.view(task).phrases[text_index(Column::kProgress)]
                                        [static_cast<std::size_t>(t.other_subject)];
            f.params = {
                {"promised", t.subject},
                {"reported", subject_text(bench.task(task).clean(Column::kProgress), other)}};
            bench.add(std::move(f));
            continue;
        }
        if (!t.value || !t.result || t.cell != Column::kMeasures || !t.joint_with.empty()) continue;
        if (t.verdict != Verdict::kExceeded && t.verdict != Verdict::kMet &&
            t.verdict != Verdict::kShort)
            continue;
        const Phrase& phrase =
            bench.view(task).phrases[text_index(Column::kProgress)]
                                    [static_cast<std::size_t>(t.result_quantity)];
        if (phrase.pairs.size() < 2 || t.result_likeness >= 0.75) continue;
        const double back = covered(phrase.pairs, t.pairs);
        if (back >= 0.5 || t.extent) continue;
        const std::size_t smaller = std::min(t.core.size(), phrase.core.size());
        if (smaller > 0 && shared(t.core, phrase.core) * 5 >= smaller * 2) continue;
        Finding f;
        f.code = "subject-changed";
        f.severity = Severity::kNote;
        f.task = task;
        f.evidence = {bench.promise(t), bench.figure(task, Column::kProgress, t.result_quantity)};
        f.message = "finding-subject-changed";
        f.params = {{"promised", t.subject},
                    {"reported", subject_text(bench.task(task).clean(Column::kProgress), phrase)}};
        bench.add(std::move(f));
        return;
    }
}

}  // namespace

extern const Check check_subject_changed;
const Check check_subject_changed{"subject-changed", "result", row, nullptr};

}  // namespace duban
