// status-nonstandard: a status outside the list. One that names only a part as done is a warning:
// the rest is not claimed; other words are a note, damaged ones perhaps of transcription.
#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/text.h"

namespace duban {
namespace {

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    if (row.status.standard || row.status.words.empty()) return;
    Finding f;
    f.code = "status-nonstandard";
    f.task = task;
    f.evidence = {bench.whole(task, Column::kStatus)};
    f.params = {{"status", row.status.words}, {"named", row.status.missing}};
    if (row.status.status == ClaimedStatus::kPartlyDone) {
        f.severity = Severity::kWarning;
        f.message = "finding-status-part";
    } else if (row.status.damaged) {
        f.severity = Severity::kNote;
        f.origin = Origin::kReading;
        f.message = "finding-status-damaged";
    } else {
        f.severity = Severity::kNote;
        f.message = "finding-status-other";
    }
    bench.add(std::move(f));
}

}  // namespace

extern const Check check_status_nonstandard;
const Check check_status_nonstandard{"status-nonstandard", "status", row, nullptr};

}  // namespace duban
