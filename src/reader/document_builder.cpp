#include "reader/document_builder.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace duban {
namespace {

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F;
    });
}

// One character of the way of the line, so that places can be counted in any editor.
void append_clean(std::string& out, std::string_view text) {
    if (is_plain(text)) {
        out += text;
        return;
    }
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte == '\r') {
            out += '\n';
            at += at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
            continue;
        }
        if (byte < 0x20 || byte == 0x7F) {
            if (byte == '\n') out += '\n';
            if (byte == '\t') out += ' ';
            ++at;
            continue;
        }
        const CodePoint c = decode_at(text, at);
        if (c.value == 0xFFFD) {
            out += "\xEF\xBF\xBD";
        } else {
            out.append(text.substr(at, c.size));
        }
        at += c.size;
    }
}

}  // namespace

void DocumentBuilder::begin_row(const DocumentRow& place) {
    DocumentRow row = place;
    row.first = static_cast<std::uint32_t>(cells_.size());
    row.count = 0;
    if (row.line == 0) row.line = static_cast<std::uint32_t>(document_.rows.size()) + 1;
    document_.rows.push_back(row);
}

void DocumentBuilder::cell(std::string_view text, Merged merged) {
    DocumentRow& row = document_.rows.back();
    if (row.count++ > 0) text_ += '\t';
    const auto begin = static_cast<std::uint32_t>(text_.size());
    if (!full()) append_clean(text_, text.substr(0, max_bytes_ + 1));
    cells_.push_back({begin, static_cast<std::uint32_t>(text_.size()) - begin});
    merged_.push_back(merged);
    any_merged_ = any_merged_ || merged != Merged::kNo;
}

void DocumentBuilder::end_row() {
    if (document_.rows.back().count == 0) {
        document_.rows.pop_back();
        return;
    }
    text_ += '\n';
}

void DocumentBuilder::paragraph(const DocumentRow& place, std::string_view text) {
    begin_row(place);
    cell(text);
    end_row();
}

std::uint32_t DocumentBuilder::sheet(std::string name) {
    document_.sheets.push_back(std::move(name));
    return static_cast<std::uint32_t>(document_.sheets.size());
}

void DocumentBuilder::note(std::string key, std::vector<Param> params) {
    document_.notes.push_back({std::move(key), std::move(params)});
}

std::string_view DocumentBuilder::text_of(std::size_t row, std::size_t column) const {
    if (row >= document_.rows.size() || column >= document_.rows[row].count) return {};
    const Piece& piece = cells_[document_.rows[row].first + column];
    return std::string_view(text_).substr(piece.begin, piece.size);
}

Result<Document> DocumentBuilder::finish() {
    if (full()) {
        return Error{ErrorCode::kTooLarge,
                     "error-text-too-large",
                     {{"limit", std::to_string(max_bytes_)}},
                     ""};
    }
    if (document_.rows.empty()) return Error{ErrorCode::kEmpty, "error-no-text", {}, ""};
    document_.text = std::make_unique<const std::string>(std::move(text_));
    const std::string_view text = *document_.text;
    document_.cells.reserve(cells_.size());
    for (const Piece& piece : cells_)
        document_.cells.push_back(text.substr(piece.begin, piece.size));
    if (any_merged_) document_.merged = std::move(merged_);
    document_.lines = static_cast<std::uint32_t>(document_.rows.size());
    return std::move(document_);
}

}  // namespace duban
