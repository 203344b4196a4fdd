// The outcome of a check as JSON, see docs/formats.md.
#pragma once

#include <string>

#include "app/command.h"
#include "audit/audit.h"
#include "base/catalogue.h"

namespace duban {

void write_findings_json(Output& output, const std::string& file,
                         const Understanding& understanding, const Audit& audit, Language language);

}  // namespace duban
