#include "programme/changes.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/text.h"
#include "programme/changes_words.h"
#include "programme/clause.h"

namespace duban {
namespace {

constexpr std::size_t kMostCells = std::size_t{1} << 16;  // of the table of one comparison

bool is_number(char32_t c) { return is_ascii_digit(c) || c == '.' || c == '%'; }

// The text in pieces that cover it without a gap.
std::vector<Span> pieces_of(std::string_view text, Span within) {
    std::vector<Span> out;
    for (std::uint32_t at = within.begin; at < within.end;) {
        const CodePoint first = decode_at(text, at);
        std::uint32_t end = at + first.size;
        const bool number = is_number(first.value);
        if (number || is_ascii_letter(first.value)) {
            while (end < within.end) {
                const CodePoint next = decode_at(text, end);
                if (number ? !is_number(next.value) : !is_ascii_letter(next.value)) break;
                end += next.size;
            }
        }
        out.push_back({at, end});
        at = end;
    }
    return out;
}

// The text in clauses, each with the marks behind it.
std::vector<Span> clause_pieces_of(std::string_view text, Span within) {
    std::vector<Span> out;
    std::uint32_t at = within.begin;
    for (const Span clause : clauses_of(text, within)) {
        if (clause.begin <= at) continue;
        out.push_back({at, clause.begin});
        at = clause.begin;
    }
    if (at < within.end) out.push_back({at, within.end});
    return out;
}

class Differ {
  public:
    Differ(std::string_view before, std::string_view after) : before_(before), after_(after) {}

    std::vector<TextChange> run() {
        const Span before{0, static_cast<std::uint32_t>(before_.size())};
        const Span after{0, static_cast<std::uint32_t>(after_.size())};
        if (!compare(pieces_of(before_, before), pieces_of(after_, after), false)) {
            compare(clause_pieces_of(before_, before), clause_pieces_of(after_, after), true);
        }
        return joined();
    }

  private:
    bool same(Span a, Span b) const { return a.of(before_) == b.of(after_); }

    // Takes the pieces through the longest common sequence and notes what lies between. Returns
    // false where the table would be too large and the pieces are no clauses.
    bool compare(const std::vector<Span>& a, const std::vector<Span>& b, bool clauses) {
        std::size_t front = 0;
        while (front < a.size() && front < b.size() && same(a[front], b[front])) ++front;
        std::size_t a_end = a.size();
        std::size_t b_end = b.size();
        while (a_end > front && b_end > front && same(a[a_end - 1], b[b_end - 1])) {
            --a_end;
            --b_end;
        }
        const std::size_t n = a_end - front;
        const std::size_t m = b_end - front;
        if ((n + 1) * (m + 1) > kMostCells) {
            if (!clauses) return false;
            change(a, front, a_end, b, front, b_end);
            return true;
        }
        // length[i][j]: of the longest common sequence of what follows i and j.
        std::vector<std::uint16_t> length((n + 1) * (m + 1), 0);
        const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t& {
            return length[i * (m + 1) + j];
        };
        for (std::size_t i = n; i-- > 0;) {
            for (std::size_t j = m; j-- > 0;) {
                at(i, j) = same(a[front + i], b[front + j])
                               ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                               : std::max(at(i + 1, j), at(i, j + 1));
            }
        }
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < n || j < m) {
            const std::size_t from_i = i;
            const std::size_t from_j = j;
            while (i < n || j < m) {
                if (i < n && j < m && same(a[front + i], b[front + j])) break;
                if (j == m || (i < n && at(i + 1, j) >= at(i, j + 1))) {
                    ++i;
                } else {
                    ++j;
                }
            }
            if (i > from_i || j > from_j) {
                if (clauses) {
                    refine(a, front + from_i, front + i, b, front + from_j, front + j);
                } else {
                    change(a, front + from_i, front + i, b, front + from_j, front + j);
                }
            }
            while (i < n && j < m && same(a[front + i], b[front + j])) {
                ++i;
                ++j;
            }
        }
        return true;
    }

    // Bytes where piece i begins, or where the text ends behind the last one.
    static std::uint32_t begin_of(const std::vector<Span>& pieces, std::size_t i) {
        if (i < pieces.size()) return pieces[i].begin;
        return pieces.empty() ? 0 : pieces.back().end;
    }

    void change(const std::vector<Span>& a, std::size_t a_from, std::size_t a_to,
                const std::vector<Span>& b, std::size_t b_from, std::size_t b_to) {
        if (a_from == a_to && b_from == b_to) return;
        changes_.push_back(
            {{begin_of(a, a_from), begin_of(a, a_to)}, {begin_of(b, b_from), begin_of(b, b_to)}});
    }

    void refine(const std::vector<Span>& a, std::size_t a_from, std::size_t a_to,
                const std::vector<Span>& b, std::size_t b_from, std::size_t b_to) {
        if (a_from == a_to || b_from == b_to ||
            !compare(pieces_of(before_, {begin_of(a, a_from), begin_of(a, a_to)}),
                     pieces_of(after_, {begin_of(b, b_from), begin_of(b, b_to)}), false)) {
            change(a, a_from, a_to, b, b_from, b_to);
        }
    }

    // Changes with no more than one character between them are one: single characters that stayed
    // by chance do not help a reader.
    std::vector<TextChange> joined() const {
        std::vector<TextChange> out;
        for (const TextChange& c : changes_) {
            if (!out.empty()) {
                const Span between{out.back().before.end, c.before.begin};
                const std::string_view kept = between.of(before_);
                const bool letter = !kept.empty() && decode_at(kept, 0).size == kept.size();
                if (kept.empty() || (letter && is_han(decode_at(kept, 0).value))) {
                    out.back().before.end = c.before.end;
                    out.back().after.end = c.after.end;
                    continue;
                }
            }
            out.push_back(c);
        }
        return out;
    }

    std::string_view before_;
    std::string_view after_;
    std::vector<TextChange> changes_;
};

}  // namespace

std::vector<TextChange> changes_between(std::string_view before, std::string_view after) {
    if (before == after) return {};
    return Differ(before, after).run();
}

std::string masked(std::string_view text, bool months_only) {
    const std::string bare = without_blanks(text);
    std::string out;
    for (std::size_t at = 0; at < bare.size();) {
        const CodePoint first = decode_at(bare, at);
        std::size_t end = at;
        const auto numeral = [&](std::size_t i) {
            const CodePoint c = decode_at(bare, i);
            return c.size == 3 && kMonthNumerals.find(bare.substr(i, 3)) != std::string_view::npos;
        };
        if (is_number(first.value)) {
            while (end < bare.size() && is_number(decode_at(bare, end).value)) ++end;
        } else {
            while (end < bare.size() && numeral(end)) end += 3;
        }
        const bool month = end > at && bare.compare(end, kMonthMark.size(), kMonthMark) == 0;
        if (end == at) {
            out.append(bare, at, first.size);
            at += first.size;
        } else {
            const bool figure = is_number(first.value) && !months_only;
            if (month || figure) {
                out += '#';
            } else {
                out.append(bare, at, end - at);
            }
            at = end;
        }
    }
    return out;
}

}  // namespace duban
