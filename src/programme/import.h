// Makes a Programme of a Document: finds the heading rows, knows the columns by their headings and
// reads every row below. No row is dropped: what cannot be read is refused with its line and
// reason, and rows read + rows refused = rows in the file.
//
// One pass over the document. Pure: same bytes in, same values out.
#pragma once

#include "base/result.h"
#include "programme/lexicon.h"
#include "programme/programme.h"

namespace duban {

// Fails with kNoHeading (params: found, wanted) where no row names the columns.
Result<Programme> import_programme(Document document, const Lexicon& lexicon = {});

// The part that a cell's heading says it plays; kColumns where it is not known. Blanks, mark-up,
// brackets and a month in front are looked through.
std::size_t column_of_heading(std::string_view heading);

// Reads the words of a claimed status, repaired. The office's own words come first.
Status read_status(std::string_view clean, const Lexicon& lexicon = {});

}  // namespace duban
