#include "base/decimal.h"

#include <algorithm>
#include <cstdint>

namespace duban {
namespace {

constexpr int kMaxPlaces = 8;
constexpr int kMaxDigits = 25;  // 17 before the point and 8 behind it

Int128 power_of_ten(int n) {
    Int128 p = 1;
    while (n-- > 0) p *= 10;
    return p;
}

// Both mantissas at the smaller exponent.
int align(Int128& a, int ea, Int128& b, int eb) {
    const int e = std::min(ea, eb);
    a *= power_of_ten(ea - e);
    b *= power_of_ten(eb - e);
    return e;
}

Int128 divide_rounded(Int128 a, Int128 b) {
    const bool negative = (a < 0) != (b < 0);
    if (a < 0) a = -a;
    if (b < 0) b = -b;
    const Int128 q = (a + b / 2) / b;
    return negative ? -q : q;
}

}  // namespace

void Decimal::trim() {
    if (mantissa_ == 0) exponent_ = 0;
    // Nearly every mantissa fits a machine word, where dividing is many times cheaper.
    const auto small = static_cast<std::int64_t>(mantissa_);
    if (small == mantissa_) {
        std::int64_t m = small;
        while (m != 0 && m % 10 == 0) {
            m /= 10;
            ++exponent_;
        }
        mantissa_ = m;
        return;
    }
    while (mantissa_ % 10 == 0) {
        mantissa_ /= 10;
        ++exponent_;
    }
}

std::optional<Decimal> Decimal::parse(std::string_view digits) {
    Int128 mantissa = 0;
    int places = 0;
    int seen = 0;  // digits, without zeros in front
    bool any = false;
    bool point = false;
    for (const char c : digits) {
        if (c >= '0' && c <= '9') {
            any = true;
            if (mantissa != 0 && ++seen >= kMaxDigits) return std::nullopt;
            mantissa = mantissa * 10 + (c - '0');
            places += point;
        } else if (c == '.' && !point) {
            point = true;
        } else if (c != ',' || point) {
            return std::nullopt;
        }
    }
    if (!any || places > kMaxPlaces) return std::nullopt;
    return Decimal(mantissa, -places);
}

std::string Decimal::text() const {
    Int128 m = mantissa_ < 0 ? -mantissa_ : mantissa_;
    std::string digits;  // last digit first
    do {
        digits += static_cast<char>('0' + static_cast<int>(m % 10));
        m /= 10;
    } while (m != 0);
    const auto behind = static_cast<std::size_t>(places());
    while (digits.size() <= behind) digits += '0';
    if (behind > 0) digits.insert(behind, 1, '.');
    if (mantissa_ < 0) digits += '-';
    std::reverse(digits.begin(), digits.end());
    if (exponent_ > 0) digits.append(static_cast<std::size_t>(exponent_), '0');
    return digits;
}

Decimal Decimal::operator+(const Decimal& other) const {
    Int128 a = mantissa_;
    Int128 b = other.mantissa_;
    const int e = align(a, exponent_, b, other.exponent_);
    return {a + b, e};
}

Decimal Decimal::operator-(const Decimal& other) const { return *this + -other; }

Decimal Decimal::operator*(const Decimal& other) const {
    return {mantissa_ * other.mantissa_, exponent_ + other.exponent_};
}

std::optional<Decimal> Decimal::divided(const Decimal& other, int places) const {
    if (other.is_zero()) return std::nullopt;
    // Shift the numerator so that the quotient has the wanted places; where that would not fit,
    // shorten the denominator's trailing digits instead (it then has more than 20 of them).
    int shift = places + exponent_ - other.exponent_;
    Int128 a = mantissa_;
    Int128 b = other.mantissa_;
    const Int128 limit = power_of_ten(36);
    while (shift > 0) {
        if ((a < 0 ? -a : a) < limit) {
            a *= 10;
        } else {
            b = divide_rounded(b, 10);
            if (b == 0) return std::nullopt;
        }
        --shift;
    }
    while (shift < 0) {
        if ((b < 0 ? -b : b) < limit) {
            b *= 10;
        } else {
            return Decimal(0, 0);
        }
        ++shift;
    }
    return Decimal(divide_rounded(a, b), -places);
}

Decimal Decimal::rounded(int places) const {
    if (-exponent_ <= places) return *this;
    return {divide_rounded(mantissa_, power_of_ten(-exponent_ - places)), -places};
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    Int128 x = a.mantissa_;
    Int128 y = b.mantissa_;
    align(x, a.exponent_, y, b.exponent_);
    return x < y   ? std::strong_ordering::less
           : x > y ? std::strong_ordering::greater
                   : std::strong_ordering::equal;
}

}  // namespace duban
