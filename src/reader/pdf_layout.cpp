#include "reader/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "base/text.h"
#include "reader/document_builder.h"
#include "reader/pdf_grid.h"
#include "reader/pdf_lines.h"

namespace duban {
namespace {

constexpr double kEdgeOfPage = 0.14;  // share of the height in which page numbers stand
constexpr double kSameColumns = 6;    // points by which columns may differ on the next page
constexpr double kOtherSize = 0.12;   // letters that differ by more begin a paragraph
constexpr double kNextLine = 1.3;     // heights to the next line beyond which there is a gap

struct Row {
    std::uint32_t page = 0;
    bool first = false;  // on its page, in a table that goes on
    bool torn = false;   // no rule between it and the page before
    std::vector<PdfText> cells;
    std::vector<Merged> merged;
    std::vector<std::uint32_t> span;  // rows that the cell beginning here covers
};

struct Table {
    std::vector<double> xs;
    std::vector<Row> rows;
};

struct Prose {
    std::uint32_t page = 0;
    PdfLine line;
};

// A paragraph's line or a table, in the order of the page.
struct Piece {
    double top = 0;
    bool is_table = false;
    std::size_t index = 0;
};

bool same_text(std::string_view a, std::string_view b) {
    return without_blanks(a) == without_blanks(b);
}

bool is_number(std::string_view text) {
    const std::string plain = without_blanks(text);
    return !plain.empty() && plain.size() <= 5 &&
           std::all_of(plain.begin(), plain.end(),
                       [](char c) { return is_ascii_digit(c) || c == '.'; });
}

// Words that lie across the rule between two cells, cut where the rule is.
void cut_words(const PdfGrid& grid, std::vector<PdfWord>& words) {
    const std::size_t count = words.size();
    for (std::size_t i = 0; i < count; ++i) {
        const double y = (words[i].top + words[i].bottom) / 2;
        const double em = words[i].bottom - words[i].top;
        if (grid.place((words[i].left + words[i].right) / 2, y) == grid.columns() * grid.rows())
            continue;
        for (std::size_t x = 1; x + 1 < grid.xs.size(); ++x) {
            const double at = grid.xs[x];
            if (words[i].left > at - em / 3 || words[i].right < at + em / 3) continue;
            const std::size_t before = grid.place(at - 0.1, y);
            const std::size_t behind = grid.place(at + 0.1, y);
            if (grid.owner[before] == grid.owner[behind]) continue;
            const std::string text = words[i].text;
            double total = 0;
            for (std::size_t b = 0; b < text.size(); b += decode_at(text, b).size)
                total += is_wide(decode_at(text, b).value) ? 1 : 0.5;
            const double unit = (words[i].right - words[i].left) / std::max(total, 0.5);
            double along = words[i].left;
            std::size_t cut = 0;
            while (cut < text.size()) {
                const CodePoint c = decode_at(text, cut);
                const double width = is_wide(c.value) ? unit : unit / 2;
                if (along + width / 2 > at) break;
                along += width;
                cut += c.size;
            }
            if (cut == 0 || cut == text.size()) continue;
            PdfWord front = words[i];
            front.text = text.substr(0, cut);
            front.right = std::min(along, at);
            words[i].text = text.substr(cut);
            words[i].left = std::max(along, at);
            words.push_back(std::move(front));
        }
    }
}

class Layout {
  public:
    Layout(std::vector<PdfPage> pages, std::uint64_t max_bytes)
        : pages_(std::move(pages)), builder_(FileKind::kPdf, max_bytes) {}

    Result<Document> make() {
        const bool any = std::any_of(pages_.begin(), pages_.end(),
                                     [](const PdfPage& page) { return !page.words.empty(); });
        if (!any) return Error{ErrorCode::kUnsupported, "error-pdf-scanned", {}, ""};
        for (std::size_t i = 0; i < pages_.size(); ++i)
            page(pages_[i], static_cast<std::uint32_t>(i + 1));
        margins();
        write();
        return builder_.finish();
    }

  private:
    void page(PdfPage& page, std::uint32_t number) {
        const std::vector<PdfGrid> grids = pdf_grids(page);
        for (const PdfGrid& grid : grids) cut_words(grid, page.words);
        std::vector<std::vector<std::vector<const PdfWord*>>> inside(grids.size());
        for (std::size_t g = 0; g < grids.size(); ++g)
            inside[g].resize(grids[g].columns() * grids[g].rows());
        std::vector<const PdfWord*> outside;
        for (const PdfWord& word : page.words) {
            const double x = (word.left + word.right) / 2;
            const double y = (word.top + word.bottom) / 2;
            bool placed = false;
            for (std::size_t g = 0; g < grids.size() && !placed; ++g) {
                const std::size_t place = grids[g].place(x, y);
                if (place >= inside[g].size()) continue;
                inside[g][grids[g].owner[place]].push_back(&word);
                placed = true;
            }
            if (!placed) outside.push_back(&word);
        }
        std::vector<Piece> pieces;
        for (PdfLine& line : pdf_lines(outside)) {
            const bool edge = line.top < page.height * kEdgeOfPage ||
                              line.bottom > page.height * (1 - kEdgeOfPage);
            if (edge && is_page_number(line.text)) continue;
            pieces.push_back({line.top, false, prose_.size()});
            prose_.push_back({number, std::move(line)});
        }
        for (std::size_t g = 0; g < grids.size(); ++g) {
            pieces.push_back({grids[g].ys.front(), true, found_.size()});
            found_.push_back(table(grids[g], inside[g], number));
        }
        std::stable_sort(pieces.begin(), pieces.end(),
                         [](const Piece& a, const Piece& b) { return a.top < b.top; });
        for (const Piece& piece : pieces) take(piece, &piece == &pieces.front());
    }

    Table table(const PdfGrid& grid, std::vector<std::vector<const PdfWord*>>& words,
                std::uint32_t number) {
        Table out;
        out.xs = grid.xs;
        const std::size_t columns = grid.columns();
        for (std::size_t r = 0; r < grid.rows(); ++r) {
            Row row;
            row.page = number;
            row.torn = r == 0 && grid.open_top;
            for (std::size_t c = 0; c < columns; ++c) {
                const std::size_t owner = grid.owner[r * columns + c];
                const std::size_t top = owner / columns;
                const std::size_t left = owner % columns;
                row.span.push_back(1);
                if (left < c) {
                    row.cells.emplace_back();
                    row.merged.push_back(Merged::kLeft);
                } else if (top < r) {
                    row.cells.push_back(repeated(out.rows[top].cells[c]));
                    row.merged.push_back(Merged::kAbove);
                    ++out.rows[top].span[c];
                } else {
                    std::size_t right = c + 1;
                    while (right < columns && grid.owner[r * columns + right] == owner) ++right;
                    row.cells.push_back(
                        pdf_text(pdf_lines(words[owner]), grid.xs[c], grid.xs[right]));
                    row.merged.push_back(Merged::kNo);
                }
            }
            out.rows.push_back(std::move(row));
        }
        return out;
    }

    // The text of a merged cell for one more of its rows; past the limit it stays in the first.
    PdfText repeated(const PdfText& cell) {
        constexpr std::size_t kMostRepeated = 64u << 20;  // bytes, of all cells of a file
        repeated_ += cell.text.size();
        return repeated_ <= kMostRepeated ? cell : PdfText{};
    }

    // The next piece in the order of the document; a table that goes on is joined to the one of the
    // page before.
    void take(const Piece& piece, bool first_of_page) {
        if (piece.is_table && first_of_page && !pieces_.empty() && pieces_.back().is_table) {
            Table& above = found_[pieces_.back().index];
            Table& below = found_[piece.index];
            if (above.xs.size() == below.xs.size() && goes_on(above, below)) {
                join(above, std::move(below));
                return;
            }
        }
        pieces_.push_back(piece);
    }

    static bool goes_on(const Table& above, const Table& below) {
        for (std::size_t i = 0; i < above.xs.size(); ++i) {
            if (std::abs((above.xs[i] - above.xs[0]) - (below.xs[i] - below.xs[0])) > kSameColumns)
                return false;
        }
        return true;
    }

    static void join(Table& above, Table below) {
        std::size_t at = 0;
        while (at < below.rows.size() && at < above.rows.size() && at < 4 &&
               same_heading(above.rows[at], below.rows[at])) {
            ++at;
        }
        if (at == below.rows.size()) at = 0;
        for (std::size_t r = at; r < below.rows.size(); ++r) {
            below.rows[r].first = r == at;
            above.rows.push_back(std::move(below.rows[r]));
        }
    }

    static bool same_heading(const Row& a, const Row& b) {
        bool any = false;
        for (std::size_t c = 0; c < a.cells.size(); ++c) {
            if (!same_text(a.cells[c].text, b.cells[c].text) || a.merged[c] != b.merged[c])
                return false;
            any = any || !a.cells[c].text.empty();
        }
        return any;
    }

    // What the columns of a table hold, over the rows that did not come from another page.
    struct Column {
        std::size_t filled = 0;
        std::size_t numbers = 0;
        bool merges = false;  // cells of several rows
    };

    static std::vector<Column> columns_of(const Table& table, std::size_t& rows) {
        std::vector<Column> out(table.xs.size() - 1);
        rows = 0;
        for (const Row& row : table.rows) {
            for (std::size_t c = 0; c < out.size(); ++c)
                out[c].merges = out[c].merges || row.merged[c] == Merged::kAbove;
            if (row.first) continue;
            ++rows;
            for (std::size_t c = 0; c < out.size(); ++c) {
                out[c].filled += row.cells[c].text.empty() ? 0 : 1;
                out[c].numbers += is_number(row.cells[c].text) ? 1 : 0;
            }
        }
        return out;
    }

    // Whether the first row of a page is the rest of the row before.
    static bool is_rest(const Row& row, const std::vector<Column>& columns, std::size_t rows) {
        if (!row.first) return false;
        if (row.torn) return true;
        std::size_t always = 0;
        std::size_t missing = 0;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const bool empty = row.cells[c].text.empty();
            if (rows >= 2 && columns[c].numbers * 10 >= rows * 6) return empty && row.span[c] == 1;
            if (columns[c].filled * 10 < rows * 9 || columns[c].merges) continue;
            ++always;
            missing += empty ? 1 : 0;
        }
        return missing > 0 && missing * 2 >= always;
    }

    void mend(Table& table) {
        std::size_t count = 0;
        const std::vector<Column> columns = columns_of(table, count);
        std::vector<Row> out;
        for (Row& row : table.rows) {
            if (out.empty()) {
                out.push_back(std::move(row));
                continue;
            }
            const bool rest = is_rest(row, columns, count);
            Row& above = out.back();
            for (std::size_t c = 0; c < columns.size(); ++c) {
                if (rest) {
                    if (row.merged[c] == Merged::kLeft) continue;
                    const bool again =
                        columns[c].merges && same_text(above.cells[c].text, row.cells[c].text);
                    if (!again) append_text(above.cells[c], row.cells[c]);
                } else if (row.merged[c] == Merged::kAbove) {
                    row.cells[c] = repeated(above.cells[c]);
                } else if (row.first && columns[c].merges && row.merged[c] == Merged::kNo &&
                           above.merged[c] != Merged::kLeft &&
                           (row.cells[c].text.empty() ||
                            same_text(above.cells[c].text, row.cells[c].text))) {
                    row.cells[c] = repeated(above.cells[c]);
                    row.merged[c] = Merged::kAbove;
                }
            }
            if (!rest) out.push_back(std::move(row));
        }
        table.rows = std::move(out);
    }

    // Between which the lines of prose stand.
    void margins() {
        left_ = 1e9;
        right_ = 0;
        for (const Prose& prose : prose_) {
            left_ = std::min(left_, prose.line.left);
            right_ = std::max(right_, prose.line.right);
        }
    }

    void write() {
        std::uint32_t tables = 0;
        const PdfLine* last = nullptr;
        std::uint32_t last_page = 0;
        double room = 0;
        for (const Piece& piece : pieces_) {
            if (piece.is_table) {
                flush();
                last = nullptr;
                write_table(found_[piece.index], ++tables);
                continue;
            }
            const Prose& prose = prose_[piece.index];
            const PdfLine& line = prose.line;
            const bool begins =
                last == nullptr || begins_prose(*last, room, line, last_page != prose.page);
            if (begins) {
                flush();
                page_ = prose.page;
            }
            append_line(text_, line.text, false);
            room = (right_ - line.right) / line.em;
            last = &line;
            last_page = prose.page;
        }
        flush();
    }

    bool begins_prose(const PdfLine& before, double room, const PdfLine& line, bool other_page) {
        if (std::abs(before.em - line.em) > kOtherSize * before.em) return true;
        if (!other_page && line.top - before.bottom > kNextLine * (before.bottom - before.top)) {
            return true;
        }
        if (line.left - left_ > 1.5 * line.em) return true;  // indented or centred
        return begins_paragraph(text_, room, line.text);
    }

    void flush() {
        if (text_.empty()) return;
        DocumentRow place;
        place.page = page_;
        place.row = ++paragraphs_;
        builder_.paragraph(place, text_);
        text_.clear();
    }

    void write_table(Table& table, std::uint32_t number) {
        mend(table);
        std::uint32_t row_number = 0;
        for (const Row& row : table.rows) {
            ++row_number;
            if (std::all_of(row.cells.begin(), row.cells.end(),
                            [](const PdfText& cell) { return cell.text.empty(); })) {
                continue;
            }
            DocumentRow place;
            place.page = row.page;
            place.table = number;
            place.row = row_number;
            const bool single = std::all_of(row.merged.begin() + 1, row.merged.end(),
                                            [](Merged m) { return m == Merged::kLeft; });
            builder_.begin_row(place);
            for (std::size_t c = 0; c < (single ? 1 : row.cells.size()); ++c)
                builder_.cell(row.cells[c].text, row.merged[c]);
            builder_.end_row();
        }
    }

    std::vector<PdfPage> pages_;
    DocumentBuilder builder_;
    std::size_t repeated_ = 0;  // bytes
    std::vector<Prose> prose_;
    std::vector<Table> found_;
    std::vector<Piece> pieces_;
    double left_ = 0;
    double right_ = 0;
    std::string text_;  // of the paragraph that is being put together
    std::uint32_t page_ = 0;
    std::uint32_t paragraphs_ = 0;
};

}  // namespace

Result<Document> pdf_document(std::vector<PdfPage> pages, std::uint64_t max_bytes) {
    return Layout(std::move(pages), max_bytes).make();
}

}  // namespace duban
