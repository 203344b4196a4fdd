// Reads Word files (.docx, .docm, .dotx; transitional and strict). See docx_walk.h for what is
// read.
#pragma once

#include <string_view>

#include "base/result.h"
#include "reader/document.h"
#include "reader/reader.h"

namespace duban {

Result<Document> read_docx(std::string_view bytes, const ReadLimits& limits);

}  // namespace duban
