// Ties plan figures and reported results to targets.
//
// What speaks for a tie: the pairs of ideographs that subject and phrase share (in the clause in
// full, elsewhere in the sentence by half), the same or a comparable unit, the same value. Where
// the phrase has no noun of its own, the only target of that unit takes it.
#pragma once

#include <vector>

#include "programme/target.h"

namespace duban {

// In a cell with more figures than this none is tied: it is no cell of a table, and the product of
// targets and figures would grow without bound.
inline constexpr std::size_t kMostFigures = 400;

// Fills plan, series, plan_final, opening and plan_mentions of the row's targets. Returns for every
// quantity of the plan whether it was tied.
std::vector<bool> link_plan(Understanding& u, int task);

// Fills result_quantity, result and mention of the row's targets.
void link_report(Understanding& u, int task);

// Finds one reported figure under the targets of several rows of the same section: equal value and
// unit in sentences of the same words.
void link_joint_results(Understanding& u);

// 0 to 1: how well the phrase of a quantity fits the subject of a target.
double likeness(const Target& target, const Phrase& phrase);

// Share figures of a plan item that are of the year's goal, as percentages.
struct GoalShare {
    int item = -1;
    int quantity = -1;
    Decimal percent;
};
std::vector<GoalShare> goal_shares(const Task& task);

}  // namespace duban
