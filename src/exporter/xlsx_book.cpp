#include "exporter/xlsx_book.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

#include "base/file.h"
#include "base/text.h"

namespace duban {
namespace {

// "_x0041_" and its like.
bool is_escape(std::string_view text) {
    if (text.size() < 7 || !text.starts_with("_x") || text[6] != '_') return false;
    return std::all_of(text.begin() + 2, text.begin() + 6, [](char c) {
        return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

}  // namespace

std::size_t xlsx_length(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        units += c.value > 0xFFFF ? 2 : 1;
        at += c.size;
    }
    return units;
}

std::string xlsx_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (c.value == 0xFFFD || c.value == 0xFFFE || c.value == 0xFFFF || c.value == 0) {
            append_utf8(out, 0xFFFD);
        } else {
            if (c.value == '_' && is_escape(text.substr(at))) out += "_x005F";
            out.append(text.substr(at, c.size));
        }
        at += c.size;
    }
    return out;
}

std::size_t xlsx_lines(std::string_view text, double width) {
    // Signs that may not begin a line take a character along; words of letters more.
    const double room = std::max(width - 2, 2.0);
    std::size_t lines = 1;
    double used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        at += c.size;
        if (c.value == '\n') {
            ++lines;
            used = 0;
            continue;
        }
        const double wide = c.value < 0x2E80 && !is_wide(c.value) && c.value < 0x2000 ? 1 : 2;
        if (used + wide > room) {
            ++lines;
            used = 0;
        }
        used += wide;
    }
    return lines;
}

ScratchFile::ScratchFile() {
    std::string name;
    const int file = make_scratch_file(name);
    if (file < 0) return;
    ::close(file);
    path_ = name;
}

ScratchFile::~ScratchFile() {
    if (!path_.empty()) std::remove(path_.c_str());
}

Result<std::string> ScratchFile::bytes() const {
    auto bytes = read_file(path_, std::numeric_limits<std::uint64_t>::max());
    if (!bytes) return xlsx_failed(path_);
    return bytes;
}

Error xlsx_failed(std::string_view reason) {
    return {ErrorCode::kUnreadable, "error-unwritable", {{"reason", std::string(reason)}}, ""};
}

}  // namespace duban
