// The outcome of a check as JSON, see docs/formats.md.
#pragma once

#include <string>

#include "audit/audit.h"
#include "base/catalogue.h"

namespace duban {

std::string findings_json(const std::string& file, const Understanding& understanding, const Audit& audit, Language language);

}  // namespace duban
