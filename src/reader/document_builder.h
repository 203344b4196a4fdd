// Builds a Document row by row, for readers of files that are not plain text.
//
// Memory is the text and 16 bytes a cell, and never more text than the limit: what goes beyond it
// is not kept, and finish() fails. Not thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "reader/document.h"

namespace duban {

class DocumentBuilder {
  public:
    DocumentBuilder(FileKind kind, std::uint64_t max_bytes) : max_bytes_(max_bytes) {
        document_.kind = kind;
    }

    // The place of the row that the next cells belong to; `line`, `first` and `count` are filled in
    // here, `line` only where it is 0.
    void begin_row(const DocumentRow& place);
    // UTF-8. Line breaks become LF, tabs blanks; other control characters are dropped and bytes
    // that are no UTF-8 become U+FFFD.
    void cell(std::string_view text, Merged merged = Merged::kNo);
    // A row without cells is no row.
    void end_row();
    // A row of one cell.
    void paragraph(const DocumentRow& place, std::string_view text);

    std::uint32_t sheet(std::string name);  // its number, from 1
    void note(std::string key, std::vector<Param> params = {});
    [[nodiscard]] std::uint64_t max_bytes() const { return max_bytes_; }
    [[nodiscard]] bool full() const { return text_.size() > max_bytes_; }
    [[nodiscard]] bool empty() const { return document_.rows.empty(); }
    // The text of a cell of a row that has ended, for cells that are merged with it; valid until
    // the next call.
    [[nodiscard]] std::string_view text_of(std::size_t row, std::size_t column) const;
    [[nodiscard]] std::size_t rows() const { return document_.rows.size(); }

    // Fails with kEmpty where there is no row and with kTooLarge (params: limit); `where` is left
    // to the caller. The builder is used up.
    Result<Document> finish();

  private:
    struct Piece {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };

    Document document_;
    std::string text_;
    std::vector<Piece> cells_;
    std::vector<Merged> merged_;
    bool any_merged_ = false;
    std::uint64_t max_bytes_;
};

}  // namespace duban
