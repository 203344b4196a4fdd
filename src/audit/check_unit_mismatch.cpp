// unit-mismatch: the report answers in another unit. In a unit of another nature nothing can be
// compared; another measure word for the same things is only worth a note.
#include "audit/check.h"
#include "base/text.h"
#include "programme/link.h"

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
            const std::string_view unit = all[static_cast<std::size_t>(t.result_quantity)].unit.of(text);
            if (unit == t.unit || unit.empty() || t.family == UnitFamily::kPercent || t.family != UnitFamily::kThing) continue;
            f.severity = Severity::kNote;
            f.evidence = {bench.promise(t), bench.figure(task, Column::kProgress, t.result_quantity)};
            f.message = "finding-unit-other-word";
            f.params.push_back({"other", std::string(unit)});
            bench.add(std::move(f));
            continue;
        }
        if (t.verdict != Verdict::kUnverifiable && t.verdict != Verdict::kNotReported) continue;
        if (t.family == UnitFamily::kPercent || t.part_of_whole || t.cell != Column::kMeasures) continue;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Quantity& q = all[i];
            const bool rate_against_count = (q.family == UnitFamily::kRate) != (t.family == UnitFamily::kRate) || q.kind == QuantityKind::kCapacity;
            if (!rate_against_count || q.kind == QuantityKind::kPercent || t.kind == QuantityKind::kConcentration) continue;
            if (likeness(t, bench.view(task).phrases[text_index(Column::kProgress)][i]) < 0.3) continue;
            f.severity = Severity::kWarning;
            f.evidence = {bench.promise(t), bench.figure(task, Column::kProgress, static_cast<int>(i))};
            f.message = "finding-unit-mismatch";
            f.params.push_back({"other", std::string(q.unit.of(text))});
            bench.add(std::move(f));
            break;
        }
    }
}

}  // namespace

extern const Check check_unit_mismatch;
const Check check_unit_mismatch{"unit-mismatch", "result", row, nullptr};

}  // namespace duban
