// Which task of one document is which of another: by number and title, by title, by promise word
// for word, and what is left by likeness.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "programme/clause.h"
#include "programme/programme.h"

namespace duban {

enum class MatchedBy : std::uint8_t { kNumberAndTitle, kTitle, kPromise, kLikeness };
std::string_view name_of(MatchedBy by);

// The rows of one task of one document.
struct TaskRows {
    int first = 0;  // index into Programme::tasks
    int rows = 0;
    std::string number;
    std::string title;     // without blanks
    std::string measures;  // of all rows, each text once, without blanks
    Pairs title_pairs;
    Pairs measures_pairs;
    Pairs pairs;       // of both
    int partner = -1;  // index into the rows of the other document
};

std::vector<TaskRows> task_rows_of(const Programme& programme);

struct TaskMatch {
    int before = -1;
    int after = -1;
    MatchedBy by = MatchedBy::kNumberAndTitle;
};

// Sets the partners; returns the matches in the order of `after`, as indices into the two lists.
// Near linear: candidates by likeness come from an index of rare pairs, and their number is
// bounded. Ties go to the earlier task.
std::vector<TaskMatch> match_tasks(std::vector<TaskRows>& before, std::vector<TaskRows>& after);

// Share of the pairs of both that both have, 0 to 1.
double alike(const Pairs& a, const Pairs& b);

}  // namespace duban
