// A document as a Frictionless Data Package (version 1): datapackage.json and the tables tasks,
// targets, milestones, reports and findings as CSV, each with its schema, in one archive.
//
// For programs that know tables and nothing of this one: numbers are plain decimals, keys tie the
// tables together, nothing is nested.
#pragma once

#include <string>

#include "audit/audit.h"
#include "base/catalogue.h"
#include "base/result.h"
#include "programme/target.h"

namespace duban {

// The bytes of the archive. The same document gives the same bytes.
Result<std::string> data_package(const Understanding& understanding, const Audit& audit,
                                 Language language);

}  // namespace duban
