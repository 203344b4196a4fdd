// A programme as JSON, cell by cell: what `duban read --format json` prints and `duban convert`
// writes, and what the reader of JSON takes back. docs/schema/read.schema.json says what it holds.
#pragma once

#include <string>
#include <string_view>

#include "exporter/exporter.h"
#include "programme/programme.h"

namespace duban {

// Appends one line; hands what has gathered on to `sink` from time to time, and empties it.
void write_programme(std::string& out, const Sink& sink, std::string_view file,
                     const Programme& programme);

}  // namespace duban
