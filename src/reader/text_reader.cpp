#include "reader/text_reader.h"

#include <algorithm>

namespace duban {
namespace {

bool is_rule(std::string_view line) {
    bool dash = false;
    for (std::size_t at = 0; at < line.size();) {
        const CodePoint c = decode_at(line, at);
        at += c.size;
        const bool drawn = c.value == '-' || c.value == '=' || c.value == '_' || c.value == '|' ||
                           c.value == '+' || (c.value >= 0x2500 && c.value <= 0x257F) ||
                           c.value == 0x2014;
        if (!drawn && !is_blank(c.value)) return false;
        dash |= drawn;
    }
    return dash;
}

}  // namespace

Result<Document> read_text(std::string bytes) {
    auto decoded = to_utf8(std::move(bytes));
    if (!decoded) return decoded.error();
    return read_text(std::move(decoded.value()));
}

Document read_text(Decoded decoded) {
    Document document;
    document.transcoded = decoded.transcoded;
    std::string& plain = decoded.text;
    // Line ends of old Macintosh files.
    if (plain.find('\n') == std::string::npos) std::replace(plain.begin(), plain.end(), '\r', '\n');
    document.text = std::make_unique<const std::string>(std::move(plain));
    const std::string_view text = *document.text;
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = text.find('\n', at);
        if (end == std::string_view::npos) end = text.size();
        std::string_view line = text.substr(at, end - at);
        at = end + 1;
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (trimmed(line).empty()) {
            ++document.blank_lines;
            continue;
        }
        if (is_rule(line)) {
            ++document.ruled_lines;
            continue;
        }
        DocumentRow row{number, static_cast<std::uint32_t>(document.cells.size()), 0};
        for (std::size_t start = 0;;) {
            const std::size_t tab = line.find('\t', start);
            document.cells.push_back(line.substr(start, tab - start));
            ++row.count;
            if (tab == std::string_view::npos) break;
            start = tab + 1;
        }
        document.rows.push_back(row);
    }
    document.lines = number;
    return document;
}

}  // namespace duban
