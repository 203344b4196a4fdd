// Waivers: findings that somebody has looked at and answers for by name. They are no longer counted
// and are listed apart.
//
// A waiver never outlives what it was given for: it names the task by number and title, and one
// that matches nothing any more, or is past its date, is itself a finding (waiver-stale).
#pragma once

#include <string>
#include <vector>

#include "audit/finding.h"

namespace duban {

struct Waiver {
    std::string file;   // name of the document without its folder; empty: any
    std::string task;   // printed number, or "#12": the row of a task without a number
    std::string title;  // of the task, without blanks; empty: any
    std::string code;
    std::string finding;  // id; empty: all findings of the code in the task
    std::string reason;
    std::string by;
    std::string date;   // "2025-01-31"
    std::string until;  // last day that it holds; empty: no end
};

struct Waived {
    Finding finding;
    Waiver waiver;
};

// The number and title that a waiver knows the task of a row by. Rows that are parts of one task
// share them.
std::string task_label(const Programme& programme, int task);
std::string task_title(const Programme& programme, int task);

// Takes the findings that a waiver covers out of the list. A waiver that is past its date on the
// day `today` (empty: none is) covers nothing. With `tell_stale`, waivers of the codes that ran and
// cover nothing become findings.
std::vector<Waived> apply_waivers(const Programme& programme, const std::vector<Waiver>& waivers,
                                  std::string_view today, bool tell_stale,
                                  const std::vector<std::string_view>& codes_run,
                                  std::vector<Finding>& findings);

}  // namespace duban
