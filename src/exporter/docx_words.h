// The fonts that GB/T 9704-2012 names, and what stands in for each where it is not installed.
#pragma once

#include <array>
#include <string_view>

namespace duban {

struct DocxFont {
    std::string_view name;
    std::string_view instead;  // in the order in which they are tried
    std::string_view family;   // of the file format
};

inline constexpr DocxFont kDocxBodyFont{"仿宋_GB2312", "仿宋,FangSong,Noto Serif CJK SC", "modern"};
inline constexpr DocxFont kDocxTitleFont{"方正小标宋简体", "小标宋,STZhongsong,Noto Serif CJK SC",
                                     "roman"};
inline constexpr DocxFont kDocxHeadingFont{"黑体", "SimHei,Noto Sans CJK SC", "swiss"};
inline constexpr DocxFont kDocxSubheadingFont{"楷体_GB2312", "楷体,KaiTi,Noto Serif CJK SC", "modern"};
inline constexpr DocxFont kDocxSongFont{"宋体", "SimSun,Noto Serif CJK SC", "roman"};
inline constexpr DocxFont kDocxLatinFont{"Times New Roman", "Liberation Serif", "roman"};
inline constexpr std::array kDocxFonts{kDocxBodyFont,       kDocxTitleFont, kDocxHeadingFont,
                                       kDocxSubheadingFont, kDocxSongFont,  kDocxLatinFont};

inline constexpr std::string_view kPageDash = "—";  // on both sides of a page number

}  // namespace duban
