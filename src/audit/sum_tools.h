// What the sum checks share: reporting the outcome of a sum in one way.
#pragma once

#include <vector>

#include "audit/check.h"

namespace duban {

struct Sum {
    int task = 0;
    Column cell = Column::kPlan;
    std::vector<Decimal> parts;
    Decimal stated;
    bool stated_rounded = false;  // written as about, or in wan with decimals
    bool asserted = false;        // in a report, listed whole: both cannot be true if they differ
    std::vector<Evidence> evidence;
    std::string unit;
    std::string when;  // period, may be empty
};

// Adds a finding, a hold or nothing. Returns the outcome.
SumOutcome report_sum(Bench& bench, const Sum& sum);

// "2022-06" of the plan item that the place lies in, or "".
std::string period_at(const Bench& bench, int task, std::uint32_t at);

}  // namespace duban
