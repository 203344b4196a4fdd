// Exact decimal numbers: an integer mantissa and a power of ten. No binary float ever holds an
// amount, so a sum that a person can do on paper comes out the same here.
//
// Range: what the extractor reads has at most 17 digits before the point and 8 behind it; a sum of
// a million such values still fits the 128-bit mantissa. Plain value, free to copy.
//
//   auto whole = Decimal::parse("4.73")->scaled(4);   // 4.73 wan = 47300
//   whole->text() == "47300"
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace duban {

__extension__ typedef __int128 Int128;

class Decimal {
  public:
    Decimal() = default;
    explicit Decimal(long long integer) : Decimal(static_cast<Int128>(integer), 0) {}
    Decimal(Int128 mantissa, int exponent) : mantissa_(mantissa), exponent_(exponent) { trim(); }

    // Digits with at most one point, thousands commas allowed; none on anything else or if too
    // long.
    static std::optional<Decimal> parse(std::string_view digits);

    // Times ten to the power.
    [[nodiscard]] Decimal scaled(int power) const { return {mantissa_, exponent_ + power}; }

    // Plain notation with all digits, never an exponent: "47300", "0.3", "-1.5".
    [[nodiscard]] std::string text() const;

    [[nodiscard]] bool is_zero() const { return mantissa_ == 0; }
    [[nodiscard]] bool negative() const { return mantissa_ < 0; }
    [[nodiscard]] bool is_integer() const { return exponent_ >= 0; }
    // Digits behind the point, zero for whole numbers.
    [[nodiscard]] int places() const { return exponent_ < 0 ? -exponent_ : 0; }
    [[nodiscard]] Int128 mantissa() const { return mantissa_; }
    [[nodiscard]] int exponent() const { return exponent_; }

    Decimal operator+(const Decimal& other) const;
    Decimal operator-(const Decimal& other) const;
    Decimal operator-() const { return {-mantissa_, exponent_}; }
    Decimal operator*(const Decimal& other) const;
    [[nodiscard]] Decimal abs() const { return negative() ? -*this : *this; }

    // This divided by other, rounded half away from zero to so many places; none if other is zero.
    [[nodiscard]] std::optional<Decimal> divided(const Decimal& other, int places) const;
    // Rounded half away from zero to so many places (never fewer digits before the point).
    [[nodiscard]] Decimal rounded(int places) const;

    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
    friend bool operator==(const Decimal& a, const Decimal& b) {
        return a.mantissa_ == b.mantissa_ && a.exponent_ == b.exponent_;
    }

  private:
    void trim();  // no trailing zeros in the mantissa unless the exponent would pass zero upward

    Int128 mantissa_ = 0;
    int exponent_ = 0;
};

}  // namespace duban
