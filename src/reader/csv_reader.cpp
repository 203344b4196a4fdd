#include "reader/csv_reader.h"

#include "base/csv.h"
#include "reader/document_builder.h"

namespace duban {

Result<Document> read_csv(std::string_view text, const ReadLimits& limits) {
    const auto rows = parse_csv(text);
    if (!rows) return rows.error();
    DocumentBuilder builder(FileKind::kCsv, limits.max_bytes);
    std::uint32_t number = 0;
    for (const CsvRow& row : rows.value()) {
        DocumentRow place;
        place.line = static_cast<std::uint32_t>(row.line);
        place.row = ++number;
        builder.begin_row(place);
        for (const std::string& cell : row.cells) builder.cell(without_guard(cell));
        builder.end_row();
    }
    return builder.finish();
}

}  // namespace duban
