// Reads a file of any kind that people have into a Document. The kind is found by the content; the
// name of the file plays no part.
//
// Each kind has a file of its own, NAME_reader.h; they are listed in reader.cpp. Memory is bounded
// by the size of the file and ReadLimits::max_bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "reader/document.h"

namespace duban {

struct ReadLimits {
    std::uint64_t max_bytes = 256ULL << 20;  // of a file, and of what it unpacks to
};

// Fails with the codes of result.h; `where` is left to the caller.
Result<Document> read_document(std::string bytes, const ReadLimits& limits = {});

// Names of files that a folder is searched for: ".txt", ".docx" ... JSON is not among them, since
// readings and what the verbs print lie beside the documents.
bool is_document_name(std::string_view name);

}  // namespace duban
