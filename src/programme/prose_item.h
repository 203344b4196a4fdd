// One item of prose: its clauses are told apart into promise, plan and report, its labels into
// cells.
#pragma once

#include <cstdint>
#include <string_view>

#include "programme/programme.h"

namespace duban {

// What is known of the whole document.
struct Manner {
    bool reports = false;  // tells what was done; else only plans
    int month = 0;         // to which it reports, 0 where it is not known
};

// Values of labels that are decided with the document around; views of the raw text, empty where
// there is no such label.
struct ItemLabels {
    std::string_view category;
    std::string_view number;
};

// Fills the cells, the plan and the report of the task. raw: all paragraphs of the item, which must
// outlive the task; mark: where its text begins, behind its number.
ItemLabels read_prose_item(std::string_view raw, std::uint32_t mark, const Manner& manner,
                           Task& task);

}  // namespace duban
