#include "extraction/numeral.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extraction/numeral_words.h"

namespace duban {
namespace {

constexpr std::size_t kMaxWhole = 17;  // digits before the point

// One byte a character of the basic plane: 0 nothing, 1 to 10 digit 0 to 9, 20 + power for a unit.
struct NumeralTable {
    std::array<std::uint8_t, 0x10000> of{};
    NumeralTable() {
        for (const auto& d : kNumeralDigits)
            of[d.character] = static_cast<std::uint8_t>(d.value + 1);
        for (const auto& u : kNumeralUnits)
            of[u.character] = static_cast<std::uint8_t>(u.value + 20);
    }
};

const NumeralTable& table() {
    static const NumeralTable t;
    return t;
}

int digit_of(char32_t c) {
    const int v = c < 0x10000 ? table().of[c] : 0;
    return v >= 1 && v <= 10 ? v - 1 : -1;
}

int power_of(char32_t c) {
    const int v = c < 0x10000 ? table().of[c] : 0;
    return v > 20 ? v - 20 : 0;
}

bool is_more_than(char32_t c) {
    return std::find(kMoreThan.begin(), kMoreThan.end(), c) != kMoreThan.end();
}

CodePoint peek(std::string_view text, std::size_t at) {
    return at < text.size() ? decode_at(text, at) : CodePoint{0, 0};
}

bool makes_a_unit(std::string_view text, std::size_t at, char32_t scale) {
    const CodePoint next = peek(text, at);
    if (scale == kKilo) {
        return std::find(kAfterKilo.begin(), kAfterKilo.end(), next.value) != kAfterKilo.end();
    }
    return scale == kHundred && next.value == kPart;
}

// A scale after digits: at most one of ten, hundred, thousand, then wan, then yi. Returns the power
// of ten and moves at; ten alone is no scale of Arabic digits.
int parse_scale(std::string_view text, std::size_t& at) {
    std::size_t now = at;
    int power = 0;
    int last = 0;
    for (int steps = 0; steps < 3; ++steps) {
        const CodePoint c = peek(text, now);
        const int p = power_of(c.value);
        if (p == 0 || p < last || (p == last && p < 4)) break;
        if (makes_a_unit(text, now + c.size, c.value)) break;
        if (last != 0 && p < 4) break;
        power += p;
        last = p;
        now += c.size;
    }
    if (power == 1) return 0;
    if (power != 0) at = now;
    return power;
}

Int128 ten_to(int n) {
    Int128 p = 1;
    while (n-- > 0) p *= 10;
    return p;
}

// Beyond what a Decimal is sure to add up: more than kMaxWhole digits before the point.
bool too_large(const Decimal& value) {
    const bool may_be = value.exponent() > 8 || value.mantissa() >= 1000000000;
    return may_be && value >= Decimal(1).scaled(static_cast<int>(kMaxWhole));
}

std::optional<Numeral> parse_arabic(std::string_view text) {
    Numeral out;
    std::size_t at = 0;
    const auto is_digit = [&](std::size_t i) {
        return i < text.size() && text[i] >= '0' && text[i] <= '9';
    };
    const auto digits = [&](std::size_t from) {
        std::size_t end = from;
        while (is_digit(end)) ++end;
        return end;
    };
    at = digits(0);
    const std::size_t whole = at;
    // Thousands commas only where they stand as they must.
    if (at <= 3) {
        while (at < text.size() && text[at] == ',' && digits(at + 1) == at + 4) at += 4;
    }
    out.integer_digits = static_cast<int>(whole);
    bool point = false;
    if (at + 1 < text.size() && text[at] == '.' && is_digit(at + 1)) {
        at = digits(at + 1);
        point = true;
    }
    const auto value = Decimal::parse(text.substr(0, at));
    if (!value || whole > kMaxWhole) return std::nullopt;
    out.value = *value;
    const auto scale_here = [&] {
        std::size_t from = at;
        if (from < text.size() && text[from] == ' ') ++from;
        const std::size_t before = from;
        const int power = parse_scale(text, from);
        if (from != before) at = from;
        return power;
    };
    int power = scale_here();
    if (power != 0) {
        out.value = out.value.scaled(power);
        out.scaled = true;
        // 3 wan 4000, 1 qian zero 20: further terms, each smaller than the scale before it.
        while (!point) {
            std::size_t from = at;
            if (digit_of(peek(text, from).value) == 0) from += peek(text, from).size;
            const std::size_t end = digits(from);
            if (end == from || end - from > 8) break;
            const auto term = Decimal::parse(text.substr(from, end - from));
            std::size_t after = end;
            const int term_power = parse_scale(text, after);
            if (!term || term->scaled(term_power) >= Decimal(1).scaled(power)) break;
            if (power_of(peek(text, after).value) != 0) break;
            out.value = out.value + term->scaled(term_power);
            at = after;
            if (term_power == 0) break;
            power = term_power;
        }
    }
    const CodePoint more = peek(text, at);
    if (is_more_than(more.value)) {
        out.approximate = true;
        at += more.size;
        if (!out.scaled) {
            if (const int p = parse_scale(text, at)) {
                out.value = out.value.scaled(p);
                out.scaled = true;
            }
        }
    } else if (more.value == ' ' && is_more_than(peek(text, at + 1).value)) {
        out.approximate = true;
        at += 1 + peek(text, at + 1).size;
    }
    out.size = static_cast<std::uint32_t>(at);
    return out;
}

std::optional<Numeral> parse_chinese(std::string_view text) {
    Numeral out;
    out.chinese = true;
    Int128 total = 0;    // closed by wan or yi
    Int128 section = 0;  // below ten thousand
    int digit = -1;
    int last_power = 0;
    bool after_zero = false;
    bool spelt = false;  // digits one by one
    Int128 spelt_value = 0;
    int count = 0;
    std::size_t at = 0;
    while (true) {
        const CodePoint c = peek(text, at);
        const int d = digit_of(c.value);
        const int p = power_of(c.value);
        if ((d < 0 && p == 0) || c.size == 0) break;
        if (++count > kMaxNumeral) return std::nullopt;
        if (d >= 0) {
            if (digit > 0 || spelt || (count == 2 && digit == 0)) {
                // A second digit in a row: read one by one, if nothing but digits came before.
                if (!spelt && (section != 0 || total != 0)) break;
                spelt = true;
                if (spelt_value > ten_to(16)) return std::nullopt;
                spelt_value = spelt_value * 10 + d;
                digit = d;
            } else if (d == 0 && (section != 0 || total != 0)) {
                after_zero = true;
                digit = -1;
            } else {
                digit = d;
                spelt_value = d;
            }
        } else {
            if (spelt) break;
            if (makes_a_unit(text, at + c.size, c.value)) break;
            const Int128 one = digit < 0 ? 0 : digit;
            if (p < 4) {
                if (digit < 0 && p != 1) {
                    // Without a digit only "a hundred and more" is a number.
                    if (at == 0 && is_more_than(peek(text, c.size).value)) {
                        section = ten_to(p);
                        last_power = p;
                        at = c.size;
                    }
                    break;
                }
                section += (digit < 0 ? 1 : one) * ten_to(p);
            } else {
                const Int128 group = section + one;
                if (p == 4) {
                    if (group == 0) {
                        if (total == 0) return std::nullopt;
                        if (last_power != 4 && last_power != 8) break;
                        total *= ten_to(4);
                    } else {
                        total += group * ten_to(4);
                    }
                } else {
                    if (group == 0 && total == 0) return std::nullopt;
                    total = total >= ten_to(8) && group != 0 ? total + group * ten_to(8)
                                                             : (total + group) * ten_to(8);
                }
                section = 0;
            }
            digit = -1;
            after_zero = false;
            last_power = p;
            if (total > ten_to(20)) return std::nullopt;
        }
        at += c.size;
    }
    if (at == 0) return std::nullopt;
    if (spelt) {
        out.digits_only = true;
        out.value = Decimal(spelt_value, 0);
        out.integer_digits = count;
    } else {
        Int128 value = total + section;
        if (digit > 0) {
            // Fifteen thousand written as one-wan-five: the digit counts tenths of the last unit.
            const bool short_form = !after_zero && last_power > 1 && value != 0;
            value += digit * (short_form ? ten_to(last_power - 1) : Int128{1});
        }
        out.value = Decimal(value, 0);
    }
    CodePoint next = peek(text, at);
    if (next.value == kNumeralPoint && last_power < 4 &&
        digit_of(peek(text, at + next.size).value) >= 0) {
        std::size_t from = at + next.size;
        int places = 0;
        Int128 fraction = 0;
        while (places < 8 && digit_of(peek(text, from).value) >= 0) {
            fraction = fraction * 10 + digit_of(peek(text, from).value);
            ++places;
            from += peek(text, from).size;
        }
        // Before "ten" it was the hour of a clock.
        if (power_of(peek(text, from).value) != 1) {
            out.value = out.value + Decimal(fraction, -places);
            at = from;
            if (const int p = parse_scale(text, at)) {
                out.value = out.value.scaled(p);
                out.scaled = true;
            }
        }
        next = peek(text, at);
    }
    if (is_more_than(next.value)) {
        out.approximate = true;
        at += next.size;
        if (last_power < 4) {
            if (const int p = parse_scale(text, at)) {
                out.value = out.value.scaled(p);
                out.scaled = true;
            }
        }
    }
    out.size = static_cast<std::uint32_t>(at);
    return out;
}

}  // namespace

NumeralClass numeral_class(char32_t c) {
    const int d = digit_of(c);
    if (d == 0) return NumeralClass::kZero;
    if (d > 0) return NumeralClass::kDigit;
    return power_of(c) != 0 ? NumeralClass::kUnit : NumeralClass::kNone;
}

std::optional<Numeral> parse_numeral(std::string_view text) {
    if (text.empty()) return std::nullopt;
    auto numeral = text[0] >= '0' && text[0] <= '9' ? parse_arabic(text) : parse_chinese(text);
    if (numeral && (numeral->scaled || numeral->chinese) && too_large(numeral->value))
        return std::nullopt;
    return numeral;
}

std::string chinese_numeral(long long value) {
    if (value == 0) return kWriteDigits[0];
    std::string out;
    bool zero = false;
    for (int section = 3; section >= 0; --section) {
        long long unit = 1;
        for (int i = 0; i < section; ++i) unit *= 10000;
        const long long part = value / unit % 10000;
        if (part == 0) {
            zero = zero || !out.empty();
            continue;
        }
        // Sections above yi: what stands before wan-yi and yi is one group times yi.
        long long place = 1000;
        for (int p = 3; p >= 0; --p, place /= 10) {
            const auto digit = static_cast<int>(part / place % 10);
            if (digit == 0) {
                zero = zero || !out.empty();
                continue;
            }
            if (zero) out += kWriteDigits[0];
            zero = false;
            if (!(digit == 1 && p == 1 && out.empty())) out += kWriteDigits[digit];
            out += kWritePlaces[p];
        }
        zero = false;
        if (section == 3 && value / 100000000 % 10000 != 0) {
            out += kWriteSections[1];  // wan, the yi follows with the next section
        } else {
            out += kWriteSections[section];
        }
    }
    return out;
}

}  // namespace duban
