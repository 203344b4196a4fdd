// The draft of a bulletin (tongbao) from one month's document: where the programme stands, what
// lags behind and whose it is, what in the text needs a second look, and the table of targets as an
// annex. Every figure in it is counted or read from the document; nothing is estimated.
//
// A draft for an office to edit: reasons are quoted from the reports, and where a report gives none
// the draft says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "exporter/printout.h"
#include "programme/target.h"

namespace duban {

struct BulletinSettings {
    std::string issuer;  // who signs; empty: left open
    std::string date;    // "2024-12-05"; empty: left open
};

// Something that stands behind its plan or is said to.
struct Lagging {
    int task = 0;
    std::vector<int>
        targets;           // below what was planned by the month, or below the target at its end
    bool claimed = false;  // the status says so itself
};

// In the order of the document. A target lags where its reported result is less than what the plan
// has by the month reported (at the year's end: than the target); results that cannot be compared
// and targets with an upper bound do not.
std::vector<Lagging> lagging(const Understanding& understanding);

// The views point into the programme and the printout's own texts.
Printout draft_bulletin(const Understanding& understanding, const Audit& audit,
                        const BulletinSettings& settings);

}  // namespace duban
