#include "extraction/items.h"

#include <algorithm>

#include "base/text.h"
#include "extraction/items_words.h"
#include "extraction/numeral.h"

namespace duban {
namespace {

constexpr std::size_t kLongestHeading = 120;  // bytes

bool ends_sentence(std::string_view text, std::size_t at) {
    const std::string_view left = text.substr(0, at);
    return left.empty() ||
           std::any_of(kSentenceEnds.begin(), kSentenceEnds.end(),
                       [&](std::string_view e) { return left.ends_with(e); }) ||
           left.ends_with(':');
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
}

// Length of a list mark at `at`: a circled number, "1." or its like, "(1)" in either width of
// brackets; 0 where none.
std::size_t list_mark(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const CodePoint c = decode_at(text, at);
    if (is_circled(c.value)) return c.size;
    std::size_t i = at;
    const bool open = text[at] == '(' || text.substr(at).starts_with(kOpenRound);
    if (open) i += text[at] == '(' ? 1 : kOpenRound.size();
    std::size_t digits = i;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits == i && open) {
        while (digits < text.size() &&
               numeral_class(decode_at(text, digits).value) != NumeralClass::kNone) {
            digits += decode_at(text, digits).size;
        }
    }
    if (digits == i || digits - i > 6) return 0;
    const std::string_view rest = text.substr(digits);
    if (open) {
        if (rest.starts_with(")")) return digits + 1 - at;
        return rest.starts_with(kCloseRound) ? digits + kCloseRound.size() - at : 0;
    }
    if (digits - i > 2) return 0;
    if (rest.starts_with(kListComma)) return digits + kListComma.size() - at;
    const bool dot =
        rest.starts_with(".") && !(rest.size() > 1 && rest[1] >= '0' && rest[1] <= '9');
    return dot ? digits + 1 - at : 0;
}

bool followed_well(std::string_view text, std::size_t at) {
    at = skip_blanks(text, at);
    if (at >= text.size()) return true;
    return std::any_of(kAfterPeriod.begin(), kAfterPeriod.end(),
                       [&](std::string_view s) { return text.substr(at).starts_with(s); });
}

std::size_t skip_after_period(std::string_view text, std::size_t at) {
    at = skip_blanks(text, at);
    for (const std::string_view s :
         {kAfterPeriod[0], kAfterPeriod[1], kAfterPeriod[2], kAfterPeriod[3], kAfterPeriod[4]}) {
        if (text.substr(at).starts_with(s)) return skip_blanks(text, at + s.size());
    }
    return at;
}

Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::max(begin, end))};
}

// Without blanks and line breaks at both ends.
Span tight(std::string_view text, Span s) {
    while (s.begin < s.end && (text[s.begin] == ' ' || text[s.begin] == '\n')) ++s.begin;
    while (s.end > s.begin && (text[s.end - 1] == ' ' || text[s.end - 1] == '\n')) --s.end;
    return s;
}

struct Boundary {
    std::size_t begin = 0;  // of the mark, the heading or the period
    std::size_t text = 0;   // behind the period
    Span heading;
    Period period;
};

}  // namespace

PlanText split_plan(std::string_view text) {
    PlanText out;
    std::vector<Boundary> found;
    Span paragraph_heading;  // "1. zonghe gongyuan" on a line of its own
    Span item_heading;       // "1 kaigong jianshe ...:" before the first of its periods
    std::size_t paragraph = 0;
    std::vector<Span> marks;  // circled numbers that begin no period
    for (std::size_t at = 0; at < text.size();) {
        if (at == 0 || text[at - 1] == '\n') {
            paragraph = at;
            item_heading = {};
        }
        const CodePoint c = decode_at(text, at);
        const bool starts = ends_sentence(text, at) || (at > 0 && text[at - 1] == ' ');
        const bool circled = is_circled(c.value);
        if (!starts && !circled) {
            at += c.size;
            continue;
        }
        const std::size_t mark = list_mark(text, at);
        const std::size_t from = skip_blanks(text, at + mark);
        const auto period = parse_period(text.substr(from, 96));
        const bool after_colon =
            at > 0 && (text.substr(0, at).ends_with(kColon) || text[at - 1] == ':');
        if (period && (mark != 0 ? (circled || starts)
                                 : (starts && followed_well(text, from + period->size)))) {
            Boundary b;
            b.begin = at;
            b.period = period->period;
            b.text = skip_after_period(text, from + period->size);
            if (after_colon && mark == 0) {
                // The sentence before the colon is a heading: it began at the last list mark or
                // line.
                const std::size_t last_mark = marks.empty() ? 0 : marks.back().begin;
                const std::size_t line = std::max(paragraph, last_mark);
                const bool fresh = found.empty() || found.back().text <= line;
                if (fresh && at - line <= kLongestHeading) {
                    item_heading = tight(text, span(line, at));
                    b.begin = line;
                    if (!marks.empty() && marks.back().begin >= line) marks.pop_back();
                }
            } else if (after_colon && circled && at - paragraph <= kLongestHeading &&
                       (found.empty() || found.back().text <= paragraph)) {
                paragraph_heading = tight(text, span(paragraph, at));
                b.begin = paragraph;
            }
            b.heading = !item_heading.empty() ? item_heading : paragraph_heading;
            found.push_back(b);
            at = b.text > at ? b.text : at + c.size;
            continue;
        }
        if (mark != 0) {
            // A numbered line without any period is the heading of what follows.
            const std::size_t line_end = std::min(text.find('\n', at), text.size());
            const bool at_line = at == paragraph;
            if (at_line && !circled && line_end - at <= kLongestHeading && line_end < text.size()) {
                bool has_period = false;
                for (std::size_t i = from; i < line_end && !has_period;) {
                    has_period =
                        ends_sentence(text, i) && parse_period(text.substr(i, 96)).has_value();
                    i += decode_at(text, i).size;
                }
                if (!has_period &&
                    text.substr(at, line_end - at).find(kFullStop) == std::string_view::npos) {
                    paragraph_heading = span(at, line_end);
                    Boundary b;
                    b.begin = at;
                    b.text = line_end;
                    b.heading = paragraph_heading;
                    b.period = {};
                    found.push_back(b);
                    at = line_end;
                    continue;
                }
            }
            if (circled) marks.push_back(span(at, at + c.size));
            at += circled ? c.size : mark;
            continue;
        }
        at += c.size;
    }
    // Items run from one boundary to the next; headings on lines of their own are no items.
    const auto add = [&](std::optional<Period> period, Span heading, std::size_t begin,
                         std::size_t from, std::size_t end) {
        PlanItem item;
        item.period = period;
        item.heading = heading;
        item.text = tight(text, span(from, end));
        item.whole = tight(text, span(begin, end));
        if (!item.text.empty() || period) out.items.push_back(item);
    };
    if (found.empty()) {
        add(std::nullopt, {}, 0, 0, text.size());
    } else {
        if (found.front().begin > 0) add(std::nullopt, {}, 0, 0, found.front().begin);
        for (std::size_t i = 0; i < found.size(); ++i) {
            const std::size_t end = i + 1 < found.size() ? found[i + 1].begin : text.size();
            if (found[i].period.first == 0) continue;
            add(found[i].period, found[i].heading, found[i].begin, found[i].text, end);
        }
    }
    // Circled numbers that are left are stray, unless they list things inside an item from one on.
    std::size_t item = 0;
    int expected = 0;
    for (const Span m : marks) {
        while (item < out.items.size() && out.items[item].whole.end <= m.begin) {
            ++item;
            expected = 0;
        }
        const int value = circled_value(decode_at(text, m.begin).value);
        if (value == 1 || value == expected) {
            expected = value + 1;
            continue;
        }
        out.stray_numbers.push_back(m);
    }
    return out;
}

std::vector<ReportItem> split_report(std::string_view text) {
    std::vector<ReportItem> out;
    ReportItem item;
    std::size_t from = 0;
    const auto close = [&](std::size_t end) {
        item.text = tight(text, span(from, end));
        if (!item.text.empty()) out.push_back(item);
    };
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        const bool line = at == 0 || text[at - 1] == '\n';
        const bool starts = line || (ends_sentence(text, at) && is_circled(c.value));
        if (starts) {
            if (const std::size_t mark = list_mark(text, at)) {
                close(at);
                item = {};
                item.number = span(at, at + mark);
                from = at + mark;
                at = from;
                continue;
            }
            if (line && at != 0) {
                // A paragraph without number goes on with the item before it only if that is
                // numbered.
                if (item.number.empty()) {
                    close(at);
                    from = at;
                }
            }
        }
        at += c.size;
    }
    close(text.size());
    return out;
}

}  // namespace duban
