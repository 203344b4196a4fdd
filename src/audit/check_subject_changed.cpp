// subject-changed: the report answers with another thing than was promised, wider or narrower.
#include <algorithm>

#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/text.h"
#include "programme/link_tools.h"

namespace duban {
namespace {

// The report counts a wider class, or the same under another name, or another thing.
void changed(Bench& bench, int task, const Target& t) {
    const std::string_view report = bench.task(task).clean(Column::kProgress);
    Finding f;
    f.code = "subject-changed";
    f.severity = Severity::kWarning;
    f.task = task;
    f.evidence = {bench.at(task, t.changed_cell, t.changed_from),
                  bench.figure(task, Column::kProgress, t.result_quantity)};
    f.message = t.subject_change <= SubjectChange::kWiderClass  ? "finding-subject-wider"
                : t.subject_change == SubjectChange::kOtherName ? "finding-subject-other-name"
                                                                : "finding-subject-changed";
    f.params = {
        {"promised", t.subject_change == SubjectChange::kOtherThing
                         ? t.subject
                         : std::string(t.changed_from.of(bench.task(task).clean(t.changed_cell)))},
        {"reported", std::string(trimmed(t.changed_to.of(report)))},
        {"subject", t.subject}};
    bench.add(std::move(f));
}

// A higher rate of benefit was promised, and only what was paid in all is reported.
void level_or_total(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const std::string_view report = row.clean(Column::kProgress);
    if (!claims_done(row.status.status) || contains_any(report, kRaised)) return;
    const auto& all = row.of(Column::kProgress);
    int paid = -1;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].family != UnitFamily::kMoney) continue;
        if (all[i].mode == Mode::kLevel) return;
        if (paid < 0) paid = static_cast<int>(i);
    }
    if (paid < 0) return;
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (t.value || t.cell != Column::kMeasures) continue;
        const std::string_view clause = t.clause.of(row.clean(Column::kMeasures));
        if (!contains_any(clause, kRaised) || !contains_any(clause, kBenefits)) continue;
        Finding f;
        f.code = "subject-changed";
        f.severity = Severity::kWarning;
        f.task = task;
        f.evidence = {bench.promise(t), bench.figure(task, Column::kProgress, paid)};
        f.message = "finding-subject-total-for-level";
        f.params = {{"promised", t.subject}};
        bench.add(std::move(f));
        return;
    }
}

void row(Bench& bench, int task) {
    level_or_total(bench, task);
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
        if (t.subject_change != SubjectChange::kNone) {
            changed(bench, task, t);
            continue;
        }
        if (t.verdict != Verdict::kExceeded && t.verdict != Verdict::kMet &&
            t.verdict != Verdict::kShort)
            continue;
        const Phrase& phrase =
            bench.view(task).phrases[text_index(Column::kProgress)]
                                    [static_cast<std::size_t>(t.result_quantity)];
        if (t.core.empty() || phrase.pairs.size() < 2 || t.result_likeness >= 0.75 ||
            bare_phrase(bench.task(task).clean(Column::kProgress), phrase))
            continue;
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
