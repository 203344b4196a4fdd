// The main part of a Word file, and the bytes as a whole file: read without harm, and comments put
// into what could be read change no text of it.
#include <algorithm>
#include <cstdlib>

#include "base/zip.h"
#include "exporter/docx_comments.h"
#include "reader/docx_reader.h"

namespace {

constexpr duban::ReadLimits kLimits{1 << 20};

void try_file(const std::string& bytes, std::size_t seed) {
    const auto read = duban::read_docx(bytes, kLimits);
    if (!read) return;
    const std::string& text = *read.value().text;
    std::vector<duban::DocxComment> comments;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto begin = static_cast<std::uint32_t>((seed * (i + 1) * 7919) % (text.size() + 1));
        comments.push_back({{begin, begin + static_cast<std::uint32_t>(i * 5)}, "x"});
    }
    const auto commented = duban::commented_docx(bytes, comments, kLimits.max_bytes);
    if (!commented) return;
    const auto again = duban::read_docx(commented.value(), {2 << 20});
    if (!again || *again.value().text != text) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size > 1 << 16) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.starts_with("PK")) {
        try_file(bytes, size);
        return 0;
    }
    // The part for styles and numbers is the same bytes: what is of no use there is passed over.
    const auto zip = duban::make_zip(
        {{"word/document.xml", bytes},
         {"word/_rels/document.xml.rels",
          "<Relationships><Relationship Type=\"x/styles\" Target=\"document.xml\"/><Relationship"
          " Type=\"x/numbering\" Target=\"document.xml\"/></Relationships>"}});
    if (zip) try_file(zip.value(), size);
    return 0;
}
