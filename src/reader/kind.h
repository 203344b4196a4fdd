// What kind of file bytes are, found by what they begin with and hold, never by a name.
#pragma once

#include <string_view>

#include "base/result.h"
#include "reader/document.h"

namespace duban {

// Files that have marks of their own: archives, office files, PDF, pictures. kText for all that
// shows none. Fails with kEncrypted and kUnsupported where no reader takes the kind (the sentence
// says what to do) and with kDamaged for an archive that does not open; `where` is left to the
// caller. Cost: a search of the bytes; of an archive its list and one small part.
Result<FileKind> kind_of_bytes(std::string_view bytes, std::uint64_t max_unpacked);

// A text in UTF-8: HTML, JSON, CSV, Markdown, else plain text. Fails with kUnsupported for the
// texts that stand for other things (RTF, MHTML, XML).
Result<FileKind> kind_of_text(std::string_view text);

// The encoding that a page of bytes says it has, as it is written there; empty where it says none.
std::string_view declared_charset(std::string_view bytes);

}  // namespace duban
