// The words that automatic numbers of Word files are written with, and what stands for the signs of
// its symbol fonts.
#pragma once

#include <array>
#include <string_view>

namespace duban {

inline constexpr std::array<std::string_view, 10> kCountingDigits{"〇", "一", "二", "三", "四",
                                                                  "五", "六", "七", "八", "九"};
inline constexpr std::array<std::string_view, 10> kLegalDigits{"零", "壹", "贰", "叁", "肆",
                                                               "伍", "陆", "柒", "捌", "玖"};
inline constexpr std::array<std::string_view, 4> kCountingSteps{"", "十", "百", "千"};
inline constexpr std::array<std::string_view, 4> kLegalSteps{"", "拾", "佰", "仟"};
inline constexpr std::string_view kCountingZero = "零";
inline constexpr std::array<std::string_view, 10> kStems{"甲", "乙", "丙", "丁", "戊",
                                                         "己", "庚", "辛", "壬", "癸"};
inline constexpr std::array<std::string_view, 12> kBranches{"子", "丑", "寅", "卯", "辰", "巳",
                                                            "午", "未", "申", "酉", "戌", "亥"};

// Ticks and boxes, the only signs of these fonts that say anything in a table.
struct SymbolOfFont {
    std::string_view font;  // in the form of the file
    char32_t code;          // without the private area it is moved to
    std::string_view text;
};
inline constexpr std::array kSymbols{
    SymbolOfFont{"Wingdings", 0xFC, "√"},   SymbolOfFont{"Wingdings", 0xFB, "×"},
    SymbolOfFont{"Wingdings", 0xFE, "☑"},   SymbolOfFont{"Wingdings", 0xFD, "☒"},
    SymbolOfFont{"Wingdings", 0x6F, "□"},   SymbolOfFont{"Wingdings", 0xA8, "□"},
    SymbolOfFont{"Wingdings 2", 0x50, "√"}, SymbolOfFont{"Wingdings 2", 0x4F, "×"},
    SymbolOfFont{"Wingdings 2", 0x52, "☑"}, SymbolOfFont{"Wingdings 2", 0x54, "☒"},
    SymbolOfFont{"Wingdings 2", 0xA3, "□"},
};

}  // namespace duban
