#include "base/text.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace duban {

CodePoint detail::decode_at_slowly(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char a = byte(at);
    const std::size_t left = text.size() - at;
    const auto tail = [&](std::size_t i) { return (byte(at + i) & 0xC0) == 0x80; };
    if (a < 0x80) return {a, 1};
    if (a >= 0xC2 && a < 0xE0 && left >= 2 && tail(1)) {
        return {static_cast<char32_t>((a & 0x1F) << 6 | (byte(at + 1) & 0x3F)), 2};
    }
    if (a >= 0xE0 && a < 0xF0 && left >= 3 && tail(1) && tail(2)) {
        const auto c = static_cast<char32_t>((a & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 |
                                             (byte(at + 2) & 0x3F));
        if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return {c, 3};
    }
    if (a >= 0xF0 && a < 0xF5 && left >= 4 && tail(1) && tail(2) && tail(3)) {
        const auto c = static_cast<char32_t>((a & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 |
                                             (byte(at + 2) & 0x3F) << 6 | (byte(at + 3) & 0x3F));
        if (c >= 0x10000 && c <= 0x10FFFF) return {c, 4};
    }
    return {0xFFFD, 1};
}

CodePoint detail::decode_before_slowly(std::string_view text, std::size_t at) {
    std::size_t start = at - 1;
    while (start > 0 && at - start < 4 &&
           (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) {
        --start;
    }
    const CodePoint c = decode_at(text, start);
    return c.size == at - start ? c : CodePoint{0xFFFD, 1};
}

void append_utf8(std::string& out, char32_t c) {
    const auto push = [&](char32_t b) { out += static_cast<char>(b); };
    if (c < 0x80) {
        push(c);
    } else if (c < 0x800) {
        push(0xC0 | c >> 6);
        push(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        push(0xE0 | c >> 12);
        push(0x80 | (c >> 6 & 0x3F));
        push(0x80 | (c & 0x3F));
    } else {
        push(0xF0 | c >> 18);
        push(0x80 | (c >> 12 & 0x3F));
        push(0x80 | (c >> 6 & 0x3F));
        push(0x80 | (c & 0x3F));
    }
}

std::size_t code_points(std::string_view text) {
    // Eight bytes a step: those count that do not go on with a character (10xxxxxx).
    constexpr std::uint64_t kLowest = 0x0101010101010101;
    std::size_t tails = 0;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + at, 8);
        tails += static_cast<std::size_t>((bytes >> 7 & ~bytes >> 6 & kLowest) * kLowest >> 56);
    }
    for (; at < text.size(); ++at) tails += detail::is_tail(text[at]);
    return text.size() - tails;
}

std::size_t first_invalid(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint c = decode_at(text, at);
        if (c.size == 1) return at;
        at += c.size;
    }
    return std::string_view::npos;
}

namespace {

// Bytes in the named encoding as UTF-8; false if any byte is not valid there.
bool transcode(const char* encoding, std::string_view bytes, std::string& out) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> from(ucnv_open(encoding, &status),
                                                                  ucnv_close);
    const std::unique_ptr<UConverter, void (*)(UConverter*)> to(ucnv_open("UTF-8", &status),
                                                                ucnv_close);
    if (U_FAILURE(status)) return false;
    ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    out.resize(bytes.size() * 2 + 16);
    char* target = out.data();
    const char* source = bytes.data();
    ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source,
                   bytes.data() + bytes.size(), nullptr, nullptr, nullptr, nullptr, 1, 1, &status);
    if (U_FAILURE(status)) return false;
    out.resize(static_cast<std::size_t>(target - out.data()));
    return true;
}

}  // namespace

Result<Decoded> to_utf8(std::string bytes) {
    const std::string_view view = bytes;
    std::string out;
    if (view.starts_with("\xFF\xFE") || view.starts_with("\xFE\xFF")) {
        if (transcode("UTF-16", view, out)) return Decoded{std::move(out), true};
        return Error{ErrorCode::kEncoding, "error-encoding", {{"offset", "0"}}, ""};
    }
    if (view.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    if (const auto nul = bytes.find('\0'); nul != std::string::npos) {
        return Error{ErrorCode::kBinary, "error-binary", {{"offset", std::to_string(nul)}}, ""};
    }
    const std::size_t bad = first_invalid(bytes);
    if (bad == std::string_view::npos) return Decoded{std::move(bytes), false};
    // A single bad byte in otherwise good UTF-8 is damage, not another encoding: GB18030 text goes
    // wrong almost at once, and what it turns into is mostly ideographs.
    if (transcode("GB18030", bytes, out) && first_invalid(out) == std::string_view::npos) {
        std::size_t han = 0;
        std::size_t odd = 0;
        for (std::size_t at = 0; at < out.size();) {
            const CodePoint c = decode_at(out, at);
            at += c.size;
            if (c.value >= 0x80) {
                if (is_wide(c.value) || is_circled(c.value)) {
                    ++han;
                } else {
                    ++odd;
                }
            }
        }
        std::size_t multibyte_ok =
            0;  // how much of it reads as UTF-8 sequences of two or more bytes
        for (std::size_t at = 0; at < bytes.size();) {
            const CodePoint c = decode_at(bytes, at);
            at += c.size;
            multibyte_ok += c.size > 2;
        }
        if (han > 0 && odd * 20 <= han && multibyte_ok * 4 < han) {
            return Decoded{std::move(out), true};
        }
    }
    return Error{ErrorCode::kEncoding, "error-encoding", {{"offset", std::to_string(bad)}}, ""};
}

Result<Decoded> to_utf8_from(std::string_view charset, std::string_view bytes) {
    std::string out;
    std::string name(charset);
    for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    // Pages that name the older standards use characters of the newer one.
    if (name == "gb2312" || name == "gbk" || name == "x-gbk") name = "GB18030";
    if (bytes.find('\0') == std::string_view::npos && transcode(name.c_str(), bytes, out))
        return Decoded{std::move(out), true};
    return Error{ErrorCode::kEncoding,
                 "error-encoding",
                 {{"offset", std::to_string(std::min(first_invalid(bytes), bytes.size()))}},
                 ""};
}

bool is_wide(char32_t c) {
    return is_han(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF) ||
           c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 || c == 0x2014 || c == 0x2026;
}

bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) ||
           c == 0x202F || c == 0xFEFF || c == '\r' || c == '\v' || c == '\f';
}

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = ascii_lower(c);
    return out;
}
bool same_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               return ascii_lower(x) == ascii_lower(y);
           });
}
bool has_ending(std::string_view path, std::string_view end) {
    return path.size() >= end.size() && same_name(path.substr(path.size() - end.size()), end);
}
bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int circled_value(char32_t c) {
    if (c >= 0x2460 && c <= 0x2473) return static_cast<int>(c - 0x2460) + 1;  // in a circle
    if (c >= 0x3251 && c <= 0x325F) return static_cast<int>(c - 0x3251) + 21;
    if (c >= 0x32B1 && c <= 0x32BF) return static_cast<int>(c - 0x32B1) + 36;
    if (c >= 0x2474 && c <= 0x2487) return static_cast<int>(c - 0x2474) + 1;  // in brackets
    if (c >= 0x2776 && c <= 0x277F) return static_cast<int>(c - 0x2776) + 1;  // white on black
    if (c >= 0x3220 && c <= 0x3229)
        return static_cast<int>(c - 0x3220) + 1;  // ideograph in brackets
    return 0;
}

bool is_circled(char32_t c) { return circled_value(c) != 0; }

std::size_t find_word(std::string_view text, std::string_view word) {
    constexpr std::size_t kLong = 48;
    if (word.size() > kLong && text.size() >= word.size()) {
        const void* at = memmem(text.data(), text.size(), word.data(), word.size());
        return at == nullptr ? std::string_view::npos
                             : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
    }
    if (word.empty()) return 0;
    // The third byte of an ideograph tells most from one another.
    const std::size_t key = std::min<std::size_t>(word.size() - 1, 2);
    const char* const text_end = text.data() + text.size();
    for (const char* from = text.data();
         static_cast<std::size_t>(text_end - from) >= word.size();) {
        const std::size_t places = static_cast<std::size_t>(text_end - from) - word.size() + 1;
        const void* found = std::memchr(from + key, word[key], places);
        if (found == nullptr) break;
        const char* at = static_cast<const char*>(found) - key;
        if (std::memcmp(at, word.data(), word.size()) == 0)
            return static_cast<std::size_t>(at - text.data());
        from = at + 1;
    }
    return std::string_view::npos;
}

std::string without_blanks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (!is_blank(c.value) && c.value != '\n') out.append(text.substr(at, c.size));
        at += c.size;
    }
    return out;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty()) {
        const CodePoint c = decode_at(text, 0);
        if (!is_blank(c.value) && c.value != '\n') break;
        text.remove_prefix(c.size);
    }
    while (!text.empty()) {
        const CodePoint c = decode_before(text, text.size());
        if (!is_blank(c.value) && c.value != '\n') break;
        text.remove_suffix(c.size);
    }
    return text;
}

}  // namespace duban
