// The characters of Chinese numerals, everyday and financial, and what they are worth.
// Source: GB/T 15835-2011 (General rules for writing numerals) and common usage.
#pragma once

#include <array>

namespace duban {

struct NumeralCharacter {
    char32_t character;
    int value;  // digit, or power of ten of a unit
};

inline constexpr std::array<NumeralCharacter, 30> kNumeralDigits{{
    {U'一', 1}, {U'二', 2}, {U'三', 3}, {U'四', 4}, {U'五', 5}, {U'六', 6},
    {U'七', 7}, {U'八', 8}, {U'九', 9}, {U'两', 2}, {U'壹', 1}, {U'贰', 2},
    {U'叁', 3}, {U'肆', 4}, {U'伍', 5}, {U'陆', 6}, {U'柒', 7}, {U'捌', 8},
    {U'玖', 9}, {U'零', 0}, {U'〇', 0}, {U'○', 0}, {U'俩', 2}, {U'仨', 3},
    {U'弌', 1}, {U'弍', 2}, {U'弎', 3}, {U'貳', 2}, {U'兩', 2}, {U'參', 3},
}};

inline constexpr std::array<NumeralCharacter, 10> kNumeralUnits{{
    {U'十', 1}, {U'百', 2}, {U'千', 3}, {U'万', 4}, {U'亿', 8},
    {U'拾', 1}, {U'佰', 2}, {U'仟', 3}, {U'萬', 4}, {U'億', 8},
}};

inline constexpr char32_t kNumeralPoint = U'点';
inline constexpr std::array<char32_t, 3> kMoreThan{U'余', U'多', U'几'};
inline constexpr char32_t kSeveral = U'几';
inline constexpr char32_t kTenThousand = U'万';
inline constexpr char32_t kHundredMillion = U'亿';
// After qian (thousand) these make a unit of measure, not a scale.
inline constexpr std::array<char32_t, 9> kAfterKilo{U'米', U'克', U'瓦', U'伏', U'卡',
                                                    U'帕', U'升', U'赫', U'字'};
inline constexpr char32_t kKilo = U'千';
inline constexpr char32_t kHundred = U'百';
inline constexpr char32_t kPart = U'分';
inline constexpr char32_t kTenChar = U'十';
inline constexpr char32_t kTwoOrdinal = U'二';
inline constexpr char32_t kTwoPair = U'两';
inline constexpr char32_t kOneChar = U'一';

inline constexpr const char* kWriteDigits[10] = {"零", "一", "二", "三", "四",
                                                 "五", "六", "七", "八", "九"};
inline constexpr const char* kWritePlaces[4] = {"", "十", "百", "千"};
inline constexpr const char* kWriteSections[4] = {"", "万", "亿", "万亿"};

}  // namespace duban
