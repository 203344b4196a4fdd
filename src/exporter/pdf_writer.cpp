#include "exporter/pdf_writer.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "exporter/pdf_canvas.h"
#include "exporter/pdf_words.h"

namespace duban {
namespace {

constexpr double mm(double millimetres) { return millimetres * 72 / 25.4; }

constexpr double kShort = mm(210);  // sides of A4
constexpr double kLong = mm(297);

// The type area of GB/T 9704-2012 and its grid.
constexpr double kAreaWidth = mm(156);
constexpr double kAreaHeight = mm(225);
constexpr double kAreaTop = mm(37);
constexpr double kAreaLeft = mm(28);
constexpr int kLinesOfPage = 22;
constexpr int kCharactersOfLine = 28;
constexpr double kPitch = kAreaHeight / kLinesOfPage;
constexpr double kAdvance = kAreaWidth / kCharactersOfLine;
constexpr double kBodySize = 16;
constexpr double kTitleSize = 22;
constexpr double kNumberSize = 14;
constexpr double kNumberBelow = mm(7);  // under the type area
constexpr double kThick = mm(0.35);
constexpr double kThin = mm(0.25);

constexpr double kRule = 0.5;
constexpr double kHeadingGrey = 0.93;
constexpr double kPadX = 3;
constexpr double kPadY = 2.5;
constexpr double kAlmost = 0.01;
constexpr std::size_t kFewestLines = 3;  // of a row that is broken, at the foot of a page
constexpr double kDescent = 0.36;        // from the middle of a line to its baseline, in sizes

struct Area {
    double left = 0, top = 0, width = 0, height = 0;
    [[nodiscard]] double bottom() const { return top + height; }
    [[nodiscard]] double right() const { return left + width; }
};

class Writer {
  public:
    Writer(const Printout& printout, PdfCanvas& canvas)
        : printout_(printout),
          canvas_(canvas),
          official_(printout.style == PrintStyle::kOfficial),
          size_(official_ ? 10.5 : 9),
          line_(size_ * 1.36) {}

    bool write() {
        std::size_t imprint = printout_.blocks.size();
        while (imprint > 0 && printout_.blocks[imprint - 1].kind == BlockKind::kImprint) --imprint;
        BlockKind before = BlockKind::kTitle;
        for (std::size_t i = 0; i < imprint; ++i) {
            const PrintBlock& block = printout_.blocks[i];
            if (pages_ == 0 || block.landscape != landscape_ ||
                (block.kind == BlockKind::kAnnexLabel && before != BlockKind::kAnnexLabel)) {
                page(block.landscape);
            }
            if (block.kind == BlockKind::kTable) {
                table(printout_.tables[block.table]);
            } else if (block.kind == BlockKind::kSigned) {
                std::size_t end = i + 1;
                while (end < imprint && printout_.blocks[end].kind == BlockKind::kSigned) ++end;
                signatures(i, end);
                i = end - 1;
            } else if (official_) {
                official(block, before);
            } else {
                plain(block);
            }
            before = block.kind;
        }
        if (pages_ == 0) page(!official_);
        if (imprint < printout_.blocks.size()) imprints(imprint);
        footer();
        return canvas_.finish();
    }

  private:
    void page(bool landscape) {
        if (pages_ > 0) footer();
        ++pages_;
        landscape_ = landscape;
        const double width = landscape ? kLong : kShort;
        const double height = landscape ? kShort : kLong;
        canvas_.page(width, height);
        if (!official_) {
            area_ = {mm(12), mm(12), width - mm(24), height - mm(27)};
        } else if (landscape) {
            area_ = {mm(36), mm(28), kAreaHeight, kAreaWidth};
        } else {
            area_ = {kAreaLeft, kAreaTop, kAreaWidth, kAreaHeight};
        }
        y_ = area_.top;
    }

    void footer() {
        TextStyle style;
        style.face = Typeface::kSong;
        style.size = official_ ? kNumberSize : size_;
        const std::string dash = kPageNumberDash;
        const ShapedText text =
            canvas_.shape(dash + " " + std::to_string(pages_) + " " + dash, style, area_.width);
        const double width = text.width(0);
        const bool odd = pages_ % 2 == 1;
        const double inset = kNumberSize;
        const double left = !official_ ? area_.left + (area_.width - width) / 2
                            : odd      ? area_.right() - inset - width
                                       : area_.left + inset;
        canvas_.draw(text, 0, left, area_.bottom() + kNumberBelow + style.size * kDescent);
    }

    void draw_line(const ShapedText& text, std::size_t line, double left, double y, double pitch,
                   double size) {
        canvas_.draw(text, line, left, y + pitch / 2 + size * kDescent);
    }

    void paragraph(std::string_view words, const TextStyle& style, double pitch,
                   std::size_t keep_with_next = 0) {
        const ShapedText text = canvas_.shape(words, style, area_.width);
        const double needed = pitch * static_cast<double>(text.lines() + keep_with_next);
        if (keep_with_next > 0 && y_ + needed > area_.bottom() + kAlmost && y_ > area_.top &&
            needed < area_.height) {
            page(landscape_);
        }
        for (std::size_t i = 0; i < text.lines(); ++i) {
            if (y_ + pitch > area_.bottom() + kAlmost) page(landscape_);
            draw_line(text, i, area_.left, y_, pitch, style.size);
            y_ += pitch;
        }
    }

    void gap(double height) {
        if (y_ > area_.top) y_ += height;
    }

    static TextStyle body(Typeface face) {
        TextStyle style;
        style.face = face;
        style.size = kBodySize;
        style.spacing = kAdvance - kBodySize;
        style.indent = 2 * kAdvance;
        style.justify = true;
        return style;
    }

    void official(const PrintBlock& block, BlockKind before) {
        TextStyle style = body(Typeface::kFang);
        switch (block.kind) {
            case BlockKind::kTitle:
            case BlockKind::kAnnexTitle:
                style = {Typeface::kTitle, kTitleSize, 0, Align::kCenter, 0, false};
                if (block.kind == BlockKind::kAnnexTitle) gap(kPitch);
                paragraph(block.text, style, std::max(kPitch, kTitleSize * 1.3), 2);
                gap(kPitch);
                return;
            case BlockKind::kHeading1:
                style = body(Typeface::kHei);
                style.justify = false;
                paragraph(block.text, style, kPitch, 1);
                return;
            case BlockKind::kHeading2:
                style = body(Typeface::kKai);
                style.justify = false;
                paragraph(block.text, style, kPitch, 1);
                return;
            case BlockKind::kAnnexNote:
                if (before != BlockKind::kAnnexNote) gap(kPitch);
                style.justify = false;
                paragraph(block.text, style, kPitch);
                return;
            case BlockKind::kAnnexLabel:
                style = body(Typeface::kHei);
                style.indent = 0;
                style.justify = false;
                paragraph(block.text, style, kPitch);
                return;
            default: paragraph(block.text, style, kPitch);
        }
    }

    void plain(const PrintBlock& block) {
        TextStyle style;
        style.size = 10.5;
        double pitch = 16;
        const bool title = block.kind == BlockKind::kTitle || block.kind == BlockKind::kAnnexTitle;
        if (title) {
            style.size = 16;
            style.align = Align::kCenter;
            pitch = 24;
        }
        paragraph(block.text, style, pitch, title ? 2 : 0);
        if (title) gap(4);
    }

    // Four characters in from the right; what is narrower than the widest line stands in its
    // middle.
    void signatures(std::size_t begin, std::size_t end) {
        TextStyle style;
        style.face = official_ ? Typeface::kFang : Typeface::kSong;
        style.size = official_ ? kBodySize : 10.5;
        const double pitch = official_ ? kPitch : 16;
        const double em = official_ ? kAdvance : style.size;
        std::vector<ShapedText> texts;
        double widest = 0;
        std::size_t lines = 0;
        for (std::size_t i = begin; i < end; ++i) {
            texts.push_back(canvas_.shape(printout_.blocks[i].text, style, area_.width - 4 * em));
            for (std::size_t k = 0; k < texts.back().lines(); ++k)
                widest = std::max(widest, texts.back().width(k));
            lines += texts.back().lines();
        }
        gap(2 * pitch);
        if (y_ + pitch * static_cast<double>(lines) > area_.bottom() + kAlmost) page(landscape_);
        for (const ShapedText& text : texts) {
            for (std::size_t k = 0; k < text.lines(); ++k) {
                if (y_ + pitch > area_.bottom() + kAlmost) page(landscape_);
                const double left = area_.right() - 4 * em - widest + (widest - text.width(k)) / 2;
                draw_line(text, k, left, y_, pitch, style.size);
                y_ += pitch;
            }
        }
    }

    // At the foot of the last page, which is never one across; thick rules outside, thin between.
    void imprints(std::size_t begin) {
        TextStyle style;
        style.face = official_ ? Typeface::kFang : Typeface::kSong;
        style.size = official_ ? kNumberSize : size_;
        const double pitch = style.size * 1.6;
        std::vector<ShapedText> texts;
        std::size_t lines = 0;
        for (std::size_t i = begin; i < printout_.blocks.size(); ++i) {
            texts.push_back(
                canvas_.shape(printout_.blocks[i].text, style, area_.width - 2 * style.size));
            lines += texts.back().lines();
        }
        const double needed = pitch * static_cast<double>(lines);
        if ((official_ && landscape_) || y_ + needed > area_.bottom())
            page(official_ ? false : landscape_);
        y_ = std::max(y_, area_.bottom() - needed);
        canvas_.rule(area_.left, y_, area_.right(), y_, kThick);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            for (std::size_t k = 0; k < texts[i].lines(); ++k) {
                if (y_ + pitch > area_.bottom() + kAlmost) page(landscape_);
                draw_line(texts[i], k, area_.left + style.size, y_, pitch, style.size);
                y_ += pitch;
            }
            canvas_.rule(area_.left, y_, area_.right(), y_, i + 1 == texts.size() ? kThick : kThin);
        }
    }

    // ---- tables

    struct Cell {
        ShapedText text;
        std::size_t column = 0;
        std::size_t columns = 1;
        std::size_t next = 0;    // line to be drawn
        std::uint32_t rows = 1;  // that it still covers
        double top = 0;          // where it begins on this page, if it covers several
        [[nodiscard]] std::size_t left() const { return text.lines() - next; }
    };

    // What stands on the page but has no rules yet: how high the last row of a page becomes is
    // known only at its end.
    struct Strip {
        double top = 0;
        double height = 0;
        std::vector<char> edges;  // a rule at the left of the column
        std::vector<char> below;  // a rule below the column
        bool open = false;
    };

    [[nodiscard]] double height_of(std::size_t lines) const {
        return static_cast<double>(std::max<std::size_t>(lines, 1)) * line_ + 2 * kPadY;
    }
    [[nodiscard]] std::size_t lines_in(double height) const {
        return static_cast<std::size_t>(std::max(0.0, (height - 2 * kPadY) / line_ + kAlmost));
    }

    Cell shape(const PrintTable& table, std::string_view text, std::size_t column,
               std::size_t columns, Align align) {
        TextStyle style;
        style.size = size_;
        style.align = align;
        Cell cell;
        cell.column = column;
        cell.columns = std::min(columns, table.columns.size() - column);
        if (!text.empty()) {
            cell.text = canvas_.shape(text, style,
                                      std::max(size_ * 1.5, edges_[cell.column + cell.columns] -
                                                                edges_[column] - 2 * kPadX));
        }
        return cell;
    }

    void draw_cell(Cell& cell, std::size_t lines, double top) {
        for (std::size_t i = 0; i < lines && cell.next < cell.text.lines(); ++i, ++cell.next) {
            draw_line(cell.text, cell.next, edges_[cell.column] + kPadX,
                      top + kPadY + static_cast<double>(i) * line_, line_, size_);
        }
    }

    void close_strip() {
        if (!strip_.open) return;
        strip_.open = false;
        const double bottom = strip_.top + strip_.height;
        const std::size_t columns = edges_.size() - 1;
        for (std::size_t c = 0; c <= columns; ++c) {
            if (c == columns || strip_.edges[c] != 0)
                canvas_.rule(edges_[c], strip_.top, edges_[c], bottom, kRule);
        }
        for (std::size_t c = 0; c < columns;) {
            std::size_t end = c;
            while (end < columns && strip_.below[end] != 0) ++end;
            if (end > c) canvas_.rule(edges_[c], bottom, edges_[end], bottom, kRule);
            c = std::max(end, c + 1);
        }
    }

    // A strip of the row at the cursor; the cells of more rows show through.
    void open_strip(const std::vector<Cell>& cells, const std::vector<Cell>& tall, double height) {
        close_strip();
        const std::size_t columns = edges_.size() - 1;
        strip_ = {y_, height, std::vector<char>(columns, 1), std::vector<char>(columns, 1), true};
        const auto inner = [&](const Cell& cell) {
            for (std::size_t c = 1; c < cell.columns; ++c) strip_.edges[cell.column + c] = 0;
        };
        for (const Cell& cell : cells) inner(cell);
        for (const Cell& cell : tall) {
            inner(cell);
            if (cell.rows > 1) {
                for (std::size_t c = 0; c < cell.columns; ++c) strip_.below[cell.column + c] = 0;
            }
        }
        y_ += height;
    }

    void top_rule() { canvas_.rule(edges_.front(), y_, edges_.back(), y_, kRule); }

    void heading(const PrintTable& table) {
        std::vector<Cell> cells;
        std::size_t lines = 1;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            cells.push_back(shape(table, table.columns[c].heading, c, 1, Align::kCenter));
            lines = std::max(lines, cells.back().text.lines());
        }
        const double height = std::min(height_of(lines), area_.height / 2);
        canvas_.fill(edges_.front(), y_, edges_.back() - edges_.front(), height, kHeadingGrey);
        top_rule();
        for (Cell& cell : cells) {
            const double spare = height - height_of(cell.text.lines());
            draw_cell(cell, lines_in(height), y_ + std::max(0.0, spare / 2));
        }
        open_strip(cells, {}, height);
    }

    // Ends the page inside of a table and begins the next.
    void break_table(const PrintTable& table, std::vector<Cell>& tall) {
        double bottom = y_;
        for (const Cell& cell : tall) bottom = std::max(bottom, cell.top + height_of(cell.left()));
        bottom = std::min(bottom, area_.bottom());
        if (strip_.open && bottom > y_) {
            strip_.height += bottom - y_;
            y_ = bottom;
        }
        for (Cell& cell : tall) draw_cell(cell, lines_in(y_ - cell.top), cell.top);
        std::fill(strip_.below.begin(), strip_.below.end(), 1);
        close_strip();
        page(landscape_);
        heading(table);
        for (Cell& cell : tall) {
            cell.top = y_;
            if (cell.left() == 0) cell.next = 0;
        }
    }

    void row(const PrintTable& table, std::size_t index, std::vector<Cell>& tall) {
        std::vector<Cell> cells;
        double tallest = 0;  // of the cells of several rows that begin here
        const std::size_t old = tall.size();
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const PrintCell& from = table.at(index, c);
            if (from.covered) continue;
            Cell cell =
                shape(table, from.text, c, std::max(from.columns, 1U), table.columns[c].align);
            cell.rows = static_cast<std::uint32_t>(
                std::clamp<std::size_t>(from.rows, 1, table.rows() - index));
            if (cell.rows > 1) {
                tallest = std::max(tallest, height_of(cell.text.lines()));
                tall.push_back(std::move(cell));
            } else {
                cells.push_back(std::move(cell));
            }
        }
        const double page_room = area_.height - (strip_.open ? strip_.height : 0);
        bool begun = false;
        const auto start = [&] {
            for (std::size_t i = old; i < tall.size() && !begun; ++i) tall[i].top = y_;
        };
        start();
        for (;;) {
            const double room = area_.bottom() - y_;
            std::size_t lines = 1;
            for (const Cell& cell : cells) lines = std::max(lines, cell.left());
            double needed = height_of(lines);
            for (const Cell& cell : tall) {
                if (cell.rows == 1)
                    needed = std::max(needed, height_of(cell.left()) - (y_ - cell.top));
            }
            const bool fits = needed <= room + kAlmost;
            const bool on_top = y_ < area_.top + area_.height / 3;
            if (!begun && !on_top &&
                ((!fits && lines_in(room) < kFewestLines) ||
                 (tallest > room && tallest < page_room / 2))) {
                std::vector<Cell> from_before;
                std::move(tall.begin(), tall.begin() + static_cast<std::ptrdiff_t>(old),
                          std::back_inserter(from_before));
                break_table(table, from_before);
                std::move(from_before.begin(), from_before.end(), tall.begin());
                start();
                continue;
            }
            const double height = fits ? needed : room;
            const std::size_t can = std::max<std::size_t>(1, lines_in(height));
            for (Cell& cell : cells) {
                const bool whole =
                    fits && !begun && table.columns[cell.column].align == Align::kCenter;
                const double spare = whole ? height - height_of(cell.text.lines()) : 0;
                draw_cell(cell, can, y_ + std::max(0.0, spare / 2));
            }
            open_strip(cells, tall, height);
            begun = true;
            if (fits) break;
            break_table(table, tall);
        }
        for (Cell& cell : tall) {
            if (--cell.rows == 0) draw_cell(cell, lines_in(y_ - cell.top), cell.top);
        }
        std::erase_if(tall, [](const Cell& cell) { return cell.rows == 0; });
    }

    void table(const PrintTable& table) {
        if (table.columns.empty()) return;
        double total = 0;
        for (const PrintColumn& column : table.columns) total += std::max(column.width, 1.0);
        edges_ = {area_.left};
        for (const PrintColumn& column : table.columns)
            edges_.push_back(edges_.back() + std::max(column.width, 1.0) / total * area_.width);
        if (area_.bottom() - y_ < height_of(1) + height_of(kFewestLines)) page(landscape_);
        heading(table);
        std::vector<Cell> tall;
        for (std::size_t r = 0; r < table.rows(); ++r) row(table, r, tall);
        close_strip();
        y_ += official_ ? kPitch / 2 : 8;
    }

    const Printout& printout_;
    PdfCanvas& canvas_;
    bool official_;
    double size_;  // of the type in tables
    double line_;  // its pitch
    Area area_;
    double y_ = 0;
    int pages_ = 0;
    bool landscape_ = false;
    std::vector<double> edges_;
    Strip strip_;
};

}  // namespace

Result<bool> write_pdf(const Printout& printout, const Sink& sink) {
    auto canvas = PdfCanvas::open(sink, printout.title, printout.language);
    if (!canvas) return canvas.error();
    if (!Writer(printout, *canvas.value()).write())
        return Error{ErrorCode::kTooLarge, "error-pdf-not-made", {}, ""};
    return true;
}

}  // namespace duban
