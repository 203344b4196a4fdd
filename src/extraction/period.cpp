#include "extraction/period.h"

#include "base/text.h"
#include "extraction/numeral.h"
#include "extraction/period_words.h"

namespace duban {
namespace {

std::size_t skip_blank(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
}

// A month number at `at`, without the word for month; 0 where there is none.
int month_number(std::string_view text, std::size_t& at) {
    const auto numeral = parse_numeral(text.substr(at, 64));
    if (!numeral || numeral->scaled || numeral->approximate || !numeral->value.is_integer())
        return 0;
    for (int m = 1; m <= 12; ++m) {
        if (numeral->value == Decimal(m)) {
            at += numeral->size;
            return m;
        }
    }
    return 0;
}

}  // namespace

std::optional<PeriodMatch> parse_period(std::string_view text) {
    PeriodMatch match;
    std::size_t at = 0;
    // A year before it.
    if (text.size() > 7 && text[0] == '2' && text[1] == '0' &&
        text.substr(4).starts_with(kYearMark)) {
        match.period.year =
            static_cast<std::int16_t>((text[0] - '0') * 1000 + (text[1] - '0') * 100 +
                                      (text[2] - '0') * 10 + (text[3] - '0'));
        at = skip_blank(text, 4 + kYearMark.size());
    }
    static constexpr auto kAny = words_of(kPeriodWords);
    const bool named = starts_with_any(text.substr(at), kAny) != 0;
    for (const PeriodWord& word : kPeriodWords) {
        if (!named) break;
        if (text.substr(at).starts_with(word.word)) {
            match.period.first = word.first;
            match.period.last = word.last;
            match.period.quarter = word.quarter;
            match.size = static_cast<std::uint32_t>(at + word.word.size());
            return match;
        }
    }
    const int first = month_number(text, at);
    if (first == 0) return std::nullopt;
    int last = first;
    at = skip_blank(text, at);
    std::size_t month = starts_with_any(text.substr(at), kMonthWords);
    const bool closed_first = month != 0;
    at = skip_blank(text, at + month);
    std::size_t join = starts_with_any(text.substr(at), kPeriodJoins);
    if (join == 0 && closed_first) join = starts_with_any(text.substr(at), kMonthLists);
    if (join != 0) {
        std::size_t end = skip_blank(text, at + join);
        const int second = month_number(text, end);
        end = skip_blank(text, end);
        const std::size_t second_month =
            second != 0 ? starts_with_any(text.substr(end), kMonthWords) : 0;
        if (second_month != 0 && second >= first) {
            last = second;
            at = end + second_month;
            month = second_month;
        } else if (!closed_first) {
            return std::nullopt;
        }
    }
    if (month == 0) return std::nullopt;
    // A day behind it makes it a date, not a period.
    const std::size_t next = skip_blank(text, at);
    if (next < text.size() && text[next] >= '0' && text[next] <= '9') return std::nullopt;
    match.period.first = static_cast<std::uint8_t>(first);
    match.period.last = static_cast<std::uint8_t>(last);
    match.size = static_cast<std::uint32_t>(at);
    if (const std::size_t tail = starts_with_any(text.substr(at), kMonthTails))
        match.size += static_cast<std::uint32_t>(tail);
    return match;
}

std::vector<std::string> period_names(const Period& period, int year) {
    if (period.year != 0) year = period.year;
    std::vector<std::string> names;
    if (period.first == 0) return names;
    const std::string y = year > 0 ? std::to_string(year) : "0000";
    if (period.quarter) {
        names.push_back(y + "-Q" + std::to_string((period.first + 2) / 3));
        return names;
    }
    for (int m = period.first; m <= period.last; ++m) {
        names.push_back(y + (m < 10 ? "-0" : "-") + std::to_string(m));
    }
    return names;
}

}  // namespace duban
