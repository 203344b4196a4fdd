#include "base/decimal.h"

#include <doctest/doctest.h>

#include <string>

using duban::Decimal;

namespace {

std::string parsed(std::string_view digits) {
    const auto value = Decimal::parse(digits);
    return value ? value->text() : "none";
}

}  // namespace

TEST_CASE("decimal: reads digits with one point and thousands commas") {
    CHECK(parsed("0") == "0");
    CHECK(parsed("007") == "7");
    CHECK(parsed("1,234,567.5") == "1234567.5");
    CHECK(parsed("0.30") == "0.3");
    CHECK(parsed(".5") == "0.5");
    CHECK(parsed("12.") == "12");
    CHECK(parsed("12345678901234567.12345678") == "12345678901234567.12345678");
    CHECK(parsed("00000000000000000000000000000001") == "1");
}

TEST_CASE("decimal: refuses what is no number and what is too long") {
    for (const char* text :
         {"", ".", ",", ",.", "1.2.3", "-1", "+1", "1e5", "12a", " 1", "1.2,3", "一"}) {
        CAPTURE(text);
        CHECK_FALSE(Decimal::parse(text).has_value());
    }
    CHECK_FALSE(Decimal::parse("0.123456789").has_value());
    CHECK_FALSE(Decimal::parse(std::string(26, '9')).has_value());
    CHECK(Decimal::parse(std::string(25, '9')).has_value());
}

TEST_CASE("decimal: writes all digits and never an exponent") {
    CHECK(Decimal(0).text() == "0");
    CHECK(Decimal(-15, -1).text() == "-1.5");
    CHECK(Decimal(5, -3).text() == "0.005");
    CHECK(Decimal(-5, -3).text() == "-0.005");
    CHECK(Decimal(47, 3).text() == "47000");
    CHECK(Decimal::parse("4.73")->scaled(4).text() == "47300");
    CHECK(Decimal::parse("20.5")->scaled(8).text() == "2050000000");
    CHECK(Decimal(1).scaled(-2).text() == "0.01");
}

TEST_CASE("decimal: one value has one form") {
    CHECK(Decimal(100, -2) == Decimal(1));
    CHECK(Decimal(0, 7) == Decimal(0));
    CHECK(Decimal(0, -7).exponent() == 0);
    CHECK(Decimal(12000).mantissa() == 12);
    CHECK(Decimal(12000).exponent() == 3);
    CHECK(Decimal(12, 20).mantissa() == 12);
    CHECK(Decimal(Decimal(1).scaled(30).mantissa() * 1, 30) == Decimal(1).scaled(30));
}

TEST_CASE("decimal: whole numbers and places") {
    CHECK(Decimal(12).is_integer());
    CHECK(Decimal(1200).is_integer());
    CHECK_FALSE(Decimal(12, -1).is_integer());
    CHECK(Decimal(125, -2).places() == 2);
    CHECK(Decimal(1200).places() == 0);
    CHECK(Decimal(0).is_zero());
    CHECK_FALSE(Decimal(0).negative());
    CHECK(Decimal(-1).negative());
    CHECK(Decimal(-15, -1).abs() == Decimal(15, -1));
}

TEST_CASE("decimal: sums and products are exact where binary fractions are not") {
    CHECK(Decimal(1, -1) + Decimal(2, -1) == Decimal(3, -1));
    CHECK(*Decimal::parse("46.7") + *Decimal::parse("23.7") + *Decimal::parse("29.6") ==
          Decimal(100));
    CHECK(Decimal(4) - Decimal(47, -1) == Decimal(-7, -1));
    CHECK(Decimal(15, -1) * Decimal(4) == Decimal(6));
    CHECK(Decimal(1).scaled(16) + Decimal(1, -8) == *Decimal::parse("10000000000000000.00000001"));
    Decimal sum;
    for (int i = 0; i < 1000; ++i) sum = sum + *Decimal::parse("99999999999999999.99999999");
    CHECK(sum == *Decimal::parse("99999999999999999.99999999") * Decimal(1000));
}

TEST_CASE("decimal: division rounds half away from zero") {
    const auto divided = [](long long a, long long b, int places) {
        return Decimal(a).divided(Decimal(b), places)->text();
    };
    CHECK(divided(1, 3, 4) == "0.3333");
    CHECK(divided(2, 3, 4) == "0.6667");
    CHECK(divided(1, 8, 2) == "0.13");
    CHECK(divided(-1, 8, 2) == "-0.13");
    CHECK(divided(1, -8, 2) == "-0.13");
    CHECK(divided(7, 2, 0) == "4");
    CHECK(divided(1, 1000, 2) == "0");
    CHECK(divided(12000000, 4, 0) == "3000000");
    CHECK_FALSE(Decimal(1).divided(Decimal(0), 2).has_value());
    CHECK(Decimal(1).scaled(20).divided(Decimal(3), 2)->text() == "33333333333333333333.33");
    CHECK(Decimal(1).divided(Decimal(1).scaled(30), 2)->is_zero());
    CHECK(Decimal(1, -8).divided(Decimal(1, -8), 8) == Decimal(1));
}

TEST_CASE("decimal: rounding never takes digits before the point") {
    CHECK(Decimal(12345, -3).rounded(2).text() == "12.35");
    CHECK(Decimal(-12345, -3).rounded(2).text() == "-12.35");
    CHECK(Decimal(995, -1).rounded(0).text() == "100");
    CHECK(Decimal(12).rounded(2).text() == "12");
    CHECK(Decimal(12345).rounded(0).text() == "12345");
}

TEST_CASE("decimal: order follows the value, not the form") {
    CHECK(Decimal(2) < Decimal(10));
    CHECK(Decimal(1000) > Decimal(9995, -1));
    CHECK(Decimal(-2) < Decimal(1, -5));
    CHECK(Decimal(12, -1) >= Decimal(120, -2));
    CHECK(Decimal(12, -1) <= Decimal(120, -2));
    CHECK(Decimal(1).scaled(16) > Decimal(1, -8));
}
