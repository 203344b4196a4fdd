// One thing that the audit found: which check, how serious, where in the text, with what
// arithmetic.
//
// Messages speak of the text, never of intent. One cause gives one finding for each row concerned.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "programme/target.h"

namespace duban {

enum class Severity : std::uint8_t {
    kNote,     // worth a look
    kWarning,  // unanswered, not derivable, waiting or conditional
    kError,    // two passages cannot both be true, or the text shows that a promise called done was
               // not kept
};
// What the cause is one of. kReading (transcription or layout) never counts against anybody.
enum class Origin : std::uint8_t { kReading, kPlan, kReport, kCompilation };
std::string_view name_of(Severity severity);
std::string_view name_of(Origin origin);

struct Evidence {
    int task = 0;  // row that it stands in
    Column cell = Column::kMeasures;
    Span place;  // of the raw cell, in bytes
};

struct Finding {
    std::string_view code;
    Severity severity = Severity::kNote;
    Origin origin = Origin::kReport;
    int task = 0;              // index into Programme::tasks
    std::vector<int> related;  // other rows of the same cause
    std::vector<Evidence> evidence;
    std::string_view message;  // key of the catalogue
    std::vector<Param> params;
    std::string arithmetic;
    std::string id;  // set by audit(): stable for the same text
};

// A sum, share or series that was tested and is right.
struct Hold {
    int task = 0;
    std::string_view code;
    std::vector<Evidence> evidence;
    std::string arithmetic;
};

}  // namespace duban
