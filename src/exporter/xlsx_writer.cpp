#include "exporter/xlsx_writer.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <string>
#include <vector>

#include "exporter/xlsx_book.h"
#include "exporter/xlsx_words.h"

namespace duban {
namespace {

constexpr std::size_t kMostRows = 1048576;
constexpr std::size_t kLongestProperty = 255;
constexpr double kMillimetresPerCharacter = 1.85;  // of the default font of Excel
constexpr double kLine = 13.5;                     // points, of ten-point type
constexpr double kTitleLine = 24;
constexpr double kWidestColumn = 250;  // characters
constexpr double kMostStretch = 2.5;   // of the columns, where rows would be too high
constexpr std::size_t kWorthWriting = 1 << 20;

class BookWriter {
  public:
    explicit BookWriter(const Printout& printout) : printout_(printout) {}

    Result<bool> write(const Sink& sink) {
        auto fault = measure();
        if (!fault) return fault;
        const ScratchFile scratch;
        if (scratch.path().empty()) return xlsx_failed("tmp");
        begin(scratch.path());
        std::size_t row = 0;
        for (const PrintBlock& block : printout_.blocks) {
            if (block.kind == BlockKind::kTable) {
                table(printout_.tables[block.table], row);
            } else {
                line(block, row);
            }
        }
        finish(row);
        const lxw_error error = workbook_close(book_);
        if (failed_ != LXW_NO_ERROR) return xlsx_failed(lxw_strerror(failed_));
        if (error != LXW_NO_ERROR) return xlsx_failed(lxw_strerror(error));
        const auto bytes = scratch.bytes();
        if (!bytes) return bytes.error();
        const std::string_view all = bytes.value();
        for (std::size_t at = 0; at < all.size(); at += kWorthWriting)
            sink(all.substr(at, kWorthWriting));
        return true;
    }

  private:
    // Widths of the columns, and whether all fits into a sheet.
    Result<bool> measure() {
        std::size_t rows = 0;
        for (const PrintBlock& block : printout_.blocks) {
            if (block.kind != BlockKind::kTable) {
                ++rows;
                if (auto fits = fits_cell(block.text, rows); !fits) return fits;
                continue;
            }
            const PrintTable& table = printout_.tables[block.table];
            const std::size_t columns = table.columns.size();
            if (columns > widths_.size()) widths_.resize(columns, 0);
            for (std::size_t c = 0; c < columns; ++c)
                widths_[c] = std::max(widths_[c], table.columns[c].width);
            ++rows;
            for (std::size_t r = 0; r < table.rows(); ++r) {
                ++rows;
                for (std::size_t c = 0; c < columns; ++c) {
                    const PrintCell& cell = table.at(r, c);
                    if (auto fits = fits_cell(cell.text, rows); !fits) return fits;
                }
            }
        }
        if (rows > kMostRows) {
            return Error{ErrorCode::kUnsupported,
                         "error-xlsx-too-many-rows",
                         {{"n", std::to_string(rows)}, {"limit", std::to_string(kMostRows)}},
                         ""};
        }
        if (widths_.empty()) widths_.assign(8, 25);
        for (double& width : widths_) width /= kMillimetresPerCharacter;
        stretch();
        return true;
    }

    static Result<bool> fits_cell(std::string_view text, std::size_t row) {
        // No character has fewer bytes than UTF-16 units.
        if (text.size() <= kLongestCell) return true;
        const std::size_t length = xlsx_length(text);
        if (length <= kLongestCell) return true;
        return Error{ErrorCode::kUnsupported,
                     "error-xlsx-cell-too-long",
                     {{"row", std::to_string(row)},
                      {"n", std::to_string(length)},
                      {"limit", std::to_string(kLongestCell)}},
                     ""};
    }

    // Wider columns where the highest row would be cut off; the print is scaled to the page anyway.
    void stretch() {
        for (double grown = 1; grown < kMostStretch; grown *= 1.15) {
            double highest = 0;
            for (const PrintTable& table : printout_.tables) {
                for (std::size_t r = 0; r < table.rows(); ++r)
                    highest = std::max(highest, height_of(table, r));
            }
            if (highest <= kHighestRow) return;
            for (double& width : widths_) width = std::min(width * 1.15, kWidestColumn);
        }
    }

    double width_of(std::size_t column, std::size_t columns) const {
        double width = 0;
        for (std::size_t c = column; c < column + columns && c < widths_.size(); ++c)
            width += widths_[c];
        return width;
    }

    double height_of(const PrintTable& table, std::size_t row) const {
        std::size_t lines = 1;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const PrintCell& cell = table.at(row, c);
            if (cell.covered || cell.rows > 1) continue;
            lines = std::max(lines, xlsx_lines(cell.text, width_of(c, cell.columns)));
        }
        return static_cast<double>(lines) * kLine + 5;
    }

    lxw_format* format(const char* font, double size, bool bold, Align align, bool grid) {
        lxw_format* made = workbook_add_format(book_);
        format_set_font_name(made, font);
        format_set_font_size(made, size);
        if (bold) format_set_bold(made);
        format_set_text_wrap(made);
        format_set_align(made, align == Align::kCenter  ? LXW_ALIGN_CENTER
                               : align == Align::kRight ? LXW_ALIGN_RIGHT
                                                        : LXW_ALIGN_LEFT);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        if (grid) format_set_border(made, LXW_BORDER_THIN);
        return made;
    }

    void begin(const std::string& path) {
        book_ = workbook_new(path.c_str());
        std::string title = xlsx_text(printout_.title);
        if (xlsx_length(title) > kLongestProperty) title.clear();
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.created = 946684800;  // any fixed day: the same content gives the same file
        workbook_set_properties(book_, &properties);
        sheet_ = workbook_add_worksheet(book_, kSheetName);
        title_ = format(kSheetTitleFont, 16, false, Align::kCenter, false);
        body_ = format(kSheetFont, 10, false, Align::kLeft, false);
        signed_ = format(kSheetFont, 10, false, Align::kRight, false);
        heading_ = format(kSheetFont, 10, true, Align::kCenter, true);
        format_set_align(heading_, LXW_ALIGN_VERTICAL_CENTER);
        format_set_bg_color(heading_, 0xD9D9D9);
        cells_[0] = format(kSheetFont, 10, false, Align::kLeft, true);
        cells_[1] = format(kSheetFont, 10, false, Align::kCenter, true);
        cells_[2] = format(kSheetFont, 10, false, Align::kRight, true);
        merged_ = format(kSheetFont, 10, false, Align::kCenter, true);
        format_set_align(merged_, LXW_ALIGN_VERTICAL_CENTER);
        for (std::size_t c = 0; c < widths_.size(); ++c) {
            const auto column = static_cast<lxw_col_t>(c);
            worksheet_set_column(sheet_, column, column, widths_[c], nullptr);
        }
    }

    void put(std::size_t row, std::size_t column, std::string_view text, lxw_format* how) {
        const auto r = static_cast<lxw_row_t>(row);
        const auto c = static_cast<lxw_col_t>(column);
        const lxw_error error =
            text.empty() ? worksheet_write_blank(sheet_, r, c, how)
                         : worksheet_write_string(sheet_, r, c, xlsx_text(text).c_str(), how);
        if (error != LXW_NO_ERROR) failed_ = error;
    }

    void merge(std::size_t row, std::size_t column, std::size_t last_row, std::size_t last_column,
               std::string_view text, lxw_format* how) {
        if (row == last_row && column == last_column) return put(row, column, text, how);
        const lxw_error error = worksheet_merge_range(
            sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
            static_cast<lxw_row_t>(last_row), static_cast<lxw_col_t>(last_column),
            xlsx_text(text).c_str(), how);
        if (error != LXW_NO_ERROR) failed_ = error;
    }

    void set_height(std::size_t row, double height) {
        worksheet_set_row(sheet_, static_cast<lxw_row_t>(row), std::min(height, kHighestRow),
                          nullptr);
    }

    void line(const PrintBlock& block, std::size_t& row) {
        const bool large = block.kind == BlockKind::kTitle || block.kind == BlockKind::kAnnexTitle;
        const double width = width_of(0, widths_.size());
        const auto lines = static_cast<double>(xlsx_lines(block.text, large ? width / 1.6 : width));
        set_height(row, lines * (large ? kTitleLine : kLine) + 5);
        lxw_format* how = large ? title_ : block.kind == BlockKind::kSigned ? signed_ : body_;
        merge(row, 0, row, widths_.size() - 1, block.text, how);
        ++row;
    }

    void table(const PrintTable& table, std::size_t& row) {
        if (!has_heading_) {
            has_heading_ = true;
            heading_row_ = row;
        }
        std::size_t lines = 1;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            lines = std::max(lines, xlsx_lines(table.columns[c].heading, widths_[c]));
            put(row, c, table.columns[c].heading, heading_);
        }
        set_height(row, static_cast<double>(lines) * kLine + 8);
        const std::size_t first = ++row;
        std::vector<double> heights;
        for (std::size_t r = 0; r < table.rows(); ++r) heights.push_back(height_of(table, r));
        for (std::size_t r = 0; r < table.rows(); ++r, ++row) {
            for (std::size_t c = 0; c < table.columns.size(); ++c) {
                const PrintCell& cell = table.at(r, c);
                if (cell.covered) continue;
                if (cell.rows == 1 && cell.columns == 1) {
                    put(row, c, cell.text,
                        cells_[static_cast<std::size_t>(table.columns[c].align)]);
                    continue;
                }
                merge(row, c, row + cell.rows - 1, c + cell.columns - 1, cell.text, merged_);
                make_room(table, cell, r, c, heights);
            }
        }
        for (std::size_t r = 0; r < heights.size(); ++r) set_height(first + r, heights[r]);
    }

    // The rows that a cell covers are together high enough for its text.
    void make_room(const PrintTable& table, const PrintCell& cell, std::size_t row,
                   std::size_t column, std::vector<double>& heights) const {
        const std::size_t last = std::min<std::size_t>(row + cell.rows, table.rows()) - 1;
        double missing =
            static_cast<double>(xlsx_lines(cell.text, width_of(column, cell.columns))) * kLine + 5;
        for (std::size_t r = row; r <= last; ++r) missing -= heights[r];
        if (missing > 0) heights[last] += missing;
    }

    void finish(std::size_t rows) {
        if (has_heading_) {
            const auto heading = static_cast<lxw_row_t>(heading_row_);
            worksheet_freeze_panes(sheet_, heading + 1, 0);
            worksheet_repeat_rows(sheet_, heading, heading);
        }
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, 9);  // A4
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);
        worksheet_set_footer(sheet_, "&C&P / &N");
        // Numbers stay texts on purpose: no warning marks in the corners.
        lxw_row_t last = rows > 0 ? static_cast<lxw_row_t>(rows) : 1;
        const std::string all =
            "A1:" +
            std::string(1, static_cast<char>('A' + std::min<std::size_t>(widths_.size(), 26) - 1)) +
            std::to_string(last);
        worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, all.c_str());
    }

    const Printout& printout_;
    std::vector<double> widths_;  // characters
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* title_ = nullptr;
    lxw_format* body_ = nullptr;
    lxw_format* signed_ = nullptr;
    lxw_format* heading_ = nullptr;
    lxw_format* merged_ = nullptr;
    lxw_format* cells_[3]{};
    lxw_error failed_ = LXW_NO_ERROR;
    std::size_t heading_row_ = 0;
    bool has_heading_ = false;
};

}  // namespace

Result<bool> write_xlsx(const Printout& printout, const Sink& sink) {
    return BookWriter(printout).write(sink);
}

}  // namespace duban
