// Word comments at places of a Word file, for proofreading in the office's own file.
//
// The text and everything else of the main part stay as they are, byte for byte: comments are put
// between its runs, and a run that a place begins or ends in is divided in two of the same look.
// The other parts of the archive keep their packed bytes, but for the lists of parts and comments
// that were there before. The same call gives the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace duban {

struct DocxComment {
    Span place;        // in the text of the Document that read_docx() makes of the file
    std::string text;  // paragraphs are separated by LF
};

// Where nothing of a place stands in the file as such (automatic numbers, empty cells), the comment
// goes to the nearest text of its row. Fails with the errors of read_docx().
Result<std::string> commented_docx(std::string_view bytes, const std::vector<DocxComment>& comments,
                                   std::uint64_t max_bytes);

}  // namespace duban
