#include "extraction/numeral.h"

#include <doctest/doctest.h>

#include <string>

using namespace duban;

namespace {

// "value/what is left of the text", or "none".
std::string read(std::string_view text) {
    const auto numeral = parse_numeral(text);
    if (!numeral) return "none";
    return numeral->value.text() + "/" + std::string(text.substr(numeral->size));
}

}  // namespace

TEST_CASE("numeral: Arabic digits") {
    CHECK(read("89处") == "89/处");
    CHECK(read("0") == "0/");
    CHECK(read("3.75亩") == "3.75/亩");
    CHECK(read("1,234,567人") == "1234567/人");
    CHECK(read("5.") == "5/.");
    CHECK(read("5.6.7") == "5.6/.7");
    CHECK(read("12345678901234567元") == "12345678901234567/元");
}

TEST_CASE("numeral: commas count only where thousands stand") {
    CHECK(read("12,34") == "12/,34");
    CHECK(read("1234,567") == "1234/,567");
    CHECK(read("1,2345") == "1/,2345");
    CHECK(read("1,234,56") == "1234/,56");
}

TEST_CASE("numeral: scales behind digits, with one blank before them") {
    CHECK(read("4.7亿元") == "470000000/元");
    CHECK(read("3.63 万户") == "36300/户");
    CHECK(read("2万亿元") == "2000000000000/元");
    CHECK(read("5百万元") == "5000000/元");
    CHECK(read("6千人") == "6000/人");
    CHECK(read("3千万元") == "30000000/元");
    CHECK(read("7十") == "7/十");
    CHECK(parse_numeral("4.7亿")->scaled);
    CHECK_FALSE(parse_numeral("47")->scaled);
}

TEST_CASE("numeral: a kilo-unit is a unit, not a scale") {
    CHECK(read("3千米") == "3/千米");
    CHECK(read("500千瓦") == "500/千瓦");
    CHECK(read("35千伏") == "35/千伏");
    CHECK(read("三千米") == "3/千米");
    CHECK(read("3百分点") == "3/百分点");
    CHECK(read("千米") == "none");
    CHECK(read("百分之三") == "none");
}

TEST_CASE("numeral: digits and scales mixed") {
    CHECK(read("3万4000元") == "34000/元");
    CHECK(read("1千零20元") == "1020/元");
    CHECK(read("5亿1万4千6百元") == "500014600/元");
    CHECK(read("2万3万") == "20000/3万");
}

TEST_CASE("numeral: more than") {
    for (const char* text : {"30余万家", "30万余家", "30多万家"}) {
        CAPTURE(text);
        const auto numeral = parse_numeral(text);
        REQUIRE(numeral);
        CHECK(numeral->approximate);
        CHECK(numeral->value == Decimal(300000));
        CHECK(std::string_view(text).substr(numeral->size) == "家");
    }
    CHECK(read("500多条") == "500/条");
    CHECK(read("十几万户") == "100000/户");
    CHECK(read("二十余个") == "20/个");
    CHECK(read("三百多名") == "300/名");
    CHECK(read("两万余人") == "20000/人");
    CHECK(read("百余场") == "100/场");
    CHECK(read("千余户") == "1000/户");
    CHECK(parse_numeral("百余场")->approximate);
    CHECK_FALSE(parse_numeral("300")->approximate);
}

TEST_CASE("numeral: Chinese, everyday") {
    CHECK(read("十") == "10/");
    CHECK(read("十二个") == "12/个");
    CHECK(read("二十") == "20/");
    CHECK(read("一百零五") == "105/");
    CHECK(read("一百一十") == "110/");
    CHECK(read("一百十六") == "116/");
    CHECK(read("两千四百五十人") == "2450/人");
    CHECK(read("一万零五") == "10005/");
    CHECK(read("三万零四百") == "30400/");
    CHECK(read("十万八千") == "108000/");
    CHECK(read("一千二百三十四万五千六百七十八") == "12345678/");
    CHECK(read("一亿零三万") == "100030000/");
    CHECK(read("四千五百六十七万八千九百亿") == "4567890000000000/");
    CHECK(read("两万亿") == "2000000000000/");
    CHECK(read("零") == "0/");
}

TEST_CASE("numeral: a last digit without its unit counts tenths of the unit before") {
    CHECK(read("三万五") == "35000/");
    CHECK(read("一百二") == "120/");
    CHECK(read("两千四百五") == "2450/");
    CHECK(read("三亿六") == "360000000/");
    CHECK(read("二十五") == "25/");
    CHECK(read("一万零五") == "10005/");
}

TEST_CASE("numeral: Chinese, financial and old forms") {
    CHECK(read("壹仟贰佰元") == "1200/元");
    CHECK(read("叁拾伍萬元") == "350000/元");
    CHECK(read("柒佰捌拾玖") == "789/");
    CHECK(read("陆億") == "600000000/");
    CHECK(read("俩") == "2/");
}

TEST_CASE("numeral: Chinese digits one by one") {
    const auto year = parse_numeral("二〇二四年");
    REQUIRE(year);
    CHECK(year->digits_only);
    CHECK(year->value == Decimal(2024));
    CHECK(read("二○二四年") == "2024/年");
    CHECK(read("一二三四五") == "12345/");
    CHECK(read("零零七") == "7/");
}

TEST_CASE("numeral: Chinese decimals") {
    CHECK(read("三点五") == "3.5/");
    CHECK(read("零点零八") == "0.08/");
    CHECK(read("九十九点六") == "99.6/");
    CHECK(read("一点二万户") == "12000/户");
    CHECK(read("三点") == "3/点");
    CHECK(read("二百三十点二五") == "230.25/");
    // A time of the clock.
    CHECK(read("八点三十分") == "8/点三十分");
    CHECK(read("十二点二十") == "12/点二十");
}

TEST_CASE("numeral: too long to be a number") {
    CHECK(read("123456789012345678") == "none");
    CHECK(read(std::string(200, '7')) == "none");
    std::string ones;
    for (int i = 0; i < kMaxNumeral + 1; ++i) ones += "一";
    CHECK(read(ones) == "none");
    // Seventeen digits before the point is the limit, however they are written.
    CHECK(read("99999999999999999元") == "99999999999999999/元");
    CHECK(read("10万亿亿元") == "none");
    CHECK(read("99999999999999999万") == "none");
}

TEST_CASE("numeral: nothing that is no numeral is one") {
    for (const char* text :
         {"", "个", "万", "亿元", "百", "千", "点五", "-3", ".5", "A1", "余", "％"}) {
        CAPTURE(text);
        CHECK(read(text) == "none");
    }
    // One that is found always has a length.
    for (const char* text : {"百分", "千克", "百多", "十分", "零万"}) {
        CAPTURE(text);
        if (const auto numeral = parse_numeral(text)) CHECK(numeral->size > 0);
    }
}

TEST_CASE("numeral: the value survives what follows") {
    for (const char* behind : {"", "人", "，", "。", " ", "）", "\n", "以上", "的"}) {
        CAPTURE(behind);
        CHECK(read("三百二十一" + std::string(behind)) == "321/" + std::string(behind));
        CHECK(read("321" + std::string(behind)) == "321/" + std::string(behind));
    }
}

TEST_CASE("numeral: classes of characters") {
    CHECK(numeral_class(U'七') == NumeralClass::kDigit);
    CHECK(numeral_class(U'〇') == NumeralClass::kZero);
    CHECK(numeral_class(U'亿') == NumeralClass::kUnit);
    CHECK(numeral_class(U'7') == NumeralClass::kNone);
    CHECK(numeral_class(U'\U00020000') == NumeralClass::kNone);
}

TEST_CASE("numeral: everyday writing") {
    CHECK(chinese_numeral(0) == "零");
    CHECK(chinese_numeral(10) == "十");
    CHECK(chinese_numeral(16) == "十六");
    CHECK(chinese_numeral(110) == "一百一十");
    CHECK(chinese_numeral(1005) == "一千零五");
    CHECK(chinese_numeral(10005) == "一万零五");
    CHECK(chinese_numeral(100000) == "十万");
    CHECK(chinese_numeral(10100000) == "一千零一十万");
    CHECK(chinese_numeral(100000001) == "一亿零一");
}
