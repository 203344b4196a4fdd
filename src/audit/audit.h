// Runs the checks over a programme that has been understood.
//
// No check can throw the run off: one that fails on a row is reported as a note with the code
// check-failed and the rest goes on. Results are deterministic. Linear in the document but for the
// search of repeated texts, which hashes.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "audit/check.h"
#include "audit/finding.h"
#include "audit/waiver.h"

namespace duban {

struct AuditSettings {
    std::vector<std::string> select;  // codes or families; empty: all
    std::vector<std::string> ignore;
    std::vector<std::string> off;                              // codes that are switched off
    std::vector<std::pair<std::string, Severity>> severities;  // of codes, in place of their own
    Tolerances tolerances;
    std::vector<Waiver> waivers;  // for this document
    std::string today;            // "2025-01-31"; empty: no waiver is past its date
};

struct Audit {
    std::vector<Finding> findings;  // by row, then severity, then code
    std::vector<Hold> holds;
    std::vector<Waived> waived;  // not among the findings, in their order
};

Audit audit(const Understanding& understanding, const AuditSettings& settings);

// True where every word is a code or a family; the first that is not goes to `unknown`.
bool known_names(const std::vector<std::string>& names, std::string& unknown);

}  // namespace duban
