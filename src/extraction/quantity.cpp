#include "extraction/quantity.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "extraction/numeral.h"
#include "extraction/numeral_words.h"
#include "extraction/quantity_words.h"

namespace duban {
namespace {

constexpr std::size_t kWindow = 60;  // bytes looked at on either side of a number: 20 characters

// What a character of the basic plane is to the scan. Everything that is 0 is passed over.
enum : std::uint8_t { kPass, kAsciiDigit, kNumeral, kOpenTitle, kCloseTitle, kOpenQuote, kCloseQuote, kPercentWord };

struct ScanTable {
    std::array<std::uint8_t, 0x10000> of{};
    ScanTable() {
        for (char32_t c = '0'; c <= '9'; ++c) of[c] = kAsciiDigit;
        for (char32_t c = 0x80; c < 0x10000; ++c) {
            const NumeralClass n = numeral_class(c);
            if (n == NumeralClass::kDigit || (n == NumeralClass::kUnit && c == kTenChar)) of[c] = kNumeral;
        }
        of[kTitleOpen] = kOpenTitle;
        of[kTitleClose] = kCloseTitle;
        of[kQuoteOpen] = kOpenQuote;
        of[kQuoteClose] = kCloseQuote;
        of[decode_at(kPercentOf, 0).value] = kPercentWord;
    }
};

const ScanTable& scan_table() {
    static const ScanTable t;
    return t;
}

template <class Words>
std::size_t starts_with_any(std::string_view text, const Words& words) {
    for (const std::string_view word : words) {
        if (text.starts_with(word)) return word.size();
    }
    return 0;
}

template <class Words>
bool ends_with_any(std::string_view text, const Words& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.ends_with(word); });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Extractor {
  public:
    explicit Extractor(std::string_view text) : text_(text) {}

    std::vector<Quantity> run() {
        const auto& table = scan_table().of;
        const auto* bytes = reinterpret_cast<const unsigned char*>(text_.data());
        const std::size_t size = text_.size();
        std::size_t at = 0;
        while (at < size) {
            const unsigned char c = bytes[at];
            if (c < 0x80) {
                if (c >= '0' && c <= '9') {
                    at = number(at);
                } else {
                    ++at;
                }
                continue;
            }
            if (c >= 0xE0 && c < 0xF0 && at + 2 < size) {
                const unsigned p = (c & 0x0FU) << 12 | (bytes[at + 1] & 0x3FU) << 6 | (bytes[at + 2] & 0x3FU);
                const std::uint8_t what = table[p];
                if (what == kPass) {
                    at += 3;
                } else {
                    at = special(at, what);
                }
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
    char32_t char_before(std::size_t at) const { return at > 0 ? decode_before(text_, at).value : 0; }
    std::size_t after_blank(std::size_t at) const {
        return at < text_.size() && text_[at] == ' ' ? at + 1 : at;
    }

    std::size_t special(std::size_t at, std::uint8_t what) {
        switch (what) {
            case kOpenTitle: {
                // Titles of documents are names whole.
                const std::size_t close = text_.substr(at, 1200).find(kCloseTitleText);
                return close == std::string_view::npos ? at + 3 : at + close + 3;
            }
            case kOpenQuote: {
                // So are short terms in quotation marks.
                const std::size_t close = text_.substr(at, kShortQuote).find(kCloseQuoteText);
                return close == std::string_view::npos ? at + 3 : at + close + 3;
            }
            case kPercentWord:
                if (text_.substr(at).starts_with(kPercentOf)) return percent_in_words(at);
                return at + 3;
            case kNumeral: return number(at);
            default: return at + 3;
        }
    }

    static constexpr std::size_t kShortQuote = 48;

    std::size_t percent_in_words(std::size_t at) {
        const std::size_t from = at + kPercentOf.size();
        const auto numeral = parse_numeral(text_.substr(from, 160));
        if (!numeral) return from;
        Quantity q;
        const std::size_t end = from + numeral->size;
        q.span = span(at, end);
        q.number = q.span;
        q.unit = span(at, at);
        q.value = numeral->value;
        q.kind = QuantityKind::kPercent;
        q.family = UnitFamily::kPercent;
        q.comparator = comparator(at, end);
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
        if (const std::size_t range = try_range(at, end, *numeral)) return range;
        return single(at, end, *numeral);
    }

    // Past all digits and numeral characters that belong to the same name.
    std::size_t skip_run(std::size_t at) const {
        if (is_digit(text_[at])) {
            while (at < text_.size() && (is_digit(text_[at]) || text_[at] == '.' || text_[at] == ',')) ++at;
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
            // A unit of time or a ratio before the slash is a ratio; a Latin letter begins a name (BOD5).
            return true;
        }
        if (last == '.' && at > 1 && is_digit(text_[at - 2])) return true;
        if (last == '-' && at > 1) {
            const char32_t earlier = char_before(at - 1);
            if (is_ascii_letter(earlier) || (earlier >= '0' && earlier <= '9')) return true;
        }
        const std::string_view left = before(at);
        if (left.ends_with(kNamesBefore[0])) return true;  // the ordinal mark
        if (chinese) {
            for (std::size_t i = 2; i < kNamesBefore.size(); ++i) {
                if (left.ends_with(kNamesBefore[i])) return true;
            }
            // Inside a longer word of Latin letters and numerals no Chinese numeral counts.
        }
        return false;
    }

    bool plausible_year(const Numeral& n) const {
        return n.integer_digits == 4 && n.value.is_integer() && !n.scaled && n.value >= Decimal(1900) &&
               n.value <= Decimal(2100);
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
            (starts_with_any(rest, kYearEnds) != 0 || (!rest.empty() && is_digit(rest[0])))) {
            return next_at + next_size;
        }
        if (next == kMonthChar) return next_at + next_size;
        if (next == kDayChar && starts_with_any(rest, kDayStays) == 0) return next_at + next_size;
        if (next == kNumberChar) return next_at + next_size;
        if (next == '/' && end < text_.size() && next_at == end && end + 1 < text_.size() && is_digit(text_[end + 1])) {
            return skip_run(end + 1);
        }
        if (next == '.' && !n.chinese && end + 1 < text_.size() && is_digit(text_[end + 1])) {
            return skip_run(end);
        }
        if ((next == ':' || next == 0xFF1A) && !n.chinese && n.integer_digits <= 2) {
            const std::size_t minutes = next_at + next_size;
            if (minutes + 1 < text_.size() && is_digit(text_[minutes]) && is_digit(text_[minutes + 1]) &&
                (minutes + 2 >= text_.size() || !is_digit(text_[minutes + 2]))) {
                std::uint32_t size = 0;
                if (next == ':' || find_unit(behind(minutes + 2), size) == nullptr) return minutes + 2;
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
        if (std::find(kServiceNumbers.begin(), kServiceNumbers.end(), text_.substr(at, end - at)) !=
                kServiceNumbers.end() &&
            starts_with_any(behind(end), kServiceWords) != 0) {
            return end;
        }
        return 0;
    }

    // "35-64 sui", "1-12 yue", "7 shi-9 shi", "5%-10%", "2022-2024". Returns where it ends, or 0.
    std::size_t try_range(std::size_t at, std::size_t end, const Numeral& low) {
        std::uint32_t unit_size = 0;
        const Unit* low_unit = unit_at(end, low, unit_size);
        std::size_t mark = low_unit != nullptr ? after_blank(end) + unit_size : end;
        mark = after_blank(mark);
        const std::size_t mark_size = starts_with_any(behind(mark), kRangeMarks);
        if (mark_size == 0) return 0;
        const std::size_t from = after_blank(mark + mark_size);
        if (from >= text_.size()) return 0;
        const char32_t first = char_at(from);
        if (!(first >= '0' && first <= '9') && numeral_class(first) == NumeralClass::kNone) return 0;
        auto high = parse_numeral(text_.substr(from, 160));
        if (!high) return 0;
        const std::size_t high_end = from + high->size;
        const std::size_t next_at = after_blank(high_end);
        const char32_t next = char_at(next_at);
        if (low_unit == nullptr) {
            if (next == kMonthChar || next == kDayChar || next == kNumberChar) return high_end;
            if (plausible_year(low) && plausible_year(*high)) return high_end;
            if (text_[mark] == '-' && char_at(high_end) == '-') return skip_phone(at);
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
        if (suppressed(at, end, unit_begin + unit_size, low, *high_unit)) return unit_begin + unit_size;
        Quantity q;
        q.family = high_unit->family;
        q.kind = high_unit->kind;
        q.chinese = low.chinese;
        q.number = span(at, end);
        q.span = low_unit != nullptr ? span(at, mark) : q.number;
        q.unit = span(unit_begin, unit_begin + unit_size);
        q.value = low.value;
        if (low_unit == nullptr && high->scaled && !low.scaled) q.value = scale_like(low.value, high_end, *high);
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
    Decimal scale_like(const Decimal& low, std::size_t high_end, const Numeral& high) const {
        const std::size_t from = high_end - high.size;
        std::size_t digits = from;
        while (digits < high_end && (is_digit(text_[digits]) || text_[digits] == '.' || text_[digits] == ',')) ++digits;
        const auto plain = Decimal::parse(text_.substr(from, digits - from));
        if (!plain || plain->is_zero()) return low;
        const auto factor = high.value.divided(*plain, 0);
        return factor ? low * *factor : low;
    }

    std::size_t skip_phone(std::size_t at) const {
        while (at < text_.size() && (is_digit(text_[at]) || text_[at] == '-')) ++at;
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

    std::size_t single(std::size_t at, std::size_t end, const Numeral& n) {
        std::uint32_t unit_size = 0;
        const Unit* unit = unit_at(end, n, unit_size);
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
        q.comparator = n.approximate ? Comparator::kAbout : comparator(at, unit_end);
        q.rounded = n.approximate || q.comparator == Comparator::kAbout || (n.scaled && !n.chinese);
        // A fall written with a sign.
        if (at > 0 && text_[at - 1] == '-' && q.kind == QuantityKind::kPercent &&
            (at == 1 || is_wide(char_before(at - 1)))) {
            q.value = -q.value;
            q.span.begin -= 1;
        }
        keep(q);
        return unit_end;
    }

    // A number with a scale but no unit, alone in brackets, or all that a text holds.
    std::size_t bare(std::size_t at, std::size_t end, const Numeral& n) {
        const std::size_t next_at = after_blank(end);
        const std::string_view left = trimmed(before(at));
        const std::string_view right = behind(next_at);
        const bool opened = left.ends_with(kOpenBracket) || left.ends_with("(");
        const bool closed = right.starts_with(kCloseBracket) || right.starts_with(")");
        const bool alone = trimmed(text_.substr(0, at)).empty() && trimmed(text_.substr(end)).empty();
        if (n.chinese && !n.scaled && !(n.value >= Decimal(10000))) return skip_run(at);
        const bool counts = n.scaled || (n.chinese && n.value >= Decimal(10000)) || alone ||
                            (opened && closed && !list_mark(at, end));
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

    // (1) at the beginning of an item.
    bool list_mark(std::size_t at, std::size_t end) const {
        if (end - at > 2) return false;
        const std::string_view left = trimmed(before(at));
        const CodePoint bracket = left.empty() ? CodePoint{} : decode_before(left, left.size());
        const std::string_view earlier =
            trimmed(left.substr(0, left.size() - (left.empty() ? 0 : bracket.size)));
        if (earlier.empty()) return true;
        return ends_with_any(earlier, kClauseEnds) || before(at).find('\n') != std::string_view::npos;
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
            if (unit.family == UnitFamily::kTime && unit.text.size() == 3 && char_at(after_blank(end)) == kYearChar) {
                return starts_with_any(right, kYearNames) != 0 || starts_with_any(behind(unit_end), kNamesOfYears) != 0;
            }
            if (unit.family == UnitFamily::kThing && starts_with_any(behind(after_blank(end)), kNumberedThings) != 0) {
                return true;
            }
            return false;
        }
        for (const std::string_view term : kSetTerms) {
            if (text_.substr(at, term.size()) == term) return true;
        }
        const char32_t first = char_at(at);
        const bool single_character = n.size == decode_at(text_, at).size;
        if (single_character && first == kTwoOrdinal) return true;  // er with a measure word is an ordinal
        if (single_character && first == kOneChar) return !one_counts(left, unit);
        if (unit.family == UnitFamily::kTime && char_at(end) == kYearChar) {
            return starts_with_any(right, kYearNames) != 0 || starts_with_any(right, kNamesOfYears) != 0;
        }
        if (unit.family == UnitFamily::kRegion) {
            return starts_with_any(right, kRegionNameBehind) != 0 || n.value > Decimal(200);
        }
        if (unit.family == UnitFamily::kKind && starts_with_any(right, kRankNouns) != 0) {
            return true;
        }
        return false;
    }

    // Only within the same clause.
    bool one_counts(std::string_view left, const Unit& unit) const {
        if (!unit.after_one) return false;
        const std::string_view clause = clause_tail(left);
        // At most eight characters back.
        std::size_t from = clause.size();
        for (int i = 0; i < 8 && from > 0; ++i) from -= decode_before(clause, from).size;
        return contains_any(clause.substr(from), kMakesOneCount);
    }

    // From the last end of a clause on.
    static std::string_view clause_tail(std::string_view left) {
        std::size_t from = 0;
        for (const std::string_view end : kClauseEnds) {
            const std::size_t found = left.rfind(end);
            if (found != std::string_view::npos) from = std::max(from, found + end.size());
        }
        return left.substr(from);
    }

    static bool has_digit(std::string_view s) {
        return std::any_of(s.begin(), s.end(), is_digit);
    }

    Comparator comparator(std::size_t at, std::size_t unit_end) const {
        // Before: the word that ends nearest, and of those the longest.
        std::string_view left = before(at);
        if (left.ends_with(' ')) left.remove_suffix(1);
        const std::string_view clause = clause_tail(left);
        const ComparatorWord* best = nullptr;
        std::size_t best_end = 0;
        for (const ComparatorWord& word : kBeforeNumber) {
            const std::size_t found = clause.rfind(word.word);
            if (found == std::string_view::npos) continue;
            const std::size_t word_end = found + word.word.size();
            const std::string_view between = clause.substr(word_end);
            if (static_cast<int>(code_points(between)) > word.reach || has_digit(between)) continue;
            if (best == nullptr || word_end > best_end ||
                (word_end == best_end && word.word.size() > best->word.size())) {
                best = &word;
                best_end = word_end;
            }
        }
        // "recently", "most recent", "attached" are no approximations.
        if (best != nullptr && best->comparator == Comparator::kAbout && best->reach == 0) {
            if (near_is_time(clause, best_end - best->word.size(), at)) best = nullptr;
        }
        if (best != nullptr) return best->comparator;
        // Behind: directly, after a bracket, or after a short noun.
        std::string_view right = behind(unit_end);
        if (right.starts_with(' ')) right.remove_prefix(1);
        if (right.starts_with(kOpenBracket)) {
            const std::size_t close = right.find(kCloseBracket);
            if (close != std::string_view::npos && close <= 18) right.remove_prefix(close + kCloseBracket.size());
        }
        std::size_t skipped = 0;
        for (int reach = 0; reach <= 4 && skipped < right.size(); ++reach) {
            const std::string_view rest = right.substr(skipped);
            for (const ComparatorWord& word : kBehindNumber) {
                if (reach > word.reach || !rest.starts_with(word.word)) continue;
                if (word.word.size() == 3 && word.comparator == Comparator::kAtMost &&
                    !inside_means_within(unit_end)) {
                    continue;
                }
                return word.comparator;
            }
            if (starts_with_any(rest, kStopsReach) != 0) break;
            const CodePoint c = decode_at(rest, 0);
            if (!is_han(c.value) || numeral_class(c.value) != NumeralClass::kNone) break;
            skipped += c.size;
        }
        return Comparator::kEqual;
    }

    // "nei" means "within" behind a time or a share only; elsewhere it is "inside".
    bool inside_means_within(std::size_t unit_end) const {
        const std::string_view left = before(unit_end);
        return ends_with_any(left, kTimeUnits);
    }

    bool near_is_time(std::string_view clause, std::size_t word_at, std::size_t at) const {
        const std::string_view earlier = clause.substr(0, word_at);
        if (ends_with_any(earlier, kNearCompounds)) return true;
        const std::string_view ahead = behind(at);
        std::size_t i = 0;
        while (i < ahead.size() && (is_digit(ahead[i]) || ahead[i] == ' ')) ++i;
        while (i < ahead.size() && numeral_class(decode_at(ahead, i).value) != NumeralClass::kNone) {
            i += decode_at(ahead, i).size;
        }
        return ahead.substr(i).starts_with(kYearText) && clause.substr(word_at).starts_with(kNearText);
    }

    // "each" at most four characters before the number.
    static bool each_near(std::string_view clause) {
        const std::size_t found = clause.rfind(kEach);
        return found != std::string_view::npos && code_points(clause.substr(found)) <= 6;
    }

    void keep(Quantity& q) {
        const std::string_view left = before(q.span.begin);
        std::string_view clause = clause_tail(left);
        if (!out_.empty() && out_.back().span.end > q.span.begin - clause.size()) {
            const std::size_t cut = out_.back().span.end;
            clause = text_.substr(cut, q.span.begin - cut);
        }
        q.each = each_near(clause);
        q.of_which = contains_any(clause, kOfWhich);
        q.mode = mode(q, clause, left);
        out_.push_back(q);
    }

    Mode mode(const Quantity& q, std::string_view clause, std::string_view left) const {
        if (q.kind == QuantityKind::kPercent) {
            if (share_of_goal(clause)) return Mode::kShareOfGoal;
            if (contains_any(clause, kChangeWords)) return Mode::kIncrement;
            return Mode::kLevel;
        }
        if (contains_any(left.substr(left.size() - std::min<std::size_t>(left.size(), 30)), kLevelWords) &&
            q.kind == QuantityKind::kMoney) {
            return Mode::kLevel;
        }
        if (contains_any(clause, kIncrementWords)) return Mode::kIncrement;
        if (contains_any(clause, kCumulativeWords)) return Mode::kCumulative;
        return Mode::kNone;
    }

    static bool share_of_goal(std::string_view clause) {
        if (clause.find(kCompletionRate) != std::string_view::npos) return true;
        // The goal's noun must be near the number: at most five characters between.
        std::size_t noun_end = std::string_view::npos;
        for (const std::string_view noun : kGoalNouns) {
            const std::size_t found = clause.rfind(noun);
            if (found != std::string_view::npos && (noun_end == std::string_view::npos || found + noun.size() > noun_end)) {
                noun_end = found + noun.size();
            }
        }
        if (noun_end == std::string_view::npos) return false;
        if (code_points(clause.substr(noun_end)) > 5) return false;
        return contains_any(clause, kGoalVerbs);
    }

    static Span span(std::size_t begin, std::size_t end) {
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    std::string_view text_;
    std::vector<Quantity> out_;
};

}  // namespace

std::string_view name_of(Comparator comparator) {
    constexpr std::array<std::string_view, 6> kNames{"eq", "ge", "gt", "le", "lt", "approx"};
    return kNames[static_cast<std::size_t>(comparator)];
}

std::string_view name_of(Mode mode) {
    constexpr std::array<std::string_view, 6> kNames{"", "share_of_goal", "cumulative", "increment", "level", "total"};
    return kNames[static_cast<std::size_t>(mode)];
}

std::vector<Quantity> extract_quantities(std::string_view text) { return Extractor(text).run(); }

}  // namespace duban
