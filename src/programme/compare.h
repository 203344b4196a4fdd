// What differs between two documents of the same programme: two months, or two years.
//
// Tasks are matched by number and title, by title, by their promises word for word, and what is
// left by likeness (pairs of ideographs, clause.h), the best first; so a task is known again when
// it was renumbered or retitled. Of matched tasks the targets are matched by subject, unit and
// sense. A difference in figures is only told where the text of the cell differs too.
//
// Linear in the documents: candidates come from an index of rare pairs, and their number is
// bounded. Deterministic: ties go to the earlier row. Pure; both understandings must outlive the
// result.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "programme/changes.h"
#include "programme/match.h"
#include "programme/target.h"

namespace duban {

// In the order in which they are told.
enum class DifferenceKind : std::uint8_t {
    kStatusWithdrawn,  // was called done, is no longer
    kResultFell,       // a total up to then that is smaller in the later report
    kTargetChanged,    // its value or its unit
    kTargetDropped,
    kDueChanged,
    kTaskDropped,
    kPartDropped,
    kTaskAdded,
    kPartAdded,
    kTargetAdded,
    kPlanFigureChanged,
    kPlanFigureDropped,
    kPlanFigureAdded,
    kResultGone,  // was reported, is not spoken of any more
    kPromiseReworded,
    kReportCopied,  // word for word, and the task is not called done before
    kReportCopiedButMonths,
    kStatusChanged,
    kLeadChanged,
    kReportCopiedButFigures,
    kPlanReworded,
    kTaskRetitled,
    kCategoryChanged,
    kTaskRenumbered,
    kReportCopiedDone,  // of a task that was called done before
    kResultChanged,     // fell or rose, where that is no step back or the tie is not sure
    kResultRose,
    kStatusDone,  // is called done now
};
inline constexpr std::size_t kDifferenceKinds = 28;
std::string_view name_of(DifferenceKind kind);

enum class Consequence : std::uint8_t { kHigh, kMiddle, kLow };
Consequence consequence_of(DifferenceKind kind);
std::string_view name_of(Consequence consequence);

// Where something stands in one of the two documents.
struct Side {
    int task = -1;    // index into Programme::tasks, -1: not there
    int target = -1;  // index into Understanding::targets
    Column cell = Column::kTask;
    Span place;  // of the cell's clean text
    std::optional<Decimal> value;
    std::string unit;
};

struct Difference {
    DifferenceKind kind = DifferenceKind::kTaskAdded;
    Side before;
    Side after;
    std::string subject;            // of the target or the figure
    std::optional<Decimal> change;  // value after less value before
    std::optional<Period> period;   // of a plan figure
    std::vector<TextChange> texts;  // of a cell that was re-worded
};

struct Comparison {
    const Understanding* before = nullptr;
    const Understanding* after = nullptr;
    bool other_year = false;  // plans, results and statuses are not compared then
    bool backwards = false;   // `before` is the later one: nothing is said to have fallen
    int tasks_before = 0;
    int tasks_after = 0;
    std::vector<TaskMatch> matches;  // indices of the tasks' first rows
    // By task, the most consequential first; within a task in the order of the kinds.
    std::vector<Difference> differences;

    [[nodiscard]] bool of_consequence() const;  // one of high consequence is among them
};

Comparison compare(const Understanding& before, const Understanding& after);

}  // namespace duban
