// Whole files in, never more than a limit.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace duban {

// Bytes of the file, "-" for standard input. Fails with kNotFound, kNotAFile, kUnreadable, kEmpty
// or kTooLarge (params: limit); `where` of the error is the path.
Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes);

// An empty file of its own in the system's folder for such files (TMPDIR), for its owner alone. Its
// descriptor, which no child inherits; -1 with errno where none could be made. The caller closes it
// and removes the file.
int make_scratch_file(std::string& path);

}  // namespace duban
