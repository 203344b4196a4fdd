#include "reader/xlsx_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/xlsx_package.h"
#include "base/xml_scanner.h"
#include "base/zip.h"
#include "reader/document_builder.h"
#include "reader/xlsx_number.h"

namespace duban {
namespace {

constexpr std::uint32_t kMostRows = 1048576;
constexpr std::uint32_t kMostColumns = 16384;
// A row is filled up to the widest one above it, but no further than that.
constexpr std::uint32_t kWidest = 256;
constexpr std::uint64_t kMostEmptyCells = 16ULL << 20;  // over all sheets
constexpr std::size_t kRangesTold = 12;

bool is_true(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

std::uint32_t number_of(std::string_view digits, std::uint32_t otherwise) {
    std::uint32_t value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return fault == std::errc() && end == digits.data() + digits.size() ? value : otherwise;
}

// "BC12": column 55 and row 12, both from 1. False where it is none.
bool parse_cell_name(std::string_view name, std::uint32_t& column, std::uint32_t& row) {
    std::size_t at = 0;
    column = 0;
    for (; at < name.size() && at < 3 && name[at] >= 'A' && name[at] <= 'Z'; ++at)
        column = column * 26 + static_cast<std::uint32_t>(name[at] - 'A' + 1);
    row = number_of(name.substr(at), 0);
    return column >= 1 && column <= kMostColumns && row >= 1 && row <= kMostRows;
}

std::string column_name(std::uint32_t column) {
    std::string out;
    for (; column > 0; column = (column - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
    return out;
}

std::string cell_name(std::uint32_t column, std::uint32_t row) {
    return column_name(column) + std::to_string(row);
}

// Text with the escapes of Excel: _x000D_ is the character of that number.
void append_unescaped(std::string& out, std::string_view text) {
    const auto unit_at = [&](std::size_t at, char32_t& unit) {
        if (at + 7 > text.size() || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_')
            return false;
        std::uint32_t value = 0;
        const auto [end, fault] =
            std::from_chars(text.data() + at + 2, text.data() + at + 6, value, 16);
        unit = value;
        return fault == std::errc() && end == text.data() + at + 6;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t found = std::min(text.find("_x", at), text.size());
        out.append(text.substr(at, found - at));
        at = found;
        if (at == text.size()) break;
        char32_t unit = 0;
        char32_t second = 0;
        if (!unit_at(at, unit)) {
            out += text[at++];
            continue;
        }
        at += 7;
        if (unit >= 0xD800 && unit <= 0xDBFF && unit_at(at, second) && second >= 0xDC00 &&
            second <= 0xDFFF) {
            unit = 0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00);
            at += 7;
        }
        append_utf8(out, unit >= 0xD800 && unit <= 0xDFFF ? 0xFFFD : unit);
    }
}

// The text of the element that has just started, descendants included; those of phonetic guides are
// left out. False where it is broken.
bool append_string(XmlScanner& xml, std::string& out, std::string& raw) {
    const std::size_t level = xml.depth();
    std::size_t in_text = 0;
    raw.clear();
    for (;;) {
        const XmlToken token = xml.next();
        switch (token) {
            case XmlToken::kBroken:
            case XmlToken::kFinished: return false;
            case XmlToken::kStart:
                if (xml.name() == "rPh") {
                    if (!xml.skip()) return false;
                } else if (xml.name() == "t") {
                    in_text = xml.depth();
                }
                break;
            case XmlToken::kText:
                if (in_text == 0) break;
                if (xml.is_literal()) {
                    raw += xml.text();
                } else {
                    append_xml_text(raw, xml.text());
                }
                break;
            case XmlToken::kEnd:
                if (xml.depth() == in_text) in_text = 0;
                if (xml.depth() == level) {
                    append_unescaped(out, raw);
                    return true;
                }
                break;
        }
    }
}

// All shared strings, one behind the other.
struct Strings {
    std::string text;
    std::vector<std::uint32_t> ends;

    [[nodiscard]] std::optional<std::string_view> at(std::uint32_t index) const {
        if (index >= ends.size()) return std::nullopt;
        const std::uint32_t begin = index == 0 ? 0 : ends[index - 1];
        return std::string_view(text).substr(begin, ends[index] - begin);
    }
};

Result<Strings> read_strings(ZipReader& zip, const std::string& part) {
    Strings out;
    if (part.empty() || !zip.has(part)) return out;
    const auto bytes = read_xml_part(zip, part);
    if (!bytes) return bytes.error();
    out.text.reserve(bytes.value().size());
    XmlScanner xml(bytes.value());
    std::string raw;
    for (XmlToken token = xml.next(); token != XmlToken::kFinished; token = xml.next()) {
        if (token == XmlToken::kBroken) return damaged_part(part);
        if (token != XmlToken::kStart || xml.name() != "si") continue;
        if (!append_string(xml, out.text, raw)) return damaged_part(part);
        out.ends.push_back(static_cast<std::uint32_t>(out.text.size()));
    }
    return out;
}

// The format of each style that a cell can name.
struct Styles {
    std::vector<NumberFormat> formats;
    std::vector<std::uint32_t> of_style;  // index into formats
};

Result<Styles> read_styles(ZipReader& zip, const std::string& part) {
    Styles out;
    out.formats.emplace_back();
    if (part.empty() || !zip.has(part)) return out;
    const auto bytes = read_xml_part(zip, part);
    if (!bytes) return bytes.error();
    XmlScanner xml(bytes.value());
    std::map<std::uint32_t, std::string> codes;
    std::map<std::uint32_t, std::uint32_t> known;
    bool in_cells = false;
    for (XmlToken token = xml.next(); token != XmlToken::kFinished; token = xml.next()) {
        if (token == XmlToken::kBroken) return damaged_part(part);
        if (xml.name() == "cellXfs") in_cells = token == XmlToken::kStart;
        if (token != XmlToken::kStart) continue;
        if (xml.name() == "numFmt") {
            codes.try_emplace(number_of(xml.attribute("numFmtId"), 0),
                              xml_text(xml.attribute("formatCode")));
        } else if (in_cells && xml.name() == "xf") {
            const std::uint32_t id = number_of(xml.attribute("numFmtId"), 0);
            const auto [at, fresh] =
                known.try_emplace(id, static_cast<std::uint32_t>(out.formats.size()));
            if (fresh) {
                const auto code = codes.find(id);
                out.formats.push_back(code == codes.end() ? builtin_format(static_cast<int>(id))
                                                          : number_format(code->second));
            }
            out.of_style.push_back(at->second);
        }
    }
    return out;
}

// Numbers that come in rising order, told as ranges: "3, 5-8".
class Ranges {
  public:
    void add(std::uint32_t value) {
        if (!ranges_.empty() && ranges_.back().second + 1 == value) {
            ranges_.back().second = value;
        } else if (ranges_.size() <= kRangesTold) {
            ranges_.emplace_back(value, value);
        }
    }
    [[nodiscard]] bool empty() const { return ranges_.empty(); }
    [[nodiscard]] std::string told(std::string (*name)(std::uint32_t)) const {
        std::string out;
        for (std::size_t i = 0; i < ranges_.size() && i < kRangesTold; ++i) {
            if (i > 0) out += ", ";
            out += name(ranges_[i].first);
            if (ranges_[i].second > ranges_[i].first) out += "-" + name(ranges_[i].second);
        }
        if (ranges_.size() > kRangesTold) out += ", ...";
        return out;
    }

  private:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges_;
};

struct Book {
    XlsxPackage package;
    Strings strings;
    Styles styles;
};

class SheetReader {
  public:
    SheetReader(const Book& book, const XlsxSheet& sheet, std::string_view text,
                DocumentBuilder& builder, std::uint64_t& empty_cells)
        : book_(book), sheet_(sheet), text_(text), builder_(builder), empty_cells_(empty_cells) {}

    // False where the part is broken.
    bool run() {
        place_.sheet = builder_.sheet(sheet_.name);
        read_merged();
        XmlScanner xml(text_);
        bool in_data = false;
        for (XmlToken token = xml.next(); token != XmlToken::kFinished; token = xml.next()) {
            if (token == XmlToken::kBroken) return false;
            if (xml.name() == "sheetData") in_data = token == XmlToken::kStart;
            if (token != XmlToken::kStart) continue;
            if (xml.name() == "col") {
                hide_columns(xml);
            } else if (in_data && xml.name() == "row") {
                if (!read_row(xml)) return false;
                if (builder_.full() || empty_cells_ > kMostEmptyCells) return true;
            }
        }
        tell();
        return true;
    }

  private:
    struct Cell {
        std::uint32_t column = 0;
        std::size_t begin = 0;  // in row_text_
        std::size_t size = 0;
    };
    struct Range {
        std::uint32_t row = 0;
        std::uint32_t last_row = 0;
        std::uint32_t column = 0;
        std::uint32_t last_column = 0;
    };
    // What covers a column: the range, and the row of the document that holds its text.
    struct Cover {
        std::uint32_t last_row = 0;
        std::uint32_t first_row = 0;
        std::uint32_t column = 0;
        std::size_t document_row = 0;
    };

    // Merged cells are named behind the rows, but have to be known before.
    void read_merged() {
        std::size_t end = text_.rfind("sheetData>");
        if (end == std::string_view::npos) return;
        end += 10;
        XmlScanner xml(text_, end);
        for (;;) {
            const XmlToken token = xml.next();
            if (token == XmlToken::kBroken || token == XmlToken::kFinished) break;
            if (token != XmlToken::kStart || xml.name() != "mergeCell") continue;
            const std::string_view ref = xml.attribute("ref");
            const std::size_t colon = ref.find(':');
            Range range;
            if (colon == std::string_view::npos ||
                !parse_cell_name(ref.substr(0, colon), range.column, range.row) ||
                !parse_cell_name(ref.substr(colon + 1), range.last_column, range.last_row) ||
                range.last_row < range.row || range.last_column < range.column) {
                continue;
            }
            merged_.push_back(range);
        }
        std::stable_sort(merged_.begin(), merged_.end(),
                         [](const Range& a, const Range& b) { return a.row < b.row; });
    }

    void hide_columns(const XmlScanner& xml) {
        if (!is_true(xml.attribute("hidden"))) return;
        const std::uint32_t first = number_of(xml.attribute("min"), 0);
        const std::uint32_t last = std::min(number_of(xml.attribute("max"), 0), kMostColumns);
        if (first == 0 || last < first) return;
        if (hidden_columns_.size() <= last) hidden_columns_.resize(last + 1);
        std::fill(hidden_columns_.begin() + first, hidden_columns_.begin() + last + 1, true);
    }

    bool read_row(XmlScanner& xml) {
        const std::uint32_t named = number_of(xml.attribute("r"), 0);
        row_ = named > row_ && named <= kMostRows ? named : row_ + 1;
        const std::string_view height = xml.attribute("ht");
        const bool hidden = is_true(xml.attribute("hidden")) || height == "0";
        const std::size_t level = xml.depth();
        cells_.clear();
        row_text_.clear();
        column_ = 0;
        for (;;) {
            const XmlToken token = xml.next();
            if (token == XmlToken::kBroken || token == XmlToken::kFinished) return false;
            if (token == XmlToken::kEnd && xml.depth() == level) break;
            if (token == XmlToken::kStart && xml.name() == "c" && !read_cell(xml)) return false;
            if (row_text_.size() > builder_.max_bytes()) break;  // the builder refuses it
        }
        if (!std::is_sorted(cells_.begin(), cells_.end(), by_column))
            std::stable_sort(cells_.begin(), cells_.end(), by_column);
        if (!cells_.empty() && write_row() && hidden) hidden_rows_.add(row_);
        return true;
    }

    static bool by_column(const Cell& a, const Cell& b) { return a.column < b.column; }

    bool read_cell(XmlScanner& xml) {
        std::uint32_t column = 0;
        std::uint32_t row = 0;
        if (!parse_cell_name(xml.attribute("r"), column, row)) column = column_ + 1;
        column_ = column;
        const std::string_view type = xml.attribute("t");
        const std::uint32_t style = number_of(xml.attribute("s"), 0);
        const std::size_t begin = row_text_.size();
        const std::size_t level = xml.depth();
        bool formula = false;
        bool in_value = false;
        value_.clear();
        for (;;) {
            const XmlToken token = xml.next();
            if (token == XmlToken::kBroken || token == XmlToken::kFinished) return false;
            if (token == XmlToken::kEnd) {
                in_value = false;
                if (xml.depth() == level) break;
            } else if (token == XmlToken::kText) {
                if (!in_value) continue;
                if (xml.is_literal()) {
                    value_ += xml.text();
                } else {
                    append_xml_text(value_, xml.text());
                }
            } else if (xml.name() == "v") {
                in_value = true;
            } else if (xml.name() == "f") {
                formula = true;
            } else if (xml.name() == "is") {
                if (!append_string(xml, row_text_, scratch_)) return false;
            }
        }
        if (column > kMostColumns) return true;
        if (!value_.empty()) {
            if (!append_value(type, style)) return false;
        } else if (formula && row_text_.size() == begin) {
            if (formulas_++ == 0) first_formula_ = cell_name(column, row_);
        }
        if (row_text_.size() > begin) cells_.push_back({column, begin, row_text_.size() - begin});
        return true;
    }

    bool append_value(std::string_view type, std::uint32_t style) {
        if (type == "s") {
            const auto text = book_.strings.at(number_of(trimmed(value_), UINT32_MAX));
            if (!text) return false;
            row_text_ += *text;
        } else if (type == "str" || type == "inlineStr") {
            append_unescaped(row_text_, value_);
        } else if (type == "b") {
            row_text_ += is_true(trimmed(value_)) ? "TRUE" : "FALSE";
        } else if (type == "e") {
            if (errors_++ == 0) {
                first_error_ = cell_name(column_, row_);
                error_value_ = value_;
            }
        } else {
            const Styles& styles = book_.styles;
            const NumberFormat& format =
                styles.formats[style < styles.of_style.size() ? styles.of_style[style] : 0];
            row_text_ += type == "d"
                             ? shown_date(trimmed(value_), format)
                             : shown_number(trimmed(value_), format, book_.package.from_1904);
        }
        return true;
    }

    // The ranges that begin in this row cover their columns.
    void begin_merged() {
        while (next_merged_ < merged_.size() && merged_[next_merged_].row < row_) ++next_merged_;
        for (; next_merged_ < merged_.size() && merged_[next_merged_].row == row_; ++next_merged_) {
            const Range& range = merged_[next_merged_];
            if (covers_.size() <= range.last_column) covers_.resize(range.last_column + 1);
            // Ranges that overlap are none.
            if (covers_[range.column].last_row >= row_) continue;
            for (std::uint32_t c = range.column; c <= range.last_column; ++c)
                covers_[c] = {range.last_row, range.row, range.column, builder_.rows()};
        }
    }

    const Cover* cover(std::uint32_t column) const {
        if (column >= covers_.size() || covers_[column].last_row < row_) return nullptr;
        return &covers_[column];
    }

    // False where every cell that holds something is covered by another: the row shows nothing.
    bool write_row() {
        begin_merged();
        std::size_t filled = 0;
        const Cell* only = nullptr;
        for (const Cell& cell : cells_) {
            const Cover* by = cover(cell.column);
            if (by != nullptr && (by->first_row != row_ || by->column != cell.column)) continue;
            if (trimmed(text_of(cell)).empty()) continue;
            ++filled;
            only = &cell;
        }
        if (filled == 0) return false;
        place_.row = row_;
        for (const Cell& cell : cells_) {
            if (cell.column < hidden_columns_.size() && hidden_columns_[cell.column])
                shown_hidden_[cell.column] = true;
        }
        if (filled == 1 && is_paragraph(*only)) {
            builder_.paragraph(place_, text_of(*only));
            return true;
        }
        write_cells();
        return true;
    }

    std::string_view text_of(const Cell& cell) const {
        return std::string_view(row_text_).substr(cell.begin, cell.size);
    }

    // Above the table a line of one cell, within it one over its whole width.
    bool is_paragraph(const Cell& cell) const {
        if (widest_ == 0) return true;
        const Cover* by = cover(cell.column);
        if (by == nullptr || cell.column > first_used_) return false;
        return widest_ + 1 <= covers_.size() && cover(widest_) != nullptr &&
               cover(widest_)->column == cell.column && cover(widest_)->first_row == row_;
    }

    void write_cells() {
        std::uint32_t width = cells_.back().column;
        const auto most =
            std::min<std::uint32_t>(static_cast<std::uint32_t>(covers_.size()), kWidest);
        for (std::uint32_t c = width + 1; c < most; ++c) {
            if (cover(c) != nullptr) width = c;
        }
        if (width <= kWidest) {
            widest_ = std::max(widest_, width);
            width = widest_;
        }
        first_used_ = std::min(first_used_, cells_.front().column);
        builder_.begin_row(place_);
        auto next = cells_.begin();
        for (std::uint32_t c = 1; c <= width; ++c) {
            std::string_view own;
            for (; next != cells_.end() && next->column <= c; ++next) {
                if (own.empty()) own = text_of(*next);
            }
            const Cover* by = cover(c);
            if (by != nullptr && by->column != c) {
                builder_.cell("", Merged::kLeft);
            } else if (by != nullptr && by->first_row != row_) {
                scratch_ = builder_.text_of(by->document_row, c - 1);
                builder_.cell(scratch_, Merged::kAbove);
            } else {
                builder_.cell(own);
            }
            if (own.empty()) ++empty_cells_;
        }
        builder_.end_row();
    }

    void tell() {
        const std::string& name = sheet_.name;
        if (sheet_.hidden && row_ > 0) builder_.note("note-hidden-sheet", {{"sheet", name}});
        if (!hidden_rows_.empty()) {
            builder_.note("note-hidden-rows",
                          {{"sheet", name}, {"rows", hidden_rows_.told([](std::uint32_t row) {
                                                 return std::to_string(row);
                                             })}});
        }
        Ranges columns;
        for (const auto& [column, yes] : shown_hidden_) columns.add(column);
        if (!columns.empty()) {
            builder_.note("note-hidden-columns",
                          {{"sheet", name}, {"columns", columns.told(column_name)}});
        }
        if (formulas_ > 0) {
            builder_.note(
                "note-formula-without-value",
                {{"sheet", name}, {"n", std::to_string(formulas_)}, {"cell", first_formula_}});
        }
        if (errors_ > 0) {
            builder_.note("note-cell-error", {{"sheet", name},
                                              {"n", std::to_string(errors_)},
                                              {"cell", first_error_},
                                              {"value", error_value_}});
        }
    }

    const Book& book_;
    const XlsxSheet& sheet_;
    std::string_view text_;
    DocumentBuilder& builder_;
    std::uint64_t& empty_cells_;

    DocumentRow place_;
    std::vector<Range> merged_;
    std::size_t next_merged_ = 0;
    std::vector<Cover> covers_;  // by column
    std::vector<bool> hidden_columns_;
    std::map<std::uint32_t, bool> shown_hidden_;
    Ranges hidden_rows_;

    std::uint32_t row_ = 0;
    std::uint32_t column_ = 0;
    std::vector<Cell> cells_;  // of the row that hold something
    std::string row_text_;     // what they hold
    std::string value_;
    std::string scratch_;

    std::uint32_t widest_ = 0;  // of the rows so far
    std::uint32_t first_used_ = kMostColumns;
    std::size_t formulas_ = 0;
    std::string first_formula_;
    std::size_t errors_ = 0;
    std::string first_error_;
    std::string error_value_;
};

}  // namespace

Result<Document> read_xlsx(std::string_view bytes, const ReadLimits& limits) {
    auto zip = ZipReader::open(bytes, limits.max_bytes);
    if (!zip) return zip.error();
    auto package = read_xlsx_package(zip.value());
    if (!package) return package.error();
    Book book;
    book.package = std::move(package.value());
    auto strings = read_strings(zip.value(), book.package.strings);
    if (!strings) return strings.error();
    book.strings = std::move(strings.value());
    auto styles = read_styles(zip.value(), book.package.styles);
    if (!styles) return styles.error();
    book.styles = std::move(styles.value());

    DocumentBuilder builder(FileKind::kXlsx, limits.max_bytes);
    if (book.package.macros) builder.note("note-macros");
    std::uint64_t empty_cells = 0;
    for (const XlsxSheet& sheet : book.package.sheets) {
        const auto text = read_xml_part(zip.value(), sheet.part);
        if (!text) return text.error();
        if (!SheetReader(book, sheet, text.value(), builder, empty_cells).run())
            return damaged_part(sheet.part);
        if (empty_cells > kMostEmptyCells)
            return Error{ErrorCode::kTooLarge, "error-too-many-cells", {}, ""};
        if (builder.full()) break;
    }
    return builder.finish();
}

}  // namespace duban
