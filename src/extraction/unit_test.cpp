#include "extraction/unit.h"

#include <doctest/doctest.h>

#include <string>

using namespace duban;

namespace {

std::string found(std::string_view text) {
    std::uint32_t size = 0;
    const Unit* unit = find_unit(text, size);
    if (unit == nullptr) return "";
    CHECK(text.substr(0, size) == unit->text);
    return std::string(unit->text);
}

const Unit& unit(std::string_view text) {
    std::uint32_t size = 0;
    const Unit* unit = find_unit(text, size);
    REQUIRE(unit != nullptr);
    REQUIRE(unit->text == text);
    return *unit;
}

bool stand_for_one_another(std::string_view a, std::string_view b) {
    const Unit& x = unit(a);
    const Unit& y = unit(b);
    CHECK(comparable(x.family, x.text, y.family, y.text) ==
          comparable(y.family, y.text, x.family, x.text));
    return comparable(x.family, x.text, y.family, y.text);
}

}  // namespace

TEST_CASE("unit: the longest one that begins here") {
    CHECK(found("个工作日内") == "个工作日");
    CHECK(found("个月") == "个月");
    CHECK(found("个站点") == "个");
    CHECK(found("人次以上") == "人次");
    CHECK(found("人以上") == "人");
    CHECK(found("吨/日") == "吨/日");
    CHECK(found("吨污水") == "吨");
    CHECK(found("平方公里") == "平方公里");
    CHECK(found("平方米") == "平方米");
    CHECK(found("元/人·月") == "元/人·月");
    CHECK(found("个百分点") == "个百分点");
    CHECK(found("千瓦时") == "千瓦时");
}

TEST_CASE("unit: Latin ones end where the word ends") {
    CHECK(found("mg/L以下") == "mg/L");
    CHECK(found("mg") == "mg");
    CHECK(found("m3/d") == "m3/d");
    CHECK(found("km，") == "km");
    CHECK(found("kmh") == "");
    CHECK(found("metre") == "");
    CHECK(found("Line") == "");
    CHECK(found("kW") == "kW");
}

TEST_CASE("unit: nothing that is no unit") {
    for (const char* text : {"", "，", "学校", "的", "\xFF", "\xE4\xB8"}) {
        CAPTURE(text);
        CHECK(found(text) == "");
    }
}

TEST_CASE("unit: kinds have their names") {
    CHECK(name_of(unit("元").kind) == "money");
    CHECK(name_of(unit("处").kind) == "count");
    CHECK(name_of(unit("%").kind) == "percent");
    CHECK(name_of(unit("公里").kind) == "length");
    CHECK(name_of(unit("公顷").kind) == "area");
    CHECK(name_of(unit("立方米").kind) == "volume");
    CHECK(name_of(unit("kW").kind) == "power");
    CHECK(name_of(unit("mg/L").kind) == "concentration");
    CHECK(name_of(unit("吨/日").kind) == "capacity");
    CHECK(name_of(unit("倍").kind) == "multiplier");
    CHECK(name_of(unit("时").kind) == "time_of_day");
    CHECK(name_of(unit("天").kind) == "duration");
}

TEST_CASE("unit: what can stand for one another") {
    CHECK(stand_for_one_another("处", "个"));
    CHECK(stand_for_one_another("所", "家"));
    CHECK(stand_for_one_another("人", "名"));
    CHECK(stand_for_one_another("公里", "米"));
    CHECK(stand_for_one_another("吨/日", "吨/日"));
    CHECK_FALSE(stand_for_one_another("人", "人次"));
    CHECK_FALSE(stand_for_one_another("处", "人"));
    CHECK_FALSE(stand_for_one_another("元", "%"));
    CHECK_FALSE(stand_for_one_another("%", "个百分点"));
    CHECK_FALSE(stand_for_one_another("吨/日", "吨/年"));
    CHECK_FALSE(stand_for_one_another("吨/日", "吨"));
    // A count without its measure word is compared by its subject alone.
    CHECK(comparable(UnitFamily::kNone, "", UnitFamily::kThing, "处"));
    CHECK(comparable(UnitFamily::kPerson, "人", UnitFamily::kNone, ""));
    CHECK_FALSE(comparable(UnitFamily::kNone, "", UnitFamily::kMoney, "元"));
    CHECK(comparable(UnitFamily::kNone, "", UnitFamily::kNone, ""));
}

TEST_CASE("unit: one measure in different units") {
    const auto in = [](const char* value, const char* from, const char* to) {
        const auto out = converted(*Decimal::parse(value), from, to);
        return out ? out->text() : std::string("-");
    };
    CHECK(in("30", "公里", "千米") == "30");
    CHECK(in("30500", "米", "公里") == "30.5");
    CHECK(in("100", "公顷", "亩") == "1500");
    CHECK(in("1500", "亩", "公顷") == "100");
    CHECK(in("105000", "平方米", "公顷") == "10.5");
    CHECK(in("5200", "平米", "平方米") == "5200");
    CHECK(in("3", "方", "立方米") == "3");
    CHECK(in("10", "斤", "公斤") == "5");
    CHECK(in("38", "μg/m³", "微克/立方米") == "38");
    CHECK(in("0.038", "毫克/立方米", "微克/立方米") == "38");
    CHECK(in("55", "dB(A)", "分贝") == "55");
    CHECK(in("36", "小时", "天") == "1.5");
    // Of different measures, or of none.
    CHECK(in("3", "天", "工作日") == "-");
    CHECK(in("3", "吨/日", "立方米/日") == "-");
    CHECK(in("3", "美元", "元") == "-");
    CHECK(in("3", "处", "个") == "-");
    CHECK(in("3", "公里", "亩") == "-");
}
