// A government's list of promises for one year, as a document states it: categories (the public
// promises), tasks (how each is worked off), and of every task the cells that say what was
// promised, planned, reported and claimed. Values only; every value keeps its place in its cell.
//
// A Programme owns the document that it was read from and is moved, not copied.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/items.h"
#include "extraction/quantity.h"
#include "extraction/repair.h"
#include "reader/document.h"

namespace duban {

enum class Column : std::uint8_t {
    kCategory,
    kNumber,
    kTask,
    kMeasures,
    kPlan,
    kProgress,
    kStatus,
    kLead,
    kPercent,
    kPerson,
    kTrouble,
};
inline constexpr std::size_t kColumns = 11;
std::string_view name_of(Column column);

enum class ClaimedStatus : std::uint8_t {
    kUnknown,
    kDone,
    kExceeded,
    kEarly,
    kMostlyDone,
    kPartlyDone,
    kOnSchedule,
    kAhead,
    kSlow,
    kBehind,
    kNotStarted,
    kUnderWay,
    kSuspended,
};
std::string_view name_of(ClaimedStatus status);
// True where the status says that the year's task is fulfilled.
bool claims_done(ClaimedStatus status);

// A heading that asks: "behind or not?".
enum class StatusQuestion : std::uint8_t { kNone, kBehind, kDone };

struct Status {
    ClaimedStatus status = ClaimedStatus::kUnknown;
    std::string words;      // repaired
    bool standard = false;  // one of the list, word for word
    bool damaged = false;   // readable only after repair that goes beyond blanks
    std::string missing;    // of a part done: who or what is named
};

struct Category {
    int ordinal = 0;
    std::string name;
};

// One row of the table. Rows that follow one another with the same number are parts of one task.
// Text that belongs to no row stands in tasks of row 0, marked as preamble.
struct Task {
    int row = 0;  // from 1, over the whole file
    bool preamble = false;
    int line = 0;     // of the file
    int section = 0;  // programme within the file, from 0
    int part = 0;     // 0 for the first row of its number
    bool has_parts = false;
    std::string number;  // as printed
    int category = 0;    // index into Programme::categories
    std::size_t cells_missing = 0;
    std::array<Text, kColumns> cells;
    PlanText plan;
    bool next_steps = false;  // the plan says what comes next, not what was planned for the year
    std::vector<ReportItem> report;
    Status status;
    StatusQuestion status_question = StatusQuestion::kNone;
    std::vector<std::string> lead_units;
    std::array<std::vector<Quantity>, 3> quantities;  // of measures, plan and progress

    [[nodiscard]] const Text& cell(Column c) const { return cells[static_cast<std::size_t>(c)]; }
    [[nodiscard]] Text& cell(Column c) { return cells[static_cast<std::size_t>(c)]; }
    [[nodiscard]] std::string_view clean(Column c) const { return cell(c).clean; }
    [[nodiscard]] const std::vector<Quantity>& of(Column c) const {
        return quantities[static_cast<std::size_t>(c) -
                          static_cast<std::size_t>(Column::kMeasures)];
    }
    [[nodiscard]] std::vector<Quantity>& of(Column c) {
        return quantities[static_cast<std::size_t>(c) -
                          static_cast<std::size_t>(Column::kMeasures)];
    }
    // The item of the plan that the byte of its text lies in, or null.
    [[nodiscard]] const PlanItem* plan_item_at(std::uint32_t at) const;
};

struct RefusedRow {
    int line = 0;
    std::string reason;  // key of the catalogue
};

struct Programme {
    Document document;
    std::string title;
    int year = 0;   // 0 where the document does not say
    int month = 0;  // that the reports speak of, 0 likewise
    std::vector<Category> categories;
    std::vector<Task> tasks;  // text that belongs to no row first
    int rows = 0;             // tasks without that text
    std::vector<RefusedRow> refused;
    std::vector<std::uint8_t>
        columns_seen;  // Column values of the first heading row, in their order
    std::array<std::string_view, kColumns>
        heading_words;      // of the first heading row, as they stand
    int headings = 0;       // heading rows, second ones too; 0 in prose
    int heading_line = 0;   // of the first of them
    int paragraphs = 0;     // lines of one cell
    int lines_between = 0;  // of them those that stand after a heading, beside the rows

    [[nodiscard]] std::string period() const;  // "2022-12", "2022" or ""
};

}  // namespace duban
