#include "extraction/repair.h"

#include <algorithm>

#include "base/text.h"
#include "extraction/repair_words.h"

namespace duban {
namespace {

constexpr std::string_view kBlankName = "&nbsp;";

// Symbols that belong to Chinese text as much as ideographs do: no blank is needed beside them.
bool joins(char32_t c) {
    return is_wide(c) || is_circled(c) || c == 0x2264 || c == 0x2265 || c == 0x00D7 || c == '\n';
}

bool is_half_width_mark(char c) {
    return c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '!' || c == '?';
}

class Repairer {
  public:
    explicit Repairer(std::string_view raw) { text_.raw = raw; }

    Text run() {
        const std::string_view raw = text_.raw;
        text_.clean.reserve(raw.size());
        while (at_ < raw.size()) {
            const auto c = static_cast<unsigned char>(raw[at_]);
            if (pending_ == 0 && plain_run()) continue;
            if (c == '<') {
                bool breaks = false;
                if (const std::size_t length = tag_length(raw.substr(at_), breaks)) {
                    at_ += length;
                    if (breaks) paragraph();
                    continue;
                }
            }
            if (c == '\n' || c == '\t') {
                line_break();
                continue;
            }
            if (c == '&' && raw.substr(at_).starts_with(kBlankName)) {
                blank(kBlankName.size());
                continue;
            }
            const CodePoint p = c < 0x80 ? CodePoint{c, 1} : decode_at(raw, at_);
            if (is_blank(p.value)) {
                blank(p.size);
                continue;
            }
            if (is_ascii_letter(p.value) && latin_word()) continue;
            visible(p);
        }
        finish();
        return std::move(text_);
    }

  private:
    // Most of a text needs no repair: copies as many characters as can be told so at a glance.
    bool plain_run() {
        const std::string_view raw = text_.raw;
        std::size_t end = at_;
        std::size_t characters = 0;
        while (end < raw.size()) {
            const auto c = static_cast<unsigned char>(raw[end]);
            std::size_t size = 3;
            // Nearly every ideograph, without a look at its other two bytes.
            if (c < 0xE4 || c > 0xE9 || raw.size() - end < 3) size = plain_size(raw, end);
            if (size == 0) break;
            end += size;
            ++characters;
        }
        if (characters == 0) return false;
        mark();
        text_.clean.append(raw, at_, end - at_);
        visible_ += characters;
        last_ = decode_before(raw, end).value;
        at_ = end;
        return true;
    }

    // Bytes of a character that stays as it is whatever its neighbours are: a digit, an ideograph
    // or one of the commonest marks. 0 where a closer look is needed.
    static std::size_t plain_size(std::string_view raw, std::size_t at) {
        const auto c = static_cast<unsigned char>(raw[at]);
        if (c < 0x80) return is_ascii_digit(c) || c == '.' || c == '%' ? 1 : 0;
        if (c < 0xE2 || raw.size() - at < 3 || !detail::is_tail(raw[at + 1]) ||
            !detail::is_tail(raw[at + 2])) {
            return 0;
        }
        if (c == 0xE2) {
            // Curved quotation marks, and numbers in circles.
            return raw[at + 1] == '\x91' || (raw[at + 1] == '\x80' &&
                                             (raw[at + 2] == '\x9C' || raw[at + 2] == '\x9D'))
                       ? 3
                       : 0;
        }
        if (c <= 0xE9) {
            // Everything from U+3001 to U+9FFF.
            return c == 0xE3 && raw[at + 1] == '\x80' && raw[at + 2] == '\x80' ? 0 : 3;
        }
        if (c != 0xEF || raw[at + 1] != '\xBC') return 0;
        // Full-width comma, colon, semicolon, brackets, and the two marks that end a sentence.
        const char mark = raw[at + 2];
        return mark == '\x8C' || mark == '\x9A' || mark == '\x9B' || mark == '\x88' ||
                       mark == '\x89' || mark == '\x81' || mark == '\x9F'
                   ? 3
                   : 0;
    }

    void visible(CodePoint p) {
        if (pending_) settle_blank(p.value);
        mark();
        if (p.value >= 0xFF10 && p.value <= 0xFF5A &&
            (p.value <= 0xFF19 || p.value >= 0xFF41 || (p.value >= 0xFF21 && p.value <= 0xFF3A))) {
            damage(DamageKind::kWidth, at_, p.size);
            put(p.value - 0xFEE0, p.size);
        } else if (p.value == 0xFF05 || p.value == 0xFF0F || p.value == 0xFF0B) {
            put(p.value - 0xFEE0, p.size);
        } else if (p.value == 0xFF0E) {
            put('.', p.size);
        } else {
            if (p.size == 1 && is_half_width_mark(static_cast<char>(p.value)) && beside_han()) {
                damage(DamageKind::kWidth, at_, 1);
            }
            text_.clean.append(text_.raw.substr(at_, p.size));
            at_ += p.size;
        }
        ++visible_;
        last_ = p.value;
    }

    // Half-width marks are wrong beside ideographs; inside numbers and Latin text they are right.
    bool beside_han() const {
        if (!is_han(last_) && last_ != 0x201D) return false;
        const std::size_t next = at_ + 1;
        return next >= text_.raw.size() || is_han(decode_at(text_.raw, next).value) ||
               text_.raw[next] == '<' || text_.raw[at_] == '(' || text_.raw[at_] == ')' ||
               decode_at(text_.raw, next).value == 0x201C;
    }

    bool latin_word() {
        const std::string_view rest = text_.raw.substr(at_);
        for (const LatinWord& word : kLatinWords) {
            if (!rest.starts_with(word.latin)) continue;
            const std::size_t end = word.latin.size();
            if (end < rest.size() && is_ascii_letter(static_cast<unsigned char>(rest[end])))
                continue;
            std::size_t next = end;
            while (next < rest.size()) {
                const CodePoint c = decode_at(rest, next);
                const bool named = rest.substr(next).starts_with(kBlankName);
                if (!named && !is_blank(c.value)) break;
                next += named ? kBlankName.size() : c.size;
            }
            if (next >= rest.size() || !is_han(decode_at(rest, next).value) || !is_han(last_)) {
                continue;
            }
            pending_ = 0;
            damage(DamageKind::kLatinWord, at_, end);
            mark();
            text_.clean += word.chinese;
            at_ += end;
            last_ = decode_at(word.chinese, 0).value;
            ++visible_;
            // What follows is not where the word's own length would have it.
            add_shift(static_cast<std::int32_t>(at_) -
                      static_cast<std::int32_t>(text_.clean.size()));
            return true;
        }
        return false;
    }

    void blank(std::size_t size) {
        if (pending_ == 0) blank_at_ = at_;
        pending_ += size;
        at_ += size;
    }

    // "1. " at the beginning of a line.
    bool after_list_number() const {
        const std::string& s = text_.clean;
        if (last_ != '.') return false;
        std::size_t at = s.size() - 1;
        while (at > 0 && s[at - 1] >= '0' && s[at - 1] <= '9') --at;
        return at + 1 < s.size() && (at == 0 || s[at - 1] == '\n');
    }

    // Decides about the blanks before a character, now that both neighbours are known.
    void settle_blank(char32_t next) {
        const std::size_t size = pending_;
        pending_ = 0;
        if (text_.clean.empty() || last_ == '\n') return;
        if (joins(last_) || joins(next)) {
            // Between a list number and its text, and after a mark, a blank is a matter of taste.
            if (is_circled(last_) || is_circled(next) || after_list_number()) return;
            if (!is_wide_mark(last_) && !is_wide_mark(next)) {
                ++inner_blanks_;
                damage(DamageKind::kBlank, blank_at_, size);
            }
            return;
        }
        text_.clean += ' ';
    }

    static bool is_wide_mark(char32_t c) { return is_wide(c) && !is_han(c); }

    void paragraph() {
        pending_ = 0;
        if (!text_.clean.empty() && text_.clean.back() != '\n') {
            mark();
            text_.clean += '\n';
        }
        last_ = '\n';
    }

    // Lines of a text that runs over several are its paragraphs.
    void line_break() {
        pending_ = 0;
        if (!text_.clean.empty() && text_.clean.back() != '\n') {
            mark();
            text_.clean += '\n';
        }
        ++at_;
        last_ = '\n';
    }

    void finish() {
        while (text_.clean.ends_with('\n')) text_.clean.pop_back();
        if (visible_ >= 4 && inner_blanks_ + 1 >= visible_) {
            text_.damages.clear();
            text_.damages.push_back(
                {DamageKind::kSpacedOut, {0, static_cast<std::uint32_t>(text_.raw.size())}});
        }
    }

    void put(char32_t value, std::size_t raw_size) {
        append_utf8(text_.clean, value);
        at_ += raw_size;
    }

    // Notes where the next clean byte stands in the raw text, if that is not what it would be
    // anyway.
    void mark() {
        const auto shift =
            static_cast<std::int32_t>(at_) - static_cast<std::int32_t>(text_.clean.size());
        if (shift != shift_) add_shift(shift);
    }

    void add_shift(std::int32_t shift) {
        shift_ = shift;
        text_.shifts.push_back({static_cast<std::uint32_t>(text_.clean.size()), shift});
    }

    void damage(DamageKind kind, std::size_t at, std::size_t size) {
        text_.damages.push_back(
            {kind, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)}});
    }

    Text text_;
    std::size_t at_ = 0;
    std::size_t pending_ = 0;  // bytes of blanks not yet decided about
    std::size_t blank_at_ = 0;
    std::size_t inner_blanks_ = 0;
    std::size_t visible_ = 0;
    char32_t last_ = '\n';
    std::int32_t shift_ = 0;  // the last of the shifts
};

}  // namespace

Span Text::raw_span(Span span) const {
    const auto place = [&](std::uint32_t at) {
        const auto after =
            std::upper_bound(shifts.begin(), shifts.end(), at,
                             [](std::uint32_t x, const Shift& s) { return x < s.at; });
        const std::int32_t shift = after == shifts.begin() ? 0 : std::prev(after)->shift;
        return static_cast<std::uint32_t>(static_cast<std::int64_t>(at) + shift);
    };
    if (raw.empty() || clean.empty()) return {0, 0};
    const std::uint32_t begin =
        std::min<std::uint32_t>(place(span.begin), static_cast<std::uint32_t>(raw.size()));
    if (span.end <= span.begin) return {begin, begin};
    // The end is the end of the last character, not the beginning of what follows it: blanks and
    // mark-up between the two are no part of the span.
    std::uint32_t last =
        std::min<std::uint32_t>(span.end, static_cast<std::uint32_t>(clean.size())) - 1;
    while (last > span.begin && (static_cast<unsigned char>(clean[last]) & 0xC0) == 0x80) --last;
    const std::uint32_t raw_last = place(last);
    if (raw_last >= raw.size()) return {begin, static_cast<std::uint32_t>(raw.size())};
    const CodePoint c = decode_at(raw, raw_last);
    return {begin, std::max(begin, raw_last + c.size)};
}

Text part_of(const Text& whole, std::span<const Span> pieces) {
    Text part;
    part.raw = whole.raw;
    std::int32_t in_force = 0;
    std::size_t next_shift = 0;
    std::size_t next_damage = 0;
    std::uint32_t end = 0;  // of the piece before
    const auto shift_to = [&](std::int32_t shift) {
        const std::int32_t now = part.shifts.empty() ? 0 : part.shifts.back().shift;
        if (shift != now)
            part.shifts.push_back({static_cast<std::uint32_t>(part.clean.size()), shift});
    };
    for (const Span piece : pieces) {
        if (piece.empty()) continue;
        while (next_shift < whole.shifts.size() && whole.shifts[next_shift].at <= piece.begin)
            in_force = whole.shifts[next_shift++].shift;
        if (!part.clean.empty() && piece.begin != end && part.clean.back() != '\n')
            part.clean += '\n';
        const auto removed =
            static_cast<std::int32_t>(piece.begin) - static_cast<std::int32_t>(part.clean.size());
        shift_to(in_force + removed);
        const auto base = static_cast<std::uint32_t>(part.clean.size());
        part.clean += piece.of(whole.clean);
        for (; next_shift < whole.shifts.size() && whole.shifts[next_shift].at < piece.end;
             ++next_shift) {
            in_force = whole.shifts[next_shift].shift;
            part.shifts.push_back(
                {base + whole.shifts[next_shift].at - piece.begin, in_force + removed});
        }
        const Span raw = whole.raw_span(piece);
        while (next_damage < whole.damages.size() &&
               whole.damages[next_damage].raw.end <= raw.begin)
            ++next_damage;
        while (next_damage < whole.damages.size() && whole.damages[next_damage].raw.begin < raw.end)
            part.damages.push_back(whole.damages[next_damage++]);
        end = piece.end;
    }
    return part;
}

Text repair(std::string_view raw) { return Repairer(raw).run(); }

std::size_t tag_length(std::string_view text, bool& breaks) {
    std::size_t at = 1;
    if (at < text.size() && text[at] == '/') ++at;
    const std::size_t name = at;
    while (at < text.size() && is_ascii_letter(static_cast<unsigned char>(text[at]))) ++at;
    if (at == name || at - name > 10) return 0;
    const std::string_view word = text.substr(name, at - name);
    while (at < text.size() && at < 200 && text[at] != '>' && text[at] != '<') ++at;
    if (at >= text.size() || text[at] != '>') return 0;
    breaks = word == "p" || word == "br" || word == "div" || word == "li" || word == "P" ||
             word == "BR" || word == "tr" || word == "td";
    return at + 1;
}

}  // namespace duban
