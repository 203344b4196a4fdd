#include "reader/document.h"

#include <algorithm>

namespace duban {

bool has_lines(FileKind kind) {
    return kind == FileKind::kText || kind == FileKind::kCsv || kind == FileKind::kMarkdown;
}

bool is_plain_text(FileKind kind) { return kind == FileKind::kText || kind == FileKind::kMarkdown; }

const DocumentRow* row_of(const Document& document, std::string_view slice, std::size_t* column) {
    if (document.text == nullptr || slice.data() == nullptr) return nullptr;
    const char* const begin = document.text->data();
    if (slice.data() < begin || slice.data() > begin + document.text->size()) return nullptr;
    const auto& rows = document.rows;
    const auto after = std::partition_point(rows.begin(), rows.end(), [&](const DocumentRow& row) {
        return row.count > 0 && document.cells[row.first].data() <= slice.data();
    });
    if (after == rows.begin()) return nullptr;
    const DocumentRow& row = *(after - 1);
    if (column != nullptr) {
        const auto cells = document.cells_of(row);
        const auto next = std::partition_point(
            cells.begin(), cells.end(),
            [&](std::string_view cell) { return cell.data() <= slice.data(); });
        *column = next == cells.begin() ? 0 : static_cast<std::size_t>(next - cells.begin()) - 1;
    }
    return &row;
}

}  // namespace duban
