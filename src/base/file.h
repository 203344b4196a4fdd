// Whole files in, never more than a limit.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace duban {

// Bytes of the file, "-" for standard input. Fails with kNotFound, kNotAFile, kUnreadable, kEmpty
// or kTooLarge (params: limit); `where` of the error is the path.
Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes);

}  // namespace duban
