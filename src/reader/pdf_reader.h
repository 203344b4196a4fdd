// PDF files with a text layer: tables by their ruling lines, paragraphs beside them.
//
// The file itself is read by the programs of poppler (pdftotext, pdftocairo), as bounded child
// processes: at most a minute each and 2 GB, and no more text than max_bytes.
#pragma once

#include <string_view>

#include "base/result.h"
#include "reader/reader.h"

namespace duban {

// Fails with kMissingTool, kEncrypted, kDamaged, kTooLarge (out of time or beyond the limit), with
// kUnsupported where there is no text layer, else as DocumentBuilder does.
Result<Document> read_pdf(std::string_view bytes, const ReadLimits& limits);

// By the mark within the first 1024 bytes.
bool is_pdf(std::string_view bytes);

}  // namespace duban
