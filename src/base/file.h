// Whole files in and out. Reading is bounded; writing is complete or absent.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace duban {

// Bytes of the file, "-" for standard input. Fails with kNotFound, kNotAFile, kUnreadable, kEmpty or
// kTooLarge (params: limit); `where` of the error is the path.
Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes);

// Writes beside the path and renames. Returns an error with kUnreadable, or nothing.
Result<bool> write_file(const std::string& path, const std::string& bytes);

}  // namespace duban
