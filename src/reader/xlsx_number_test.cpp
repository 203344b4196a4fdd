#include "reader/xlsx_number.h"

#include <doctest/doctest.h>

namespace duban {
namespace {

std::string show(std::string_view value, std::string_view code, bool from_1904 = false) {
    return shown_number(value, number_format(code), from_1904);
}

TEST_CASE("numbers without a format have at most 15 digits and no exponent") {
    const auto general = [](std::string_view value) { return show(value, "General"); };
    CHECK(general("0.28999999999999998") == "0.29");
    CHECK(general("1.2E-2") == "0.012");
    CHECK(general("1.23e+25") == "12300000000000000000000000");
    CHECK(general("-0") == "0");
    CHECK(general("99999999999999.99") == "100000000000000");
    CHECK(general("0.1") == "0.1");
    CHECK(general("4000") == "4000");
    CHECK(general("-17.50") == "-17.5");
    CHECK(general("1e999") == "1e999");
    CHECK(general("1.2.3") == "1.2.3");
    CHECK(general("") == "");
    CHECK(general("1E-400") == "0." + std::string(399, '0') + "1");
}

TEST_CASE("formats of numbers") {
    CHECK(show("0.5", "0%") == "50%");
    CHECK(show("0.5", "0.00%") == "50.00%");
    CHECK(show("1.1040000000000001", "0.0%") == "110.4%");
    CHECK(show("0", "0.00%") == "0.00%");
    CHECK(show("0.999", "0%") == "100%");
    CHECK(show("1234567.5", "#,##0.00") == "1234567.50");
    CHECK(show("12.345", "0.00_);[Red]\\(0.00\\)") == "12.35");
    CHECK(show("-12.3", "0.00_);[Red]\\(0.00\\)") == "-12.30");
    CHECK(show("12.5", "0.0##") == "12.5");
    CHECK(show("7", "000") == "007");
    CHECK(show("120", "0\"人\"") == "120人");
    CHECK(show("120", "\"第\"0\\期") == "第120期");
    CHECK(show("12000", "#,##0,\"千元\"") == "12千元");
    CHECK(show("35", "G/通用格式\"个\"") == "35个");
    CHECK(show("12", "[$¥-804]#,##0.0") == "¥12.0");
    CHECK(show("-12", "[$¥-804]#,##0.0") == "-¥12.0");
    CHECK(show("0.3", "#") == "0");
    // Left alone.
    CHECK(show("0.5", "# ?/?") == "0.5");
    CHECK(show("12345", "0.00E+00") == "12345");
    CHECK(show("5", "[>100]0.0;0") == "5");
    CHECK(show("13912345678", "000-0000-0000") == "13912345678");
    CHECK(show("5", "\"-\"") == "5");
    CHECK(show("5", "@") == "5");
    CHECK(show("5", "[") == "5");
    CHECK(show("5", "0\\") == "5");
}

TEST_CASE("dates by what their format shows") {
    CHECK(show("45601", "yyyy\"年\"m\"月\"") == "2024年11月");
    CHECK(show("45601", "yyyy\"年\"m\"月\"d\"日\"") == "2024-11-05");
    CHECK(show("45601", "[$-804]yyyy\\-mm\\-dd;@") == "2024-11-05");
    CHECK(show("45601", "[DBNum1][$-804]m\"月\"d\"日\";@") == "11月5日");
    CHECK(show("45601", "e\"年\"m\"月\"") == "2024年11月");
    CHECK(show("45601", "m\"月\"") == "11月");
    CHECK(show("45601", "yyyy") == "2024年");
    CHECK(show("45601.604166666664", "yyyy/m/d h:mm") == "2024-11-05 14:30");
    CHECK(show("45601.999999", "yyyy/m/d") == "2024-11-06");
    CHECK(show("0.604166666664", "h:mm") == "14:30");
    CHECK(show("0.5", "mm:ss") == "00:00");
    CHECK(show("1.25", "[h]:mm:ss") == "30:00:00");
    CHECK(show("45601", "dddd") == "2024-11-05");
    CHECK(shown_number("45601", builtin_format(14), false) == "2024-11-05");
    CHECK(shown_number("45601", builtin_format(57), false) == "2024年11月");
    CHECK(shown_number("45601", builtin_format(58), false) == "11月5日");
    CHECK(shown_number("45601", builtin_format(0), false) == "45601");
    CHECK(shown_number("0.5", builtin_format(9), false) == "50%");
}

TEST_CASE("the calendars of Excel") {
    CHECK(show("1", "yyyy-mm-dd") == "1900-01-01");
    CHECK(show("59", "yyyy-mm-dd") == "1900-02-28");
    CHECK(show("60", "yyyy-mm-dd") == "1900-02-29");
    CHECK(show("61", "yyyy-mm-dd") == "1900-03-01");
    CHECK(show("0", "yyyy-mm-dd", true) == "1904-01-01");
    CHECK(show("44139", "yyyy-mm-dd", true) == "2024-11-05");
    CHECK(show("2958465", "yyyy-mm-dd") == "9999-12-31");
    CHECK(show("2958466", "yyyy-mm-dd") == "2958466");
    CHECK(show("-5", "yyyy-mm-dd") == "-5");
    CHECK(shown_date("2024-11-05T14:30:00", number_format("yyyy-m-d h:mm")) == "2024-11-05 14:30");
    CHECK(shown_date("2024-11-05", number_format("yyyy\"年\"m\"月\"")) == "2024年11月");
    CHECK(shown_date("soon", number_format("yyyy")) == "soon");
}

}  // namespace
}  // namespace duban
