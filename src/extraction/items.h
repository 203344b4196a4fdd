// Splits a cell of prose into what it lists: a plan into its periods, a report into its numbered
// items. Works on repaired text (see repair.h); every item keeps its span there. One pass.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "extraction/period.h"

namespace duban {

struct PlanItem {
    std::optional<Period> period;  // none: text that no period stands before
    Span heading;                  // a sub-heading that it stands under, may be empty
    Span text;                     // without number and period
    Span whole;                    // number and period included
};

struct PlanText {
    std::vector<PlanItem> items;
    std::vector<Span> stray_numbers;  // list numbers in the middle of a sentence
};

PlanText split_plan(std::string_view text);

struct ReportItem {
    Span number;  // empty where the text is not numbered
    Span text;
};

std::vector<ReportItem> split_report(std::string_view text);

}  // namespace duban
