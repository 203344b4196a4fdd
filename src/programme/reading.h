// The confirmed reading of a document: its targets, and which phrase of the report answers which.
// Ties that are not sure are open questions, to be answered by a person; an answer overrides what
// was computed, in this document and, where the same words come again, in those of later months.
//
// Values and pure rules; the file is read and written in src/app/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "programme/target.h"

namespace duban {

// A figure of a report as it is known again: by its place, or by the words around it.
struct ReportedFigure {
    std::string id;           // within its question: "a", "b" ...
    std::string text;         // number and unit as they stand in the file
    std::string phrase;       // the clause, repaired
    std::uint32_t begin = 0;  // code points of the raw cell
    std::uint32_t end = 0;
    int quantity = -1;  // index into the report's quantities, where it was found in a document
};

// Why a tie is asked about.
enum class Doubt : std::uint8_t {
    kUnlike,      // tied by unit and place, the words have little in common
    kNotTied,     // figures in the unit are there, none was tied
    kOtherThing,  // the only figure in the unit seems to count another thing
    kLost,        // the figure that a person confirmed is not there any more
};
std::string_view name_of(Doubt doubt);

struct ReadTarget {
    std::string title;    // of the task, without blanks
    std::string promise;  // the clause, without blanks
    std::string text;     // the figure in it
    int target = -1;      // index into Understanding::targets, where it was found in a document
    std::optional<ReportedFigure> result;
    bool confirmed = false;             // answered by a person
    std::vector<std::string> rejected;  // phrases that a person said are no answer

    // Open questions only.
    std::optional<Doubt> doubt;
    std::vector<ReportedFigure> candidates;
};

struct Reading {
    std::string title;
    std::string period;
    std::vector<ReadTarget> targets;
};

// What became of a reading in a document.
struct Applied {
    bool fits = true;           // false: it belongs to another document, and nothing was applied
    bool same_document = true;  // not of an earlier month
    std::size_t targets = 0;    // of the reading
    std::size_t found = 0;      // of them in the document: same task, same promise
    std::size_t confirmed = 0;  // ties that an answer settled
    std::size_t lost = 0;       // answers whose text is not there any more
    // By Understanding::targets: the answer that settled the tie, or null; and whether one was
    // lost.
    std::vector<const ReadTarget*> settled_by;
    std::vector<bool> lost_at;
};

// Puts confirmed ties in the place of computed ones; verdicts must follow. With `earlier` the
// reading is of another month: a figure is found by its words, not by its place, and what was not
// answered by a person only counts where the document leaves the tie open. The reading must outlive
// the result.
Applied apply_reading(Understanding& u, const Reading& reading, bool earlier);

// The reading as it is understood, with what `applied` settled as answered.
Reading make_reading(const Understanding& u, const Applied& applied);

}  // namespace duban
