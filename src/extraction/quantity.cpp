#include "extraction/quantity.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "base/text.h"
#include "extraction/numeral.h"
#include "extraction/numeral_words.h"
#include "extraction/quantity_words.h"
#include "extraction/word_index.h"

namespace duban {
namespace {

constexpr std::size_t kWindow = 60;  // bytes looked at on either side of a number: 20 characters
constexpr std::size_t kLevelWindow = 30;
constexpr int kOneReach = 8;     // characters before Chinese one in which a word makes it count
constexpr int kEachReach = 5;    // between "each" and the number
constexpr int kGoalReach = 5;    // between the goal's noun and the share
constexpr int kBehindReach = 4;  // between the number and a comparator behind it

// What a character of the basic plane is to the scan. Everything that is 0 is passed over.
enum : std::uint8_t {
    kPass,
    kAsciiDigit,
    kNumeral,
    kOpenTitle,
    kCloseTitle,
    kOpenQuote,
    kCloseQuote,
    kRoundWord
};

// What a word before a number says; one word can say several things.
enum : std::uint16_t {
    kSaysEach = 1U << 0U,
    kSaysOfWhich = 1U << 1U,
    kSaysCompletion = 1U << 2U,
    kSaysGoalNoun = 1U << 3U,
    kSaysGoalVerb = 1U << 4U,
    kSaysChange = 1U << 5U,
    kSaysIncrement = 1U << 6U,
    kSaysCumulative = 1U << 7U,
    kSaysLevel = 1U << 8U,
    kSaysCounts = 1U << 9U,
    kSaysName = 1U << 10U,
    kEndsClause = 1U << 11U,
    kCompares = 1U << 12U,
};
struct BeforeTag {
    std::uint16_t says = 0;
    const ComparatorWord* comparator = nullptr;
};
struct BehindTag {
    const ComparatorWord* comparator = nullptr;  // null: the word stops the search
};

struct Tables {
    // By the low twelve bits of a character: it may be one that the scan stops at.
    std::array<bool, 0x1000> stops{};
    std::array<std::uint8_t, 0x10000> scan{};
    WordIndex<BeforeTag> before{IndexedBy::kLast};
    WordIndex<BehindTag> behind{IndexedBy::kFirst};
    WordIndex<bool> range_marks{IndexedBy::kFirst};
    WordIndex<bool> set_terms{IndexedBy::kFirst};
    WordIndex<bool> numbered_things{IndexedBy::kFirst};

    Tables() {
        for (char32_t c = '0'; c <= '9'; ++c) scan[c] = kAsciiDigit;
        for (char32_t c = 0x80; c < 0x10000; ++c) {
            const NumeralClass n = numeral_class(c);
            if (n == NumeralClass::kDigit || (n == NumeralClass::kUnit && c == kTenChar))
                scan[c] = kNumeral;
        }
        scan[kTitleOpen] = kOpenTitle;
        scan[kTitleClose] = kCloseTitle;
        scan[kQuoteOpen] = kOpenQuote;
        scan[kQuoteClose] = kCloseQuote;
        scan[kHundred] = kRoundWord;
        scan[kKilo] = kRoundWord;
        for (std::size_t c = 0x80; c < scan.size(); ++c)
            stops[c % stops.size()] |= scan[c] != kPass;

        const auto says = [&](const auto& words, std::uint16_t what) {
            for (const std::string_view word : words) before.add(word, {what, nullptr});
        };
        before.add(kEach, {kSaysEach, nullptr});
        before.add(kCompletionRate, {kSaysCompletion, nullptr});
        says(kOfWhich, kSaysOfWhich);
        says(kGoalNouns, kSaysGoalNoun);
        says(kGoalVerbs, kSaysGoalVerb);
        says(kChangeWords, kSaysChange);
        says(kIncrementWords, kSaysIncrement);
        says(kCumulativeWords, kSaysCumulative);
        says(kLevelWords, kSaysLevel);
        says(kMakesOneCount, kSaysCounts);
        says(std::span(kNamesBefore).subspan(2), kSaysName);
        says(kClauseEnds, kEndsClause);
        for (const ComparatorWord& word : kBeforeNumber) before.add(word.word, {kCompares, &word});
        before.finish();

        for (const ComparatorWord& word : kBehindNumber) behind.add(word.word, {&word});
        for (const std::string_view word : kStopsReach) behind.add(word, {nullptr});
        behind.finish();
        for (const std::string_view mark : kRangeMarks) range_marks.add(mark, true);
        range_marks.finish();
        for (const std::string_view term : kSetTerms) set_terms.add(term, true);
        set_terms.finish();
        for (const std::string_view word : kNumberedThings) numbered_things.add(word, true);
        numbered_things.finish();
    }
};

const Tables& tables() {
    static const Tables t;
    return t;
}

bool is_more_than(char32_t c) {
    return std::find(kMoreThan.begin(), kMoreThan.end(), c) != kMoreThan.end();
}

class Extractor {
  public:
    explicit Extractor(std::string_view text) : text_(text) {}

    std::vector<Quantity> run() {
        const auto* bytes = reinterpret_cast<const unsigned char*>(text_.data());
        const std::size_t size = text_.size();
        std::size_t at = 0;
        while (at < size) {
            const unsigned char c = bytes[at];
            if (c < 0x80) {
                at = c >= '0' && c <= '9' ? number(at) : at + 1;
                continue;
            }
            if (c >= 0xE0 && c < 0xF0 && at + 2 < size) {
                const unsigned low = (bytes[at + 1] & 0x3FU) << 6 | (bytes[at + 2] & 0x3FU);
                if (!tables_.stops[low]) {
                    at += 3;
                    continue;
                }
                const CodePoint here = decode_at(text_, at);
                const std::uint8_t what = here.value < tables_.scan.size()
                                              ? tables_.scan[here.value]
                                              : std::uint8_t{kPass};
                at = what == kPass ? at + here.size : special(at, what);
                continue;
            }
            at += decode_at(text_, at).size;
        }
        return std::move(out_);
    }

  private:
    std::string_view before(std::size_t at) const {
        const std::size_t from = at > kWindow ? at - kWindow : 0;
        return text_.substr(from, at - from);
    }
    std::string_view behind(std::size_t at) const {
        return at < text_.size() ? text_.substr(at, kWindow) : std::string_view();
    }
    char32_t char_at(std::size_t at) const {
        return at < text_.size() ? decode_at(text_, at).value : 0;
    }
    char32_t char_before(std::size_t at) const {
        return at > 0 ? decode_before(text_, at).value : 0;
    }
    std::size_t after_blank(std::size_t at) const {
        return at < text_.size() && text_[at] == ' ' ? at + 1 : at;
    }

    std::size_t special(std::size_t at, std::uint8_t what) {
        switch (what) {
            case kOpenTitle: {
                // Titles of documents are names whole.
                const std::size_t from = std::max(at, no_title_end_before_);
                if (from >= text_.size()) return at + 3;
                const std::size_t close =
                    text_.substr(from, at + kLongestTitle - from).find(kCloseTitleText);
                if (close != std::string_view::npos) return from + close + kCloseTitleText.size();
                no_title_end_before_ = at + kLongestTitle - kCloseTitleText.size();
                return at + 3;
            }
            case kOpenQuote: {
                // So are short terms in quotation marks.
                const std::size_t close = text_.substr(at, kShortQuote).find(kCloseQuoteText);
                return close == std::string_view::npos ? at + 3 : at + close + 3;
            }
            case kRoundWord:
                if (text_.substr(at).starts_with(kPercentOf)) return percent_in_words(at);
                // "a hundred and more": without a digit, only so.
                return is_more_than(char_at(at + 3)) ? number(at) : at + 3;
            case kNumeral: return number(at);
            default: return at + 3;
        }
    }

    static constexpr std::size_t kShortQuote = 48;
    static constexpr std::size_t kLongestTitle = 1200;
    static constexpr std::size_t kShortBracket = 21;
    static constexpr int kLongestReach = [] {
        int longest = 0;
        for (const ComparatorWord& word : kBeforeNumber) longest = std::max(longest, word.reach);
        return longest;
    }();

    // "n parts of a hundred", alone or from one to another.
    std::size_t percent_in_words(std::size_t at) {
        const std::size_t from = at + kPercentOf.size();
        const auto low = parse_numeral(text_.substr(from, 160));
        if (!low) return from;
        const std::size_t end = from + low->size;
        const auto percent = [&](std::size_t begin, std::size_t stop, const Numeral& n,
                                 Comparator compared) {
            Quantity q;
            q.span = span(begin, stop);
            q.number = q.span;
            q.unit = span(begin, begin);
            q.value = n.value;
            q.kind = QuantityKind::kPercent;
            q.family = UnitFamily::kPercent;
            q.chinese = n.chinese;
            q.comparator = compared;
            q.rounded = compared == Comparator::kAbout;
            return q;
        };
        const std::size_t mark_size = starts_with_any(behind(end), kRangeMarks);
        if (mark_size != 0) {
            const std::size_t second = end + mark_size;
            const bool again = behind(second).starts_with(kPercentOf);
            const std::size_t digits = again ? second + kPercentOf.size() : second;
            const auto high = parse_numeral(text_.substr(std::min(digits, text_.size()), 160));
            std::uint32_t unit_size = 0;
            if (high && low->value < high->value &&
                (again || unit_at(digits + high->size, *high, unit_size) == nullptr)) {
                const std::size_t stop = digits + high->size;
                Quantity q = percent(at, end, *low, Comparator::kAtLeast);
                q.range_low = true;
                keep(q);
                q = percent(second, stop, *high, Comparator::kAtMost);
                q.range_high = true;
                keep(q);
                return stop;
            }
        }
        Quantity q =
            percent(at, end, *low, low->approximate ? Comparator::kAbout : comparator(at, end));
        keep(q);
        return end;
    }

    // A numeral begins at `at`. Returns where the scan goes on.
    std::size_t number(std::size_t at) {
        auto numeral = parse_numeral(text_.substr(at, 160));
        if (!numeral) return skip_run(at);
        const std::size_t end = at + numeral->size;
        const bool chinese = numeral->chinese;
        if (part_of_a_name(at, chinese)) return skip_run(at);
        if (const std::size_t dated = date(at, end, *numeral)) return dated;
        std::uint32_t unit_size = 0;
        const Unit* unit = unit_at(end, *numeral, unit_size);
        if (const std::size_t range = try_range(at, end, *numeral, unit, unit_size)) return range;
        return single(at, end, *numeral, unit, unit_size);
    }

    // Past all digits and numeral characters that belong to the same name.
    std::size_t skip_run(std::size_t at) const {
        if (is_ascii_digit(text_[at])) {
            while (at < text_.size() &&
                   (is_ascii_digit(text_[at]) || text_[at] == '.' || text_[at] == ','))
                ++at;
            return at;
        }
        while (at < text_.size() && numeral_class(char_at(at)) != NumeralClass::kNone) {
            at += decode_at(text_, at).size;
        }
        return at;
    }

    bool part_of_a_name(std::size_t at, bool chinese) const {
        if (at == 0) return false;
        const char32_t last = char_before(at);
        if (is_ascii_letter(last) || last == '_' || last == '#' || last == '+' || last == '*' ||
            last == 0xD7 || last == '/' || last == ':') {
            // A unit of time or a ratio before the slash is a ratio; a Latin letter begins a name
            // (BOD5).
            return true;
        }
        if (last == '.' && at > 1 && is_ascii_digit(text_[at - 2])) return true;
        if (last == '-' && at > 1) {
            const char32_t earlier = char_before(at - 1);
            if (is_ascii_letter(earlier) || (earlier >= '0' && earlier <= '9')) return true;
        }
        const std::string_view left = before(at);
        if (left.ends_with(kNamesBefore[0])) return true;  // the ordinal mark
        return chinese && says_before(left, kSaysName);
    }

    // True where a word that says so ends right here.
    bool says_before(std::string_view left, std::uint16_t what) const {
        if (left.empty()) return false;
        const auto words = tables_.before.at(decode_before(left, left.size()).value);
        return std::any_of(words.begin(), words.end(), [&](const auto& entry) {
            return (entry.tag.says & what) != 0 &&
                   WordIndex<BeforeTag>::ends_at(left, left.size(), entry.word);
        });
    }

    static bool plausible_year(const Numeral& n) {
        return n.integer_digits == 4 && n.value.is_integer() && !n.scaled &&
               n.value >= Decimal(1900) && n.value <= Decimal(2100);
    }

    // Dates, times of the clock with a colon, document numbers. Returns where they end, or 0.
    std::size_t date(std::size_t at, std::size_t end, const Numeral& n) const {
        if (n.scaled || n.approximate) return 0;
        const std::size_t next_at = after_blank(end);
        const char32_t next = char_at(next_at);
        const std::size_t next_size = next_at < text_.size() ? decode_at(text_, next_at).size : 0;
        const std::string_view rest = behind(next_at + next_size);
        if (next == kYearChar && (plausible_year(n) || n.digits_only)) return next_at + next_size;
        if (next == kYearChar && n.integer_digits == 2 && !n.chinese && n.value >= Decimal(10) &&
            n.value <= Decimal(40) &&
            (starts_with_any(rest, kYearEnds) != 0 || (!rest.empty() && is_ascii_digit(rest[0])))) {
            return next_at + next_size;
        }
        if (next == kMonthChar) return next_at + next_size;
        if (next == kDayChar && starts_with_any(rest, kDayStays) == 0) return next_at + next_size;
        if (next == kNumberChar) return next_at + next_size;
        if (next == '/' && end < text_.size() && next_at == end && end + 1 < text_.size() &&
            is_ascii_digit(text_[end + 1])) {
            return skip_run(end + 1);
        }
        if (next == '.' && !n.chinese && end + 1 < text_.size() && is_ascii_digit(text_[end + 1])) {
            return skip_run(end);
        }
        if ((next == ':' || next == 0xFF1A) && !n.chinese && n.integer_digits <= 2) {
            const std::size_t minutes = next_at + next_size;
            if (minutes + 1 < text_.size() && is_ascii_digit(text_[minutes]) &&
                is_ascii_digit(text_[minutes + 1]) &&
                (minutes + 2 >= text_.size() || !is_ascii_digit(text_[minutes + 2]))) {
                std::uint32_t size = 0;
                if (next == ':' || find_unit(behind(minutes + 2), size) == nullptr)
                    return minutes + 2;
            }
        }
        if (next == '+' || next == '#' || next == 0xD7 || next == '*') return next_at + next_size;
        const std::string_view left = before(at);
        if (plausible_year(n)) {
            const bool opened = left.ends_with(kOpenBracket) || left.ends_with("(") ||
                                left.ends_with(kFlatOpenBracket) || left.ends_with("[");
            std::uint32_t size = 0;
            if (opened && find_unit(behind(next_at), size) == nullptr) return end;
        }
        if (text_[at] == '0' && n.integer_digits > 1) return skip_run(at);
        if ((end - at == 3 || end - at == 5) &&
            std::find(kServiceNumbers.begin(), kServiceNumbers.end(), text_.substr(at, end - at)) !=
                kServiceNumbers.end() &&
            starts_with_any(behind(end), kServiceWords) != 0) {
            return end;
        }
        return 0;
    }

    // "35-64 sui", "1-12 yue", "7 shi-9 shi", "5%-10%", "2022-2024". Returns where it ends, or 0.
    std::size_t try_range(std::size_t at, std::size_t end, const Numeral& low, const Unit* low_unit,
                          std::uint32_t unit_size) {
        std::size_t mark = low_unit != nullptr ? after_blank(end) + unit_size : end;
        mark = after_blank(mark);
        if (mark >= text_.size() || tables_.range_marks.at(char_at(mark)).empty()) return 0;
        const std::size_t mark_size = starts_with_any(behind(mark), kRangeMarks);
        if (mark_size == 0) return 0;
        const std::size_t from = after_blank(mark + mark_size);
        if (from >= text_.size()) return 0;
        const char32_t first = char_at(from);
        if (!(first >= '0' && first <= '9') && numeral_class(first) == NumeralClass::kNone)
            return 0;
        auto high = parse_numeral(text_.substr(from, 160));
        if (!high) return 0;
        const std::size_t high_end = from + high->size;
        const std::size_t next_at = after_blank(high_end);
        const char32_t next = char_at(next_at);
        if (low_unit == nullptr) {
            if (next == kMonthChar || next == kDayChar || next == kNumberChar) return high_end;
            if (plausible_year(low) && plausible_year(*high)) return high_end;
            if (text_[mark] == '-' && char_at(high_end) == '-')
                return std::max(high_end, skip_phone(at));
        }
        const Unit* high_unit = unit_at(high_end, *high, unit_size);
        if (high_unit == nullptr) {
            // A rank from one to another, or two numbers that are no range.
            return low_unit == nullptr ? high_end : 0;
        }
        const std::size_t unit_begin = after_blank(high_end);
        if (next == kYearChar && plausible_year(*high)) return high_end;
        if (low_unit != nullptr && low_unit->family != high_unit->family) return 0;
        if (low.value >= high->value && !low.scaled && !high->scaled) return 0;
        if (suppressed(at, end, unit_begin + unit_size, low, *high_unit))
            return unit_begin + unit_size;
        Quantity q;
        q.family = high_unit->family;
        q.kind = high_unit->kind;
        q.chinese = low.chinese;
        q.number = span(at, end);
        q.span = low_unit != nullptr ? span(at, mark) : q.number;
        q.unit = span(unit_begin, unit_begin + unit_size);
        q.value = low.value;
        if (low_unit == nullptr && !low.scaled) q.value = scale_like(low, high_end, *high);
        q.comparator = Comparator::kAtLeast;
        q.range_low = true;
        keep(q);
        q.number = span(from, high_end);
        q.span = span(from, unit_begin + unit_size);
        q.value = high->value;
        q.comparator = Comparator::kAtMost;
        q.range_low = false;
        q.range_high = true;
        keep(q);
        return unit_begin + unit_size;
    }

    // "3 to 5 wan": the scale of the high end is the low end's too.
    Decimal scale_like(const Numeral& low, std::size_t high_end, const Numeral& high) const {
        if (high.chinese) {
            // Without a scale of its own, and where the range would still rise.
            const CodePoint last = decode_before(text_, high_end);
            const int power = last.value == kTenThousand      ? 4
                              : last.value == kHundredMillion ? 8
                                                              : 0;
            const Decimal scaled = low.value.scaled(power);
            return low.value < Decimal(1).scaled(4) && scaled < high.value ? scaled : low.value;
        }
        if (!high.scaled) return low.value;
        const std::size_t from = high_end - high.size;
        std::size_t digits = from;
        while (digits < high_end &&
               (is_ascii_digit(text_[digits]) || text_[digits] == '.' || text_[digits] == ','))
            ++digits;
        const auto plain = Decimal::parse(text_.substr(from, digits - from));
        if (!plain || plain->is_zero()) return low.value;
        const auto factor = high.value.divided(*plain, 0);
        return factor && factor->mantissa() == 1 ? low.value * *factor : low.value;
    }

    std::size_t skip_phone(std::size_t at) const {
        while (at < text_.size() && (is_ascii_digit(text_[at]) || text_[at] == '-')) ++at;
        return at;
    }

    // The unit behind a number, one blank allowed; null if none or if it is no unit here.
    const Unit* unit_at(std::size_t end, const Numeral& n, std::uint32_t& size) const {
        const std::size_t from = after_blank(end);
        const Unit* unit = find_unit(behind(from), size);
        if (unit == nullptr) return nullptr;
        if (n.chinese && !unit->after_chinese && unit->text != kPercentSign) return nullptr;
        return unit;
    }
    static constexpr std::string_view kPercentSign = "%";

    std::size_t single(std::size_t at, std::size_t end, const Numeral& n, const Unit* unit,
                       std::uint32_t unit_size) {
        if (unit == nullptr) return bare(at, end, n);
        const std::size_t unit_begin = after_blank(end);
        const std::size_t unit_end = unit_begin + unit_size;
        if (suppressed(at, end, unit_end, n, *unit)) return unit_end;
        Quantity q;
        q.span = span(at, unit_end);
        q.number = span(at, end);
        q.unit = span(unit_begin, unit_end);
        q.value = n.value;
        q.family = unit->family;
        q.kind = unit->kind;
        q.chinese = n.chinese;
        const bool about = n.approximate || (n.chinese && char_before(at) == kSeveral);
        q.comparator = about ? Comparator::kAbout : comparator(at, unit_end);
        q.rounded = q.comparator == Comparator::kAbout || (n.scaled && !n.chinese);
        // A fall or a loss written with a sign.
        if (const std::size_t sign = minus_before(at, q.kind)) {
            q.value = -q.value;
            q.span.begin -= static_cast<std::uint32_t>(sign);
        }
        keep(q);
        return unit_end;
    }

    // Bytes of the minus sign before a number, 0 where it has none.
    std::size_t minus_before(std::size_t at, QuantityKind kind) const {
        for (const std::string_view sign : kNegativeSigns) {
            if (!text_.substr(0, at).ends_with(sign)) continue;
            const std::size_t begin = at - sign.size();
            const bool share = kind == QuantityKind::kPercent && sign.size() == 1 &&
                               (begin == 0 || is_wide(char_before(begin)));
            return share || ends_with_any(text_.substr(0, begin), kSignedNouns) ? sign.size() : 0;
        }
        return 0;
    }

    // A number with a scale but no unit, alone in brackets, or all that a text holds.
    std::size_t bare(std::size_t at, std::size_t end, const Numeral& n) {
        const std::size_t next_at = after_blank(end);
        const std::string_view left = trimmed(before(at));
        const std::string_view right = behind(next_at);
        const bool opened = left.ends_with(kOpenBracket) || left.ends_with("(");
        const bool closed = right.starts_with(kCloseBracket) || right.starts_with(")");
        if (n.chinese && !n.scaled && !(n.value >= Decimal(10000))) return skip_run(at);
        const bool counts = n.scaled || (n.chinese && n.value >= Decimal(10000)) ||
                            alone(at, end) || (opened && closed && !list_mark(at, end));
        if (!counts || (n.chinese && !is_han(char_at(next_at)))) return std::max(end, skip_run(at));
        if (starts_with_any(right, kNamesBehind) != 0 && n.chinese) return end;
        Quantity q;
        q.span = span(at, end);
        q.number = q.span;
        q.unit = span(end, end);
        q.value = n.value;
        q.chinese = n.chinese;
        q.bracketed = opened && closed;
        q.comparator = n.approximate ? Comparator::kAbout : comparator(at, end);
        q.rounded = n.approximate || q.comparator == Comparator::kAbout || n.scaled;
        keep(q);
        return end;
    }

    // True where the text holds nothing else.
    bool alone(std::size_t at, std::size_t end) {
        if (first_visible_ == std::string_view::npos) {
            first_visible_ = text_.size() - trimmed_front(text_).size();
        }
        return at <= first_visible_ && trimmed(text_.substr(end)).empty();
    }
    static std::string_view trimmed_front(std::string_view text) {
        while (!text.empty()) {
            const CodePoint c = decode_at(text, 0);
            if (!is_blank(c.value) && c.value != '\n') break;
            text.remove_prefix(c.size);
        }
        return text;
    }

    // (1) at the beginning of an item.
    bool list_mark(std::size_t at, std::size_t end) const {
        if (end - at > 2) return false;
        const std::string_view left = trimmed(before(at));
        const CodePoint bracket = left.empty() ? CodePoint{} : decode_before(left, left.size());
        const std::string_view earlier =
            trimmed(left.substr(0, left.size() - (left.empty() ? 0 : bracket.size)));
        if (earlier.empty()) return true;
        return ends_with_any(earlier, kClauseEnds) ||
               before(at).find('\n') != std::string_view::npos;
    }

    // A numeral with a unit that counts nothing: a rank, a name, a set term, an indefinite one.
    bool suppressed(std::size_t at, std::size_t end, std::size_t unit_end, const Numeral& n,
                    const Unit& unit) const {
        const std::string_view left = before(at);
        const std::string_view right = behind(unit_end);
        if (unit.text == kNumberedThings[0]) return true;
        if (left.ends_with(kFormerly) && unit.kind == QuantityKind::kCount &&
            (unit.family == UnitFamily::kThing || unit.family == UnitFamily::kPerson ||
             unit.family == UnitFamily::kEvent)) {
            return true;
        }
        if (!n.chinese) {
            if (unit.family == UnitFamily::kTime && unit.text.size() == 3 &&
                char_at(after_blank(end)) == kYearChar) {
                return starts_with_any(right, kYearNames) != 0 ||
                       starts_with_any(behind(unit_end), kNamesOfYears) != 0;
            }
            return unit.family == UnitFamily::kThing &&
                   tables_.numbered_things.touches(behind(after_blank(end)));
        }
        if (tables_.set_terms.touches(text_.substr(at))) return true;
        const char32_t first = char_at(at);
        const bool single_character = n.size == decode_at(text_, at).size;
        if (single_character && first == kTwoOrdinal)
            return true;  // er with a measure word is an ordinal
        if (single_character && first == kOneChar) return !one_counts(at, unit);
        if (unit.family == UnitFamily::kTime && char_at(end) == kYearChar) {
            return starts_with_any(right, kYearNames) != 0 ||
                   starts_with_any(right, kNamesOfYears) != 0;
        }
        if (unit.family == UnitFamily::kRegion) {
            return starts_with_any(right, kRegionNameBehind) != 0 || n.value > Decimal(200);
        }
        if (unit.family == UnitFamily::kKind && starts_with_any(right, kRankNouns) != 0) {
            return true;
        }
        return false;
    }

    // Only within the same clause, and at most so many characters back.
    bool one_counts(std::size_t at, const Unit& unit) const {
        if (!unit.after_one) return false;
        const std::size_t first = at > kWindow ? at - kWindow : 0;
        std::size_t end = at;
        for (int between = 0; between < kOneReach && end > first; ++between) {
            const CodePoint c = decode_before(text_, end);
            for (const auto& [word, tag] : tables_.before.at(c.value)) {
                if ((tag.says & kEndsClause) != 0) return false;
                if ((tag.says & kSaysCounts) != 0 &&
                    between + static_cast<int>(word.size() / 3) <= kOneReach &&
                    stands_before(end, word, first)) {
                    return true;
                }
            }
            if (c.size > end - first) return false;
            end -= c.size;
        }
        return false;
    }

    // True where the word ends at `end` and does not begin before `first`.
    bool stands_before(std::size_t end, std::string_view word, std::size_t first) const {
        return word.size() <= end - first && WordIndex<BeforeTag>::ends_at(text_, end, word);
    }

    Comparator comparator(std::size_t at, std::size_t unit_end) const {
        if (const ComparatorWord* word = comparator_before(at)) return word->comparator;
        return comparator_behind(unit_end);
    }

    // The word that ends nearest to the number, and of those the longest; null if none.
    const ComparatorWord* comparator_before(std::size_t at) const {
        const std::size_t first = at > kWindow ? at - kWindow : 0;
        std::size_t end = at > 0 && text_[at - 1] == ' ' ? at - 1 : at;
        for (int between = 0; between <= kLongestReach && end > first; ++between) {
            const CodePoint c = decode_before(text_, end);
            for (const auto& [word, tag] : tables_.before.at(c.value)) {
                if ((tag.says & kEndsClause) != 0) return nullptr;
                if (tag.comparator == nullptr || between > tag.comparator->reach ||
                    !stands_before(end, word, first)) {
                    continue;
                }
                // "recently", "most recent", "attached" are no approximations.
                const bool near =
                    tag.comparator->comparator == Comparator::kAbout && tag.comparator->reach == 0;
                return near && near_is_time(end - word.size(), at) ? nullptr : tag.comparator;
            }
            if (is_ascii_digit(c.value) || c.size > end - first) return nullptr;
            end -= c.size;
        }
        return nullptr;
    }

    // Directly behind, after a bracket, or after a short noun.
    Comparator comparator_behind(std::size_t unit_end) const {
        std::string_view right = behind(unit_end);
        if (right.starts_with(' ')) right.remove_prefix(1);
        if (right.starts_with(kOpenBracket)) {
            const std::size_t close = right.substr(0, kShortBracket).find(kCloseBracket);
            if (close != std::string_view::npos) right.remove_prefix(close + kCloseBracket.size());
        }
        for (int between = 0; between <= kBehindReach && !right.empty(); ++between) {
            const CodePoint c = decode_at(right, 0);
            bool stop = false;
            for (const auto& [word, tag] : tables_.behind.at(c.value)) {
                if (!WordIndex<BehindTag>::begins(right, word)) continue;
                if (tag.comparator == nullptr) {
                    stop = true;
                } else if (between <= tag.comparator->reach &&
                           (word.size() != 3 || tag.comparator->comparator != Comparator::kAtMost ||
                            inside_means_within(unit_end))) {
                    return tag.comparator->comparator;
                }
            }
            if (stop || !is_han(c.value) || numeral_class(c.value) != NumeralClass::kNone) break;
            right.remove_prefix(c.size);
        }
        return Comparator::kEqual;
    }

    // "nei" means "within" behind a time or a share only; elsewhere it is "inside".
    bool inside_means_within(std::size_t unit_end) const {
        const std::string_view left = before(unit_end);
        return ends_with_any(left, kTimeUnits);
    }

    bool near_is_time(std::size_t word_at, std::size_t at) const {
        if (ends_with_any(text_.substr(0, word_at), kNearCompounds)) return true;
        const std::string_view ahead = behind(at);
        std::size_t i = 0;
        while (i < ahead.size() && (is_ascii_digit(ahead[i]) || ahead[i] == ' ')) ++i;
        while (i < ahead.size() &&
               numeral_class(decode_at(ahead, i).value) != NumeralClass::kNone) {
            i += decode_at(ahead, i).size;
        }
        return ahead.substr(i).starts_with(kYearText) &&
               text_.substr(word_at).starts_with(kNearText);
    }

    // "gong" for altogether is also the end of "public" and the beginning of "shared".
    bool inside_another_word(std::size_t end) const {
        return text_.substr(0, end).ends_with(kPublic) ||
               starts_with_any(text_.substr(end), kAfterShared) != 0;
    }

    // What the words of the clause before a number say; the quantity before it ends the clause.
    struct Clause {
        std::uint16_t says = 0;
        bool each = false;       // "each" shortly before the number
        bool goal_near = false;  // the goal's noun likewise
    };
    Clause clause_before(std::size_t at) const {
        Clause clause;
        std::size_t first = at > kWindow ? at - kWindow : 0;
        if (!out_.empty()) first = std::max<std::size_t>(first, out_.back().span.end);
        bool each_seen = false;
        std::size_t end = at;
        for (int between = 0; end > first; ++between) {
            const CodePoint c = decode_before(text_, end);
            for (const auto& [word, tag] : tables_.before.at(c.value)) {
                if ((tag.says & kEndsClause) != 0) return clause;
                if (!stands_before(end, word, first)) continue;
                if (word == kAltogether && inside_another_word(end)) continue;
                clause.says |= tag.says;
                if ((tag.says & kSaysEach) != 0 && !each_seen) {
                    each_seen = true;
                    clause.each = between <= kEachReach;
                }
                if ((tag.says & kSaysGoalNoun) != 0 && between <= kGoalReach)
                    clause.goal_near = true;
            }
            if (c.size > end - first) break;
            end -= c.size;
        }
        return clause;
    }

    // A word for a standard or a rate shortly before, in this clause or the one before it.
    bool level_before(std::size_t at) const {
        const std::size_t first = at > kLevelWindow ? at - kLevelWindow : 0;
        for (std::size_t end = at; end > first;) {
            const CodePoint c = decode_before(text_, end);
            for (const auto& [word, tag] : tables_.before.at(c.value)) {
                if ((tag.says & kSaysLevel) != 0 && stands_before(end, word, first)) return true;
            }
            if (c.size > end - first) break;
            end -= c.size;
        }
        return false;
    }

    void keep(Quantity& q) {
        const Clause clause = clause_before(q.span.begin);
        q.each = clause.each;
        q.of_which = (clause.says & kSaysOfWhich) != 0;
        q.mode = mode(q, clause);
        if (out_.empty())
            out_.reserve(std::min<std::size_t>((text_.size() - q.span.begin) / 64 + 2, 4096));
        out_.push_back(q);
    }

    Mode mode(const Quantity& q, const Clause& clause) const {
        if (q.kind == QuantityKind::kPercent) {
            if ((clause.says & kSaysCompletion) != 0) return Mode::kShareOfGoal;
            if (clause.goal_near && (clause.says & kSaysGoalVerb) != 0) return Mode::kShareOfGoal;
            return (clause.says & kSaysChange) != 0 ? Mode::kIncrement : Mode::kLevel;
        }
        if (q.kind == QuantityKind::kMoney && level_before(q.span.begin)) return Mode::kLevel;
        if ((clause.says & kSaysIncrement) != 0) return Mode::kIncrement;
        return (clause.says & kSaysCumulative) != 0 ? Mode::kCumulative : Mode::kNone;
    }

    static Span span(std::size_t begin, std::size_t end) {
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    std::string_view text_;
    const Tables& tables_ = tables();
    std::vector<Quantity> out_;
    std::size_t no_title_end_before_ = 0;
    std::size_t first_visible_ = std::string_view::npos;  // of the text, once it is asked for
};

}  // namespace

std::string_view name_of(Comparator comparator) {
    constexpr std::array<std::string_view, 6> kNames{"eq", "ge", "gt", "le", "lt", "approx"};
    return kNames[static_cast<std::size_t>(comparator)];
}

std::string_view name_of(Mode mode) {
    constexpr std::array<std::string_view, 6> kNames{"",          "share_of_goal", "cumulative",
                                                     "increment", "level",         "total"};
    return kNames[static_cast<std::size_t>(mode)];
}

std::vector<Quantity> extract_quantities(std::string_view text) { return Extractor(text).run(); }

}  // namespace duban
