// Stages of work: a site that is chosen, a building that stands, a service in use. Most milestones
// of a plan and many promises are stages and no numbers.
#pragma once

#include <optional>
#include <string_view>

#include "programme/target.h"

namespace duban {

struct StageNamed {
    int height = -1;  // of the table in stage_words.h, -1: none is named
    Span place;       // of the text that was searched
};

// The highest stage that the text names.
StageNamed highest_stage(std::string_view text);

// A finished thing was promised, and what the report says of it goes no further than work begun.
// Places are of the measures and of the report; none where the report says anything higher.
struct StageBelow {
    StageNamed promised;
    StageNamed reported;
};
std::optional<StageBelow> stage_below(const Task& task, const Target& target);
// The same for one single thing, of which anything lower than promised is not there.
std::optional<StageBelow> stage_below_for_one(const Task& task, const Target& target);

}  // namespace duban
