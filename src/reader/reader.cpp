#include "reader/reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "reader/csv_reader.h"
#include "reader/docx_reader.h"
#include "reader/html_reader.h"
#include "reader/json_reader.h"
#include "reader/kind.h"
#include "reader/markdown_reader.h"
#include "reader/pdf_reader.h"
#include "reader/text_reader.h"
#include "reader/xlsx_reader.h"

namespace duban {
namespace {

// Readers of files with marks of their own get their bytes, those of texts get them as UTF-8.
struct Reader {
    FileKind kind;
    Result<Document> (*read)(std::string_view bytes, const ReadLimits& limits);
};

constexpr std::array kReaders{
    Reader{FileKind::kCsv, read_csv},   Reader{FileKind::kMarkdown, read_markdown},
    Reader{FileKind::kJson, read_json}, Reader{FileKind::kHtml, read_html},
    Reader{FileKind::kDocx, read_docx}, Reader{FileKind::kXlsx, read_xlsx},
    Reader{FileKind::kPdf, read_pdf},
};

Result<Document> read_as(FileKind kind, std::string_view bytes, const ReadLimits& limits) {
    const auto* const reader =
        std::find_if(kReaders.begin(), kReaders.end(),
                     [&](const Reader& candidate) { return candidate.kind == kind; });
    return reader->read(bytes, limits);
}

// What a page says of its encoding counts where the bytes leave it open.
Result<Decoded> decode(std::string bytes) {
    const std::string charset(declared_charset(bytes));
    if (!charset.empty() && first_invalid(bytes) != std::string_view::npos) {
        auto named = to_utf8_from(charset, bytes);
        if (named) return named;
    }
    return to_utf8(std::move(bytes));
}

}  // namespace

Result<Document> read_document(std::string bytes, const ReadLimits& limits) {
    const auto kind = kind_of_bytes(bytes, limits.max_bytes);
    if (!kind) return kind.error();
    if (kind.value() != FileKind::kText) return read_as(kind.value(), bytes, limits);
    auto decoded = decode(std::move(bytes));
    if (!decoded) return decoded.error();
    const auto text_kind = kind_of_text(decoded.value().text);
    if (!text_kind) return text_kind.error();
    if (text_kind.value() == FileKind::kText) return read_text(std::move(decoded.value()));
    auto document = read_as(text_kind.value(), decoded.value().text, limits);
    if (document) document.value().transcoded = decoded.value().transcoded;
    return document;
}

bool is_document_name(std::string_view name) {
    static constexpr std::array<std::string_view, 9> kEndings{
        ".txt", ".tsv", ".csv", ".md", ".html", ".htm", ".docx", ".xlsx", ".pdf"};
    // Office programs leave a file of that name beside an open document.
    if (name.starts_with("~$")) return false;
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&](std::string_view ending) { return has_ending(name, ending); });
}

}  // namespace duban
