// Proofreading in the office's own file: the file that was checked, with a comment at the place of
// each finding and everything else as it was.
#pragma once

#include <cstdint>
#include <string>

#include "app/findings_format.h"

namespace duban {

// True where a file of that name holds comments.
bool is_proof_name(const std::string& output);

// The bytes of the file with its comments: errors and warnings, notes where the settings want all.
// Reads the file anew. Fails where it is no file of the kind that the output's name speaks of.
Result<std::string> proof(const std::string& output, const FormatSettings& settings,
                          const Checked& checked, std::uint64_t max_bytes);

}  // namespace duban
