#include "app/place.h"

#include <algorithm>

namespace duban {
namespace {

const DocumentRow* row_at_line(const Document& document, int line) {
    const auto at = std::partition_point(
        document.rows.begin(), document.rows.end(),
        [&](const DocumentRow& row) { return row.line < static_cast<std::uint32_t>(line); });
    return at == document.rows.end() ? nullptr : &*at;
}

}  // namespace

std::string place_words(const Document& document, int line, Language language) {
    const DocumentRow* row = has_lines(document.kind) ? nullptr : row_at_line(document, line);
    if (row == nullptr) return say(language, "place-line", {{"line", std::to_string(line)}});
    const std::vector<Param> params{
        {"page", std::to_string(row->page)},
        {"sheet", row->sheet == 0 ? "" : document.sheets[row->sheet - 1]},
        {"table", std::to_string(row->table)},
        {"row", std::to_string(row->row)}};
    if (row->sheet != 0) return say(language, "place-sheet", params);
    if (row->page != 0)
        return say(language, row->table == 0 ? "place-page-paragraph" : "place-page-table", params);
    return say(language, row->table == 0 ? "place-paragraph" : "place-table", params);
}

std::string named_place(const std::string& path, const Document& document, int line,
                        Language language) {
    if (has_lines(document.kind)) return path + ":" + std::to_string(line);
    return path + ": " + place_words(document, line, language);
}

void write_place(JsonWriter& json, const Document& document, std::string_view slice) {
    if (has_lines(document.kind)) return;
    std::size_t column = 0;
    const DocumentRow* row = row_of(document, slice, &column);
    if (row == nullptr) return;
    json.key("place");
    json.begin_object();
    if (row->page != 0) json.member("page", std::size_t{row->page});
    if (row->sheet != 0) json.member("sheet", document.sheets[row->sheet - 1]);
    if (row->table != 0) json.member("table", std::size_t{row->table});
    json.member("row", std::size_t{row->row});
    json.member("column", column + 1);
    json.end_object();
}

}  // namespace duban
