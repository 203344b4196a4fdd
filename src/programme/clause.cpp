#include "programme/clause.h"

#include <algorithm>
#include <bitset>
#include <string>

#include "base/text.h"
#include "programme/clause_words.h"

namespace duban {
namespace {

template <class Marks>
std::vector<Span> split(std::string_view text, Span within, const Marks& marks) {
    std::vector<Span> out;
    std::size_t from = within.begin;
    const auto close = [&](std::size_t end) {
        Span s{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end)};
        while (s.begin < s.end && text[s.begin] == ' ') ++s.begin;
        while (s.end > s.begin && text[s.end - 1] == ' ') --s.end;
        if (!s.empty()) out.push_back(s);
    };
    for (std::size_t at = within.begin; at < within.end;) {
        if (const std::size_t mark = word_at(text, at, marks)) {
            close(at);
            at += mark;
            from = at;
        } else {
            at = marks.next(text, at);
        }
    }
    close(within.end);
    return out;
}

constexpr std::size_t kFarthest = 3000;  // bytes on either side of a place

template <class Marks>
Span around(std::string_view text, std::uint32_t at, const Marks& marks) {
    // Marks are found by their first byte, so that single bytes can be stepped over.
    // Bounded, so that a text without any mark costs no more than one with marks.
    const auto boundary = [&](std::size_t place) {
        while (place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0) == 0x80)
            ++place;
        return place;
    };
    const std::size_t first = at > kFarthest ? boundary(at - kFarthest) : 0;
    const std::size_t last = text.size() - at > kFarthest ? boundary(at + kFarthest) : text.size();
    std::size_t begin = at;
    while (begin > first) {
        const bool wide = detail::is_tail(text[begin - 1]);
        const std::size_t size = wide && begin >= first + 3 ? 3 : 1;
        if (word_at(text, begin - size, marks) == size) break;
        const bool whole = size == 3 && detail::is_tail(text[begin - 2]) &&
                           detail::leads_three(static_cast<unsigned char>(text[begin - 3]));
        begin -= whole ? 3 : 1;
    }
    std::size_t end = at;
    while (end < last && word_at(text, end, marks) == 0)
        end = std::min(marks.next(text, end), last);
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The empty words by their first character, longest first, so that most places cost one look.
struct EmptyIndex {
    struct Entry {
        char32_t first;
        std::string_view word;
    };
    static constexpr char32_t kFirstHan = 0x4E00;
    std::vector<Entry> by_first[256];
    std::bitset<0x5200> begins;  // by ideograph: one of them begins so
    EmptyIndex() {
        for (const std::string_view word : kEmptyWords) {
            const char32_t first = decode_at(word, 0).value;
            by_first[bucket(first)].push_back({first, word});
            begins.set(first - kFirstHan);
        }
        for (auto& list : by_first) {
            std::sort(list.begin(), list.end(),
                      [](const Entry& a, const Entry& b) { return a.word.size() > b.word.size(); });
        }
    }
    static std::size_t bucket(char32_t c) { return (c ^ (c >> 8)) & 0xFF; }
    [[nodiscard]] std::size_t match(std::string_view text, std::size_t at, char32_t c) const {
        if (c < kFirstHan || c - kFirstHan >= begins.size() || !begins[c - kFirstHan]) return 0;
        for (const auto& [first, word] : by_first[bucket(c)]) {
            if (first != c || at + word.size() > text.size()) continue;
            // The last byte of the second character tells most words apart.
            if (word.size() > 5 && text[at + 5] != word[5]) continue;
            if (text.compare(at, word.size(), word) == 0) return word.size();
        }
        return 0;
    }
};

const EmptyIndex& empty_words() {
    static const EmptyIndex index;
    return index;
}

void collect(std::string_view text, Pairs& out) {
    char32_t last = 0;
    if (out.empty()) out.reserve(text.size() / 3);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (!is_han(c.value)) {
            // Letters and digits in names (ETC, 5G) count as one character each; marks part.
            last = is_ascii_letter(c.value) ? c.value : 0;
            at += c.size;
            continue;
        }
        if (const std::size_t skip = empty_words().match(text, at, c.value)) {
            last = 0;
            at += skip;
            continue;
        }
        if (last != 0)
            out.push_back(static_cast<std::uint32_t>(last) << 16 |
                          (static_cast<std::uint32_t>(c.value) & 0xFFFFU));
        last = c.value;
        at += c.size;
    }
}

void tidy(Pairs& pairs) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

template <class Words>
std::string_view without_front(std::string_view text, const Words& words) {
    for (bool again = true; again && starts_with_any(text, words) != 0;) {
        again = false;
        std::size_t best = 0;
        for (const std::string_view word : words) {
            if (text.starts_with(word)) best = std::max(best, word.size());
        }
        if (best != 0 && best < text.size()) {
            text.remove_prefix(best);
            again = true;
        }
    }
    return text;
}

}  // namespace

std::vector<Span> sentences_of(std::string_view text) {
    return split(text, {0, static_cast<std::uint32_t>(text.size())}, kSentenceMarks);
}

std::vector<Span> clauses_of(std::string_view text, Span within) {
    return split(text, within, kClauseMarks);
}

Span sentence_at(std::string_view text, std::uint32_t at) {
    return around(text, at, kSentenceMarks);
}
Span clause_at(std::string_view text, std::uint32_t at) { return around(text, at, kClauseMarks); }

Pairs pairs_of(std::string_view text) {
    Pairs out;
    collect(text, out);
    tidy(out);
    return out;
}

void merge(Pairs& into, const Pairs& more) {
    into.insert(into.end(), more.begin(), more.end());
    tidy(into);
}

std::size_t shared(const Pairs& these, const Pairs& those) {
    std::size_t n = 0;
    auto a = these.begin();
    auto b = those.begin();
    while (a != these.end() && b != those.end()) {
        if (*a < *b) {
            ++a;
        } else if (*b < *a) {
            ++b;
        } else {
            ++n;
            ++a;
            ++b;
        }
    }
    return n;
}

double covered(const Pairs& these, const Pairs& those) {
    if (these.empty()) return 0.0;
    return static_cast<double>(shared(these, those)) / static_cast<double>(these.size());
}

namespace {

// Ages, times of day and the like describe what is counted; a phrase goes on across them.
bool describes(const Quantity& q) {
    return q.family == UnitFamily::kAge || q.family == UnitFamily::kClock ||
           q.family == UnitFamily::kTime || (q.family == UnitFamily::kKind && !q.chinese);
}

// "the rate rose from 87% to 91%": the first figure is where the second began; a phrase goes on
// across it.
bool starts_change(std::string_view text, const Quantity& from, const Quantity& to) {
    constexpr std::size_t kWords = 18;  // bytes: "gradually rose to"
    const std::string_view between =
        text.substr(from.span.end, std::max(to.span.begin, from.span.end) - from.span.end);
    return from.unit.of(text) == to.unit.of(text) && between.size() <= kWords &&
           !contains(between, kListMark) && ends_with_any(between, kEndOfChange) &&
           ends_with_any(text.substr(0, from.span.begin), kStartOfChange);
}

std::string_view last_characters(std::string_view text, int n) {
    std::size_t from = text.size();
    while (n-- > 0 && from > 0) from -= decode_before(text, from).size;
    return text.substr(from);
}

std::string_view first_characters(std::string_view text, int n) {
    std::size_t end = 0;
    while (n-- > 0 && end < text.size()) end += decode_at(text, end).size;
    return text.substr(0, end);
}

}  // namespace

Phrase phrase_of(std::string_view text, const std::vector<Quantity>& all, std::size_t index,
                 const std::vector<Sentence>& sentences) {
    const Quantity& q = all[index];
    Phrase phrase;
    const Span clause = clause_at(text, q.span.begin);
    std::uint32_t begin = clause.begin;
    std::size_t last = index;
    while (last > 0 && all[last - 1].span.begin > begin &&
           (describes(all[last - 1]) || starts_change(text, all[last - 1], all[last])))
        --last;
    if (last > 0 && all[last - 1].span.end > begin)
        begin = std::min(all[last - 1].span.end, q.span.begin);
    std::uint32_t end = std::max(clause.end, q.span.end);
    std::size_t following = index + 1;
    while (following < all.size() && describes(all[following]) && all[following].span.begin < end)
        ++following;
    if (following < all.size() && all[following].span.begin < end) {
        // What stands between two quantities belongs to the second from the last list comma on.
        const std::uint32_t next = std::max(all[following].span.begin, q.span.end);
        const std::string_view between = text.substr(q.span.end, next - q.span.end);
        const std::size_t comma = between.rfind(kListMark);
        end =
            comma == std::string_view::npos ? next : q.span.end + static_cast<std::uint32_t>(comma);
    }
    if (last > 0 && begin > clause.begin) {
        const std::string_view between = text.substr(begin, q.span.begin - begin);
        const std::size_t comma = between.rfind(kListMark);
        if (comma != std::string_view::npos) begin += static_cast<std::uint32_t>(comma) + 3;
    }
    phrase.left = {begin, q.span.begin};
    phrase.right = {q.span.end, end};
    collect(phrase.left.of(text), phrase.pairs);
    collect(phrase.right.of(text), phrase.pairs);
    tidy(phrase.pairs);
    collect(last_characters(phrase.left.of(text), 10), phrase.core);
    collect(first_characters(phrase.right.of(text), 9), phrase.core);
    tidy(phrase.core);
    const auto after =
        std::upper_bound(sentences.begin(), sentences.end(), q.span.begin,
                         [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
    static constexpr Sentence kNone{};
    phrase.sentence = after == sentences.begin() ? &kNone : &*std::prev(after);
    return phrase;
}

std::string subject_text(std::string_view text, const Phrase& phrase) {
    std::string_view left = trimmed(phrase.left.of(text));
    // What opens a bracket or a list is not of the subject.
    if (const std::size_t open = left.rfind(kOpenMark);
        open != std::string_view::npos && left.find(kCloseMark, open) == std::string_view::npos) {
        const std::string_view inside = left.substr(open + kOpenMark.size());
        left = code_points(inside) >= 2 ? inside : left.substr(0, open);
    }
    // "the rate rose from 87% to": what stands before the change is the subject.
    if (ends_with_any(left, kEndOfChange)) {
        for (const std::string_view word : kStartOfChange) {
            const std::size_t at = left.rfind(word);
            if (at == std::string_view::npos || at == 0 || at + word.size() >= left.size())
                continue;
            const char behind = left[at + word.size()];
            if (behind >= '0' && behind <= '9') left = trimmed(left.substr(0, at));
        }
    }
    left = without_front(left, kLeadingVerbs);
    for (bool again = true; again;) {
        again = false;
        if (!ends_with_any(left, kTrailingWords)) break;
        for (const std::string_view word : kTrailingWords) {
            if (left.ends_with(word)) {
                left.remove_suffix(word.size());
                again = true;
            }
        }
        left = trimmed(left);
    }
    std::string_view right = trimmed(phrase.right.of(text));
    for (const std::string_view word : kBehindUnit) {
        if (right.starts_with(word)) {
            right.remove_prefix(word.size());
            break;
        }
    }
    if (std::find(kNoSubject.begin(), kNoSubject.end(), left) != kNoSubject.end()) left = {};
    std::string out(left);
    // A noun behind the unit is the subject where nothing stands before the number; of a long one
    // the beginning will do.
    if (code_points(right) <= 24) {
        if (code_points(left) < 2 || code_points(right) >= 2) out += right;
    } else if (code_points(left) < 2) {
        const std::string_view first = right.substr(0, right.find(kListMark));
        out += first_characters(first, 16);
    }
    return out;
}

}  // namespace duban
