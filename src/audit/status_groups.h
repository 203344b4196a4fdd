// Items counted by status in a statement: "of 45 items 24 are done, 9 under way, 12 behind".
#pragma once

#include <vector>

#include "audit/bulletin_words.h"
#include "audit/prose.h"

namespace duban {

struct StatusCount {
    int whole = -1;                   // index into the cell's quantities
    std::vector<std::size_t> parts;   // likewise
    std::vector<StatusGroup> groups;  // one a part
    bool nested = false;              // a part is said to be within another
    bool open = false;                // the list is not whole, or a figure is approximate
    bool several_wholes = false;      // more than one figure could be the whole
};

// What the words beside a figure say of the items that it counts.
StatusGroup status_group(std::string_view text, const std::vector<Quantity>& all, std::size_t i);

// The count of a statement; without parts where it holds none. The whole may be given: it stands in
// the statement before.
StatusCount status_count(std::string_view text, const std::vector<Quantity>& all,
                         const Statement& statement, int whole = -1);

}  // namespace duban
