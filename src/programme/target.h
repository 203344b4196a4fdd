// Targets: what was promised in figures, what the plan says for each period, what was reported, and
// the verdict. Computed from a Programme by pure rules; nothing here reads a clock or a file.
//
// A target is found in the measures (or, where only the plan gives a figure, in the plan). Plan
// figures and results are tied to it by subject, unit and sense, not by order: see link.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "programme/clause.h"
#include "programme/lexicon.h"
#include "programme/programme.h"

namespace duban {

enum class Verdict : std::uint8_t {
    kExceeded,
    kMet,
    kShort,
    kLate,     // done after its date
    kPending,  // waits for someone's result
    kVoid,     // its condition fell away
    kNotReported,
    kNotQuantified,
    kUnverifiable,  // another thing, another unit or no figure was reported
};
enum class Commitment : std::uint8_t { kFirm, kBestEffort, kConditional, kDependsOn };
enum class Direction : std::uint8_t { kMore, kLess, kNeutral };
// What the result of a target counts instead of what was promised.
enum class SubjectChange : std::uint8_t {
    kNone,
    kLevelAndAbove,  // of that level and above: nearly the same
    kWiderClass,
    kOtherName,
    kOtherThing,
};
std::string_view name_of(Verdict verdict);
std::string_view name_of(Commitment commitment);
std::string_view name_of(Direction direction);

// How the figures of a plan follow one another.
enum class Series : std::uint8_t {
    kNone,
    kSingle,   // one figure
    kTotals,   // running totals
    kAmounts,  // an amount a period, to be added up
    kLevels,   // a rate or standard, each period its own
    kShares,   // only shares of the year's goal
};

struct PlanFigure {
    int item = -1;      // index into Task::plan.items
    int quantity = -1;  // index into the plan's quantities
    Decimal value;
};

struct Target {
    int task = 0;    // index into Programme::tasks
    std::string id;  // "12-1": row and ordinal within it
    Column cell = Column::kMeasures;
    int quantity = -1;  // index into that cell's quantities, -1: a promise without a figure
    Span place;         // of the figure, or of the clause
    Span clause;
    std::string subject;
    Pairs pairs;    // of the subject
    Pairs context;  // of the heading that it is planned under, mostly empty
    Pairs core;     // of the noun that is counted
    Pairs own;      // what sets a part off from its whole; of others the same as pairs
    std::optional<Decimal> value;
    std::string unit;
    UnitFamily family = UnitFamily::kNone;
    QuantityKind kind = QuantityKind::kCount;
    Comparator comparator = Comparator::kEqual;
    Mode mode = Mode::kNone;
    Commitment commitment = Commitment::kFirm;
    Direction direction = Direction::kMore;
    bool part_of_whole = false;  // one of the parts of a total that is itself a target
    bool derived = false;        // a share of another amount (one percent of the loans)
    bool each = false;           // for every county, school ...: never added up
    bool extent = false;         // how far a promise reaches (so many households concerned)
    bool restated =
        false;  // of a figure in the plan: the measures promise the same thing without one
    bool detail = false;  // of a promise without a figure: describes the figure in its sentence
    bool deliverable =
        false;  // of a promise without a figure: something that is either there or not
    std::optional<Decimal> opening;

    Series series = Series::kNone;
    std::vector<PlanFigure> plan;
    std::optional<Decimal> plan_final;
    bool plan_mentions = false;  // the plan speaks of the subject, with or without a figure

    int result_quantity = -1;  // index into the report's quantities
    std::optional<Decimal> result;
    bool certain =
        false;  // that result and promise speak of the same: likeness alone, or alone in the unit
    double result_likeness = 0;  // how much of the subject the reported phrase has, 0 to 1
    int other_unit =
        -1;  // index of a reported quantity of the same subject in a unit that cannot be compared
    int other_subject =
        -1;  // index of the only reported quantity in its unit, which counts another thing
    bool larger_elsewhere =
        false;        // the report holds another figure in the unit that would reach the target
    Span mention;     // sentence of the report that speaks of the subject, empty if none
    Span waiting;     // words in it that say that something is still awaited
    Span named_done;  // clause of the report that says of each of the promised things that it is
                      // done
    SubjectChange subject_change = SubjectChange::kNone;
    Column changed_cell = Column::kMeasures;  // that changed_from stands in
    Span changed_from;
    Span changed_to;  // of the report
    std::optional<Decimal> ratio;
    Verdict verdict = Verdict::kNotReported;
    int due_month = 0;  // promised date, month of the programme's year; 0: the year's end
    Span due_place;
    bool due_by = false;          // until then; else from then on
    bool due_season = false;      // a season, no date
    Span late_place;              // of the report: a later date
    std::vector<int> joint_with;  // indices of targets that the same reported figure stands under
};

// What is known of one row beside the Task itself.
struct TaskView {
    std::vector<int> targets;                    // indices into Understanding::targets
    std::array<std::vector<Phrase>, 3> phrases;  // of the quantities of measures, plan, progress
    std::array<std::vector<Sentence>, 3> sentences;  // of the same cells
    Pairs progress;                                  // of the whole report
    Pairs plan;                                      // of the whole plan
};

struct Understanding {
    const Programme* programme = nullptr;
    Lexicon lexicon;
    SubjectNames names;  // of the lexicon
    std::vector<Target> targets;
    std::span<TaskView> views;         // one a task
    std::vector<TaskView> kept_views;  // what they are a view of; moving keeps it in place

    // The pairs of a text, names that stand for others settled.
    [[nodiscard]] Pairs pairs(std::string_view text) const {
        Pairs out = pairs_of(text);
        names.settle(out);
        return out;
    }
    [[nodiscard]] const Task& task_of(const Target& target) const {
        return programme->tasks[static_cast<std::size_t>(target.task)];
    }
};

// The programme must outlive the result. Linear in the document; within a row the product of its
// targets and its figures counts, and rows are bounded in length by the reader.
//
// `after_links` is called when all results have been tied and before anything is judged: the place
// for ties that a person has confirmed (reading.h).
using AfterLinks = std::function<void(Understanding&)>;
Understanding understand(const Programme& programme, const Lexicon& lexicon = {},
                         const AfterLinks& after_links = {});

// Index of measures, plan and progress in the arrays above.
inline std::size_t text_index(Column c) {
    return static_cast<std::size_t>(c) - static_cast<std::size_t>(Column::kMeasures);
}

}  // namespace duban
