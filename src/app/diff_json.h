// A comparison as JSON, see docs/formats.md.
#pragma once

#include <string>

#include "app/command.h"
#include "base/catalogue.h"
#include "programme/compare.h"

namespace duban {

void write_comparison_json(Output& output, const std::string& file_before,
                           const std::string& file_after, const Comparison& comparison,
                           Language language);

}  // namespace duban
