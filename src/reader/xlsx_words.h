// How dates of Excel cells are written as text, and number formats that have no code in the file.
#pragma once

#include <array>
#include <string_view>

namespace duban {

inline constexpr std::string_view kShownYear = "年";
inline constexpr std::string_view kShownMonth = "月";
inline constexpr std::string_view kShownDay = "日";
// What the Chinese Excel calls the general format.
inline constexpr std::string_view kGeneralWord = "G/通用格式";

// ECMA-376 part 1, 18.8.30, with the Chinese ones of 27 to 36 and 50 to 58.
struct BuiltinFormat {
    int id;
    std::string_view code;
};
inline constexpr std::array kBuiltinFormats{
    BuiltinFormat{1, "0"},          BuiltinFormat{2, "0.00"},
    BuiltinFormat{3, "#,##0"},      BuiltinFormat{4, "#,##0.00"},
    BuiltinFormat{9, "0%"},         BuiltinFormat{10, "0.00%"},
    BuiltinFormat{14, "yyyy-m-d"},  BuiltinFormat{15, "d-m-yy"},
    BuiltinFormat{16, "d-m"},       BuiltinFormat{17, "m-yy"},
    BuiltinFormat{18, "h:mm"},      BuiltinFormat{19, "h:mm:ss"},
    BuiltinFormat{20, "h:mm"},      BuiltinFormat{21, "h:mm:ss"},
    BuiltinFormat{22, "y-m-d h:mm"}, BuiltinFormat{27, "yyyy m"},
    BuiltinFormat{28, "m d"},       BuiltinFormat{29, "m d"},
    BuiltinFormat{30, "m-d-yy"},    BuiltinFormat{31, "yyyy m d"},
    BuiltinFormat{32, "h:mm"},      BuiltinFormat{33, "h:mm:ss"},
    BuiltinFormat{34, "h:mm"},      BuiltinFormat{35, "h:mm:ss"},
    BuiltinFormat{36, "yyyy m"},    BuiltinFormat{37, "#,##0"},
    BuiltinFormat{38, "#,##0"},     BuiltinFormat{39, "#,##0.00"},
    BuiltinFormat{40, "#,##0.00"},  BuiltinFormat{41, "#,##0"},
    BuiltinFormat{42, "#,##0"},     BuiltinFormat{43, "#,##0.00"},
    BuiltinFormat{44, "#,##0.00"},  BuiltinFormat{45, "mm:ss"},
    BuiltinFormat{46, "[h]:mm:ss"}, BuiltinFormat{47, "mm:ss"},
    BuiltinFormat{50, "yyyy m"},    BuiltinFormat{51, "m d"},
    BuiltinFormat{52, "yyyy m"},    BuiltinFormat{53, "m d"},
    BuiltinFormat{54, "m d"},       BuiltinFormat{55, "h:mm"},
    BuiltinFormat{56, "h:mm:ss"},   BuiltinFormat{57, "yyyy m"},
    BuiltinFormat{58, "m d"},
};

}  // namespace duban
