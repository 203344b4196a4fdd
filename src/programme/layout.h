// Tables that lost their cells on the way into a text: one cell a line, or cells joined by blanks
// or by bars. They are found by their headings and rebuilt as rows; the rest of the import then
// knows one kind of table only.
#pragma once

#include "reader/document.h"

namespace duban {

// Rebuilds the rows of the document, whose cells stay views into its text. False where no heading
// of such a table is found; the document is then as it was. One pass over the lines for each kind.
bool unflatten(Document& document);

}  // namespace duban
