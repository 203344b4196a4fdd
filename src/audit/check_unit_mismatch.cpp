// unit-mismatch: the report answers in another unit. In a unit of another nature nothing can be
// compared; another measure word for the same things is only worth a note.
#include "audit/check.h"
#include "base/text.h"

namespace duban {
namespace {

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const std::string_view text = row.clean(Column::kProgress);
    const auto& all = row.of(Column::kProgress);
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (!t.value) continue;
        Finding f;
        f.code = "unit-mismatch";
        f.task = task;
        f.params = {{"promised", amount(*t.value)}, {"unit", t.unit}, {"subject", t.subject}};
        if (t.result) {
            const std::string_view unit =
                all[static_cast<std::size_t>(t.result_quantity)].unit.of(text);
            if (same_unit(bench.u.lexicon, unit, t.unit) || unit.empty() ||
                t.family == UnitFamily::kPercent || t.family != UnitFamily::kThing)
                continue;
            f.severity = Severity::kNote;
            f.evidence = {bench.promise(t),
                          bench.figure(task, Column::kProgress, t.result_quantity)};
            f.message = "finding-unit-other-word";
            f.params.push_back({"other", std::string(unit)});
            bench.add(std::move(f));
            continue;
        }
        if (t.other_unit < 0 || t.verdict != Verdict::kUnverifiable) continue;
        f.severity = Severity::kWarning;
        f.evidence = {bench.promise(t), bench.figure(task, Column::kProgress, t.other_unit)};
        f.message = "finding-unit-mismatch";
        f.params.push_back(
            {"other", std::string(all[static_cast<std::size_t>(t.other_unit)].unit.of(text))});
        bench.add(std::move(f));
    }
}

}  // namespace

extern const Check check_unit_mismatch;
const Check check_unit_mismatch{"unit-mismatch", "result", row, nullptr};

}  // namespace duban
