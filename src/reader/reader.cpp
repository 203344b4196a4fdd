#include "reader/reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "reader/docx_reader.h"
#include "reader/pdf_reader.h"
#include "reader/text_reader.h"
#include "reader/xlsx_reader.h"

namespace duban {

Result<Document> read_document(std::string bytes, const ReadLimits& limits) {
    if (is_pdf(bytes)) return read_pdf(bytes, limits);
    if (bytes.starts_with("PK\x03\x04")) {
        if (bytes.find("xl/workbook.") != std::string::npos)
            return read_xlsx(std::move(bytes), limits);
        return read_docx(bytes, limits);
    }
    return read_text(std::move(bytes));
}

bool is_document_name(std::string_view name) {
    static constexpr std::array<std::string_view, 10> kEndings{
        ".txt", ".tsv", ".csv", ".md", ".json", ".html", ".htm", ".docx", ".xlsx", ".pdf"};
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace duban
