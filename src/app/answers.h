// What lead units answered to findings: read back from the sheets that `check --by unit` wrote, in
// whatever form a spreadsheet saved them.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "base/catalogue.h"
#include "base/result.h"

namespace duban {

struct Answer {
    std::string unit;  // empty where the sheet has no such column
    std::string text;
    std::string sheet;  // file
    std::size_t line = 0;
};

struct Answers {
    std::map<std::string, std::vector<Answer>> by_finding;  // by id, those that are not empty

    // All answers to a finding in one text, each with its unit where there are several; empty if
    // there is none.
    [[nodiscard]] std::string to(const std::string& id) const;
};

// The columns of a sheet in their order, by the key of their heading.
inline constexpr std::string_view kSheetColumns[] = {
    "sheet-id",        "column-number",    "column-task",   "column-lead",
    "report-severity", "report-code",      "sheet-place",   "sheet-quoted",
    "report-found",    "sheet-arithmetic", "report-remedy", "sheet-answer"};
inline constexpr std::string_view kIndexSheet = "index";  // without its ending

// Adds the answers of a sheet. Columns are known by their headings in either language, in any
// order.
Result<bool> read_answers(Answers& answers, const std::string& path, std::uint64_t max_bytes);
// The sheets that the words of a call name: files, and folders for their sheets but the index.
std::vector<std::string> sheets_named(const std::vector<std::string>& words);

// Answers of one unit (or of none) to a finding that it had answered before. All are kept.
struct AnsweredAgain {
    const std::string* id;
    const Answer* first;
    const Answer* again;
};
std::vector<AnsweredAgain> answered_again(const Answers& answers);

// For each finding that is told (see told_in) the answers to it and to those told with it.
std::vector<std::string> answers_told(const Audit& audit, const std::vector<std::size_t>& told,
                                      const Answers* answers);

struct AnswerCount {
    std::size_t answered = 0;
    std::size_t open = 0;  // errors and warnings without an answer
};
AnswerCount count_answers(const Audit& audit, const Answers& answers);

}  // namespace duban
