#include "base/csv.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace duban {
namespace {

// What makes a formula of a cell: = + - @ and their full-width forms, and a tab before them.
bool begins_formula(std::string_view cell) {
    if (cell.empty()) return false;
    const char32_t c = decode_at(cell, 0).value;
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == 0xFF1D ||
           c == 0xFF0B || c == 0xFF0D || c == 0xFF20;
}

// A formula, or a cell that would be read as a guarded one.
bool needs_guard(std::string_view cell) {
    const std::size_t begin = cell.find_first_not_of('\'');
    return begin != std::string_view::npos && begins_formula(cell.substr(begin));
}

char separator_of(std::string_view text) {
    constexpr std::array<char, 3> kSeparators{',', ';', '\t'};
    std::array<std::size_t, 3> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        const bool any = counts[0] + counts[1] + counts[2] > 0;
        if ((c == '\n' || c == '\r') && any) break;
        for (std::size_t i = 0; i < kSeparators.size(); ++i) counts[i] += c == kSeparators[i];
    }
    return kSeparators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                                counts.begin())];
}

}  // namespace

Result<std::vector<CsvRow>> parse_csv(std::string_view text) {
    std::vector<CsvRow> rows;
    std::size_t line = 1;
    std::size_t at = 0;
    char separator = 0;
    if (text.starts_with("sep=") && text.size() > 4 &&
        std::string_view(",;|\t ").find(text[4]) != std::string_view::npos) {
        separator = text[4];
        at = std::min(text.find('\n'), text.size() - 1) + 1;
        ++line;
    } else {
        separator = separator_of(text);
    }
    CsvRow row;
    row.line = line;
    std::string cell;
    const auto end_row = [&] {
        row.cells.push_back(std::move(cell));
        cell.clear();
        if (row.cells.size() > 1 || !row.cells.front().empty()) rows.push_back(std::move(row));
        row = {};
    };
    bool started = false;  // something of the row was read
    while (at < text.size()) {
        const char c = text[at];
        if (!started) row.line = line;
        started = true;
        if (c == '"' && cell.empty()) {
            const std::size_t opened = line;
            for (++at;; ++at) {
                if (at >= text.size())
                    return Error{ErrorCode::kUnreadable,
                                 "error-csv-quote",
                                 {{"line", std::to_string(opened)}},
                                 ""};
                if (text[at] == '"') {
                    if (at + 1 >= text.size() || text[at + 1] != '"') break;
                    ++at;
                }
                const bool ends_line = text[at] == '\r' || text[at] == '\n';
                if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
                if (ends_line) ++line;
                cell += ends_line ? '\n' : text[at];
            }
            ++at;
            // What stands between the quote and the separator belongs to the cell.
            while (at < text.size() && text[at] != separator && text[at] != '\n' &&
                   text[at] != '\r')
                cell += text[at++];
            continue;
        }
        ++at;
        if (c == separator) {
            row.cells.push_back(std::move(cell));
            cell.clear();
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && at < text.size() && text[at] == '\n') ++at;
            ++line;
            end_row();
            started = false;
        } else {
            cell += c;
        }
    }
    if (started) end_row();
    return rows;
}

void append_csv_cell(std::string& out, std::string_view cell) {
    const bool guarded = needs_guard(cell);
    if (!guarded && !cell.starts_with("sep=") &&
        cell.find_first_of(",;\t\"\r\n") == std::string::npos) {
        out += cell;
        return;
    }
    out += guarded ? "\"'" : "\"";
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

void append_csv_row(std::string& out, const std::vector<std::string>& cells) {
    bool first = true;
    for (const std::string& cell : cells) {
        if (!first) out += ',';
        first = false;
        append_csv_cell(out, cell);
    }
    out += "\r\n";
}

std::string_view without_guard(std::string_view cell) {
    if (cell.starts_with('\'') && needs_guard(cell.substr(1))) cell.remove_prefix(1);
    return cell;
}

}  // namespace duban
