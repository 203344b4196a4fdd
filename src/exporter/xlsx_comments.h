// Comments at cells of an Excel file, for proofreading in the office's own file.
//
// Comments that are there already stay; where one stands at the same cell, the new text follows
// its. Only the parts that list comments change, and the sheet by the one element that names its
// drawing of comments; all other parts keep their packed bytes. The same call gives the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace duban {

struct XlsxComment {
    std::uint32_t sheet = 1;  // as read_xlsx() counts them, from 1
    std::uint32_t row = 1;
    std::uint32_t column = 1;
    std::string text;
};

// The comments of one cell are put together. Fails with the errors of read_xlsx_package().
Result<std::string> commented_xlsx(std::string_view bytes, const std::vector<XlsxComment>& comments,
                                   std::uint64_t max_bytes);

}  // namespace duban
