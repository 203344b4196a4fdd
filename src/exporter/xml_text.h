// Text in XML: escaped for elements and attributes in double quotes, without the characters that
// XML 1.0 forbids; bytes that are no UTF-8 become U+FFFD.
#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace duban {

inline void append_xml_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x80) {
            const CodePoint c = decode_at(text, at);
            if (c.value == 0xFFFD) {
                out += "\xEF\xBF\xBD";
            } else if (c.value != 0xFFFE && c.value != 0xFFFF) {
                out.append(text, at, c.size);
            }
            at += c.size;
            continue;
        }
        ++at;
        switch (byte) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default:
                if (byte >= 0x20 || byte == '\t' || byte == '\n') out += static_cast<char>(byte);
        }
    }
}

}  // namespace duban
