// UTF-8 text: decoding, classes of characters, encodings.
//
// All functions are pure and safe to call from any thread. Text inside the program is valid UTF-8;
// to_utf8() is the only door through which bytes from outside come in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace duban {

// The code point that starts at text[at], and how many bytes it has. Invalid bytes come out as
// U+FFFD of length one, so that a loop always moves on.
struct CodePoint {
    char32_t value = 0;
    std::uint32_t size = 0;
};
CodePoint decode_at(std::string_view text, std::size_t at);
// The code point that ends right before at (at > 0).
CodePoint decode_before(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t c);

// How many code points the text has. One pass, a byte a step.
std::size_t code_points(std::string_view text);

// Offset of the first byte that is not part of valid UTF-8, or npos.
std::size_t first_invalid(std::string_view text);

// Bytes of a file as UTF-8 without byte order mark. UTF-8 and UTF-16 with a mark are known by it;
// bytes that are no UTF-8 are read as GB18030 if they are entirely valid there. Fails with kBinary (a NUL
// byte) or kEncoding (params: offset of the first bad byte).
struct Decoded {
    std::string text;
    bool transcoded = false;  // was not UTF-8
};
Result<Decoded> to_utf8(std::string bytes);

bool is_han(char32_t c);         // an ideograph
bool is_wide(char32_t c);        // an ideograph, CJK punctuation or a full-width form
bool is_blank(char32_t c);       // space, tab, no-break and ideographic space, zero-width
bool is_ascii_letter(char32_t c);
bool is_circled(char32_t c);     // circled or bracketed number
int circled_value(char32_t c);   // 1 to 50 for those, else 0

// Without blanks of any kind.
std::string without_blanks(std::string_view text);
// A view without blanks at both ends.
std::string_view trimmed(std::string_view text);
// True where one of the words stands in the text.
template <class Words>
bool contains_any(std::string_view text, const Words& words) {
    for (const auto& word : words) {
        if (text.find(word) != std::string_view::npos) return true;
    }
    return false;
}
inline bool contains(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

}  // namespace duban
