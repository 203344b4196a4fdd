// UTF-8 text: decoding, classes of characters, encodings.
//
// All functions are pure and safe to call from any thread. Text inside the program is valid UTF-8;
// to_utf8() is the only door through which bytes from outside come in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/words.h"

namespace duban {

// The code point that starts at text[at], and how many bytes it has. Invalid bytes come out as
// U+FFFD of length one, so that a loop always moves on.
struct CodePoint {
    char32_t value = 0;
    std::uint32_t size = 0;
};
inline CodePoint decode_at(std::string_view text, std::size_t at);
// The code point that ends right before at (at > 0).
inline CodePoint decode_before(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t c);

// How many code points the text has. One pass, a byte a step.
std::size_t code_points(std::string_view text);

// Offset of the first byte that is not part of valid UTF-8, or npos.
std::size_t first_invalid(std::string_view text);

// Bytes of a file as UTF-8 without byte order mark. UTF-8 and UTF-16 with a mark are known by it;
// bytes that are no UTF-8 are read as GB18030 if they are entirely valid there. Fails with kBinary
// (a NUL byte) or kEncoding (params: offset of the first bad byte).
struct Decoded {
    std::string text;
    bool transcoded = false;  // was not UTF-8
};
Result<Decoded> to_utf8(std::string bytes);
// Bytes that say themselves which encoding they are in, by its registered name. Fails with
// kEncoding (params: offset) where the name is not known or a byte is not valid there.
Result<Decoded> to_utf8_from(std::string_view charset, std::string_view bytes);

// An ideograph.
inline bool is_han(char32_t c) {
    if (c >= 0x4E00 && c <= 0x9FFF) return true;
    return c >= 0x3007 && (c == 0x3007 || (c >= 0x3400 && c <= 0x4DBF) ||
                           (c >= 0x20000 && c <= 0x3134F) || (c >= 0xF900 && c <= 0xFAFF));
}
bool is_wide(char32_t c);   // an ideograph, CJK punctuation or a full-width form
bool is_blank(char32_t c);  // space, tab, no-break and ideographic space, zero-width
bool is_ascii_letter(char32_t c);
constexpr bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
// Capitals of ASCII and no others: names in formats, endings of files.
constexpr char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
std::string ascii_lower(std::string_view text);
bool same_name(std::string_view a, std::string_view b);        // capitals or not
bool has_ending(std::string_view path, std::string_view end);  // capitals or not
bool is_circled(char32_t c);                                   // circled or bracketed number
int circled_value(char32_t c);                                 // 1 to 50 for those, else 0

// Without blanks of any kind.
std::string without_blanks(std::string_view text);
// A view without blanks at both ends.
std::string_view trimmed(std::string_view text);
// Where the word begins, npos if it does not stand there. In Chinese text every third byte may
// begin a word, which is what std::string_view::find stops at; this does not.
std::size_t find_word(std::string_view text, std::string_view word);
inline bool contains(std::string_view text, std::string_view word) {
    return find_word(text, word) != std::string_view::npos;
}
namespace detail {

CodePoint decode_at_slowly(std::string_view text, std::size_t at);
CodePoint decode_before_slowly(std::string_view text, std::size_t at);

inline bool is_tail(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
// Lead bytes of three whose every sequence is valid: none too long and no surrogate. Nearly all
// of a Chinese text.
inline bool leads_three(unsigned char c) { return c >= 0xE1 && c <= 0xEF && c != 0xED; }
inline CodePoint three(const char* at) {
    const auto bits = [&](int i, unsigned mask) {
        return static_cast<char32_t>(static_cast<unsigned char>(at[i]) & mask);
    };
    return {bits(0, 0x0F) << 12 | bits(1, 0x3F) << 6 | bits(2, 0x3F), 3};
}

}  // namespace detail

inline CodePoint decode_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1};
    if (detail::leads_three(first) && text.size() - at >= 3 && detail::is_tail(text[at + 1]) &&
        detail::is_tail(text[at + 2])) {
        return detail::three(text.data() + at);
    }
    return detail::decode_at_slowly(text, at);
}

inline CodePoint decode_before(std::string_view text, std::size_t at) {
    const auto last = static_cast<unsigned char>(text[at - 1]);
    if (last < 0x80) return {last, 1};
    if (at >= 3 && detail::is_tail(text[at - 1]) && detail::is_tail(text[at - 2]) &&
        detail::leads_three(static_cast<unsigned char>(text[at - 3]))) {
        return detail::three(text.data() + at - 3);
    }
    return detail::decode_before_slowly(text, at);
}

}  // namespace duban
