// target-changed: the report measures against another figure than was promised. A change that the
// document explains is a note; both ratios are shown.
#include <algorithm>

#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/text.h"
#include "programme/link.h"

namespace duban {
namespace {

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const std::string_view text = row.clean(Column::kProgress);
    const auto& all = row.of(Column::kProgress);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Span clause = clause_at(text, all[i].span.begin);
        const std::string_view left = text.substr(clause.begin, all[i].span.begin - clause.begin);
        if (!ends_with_any(left, kChanged)) continue;
        for (const int ti : bench.view(task).targets) {
            const Target& t = bench.target(ti);
            if (!t.value || t.cell != Column::kMeasures || t.family != all[i].family ||
                *t.value == all[i].value || all[i].value.is_zero())
                continue;
            // The old figure stands beside the new one, or the words are those of the promise.
            const bool named = std::any_of(all.begin(), all.end(), [&](const Quantity& q) {
                return q.value == *t.value && q.family == t.family &&
                       sentence_at(text, q.span.begin) == sentence_at(text, all[i].span.begin);
            });
            if (!named &&
                likeness(t, bench.view(task).phrases[text_index(Column::kProgress)][i]) < 0.6)
                continue;
            const std::string_view sentence = sentence_at(text, all[i].span.begin).of(text);
            Finding f;
            f.code = "target-changed";
            f.severity = contains_any(sentence, kReasons) ? Severity::kNote : Severity::kWarning;
            f.task = task;
            f.evidence = {bench.promise(t),
                          bench.figure(task, Column::kProgress, static_cast<int>(i))};
            f.message = f.severity == Severity::kNote ? "finding-target-changed-explained"
                                                      : "finding-target-changed";
            f.params = {
                {"promised", amount(*t.value)}, {"now", amount(all[i].value)}, {"unit", t.unit}};
            if (t.result && *t.result != all[i].value) {
                f.evidence.push_back(bench.figure(task, Column::kProgress, t.result_quantity));
                const auto old_ratio = t.result->scaled(2).divided(*t.value, 1);
                const auto new_ratio = t.result->scaled(2).divided(all[i].value, 1);
                f.arithmetic = amount(*t.result) + " / " + amount(*t.value) + " = " +
                               amount(*old_ratio) + "%; " + amount(*t.result) + " / " +
                               amount(all[i].value) + " = " + amount(*new_ratio) + "%";
            } else {
                f.arithmetic = amount(all[i].value) + " - " + amount(*t.value) + " = " +
                               amount(all[i].value - *t.value);
            }
            bench.add(std::move(f));
            break;
        }
    }
}

}  // namespace

extern const Check check_target_changed;
const Check check_target_changed{"target-changed", "change", row, nullptr};

}  // namespace duban
