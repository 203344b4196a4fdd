// What every reader makes of a file: rows of cells in the order in which they stand, each with its
// place. A row of one cell is a paragraph.
//
// The cells are views into the text that the Document owns, mark-up and blanks included; they live
// as long as the Document does. Moving a Document keeps them valid (the text is held by pointer).
// In that text a row ends in a line feed and its cells are parted by tabs, so that neighbours can
// be read as one view.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace duban {

enum class FileKind : std::uint8_t { kText, kCsv, kMarkdown, kJson, kHtml, kDocx, kXlsx, kPdf };

// Counts from 1; 0 where the kind of file has no such thing.
struct DocumentRow {
    std::uint32_t line = 0;  // of the file; in kinds without lines the how-manieth row it is
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t page = 0;   // of a PDF
    std::uint32_t sheet = 0;  // of a workbook, see Document::sheets
    std::uint32_t table = 0;  // 0: a paragraph outside of tables
    std::uint32_t row = 0;    // of the table or the sheet; the how-manieth paragraph
};

// Merged cells stand once in each place that they cover.
enum class Merged : std::uint8_t {
    kNo,
    kAbove,  // covered by the cell above, whose text is repeated here
    kLeft,   // covered by the cell to the left; empty here
};

struct Document {
    FileKind kind = FileKind::kText;
    std::unique_ptr<const std::string> text;
    std::vector<std::string_view> cells;
    std::vector<Merged> merged;  // as many as cells, or none where no cell is merged
    std::vector<DocumentRow> rows;
    std::vector<std::string> sheets;  // names
    std::vector<Note> notes;          // what a reader of the file should know
    std::uint32_t lines = 0;
    std::uint32_t blank_lines = 0;
    std::uint32_t ruled_lines = 0;
    bool transcoded = false;  // the file was GB18030 or UTF-16

    [[nodiscard]] std::span<const std::string_view> cells_of(const DocumentRow& row) const {
        return std::span(cells).subspan(row.first, row.count);
    }
    [[nodiscard]] std::string_view cell(const DocumentRow& row, std::size_t column) const {
        return column < row.count ? cells[row.first + column] : std::string_view();
    }
    [[nodiscard]] Merged merged_at(const DocumentRow& row, std::size_t column) const {
        return merged.empty() || column >= row.count ? Merged::kNo : merged[row.first + column];
    }
};

// True where people count the rows of the file by lines.
bool has_lines(FileKind kind);

// True where the document's text is the file's own, so that places in it are places in the file.
bool is_plain_text(FileKind kind);

// The row that a view into the document's text lies in, or null. `column` (may be null) becomes the
// index of the cell in it. Two binary searches.
const DocumentRow* row_of(const Document& document, std::string_view slice,
                          std::size_t* column = nullptr);

}  // namespace duban
