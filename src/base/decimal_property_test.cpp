// Decimal against school arithmetic: columns of digits, held as text.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

#include "base/decimal.h"

using duban::Decimal;

namespace {

// Digits without sign and point, most significant first, no zero in front but of zero itself.
std::string plain(std::string digits) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits.empty() ? "0" : digits;
}

std::string column_sum(std::string a, std::string b) {
    std::string out;
    int carry = 0;
    for (std::size_t i = 0; i < std::max(a.size(), b.size()) || carry != 0; ++i) {
        if (i < a.size()) carry += a[a.size() - 1 - i] - '0';
        if (i < b.size()) carry += b[b.size() - 1 - i] - '0';
        out.insert(out.begin(), static_cast<char>('0' + carry % 10));
        carry /= 10;
    }
    return plain(out);
}

bool less(const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

std::string column_difference(std::string a, std::string b) {  // a is not less than b
    int borrow = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        char& digit = a[a.size() - 1 - i];
        const int taken = (i < b.size() ? b[b.size() - 1 - i] - '0' : 0) + borrow;
        borrow = digit - '0' < taken ? 1 : 0;
        digit = static_cast<char>(digit - taken + 10 * borrow);
    }
    return plain(a);
}

std::string column_product(const std::string& a, const std::string& b) {
    std::string out = "0";
    for (const char digit : b) {
        out += '0';
        for (int n = 0; n < digit - '0'; ++n) out = column_sum(out, a);
    }
    return plain(out);
}

// A signed number with so many digits behind the point.
struct Written {
    bool negative;
    std::string digits;
    int places;

    Decimal value() const {
        std::string text = digits;
        if (text.size() <= static_cast<std::size_t>(places)) {
            text.insert(0, static_cast<std::size_t>(places) + 1 - text.size(), '0');
        }
        text.insert(text.size() - static_cast<std::size_t>(places), ".");
        const Decimal value = *Decimal::parse(text);
        return negative ? -value : value;
    }
    // Digits at eight places.
    std::string aligned() const {
        return plain(digits + std::string(static_cast<std::size_t>(8 - places), '0'));
    }
};

std::string written(bool negative, std::string digits, std::size_t places) {
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    std::string fraction = digits.substr(digits.size() - places);
    digits.resize(digits.size() - places);
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    std::string text = plain(digits);
    if (!fraction.empty()) text += "." + fraction;
    return negative && text != "0" ? "-" + text : text;
}

Written any_number(int most_digits) {
    const int places = *rc::gen::inRange(0, 9);
    const int size = *rc::gen::inRange(1, most_digits + 1);
    std::string digits;
    for (int i = 0; i < size; ++i) digits += static_cast<char>('0' + *rc::gen::inRange(0, 10));
    return {*rc::gen::arbitrary<bool>(), plain(digits), places};
}

// The sum as a person works it out.
std::string sum_of(const Written& a, const Written& b) {
    const std::string x = a.aligned();
    const std::string y = b.aligned();
    if (a.negative == b.negative) return written(a.negative, column_sum(x, y), 8);
    return less(x, y) ? written(b.negative, column_difference(y, x), 8)
                      : written(a.negative, column_difference(x, y), 8);
}

}  // namespace

TEST_CASE("decimal: what is written is read") {
    CHECK(rc::check([] {
        const Written a = any_number(17);
        RC_ASSERT(a.value().text() ==
                  written(a.negative, a.digits, static_cast<std::size_t>(a.places)));
        const std::string text = a.value().abs().text();
        RC_ASSERT(Decimal::parse(text)->text() == text);
    }));
}

TEST_CASE("decimal: sums and differences are those of the columns") {
    CHECK(rc::check([] {
        const Written a = any_number(17);
        const Written b = any_number(17);
        RC_ASSERT((a.value() + b.value()).text() == sum_of(a, b));
        RC_ASSERT((a.value() - b.value()).text() == sum_of(a, {!b.negative, b.digits, b.places}));
        RC_ASSERT(a.value() + b.value() - b.value() == a.value());
    }));
}

TEST_CASE("decimal: products are those of the columns") {
    CHECK(rc::check([] {
        const Written a = any_number(15);
        const Written b = any_number(15);
        const std::string digits = column_product(a.digits, b.digits);
        RC_ASSERT((a.value() * b.value()).text() ==
                  written(a.negative != b.negative, digits,
                          static_cast<std::size_t>(a.places + b.places)));
    }));
}

TEST_CASE("decimal: order is that of the columns") {
    CHECK(rc::check([] {
        const Written a = any_number(17);
        const Written b = any_number(17);
        const std::string difference = sum_of(a, {!b.negative, b.digits, b.places});
        const bool smaller = difference.starts_with('-');
        RC_ASSERT((a.value() < b.value()) == smaller);
        RC_ASSERT((a.value() == b.value()) == (difference == "0"));
        RC_ASSERT((a.value() > b.value()) == (!smaller && difference != "0"));
    }));
}

TEST_CASE("decimal: a quotient is off by half a unit of its last place at most") {
    CHECK(rc::check([] {
        const Written a = any_number(12);
        const Written b = any_number(9);
        const int places = *rc::gen::inRange(0, 7);
        const auto quotient = a.value().divided(b.value(), places);
        if (b.value().is_zero()) {
            RC_ASSERT(!quotient.has_value());
            return;
        }
        RC_ASSERT(quotient->places() <= places);
        const Decimal off = (a.value() - *quotient * b.value()).abs() * Decimal(2);
        RC_ASSERT(off <= b.value().abs().scaled(-places));
    }));
}

TEST_CASE("decimal: rounding is off by half a unit at most and does nothing twice") {
    CHECK(rc::check([] {
        const Decimal a = any_number(17).value();
        const int places = *rc::gen::inRange(0, 9);
        const Decimal rounded = a.rounded(places);
        RC_ASSERT(rounded.places() <= places);
        RC_ASSERT((a - rounded).abs() * Decimal(2) <= Decimal(1).scaled(-places));
        RC_ASSERT(rounded.rounded(places) == rounded);
        RC_ASSERT((-a).rounded(places) == -rounded);
    }));
}
