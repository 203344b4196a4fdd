// A programme as the table that the office prescribes: category, number, task, measures, plan,
// report, status, lead unit, and behind them what else the document has a column for.
#pragma once

#include "exporter/printout.h"
#include "programme/programme.h"

namespace duban {

// `clean`: the repaired text in place of the text as it stands. Items of prose, whose cells share
// one text, are always given repaired. The views point into the programme.
Printout official_table(const Programme& programme, bool clean);

}  // namespace duban
