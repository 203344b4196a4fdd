// Units of measure and measure words (classifiers), as data.
//
// A unit is looked up at the end of a number by its first character: the longest one that matches,
// at most kLongestUnit characters. The table is in units_table.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/decimal.h"

namespace duban {

enum class QuantityKind : std::uint8_t {
    kMoney,
    kCount,
    kPercent,
    kLength,
    kArea,
    kVolume,
    kMass,
    kPower,
    kConcentration,
    kCapacity,
    kMultiplier,
    kTimeOfDay,
    kDuration,
};
std::string_view name_of(QuantityKind kind);

// Units of one family can stand for one another where the same things are counted in other words
// (clinics as jia, chu or suo); units of different families never.
enum class UnitFamily : std::uint8_t {
    kNone,
    kThing,  // places, buildings, institutions, objects
    kPerson,
    kPersonTime,
    kHousehold,
    kEvent,  // times, sessions, cases
    kBatch,
    kKind,  // classes, aspects, levels: words that sum up a list
    kRegion,
    kMoney,
    kPercent,
    kPercentPoint,
    kLength,
    kArea,
    kVolume,
    kMass,
    kPower,
    kRate,  // per day, per litre: compared only within the same measure
    kTime,
    kClock,
    kAge,
    kMultiple,
    kScore,
};

struct Unit {
    std::string_view text;
    QuantityKind kind = QuantityKind::kCount;
    UnitFamily family = UnitFamily::kNone;
    std::int8_t power = 0;      // of ten, against the measure's first unit (qian-wa is 3)
    bool after_chinese = true;  // may follow a Chinese numeral of two or more
    bool after_one = false;  // may follow the Chinese numeral one, given a word that makes it count
    std::string_view measure = {};  // what it measures where the family does not say
    int times = 1;                  // with `power`: how many of the measure's first unit it is
    int over = 1;
};

inline constexpr int kLongestUnit = 6;

// The longest unit at the beginning of the text; null if none. size is in bytes. A blank inside a
// unit is not looked through: text is repaired before.
const Unit* find_unit(std::string_view text, std::uint32_t& size);

// The value in another unit of the same measure; nothing where the units do not convert.
std::optional<Decimal> converted(const Decimal& value, std::string_view from, std::string_view to);

// True where two units can stand for one another.
bool comparable(UnitFamily a, std::string_view a_text, UnitFamily b, std::string_view b_text);

}  // namespace duban
