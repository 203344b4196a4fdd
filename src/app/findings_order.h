// What every way out of `check` shares: which finding tells of a cause, what a reader must act on
// first, and how a task is called.
#pragma once

#include <string>
#include <vector>

#include "audit/audit.h"
#include "base/catalogue.h"

namespace duban {

// For each finding the index of the one that tells of its cause: itself, or the first of the rows
// that one cause concerns.
std::vector<std::size_t> told_in(const Audit& audit);

// Errors first, then warnings, then notes; within each what weighs most.
int consequence(const Finding& finding);

// The number as printed, with the part behind it where a number has several rows; "#7" for a row
// without one, empty for text that stands in no row.
std::string printed_number(const Task& task);
// What the task is called; text that stands in no row is called so.
std::string task_title(const Task& task, Language language);
std::string units_of(const Task& task);

// What was found, with the arithmetic behind it: "... [= 3 + 4 = 7]".
std::string finding_sentence(const Finding& finding, Language language);

// How much was promised and reached and how much was found, in one sentence.
std::string summary_sentence(const Understanding& understanding, const Audit& audit,
                             Language language);

}  // namespace duban
