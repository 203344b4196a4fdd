#include "exporter/xlsx_form.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "exporter/xlsx_book.h"
#include "exporter/xlsx_words.h"

namespace duban {
namespace {

constexpr double kLine = 13.5;  // points
constexpr std::size_t kLongestHint = 255;

class FormWriter {
  public:
    explicit FormWriter(const XlsxForm& form) : form_(form) {}

    Result<bool> write(const Sink& sink) {
        for (const PrintCell& cell : form_.cells) {
            if (xlsx_length(cell.text) > kLongestCell) {
                return Error{ErrorCode::kUnsupported,
                             "error-xlsx-cell-too-long",
                             {{"row", std::to_string((&cell - form_.cells.data()) / columns() +
                                                     kFormHeadingRow + 1)},
                              {"n", std::to_string(xlsx_length(cell.text))},
                              {"limit", std::to_string(kLongestCell)}},
                             ""};
            }
        }
        const ScratchFile scratch;
        if (scratch.path().empty()) return xlsx_failed("tmp");
        begin(scratch.path());
        head();
        for (std::size_t row = 0; row < rows(); ++row) line(row);
        finish();
        hide();
        const lxw_error error = workbook_close(book_);
        if (failed_ != LXW_NO_ERROR) return xlsx_failed(lxw_strerror(failed_));
        if (error != LXW_NO_ERROR) return xlsx_failed(lxw_strerror(error));
        const auto bytes = scratch.bytes();
        if (!bytes) return bytes.error();
        sink(bytes.value());
        return true;
    }

  private:
    std::size_t columns() const { return form_.columns.size(); }
    std::size_t rows() const { return form_.cells.size() / columns(); }

    lxw_format* format(bool bold, lxw_color_t color, bool unlocked) {
        lxw_format* made = workbook_add_format(book_);
        format_set_font_name(made, kSheetFont);
        format_set_font_size(made, 10);
        format_set_text_wrap(made);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        format_set_border(made, LXW_BORDER_THIN);
        if (bold) format_set_bold(made);
        if (color != 0) format_set_bg_color(made, color);
        if (unlocked) format_set_unlocked(made);
        return made;
    }

    void begin(const std::string& path) {
        book_ = workbook_new(path.c_str());
        lxw_doc_properties properties{};
        properties.created = 946684800;
        workbook_set_properties(book_, &properties);
        sheet_ = workbook_add_worksheet(book_, form_.sheet.c_str());
        heading_ = format(true, 0xD9D9D9, false);
        format_set_align(heading_, LXW_ALIGN_CENTER);
        format_set_align(heading_, LXW_ALIGN_VERTICAL_CENTER);
        wanted_ = format(true, 0xFFE699, false);
        format_set_align(wanted_, LXW_ALIGN_CENTER);
        format_set_align(wanted_, LXW_ALIGN_VERTICAL_CENTER);
        fixed_ = format(false, 0xF2F2F2, false);
        fill_ = format(false, 0xFFFBE6, true);
        // What is typed stays as it is typed: no dates, no lost zeros.
        fill_text_ = format(false, 0xFFFBE6, true);
        format_set_num_format(fill_text_, "@");
        title_ = workbook_add_format(book_);
        format_set_font_name(title_, kSheetTitleFont);
        format_set_font_size(title_, 16);
        format_set_align(title_, LXW_ALIGN_CENTER);
        format_set_align(title_, LXW_ALIGN_VERTICAL_CENTER);
        advice_ = workbook_add_format(book_);
        format_set_font_name(advice_, kSheetFont);
        format_set_font_size(advice_, 10);
        format_set_text_wrap(advice_);
        format_set_align(advice_, LXW_ALIGN_VERTICAL_TOP);
    }

    void keep(lxw_error error) {
        if (error != LXW_NO_ERROR) failed_ = error;
    }

    void put(std::size_t row, std::size_t column, const PrintCell& cell, lxw_format* how) {
        const auto r = static_cast<lxw_row_t>(row);
        const auto c = static_cast<lxw_col_t>(column);
        const std::string text = xlsx_text(cell.text);
        if (cell.rows > 1 || cell.columns > 1) {
            keep(worksheet_merge_range(sheet_, r, c, static_cast<lxw_row_t>(row + cell.rows - 1),
                                       static_cast<lxw_col_t>(column + cell.columns - 1),
                                       text.c_str(), how));
        } else if (text.empty()) {
            keep(worksheet_write_blank(sheet_, r, c, how));
        } else {
            keep(worksheet_write_string(sheet_, r, c, text.c_str(), how));
        }
    }

    void head() {
        double width = 0;
        PrintCell over;
        over.columns = static_cast<std::uint32_t>(columns());
        over.text = form_.title;
        put(0, 0, over, title_);
        worksheet_set_row(sheet_, 0, 30, nullptr);
        over.text = form_.advice;
        put(1, 0, over, advice_);
        std::size_t lines = 1;
        for (std::size_t c = 0; c < columns(); ++c) {
            const FormColumn& column = form_.columns[c];
            const auto at = static_cast<lxw_col_t>(c);
            width += column.width;
            worksheet_set_column(sheet_, at, at, column.width, nullptr);
            PrintCell heading;
            heading.text = column.heading;
            put(kFormHeadingRow - 1, c, heading,
                column.kind == FormCell::kFixed ? heading_ : wanted_);
            lines = std::max(lines, xlsx_lines(column.heading, column.width));
            lxw_comment_options options{};
            options.author = const_cast<char*>("duban");
            options.width = 260;
            options.height = 90;
            keep(worksheet_write_comment_opt(sheet_, kFormHeadingRow - 1, at,
                                             column.comment.c_str(), &options));
        }
        worksheet_set_row(
            sheet_, 1, static_cast<double>(xlsx_lines(form_.advice, width)) * kLine + 8, nullptr);
        worksheet_set_row(sheet_, kFormHeadingRow - 1, static_cast<double>(lines) * kLine + 8,
                          nullptr);
    }

    lxw_format* format_of(FormCell kind) const {
        switch (kind) {
            case FormCell::kFixed: return fixed_;
            case FormCell::kNumber: return fill_;
            case FormCell::kText:
            case FormCell::kChoice: break;
        }
        return fill_text_;
    }

    // Rows share the height that a merged text needs; each has room for something to be typed.
    void line(std::size_t row) {
        double height = 2 * kLine + 5;
        for (std::size_t c = 0; c < columns(); ++c) {
            const PrintCell& cell = form_.cells[row * columns() + c];
            if (!cell.covered) {
                put(row + kFormHeadingRow, c, cell, format_of(form_.columns[c].kind));
                if (cell.rows > 1) {
                    if (c == 0) block_left_ = cell.rows;
                    const double needed =
                        static_cast<double>(xlsx_lines(cell.text, form_.columns[c].width)) * kLine +
                        5;
                    block_height_ = std::max(c == 0 ? 0.0 : block_height_, needed / cell.rows);
                    continue;
                }
            } else {
                continue;
            }
            height = std::max(
                height,
                static_cast<double>(xlsx_lines(cell.text, form_.columns[c].width)) * kLine + 5);
        }
        if (block_left_ > 0) {
            --block_left_;
            height = std::max(height, block_height_);
        }
        worksheet_set_row(sheet_, static_cast<lxw_row_t>(row + kFormHeadingRow),
                          std::min(height, kHighestRow), nullptr);
    }

    void validate(std::size_t column, lxw_data_validation& rule, const std::string& fault) {
        std::string message = fault;
        if (xlsx_length(message) > kLongestHint) message.clear();
        rule.error_message = message.data();
        rule.ignore_blank = LXW_VALIDATION_ON;
        const auto at = static_cast<lxw_col_t>(column);
        keep(worksheet_data_validation_range(sheet_, kFormHeadingRow, at,
                                             static_cast<lxw_row_t>(kFormHeadingRow + rows() - 1),
                                             at, &rule));
    }

    void finish() {
        std::vector<std::string> choices = form_.choices;
        std::vector<char*> list;
        for (std::string& choice : choices) list.push_back(choice.data());
        list.push_back(nullptr);
        for (std::size_t c = 0; c < columns() && rows() > 0; ++c) {
            lxw_data_validation rule{};
            if (form_.columns[c].kind == FormCell::kNumber) {
                rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
                rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
                rule.value_number = 0;
                validate(c, rule, form_.number_fault);
            } else if (form_.columns[c].kind == FormCell::kChoice) {
                rule.validate = LXW_VALIDATION_TYPE_LIST;
                rule.value_list = list.data();
                validate(c, rule, form_.choice_fault);
            }
        }
        lxw_protection may{};
        may.format_columns = LXW_TRUE;
        may.format_rows = LXW_TRUE;
        worksheet_protect(sheet_, nullptr, &may);
        worksheet_freeze_panes(sheet_, kFormHeadingRow, 2);
        worksheet_repeat_rows(sheet_, kFormHeadingRow - 1, kFormHeadingRow - 1);
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, 9);  // A4
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);
        worksheet_set_footer(sheet_, "&C&P / &N");
    }

    void hide() {
        lxw_worksheet* hidden = workbook_add_worksheet(book_, form_.hidden_sheet.c_str());
        for (std::size_t r = 0; r < form_.hidden.size(); ++r) {
            for (std::size_t c = 0; c < form_.hidden[r].size(); ++c) {
                if (form_.hidden[r][c].empty()) continue;
                keep(worksheet_write_string(hidden, static_cast<lxw_row_t>(r),
                                            static_cast<lxw_col_t>(c),
                                            xlsx_text(form_.hidden[r][c]).c_str(), nullptr));
            }
        }
        worksheet_protect(hidden, nullptr, nullptr);
        worksheet_hide(hidden);
    }

    const XlsxForm& form_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* heading_ = nullptr;
    lxw_format* wanted_ = nullptr;
    lxw_format* fixed_ = nullptr;
    lxw_format* fill_ = nullptr;
    lxw_format* fill_text_ = nullptr;
    lxw_format* title_ = nullptr;
    lxw_format* advice_ = nullptr;
    lxw_error failed_ = LXW_NO_ERROR;
    std::uint32_t block_left_ = 0;  // rows of the merged cells that the row is in
    double block_height_ = 0;       // that each of them needs
};

}  // namespace

Result<bool> write_xlsx_form(const XlsxForm& form, const Sink& sink) {
    return FormWriter(form).write(sink);
}

}  // namespace duban
