#include <array>

#include "base/text.h"
#include "extraction/unit.h"
#include "extraction/word_index.h"

namespace duban {
namespace {

using K = QuantityKind;
using F = UnitFamily;

// Sources: GB 3100-1993 and GB 3101-1993 (units), the measure words of the Modern Chinese grammar
// as they occur in reports of administration.
// text, kind, family, power, after a Chinese numeral, after the Chinese numeral one; measure, times
// and over where units convert that share neither family nor power of ten
constexpr Unit kUnits[] = {
    // places, buildings, institutions, objects
    {"个", K::kCount, F::kThing, 0, true, true},
    {"處", K::kCount, F::kThing, 0, true, true},
    {"处", K::kCount, F::kThing, 0, true, true},
    {"家", K::kCount, F::kThing, 0, true, true},
    {"所", K::kCount, F::kThing, 0, true, true},
    {"座", K::kCount, F::kThing, 0, true, true},
    {"栋", K::kCount, F::kThing, 0, true, true},
    {"幢", K::kCount, F::kThing, 0, true, true},
    {"间", K::kCount, F::kThing, 0, true, false},
    {"套", K::kCount, F::kThing, 0, true, false},
    {"台", K::kCount, F::kThing, 0, true, true},
    {"台套", K::kCount, F::kThing, 0, true, true},
    {"台（套）", K::kCount, F::kThing, 0, true, true},
    {"辆", K::kCount, F::kThing, 0, true, true},
    {"架", K::kCount, F::kThing, 0, true, true},
    {"艘", K::kCount, F::kThing, 0, true, true},
    {"部", K::kCount, F::kThing, 0, false, false},
    {"张", K::kCount, F::kThing, 0, true, false},
    {"条", K::kCount, F::kThing, 0, true, true},
    {"项", K::kCount, F::kThing, 0, true, false},
    {"件", K::kCount, F::kThing, 0, true, false},
    {"宗", K::kCount, F::kThing, 0, true, false},
    {"份", K::kCount, F::kThing, 0, true, false},
    {"本", K::kCount, F::kThing, 0, false, false},
    {"册", K::kCount, F::kThing, 0, true, false},
    {"篇", K::kCount, F::kThing, 0, true, false},
    {"部门", K::kCount, F::kNone, 0, false, false},
    {"只", K::kCount, F::kThing, 0, false, false},
    {"头", K::kCount, F::kThing, 0, false, false},
    {"株", K::kCount, F::kThing, 0, true, false},
    {"棵", K::kCount, F::kThing, 0, true, false},
    {"盏", K::kCount, F::kThing, 0, true, false},
    {"块", K::kCount, F::kThing, 0, false, false},
    {"片", K::kCount, F::kThing, 0, false, false},
    {"眼", K::kCount, F::kThing, 0, false, false},
    {"口", K::kCount, F::kThing, 0, false, false},
    {"支", K::kCount, F::kThing, 0, true, true},
    {"组", K::kCount, F::kThing, 0, true, false},
    {"对", K::kCount, F::kThing, 0, false, false},
    {"副", K::kCount, F::kThing, 0, false, false},
    {"把", K::kCount, F::kThing, 0, false, false},
    {"根", K::kCount, F::kThing, 0, false, false},
    {"枚", K::kCount, F::kThing, 0, true, false},
    {"瓶", K::kCount, F::kThing, 0, false, false},
    {"袋", K::kCount, F::kThing, 0, false, false},
    {"箱", K::kCount, F::kThing, 0, false, false},
    {"门", K::kCount, F::kThing, 0, false, false},
    {"款", K::kCount, F::kThing, 0, true, false},
    {"笔", K::kCount, F::kThing, 0, true, false},
    {"单", K::kCount, F::kThing, 0, false, false},
    {"例", K::kCount, F::kThing, 0, true, false},
    {"段", K::kCount, F::kThing, 0, false, false},
    {"路", K::kCount, F::kThing, 0, false, false},
    {"床", K::kCount, F::kThing, 0, false, false},
    {"桩", K::kCount, F::kThing, 0, false, false},
    {"泊位", K::kCount, F::kThing, 0, false, false},
    {"车位", K::kCount, F::kThing, 0, false, false},
    {"户", K::kCount, F::kHousehold, 0, true, true},
    {"户次", K::kCount, F::kPersonTime, 0, true, false},
    // people
    {"人", K::kCount, F::kPerson, 0, true, false},
    {"名", K::kCount, F::kPerson, 0, true, true},
    {"位", K::kCount, F::kPerson, 0, false, false},
    {"人次", K::kCount, F::kPersonTime, 0, true, false},
    {"万人次", K::kCount, F::kPersonTime, 4, true, false},
    {"人份", K::kCount, F::kPersonTime, 0, true, false},
    {"对夫妇", K::kCount, F::kPerson, 0, true, false},
    // events
    {"次", K::kCount, F::kEvent, 0, true, false},
    {"场", K::kCount, F::kEvent, 0, true, true},
    {"场次", K::kCount, F::kEvent, 0, true, false},
    {"起", K::kCount, F::kEvent, 0, true, false},
    {"届", K::kCount, F::kNone, 0, false, false},
    {"轮", K::kCount, F::kEvent, 0, false, false},
    {"轮次", K::kCount, F::kEvent, 0, false, false},
    {"班次", K::kCount, F::kEvent, 0, true, false},
    {"车次", K::kCount, F::kEvent, 0, true, false},
    {"架次", K::kCount, F::kEvent, 0, true, false},
    {"课时", K::kCount, F::kEvent, 0, true, false},
    {"学时", K::kCount, F::kEvent, 0, true, false},
    {"批", K::kCount, F::kBatch, 0, true, false},
    {"批次", K::kCount, F::kBatch, 0, true, false},
    {"件次", K::kCount, F::kEvent, 0, true, false},
    {"家次", K::kCount, F::kEvent, 0, true, false},
    // words that sum up a list
    {"类", K::kCount, F::kKind, 0, true, false},
    {"种", K::kCount, F::kKind, 0, true, false},
    {"档", K::kCount, F::kKind, 0, true, false},
    {"方面", K::kCount, F::kKind, 0, true, false},
    {"环节", K::kCount, F::kKind, 0, true, false},
    {"大类", K::kCount, F::kKind, 0, true, false},
    {"门类", K::kCount, F::kKind, 0, true, false},
    {"区", K::kCount, F::kRegion, 0, true, false},
    {"县", K::kCount, F::kRegion, 0, true, false},
    {"县区", K::kCount, F::kRegion, 0, true, false},
    {"区县", K::kCount, F::kRegion, 0, true, false},
    {"镇", K::kCount, F::kRegion, 0, true, false},
    {"村", K::kCount, F::kRegion, 0, false, false},
    {"乡镇", K::kCount, F::kRegion, 0, true, false},
    {"街道", K::kCount, F::kRegion, 0, false, false},
    // money
    {"元", K::kMoney, F::kMoney, 0, true, false},
    {"美元", K::kMoney, F::kMoney, 0, true, false, "美元"},
    {"元/人", K::kMoney, F::kRate, 0, true, false},
    {"元/月", K::kMoney, F::kRate, 0, true, false},
    {"元/年", K::kMoney, F::kRate, 0, true, false},
    {"元/人·月", K::kMoney, F::kRate, 0, true, false, "元/人月"},
    {"元/人月", K::kMoney, F::kRate, 0, true, false, "元/人月"},
    {"元/人·年", K::kMoney, F::kRate, 0, true, false},
    {"元/平方米", K::kMoney, F::kRate, 0, true, false},
    {"元/吨", K::kMoney, F::kRate, 0, true, false},
    // shares
    {"%", K::kPercent, F::kPercent, 0, false, false},
    {"‰", K::kPercent, F::kRate, 0, false, false},
    {"个百分点", K::kPercent, F::kPercentPoint, 0, true, false},
    {"百分点", K::kPercent, F::kPercentPoint, 0, true, false},
    {"倍", K::kMultiplier, F::kMultiple, 0, true, true},
    {"分", K::kCount, F::kScore, 0, false, false},
    // length
    {"公里", K::kLength, F::kLength, 3, true, false},
    {"千米", K::kLength, F::kLength, 3, true, false},
    {"米", K::kLength, F::kLength, 0, true, false},
    {"延米", K::kLength, F::kLength, 0, true, false},
    {"厘米", K::kLength, F::kLength, -2, true, false},
    {"毫米", K::kLength, F::kLength, -3, true, false},
    {"海里", K::kLength, F::kLength, 0, true, false, "", 1852},
    {"km", K::kLength, F::kLength, 3, false, false},
    {"KM", K::kLength, F::kLength, 3, false, false},
    {"m", K::kLength, F::kLength, 0, false, false},
    {"cm", K::kLength, F::kLength, -2, false, false},
    {"mm", K::kLength, F::kLength, -3, false, false},
    // area
    {"平方公里", K::kArea, F::kArea, 6, true, false},
    {"平方千米", K::kArea, F::kArea, 6, true, false},
    {"平方米", K::kArea, F::kArea, 0, true, false},
    {"平米", K::kArea, F::kArea, 0, true, false},
    {"平方", K::kArea, F::kArea, 0, false, false},
    {"㎡", K::kArea, F::kArea, 0, false, false},
    {"m2", K::kArea, F::kArea, 0, false, false},
    {"m²", K::kArea, F::kArea, 0, false, false},
    {"亩", K::kArea, F::kArea, 4, true, false, "", 1, 15},
    {"公顷", K::kArea, F::kArea, 4, true, false},
    // volume and flow
    {"立方米", K::kVolume, F::kVolume, 0, true, false},
    {"立方", K::kVolume, F::kVolume, 0, false, false},
    {"方", K::kVolume, F::kVolume, 0, false, false},
    {"m3", K::kVolume, F::kVolume, 0, false, false},
    {"m³", K::kVolume, F::kVolume, 0, false, false},
    {"升", K::kVolume, F::kVolume, -3, false, false},
    {"L", K::kVolume, F::kVolume, -3, false, false},
    {"吨/日", K::kCapacity, F::kRate, 0, true, false, "吨/日"},
    {"吨/天", K::kCapacity, F::kRate, 0, true, false, "吨/日"},
    {"吨/年", K::kCapacity, F::kRate, 0, true, false},
    {"立方米/日", K::kCapacity, F::kRate, 0, true, false, "立方米/日"},
    {"立方米/天", K::kCapacity, F::kRate, 0, true, false, "立方米/日"},
    {"立方米/小时", K::kCapacity, F::kRate, 0, true, false},
    {"t/d", K::kCapacity, F::kRate, 0, false, false, "吨/日"},
    {"m3/d", K::kCapacity, F::kRate, 0, false, false, "立方米/日"},
    // mass
    {"吨", K::kMass, F::kMass, 3, true, false},
    {"公斤", K::kMass, F::kMass, 0, true, false},
    {"千克", K::kMass, F::kMass, 0, true, false},
    {"斤", K::kMass, F::kMass, -1, true, false, "", 5},
    {"克", K::kMass, F::kMass, -3, false, false},
    {"毫克", K::kMass, F::kMass, -6, false, false},
    {"kg", K::kMass, F::kMass, 0, false, false},
    {"mg", K::kMass, F::kMass, -6, false, false},
    {"g", K::kMass, F::kMass, -3, false, false},
    {"t", K::kMass, F::kMass, 3, false, false},
    // power and energy
    {"千瓦", K::kPower, F::kPower, 3, true, false},
    {"兆瓦", K::kPower, F::kPower, 6, true, false},
    {"kW", K::kPower, F::kPower, 3, false, false},
    {"KW", K::kPower, F::kPower, 3, false, false},
    {"MW", K::kPower, F::kPower, 6, false, false},
    {"GW", K::kPower, F::kPower, 9, false, false},
    {"千伏安", K::kPower, F::kRate, 0, true, false, "千伏安"},
    {"kVA", K::kPower, F::kRate, 0, false, false, "千伏安"},
    {"千伏", K::kPower, F::kRate, 0, false, false, "千伏"},
    {"kV", K::kPower, F::kRate, 0, false, false, "千伏"},
    {"千瓦时", K::kPower, F::kRate, 0, true, false, "度"},
    {"度", K::kPower, F::kRate, 0, false, false, "度"},
    // concentration
    {"mg/L", K::kConcentration, F::kRate, 0, false, false, "毫克/升"},
    {"mg/l", K::kConcentration, F::kRate, 0, false, false, "毫克/升"},
    {"毫克/升", K::kConcentration, F::kRate, 0, false, false, "毫克/升"},
    {"μg/m3", K::kConcentration, F::kRate, 0, false, false, "微克/立方米"},
    {"μg/m³", K::kConcentration, F::kRate, 0, false, false, "微克/立方米"},
    {"微克/立方米", K::kConcentration, F::kRate, 0, false, false, "微克/立方米"},
    {"毫克/立方米", K::kConcentration, F::kRate, 3, false, false, "微克/立方米"},
    {"\u00B5g/m3", K::kConcentration, F::kRate, 0, false, false, "微克/立方米"},
    {"\u00B5g/m³", K::kConcentration, F::kRate, 0, false, false, "微克/立方米"},
    {"ug/m3", K::kConcentration, F::kRate, 0, false, false, "微克/立方米"},
    {"ug/m³", K::kConcentration, F::kRate, 0, false, false, "微克/立方米"},
    {"mg/m3", K::kConcentration, F::kRate, 3, false, false, "微克/立方米"},
    {"mg/m³", K::kConcentration, F::kRate, 3, false, false, "微克/立方米"},
    // sound
    {"分贝", K::kCount, F::kRate, 0, false, false, "分贝"},
    {"分贝（A）", K::kCount, F::kRate, 0, false, false, "分贝"},
    {"dB", K::kCount, F::kRate, 0, false, false, "分贝"},
    {"dB(A)", K::kCount, F::kRate, 0, false, false, "分贝"},
    {"dB（A）", K::kCount, F::kRate, 0, false, false, "分贝"},
    {"db", K::kCount, F::kRate, 0, false, false, "分贝"},
    // time
    {"年", K::kDuration, F::kTime, 0, true, false, "月", 12},
    {"个月", K::kDuration, F::kTime, 0, true, true, "月"},
    {"天", K::kDuration, F::kTime, 0, true, false, "分钟", 1440},
    {"日", K::kDuration, F::kTime, 0, false, false, "分钟", 1440},
    {"周", K::kDuration, F::kTime, 0, false, false, "分钟", 10080},
    {"个工作日", K::kDuration, F::kTime, 0, true, true, "工作日"},
    {"工作日", K::kDuration, F::kTime, 0, true, false, "工作日"},
    {"小时", K::kDuration, F::kTime, 0, true, false, "分钟", 60},
    {"个小时", K::kDuration, F::kTime, 0, true, false, "分钟", 60},
    {"分钟", K::kDuration, F::kTime, 0, true, false, "分钟"},
    {"秒", K::kDuration, F::kTime, 0, false, false, "分钟", 1, 60},
    {"时", K::kTimeOfDay, F::kClock, 0, false, false},
    {"岁", K::kCount, F::kAge, 0, true, false},
    {"周岁", K::kCount, F::kAge, 0, true, false},
    {"℃", K::kCount, F::kRate, 0, false, false},
};

const WordIndex<const Unit*>& index() {
    static const WordIndex<const Unit*> i = [] {
        WordIndex<const Unit*> units(IndexedBy::kFirst);
        for (const Unit& unit : kUnits) units.add(unit.text, &unit);
        units.finish();
        return units;
    }();
    return i;
}

}  // namespace

std::string_view name_of(QuantityKind kind) {
    constexpr std::array<std::string_view, 13> kNames{
        "money", "count",         "percent",  "length",     "area",        "volume",  "mass",
        "power", "concentration", "capacity", "multiplier", "time_of_day", "duration"};
    return kNames[static_cast<std::size_t>(kind)];
}

const Unit* find_unit(std::string_view text, std::uint32_t& size) {
    if (text.empty()) return nullptr;
    for (const auto& [word, unit] : index().at(decode_at(text, 0).value)) {
        if (!WordIndex<const Unit*>::begins(text, word)) continue;
        // A Latin unit ends where its word ends.
        const auto last = static_cast<unsigned char>(unit->text.back());
        if (is_ascii_letter(last) && unit->text.size() < text.size() &&
            is_ascii_letter(static_cast<unsigned char>(text[unit->text.size()]))) {
            continue;
        }
        size = static_cast<std::uint32_t>(unit->text.size());
        return unit;
    }
    return nullptr;
}

namespace {

const Unit* whole_unit(std::string_view text) {
    std::uint32_t size = 0;
    const Unit* unit = find_unit(text, size);
    return unit != nullptr && size == text.size() ? unit : nullptr;
}

// Of one measure: both can be expressed in its first unit.
bool convert(const Unit& a, const Unit& b) {
    if (a.family != b.family || a.measure != b.measure) return false;
    switch (a.family) {
        case F::kLength:
        case F::kArea:
        case F::kVolume:
        case F::kMass:
        case F::kPower: return true;
        default: return !a.measure.empty();
    }
}

}  // namespace

std::optional<Decimal> converted(const Decimal& value, std::string_view from, std::string_view to) {
    constexpr int kPlaces = 6;
    if (from == to) return value;
    const auto digits = value.abs().mantissa();
    if (digits / 1'000'000'000'000'000'000 > 99) return std::nullopt;  // no amount of anything
    const Unit* a = whole_unit(from);
    const Unit* b = whole_unit(to);
    if (a == nullptr || b == nullptr || !convert(*a, *b)) return std::nullopt;
    const Decimal many = (value * Decimal(a->times) * Decimal(b->over)).scaled(a->power - b->power);
    return many.divided(Decimal(b->times) * Decimal(a->over), kPlaces);
}

bool comparable(UnitFamily a, std::string_view a_text, UnitFamily b, std::string_view b_text) {
    if (a == UnitFamily::kRate || b == UnitFamily::kRate ||
        (a == UnitFamily::kMoney && b == UnitFamily::kMoney))
        return converted(Decimal(1), a_text, b_text).has_value();
    // A number of places written without its measure word is compared by its subject alone.
    if (a == UnitFamily::kNone || b == UnitFamily::kNone) {
        const UnitFamily other = a == UnitFamily::kNone ? b : a;
        return other == UnitFamily::kNone || other == UnitFamily::kThing ||
               other == UnitFamily::kPerson || other == UnitFamily::kHousehold;
    }
    const auto thing = [](UnitFamily f) { return f == UnitFamily::kThing; };
    if (thing(a) && thing(b)) return true;
    return a == b;
}

}  // namespace duban
