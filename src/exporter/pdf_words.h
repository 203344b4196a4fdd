// Typefaces by the names under which they are installed, the standard's own first, then free ones.
#pragma once

namespace duban {

inline constexpr const char* kSongFamilies =
    "SimSun,宋体,NSimSun,STSong,华文宋体,Songti SC,Noto Serif CJK SC,Source Han Serif SC,AR PL UMing CN,"
    "serif";
inline constexpr const char* kFangFamilies =
    "FangSong_GB2312,仿宋_GB2312,FangSong,仿宋,STFangsong,华文仿宋,Noto Serif CJK SC,"
    "Source Han Serif SC,AR PL UMing CN,serif";
inline constexpr const char* kHeiFamilies =
    "SimHei,黑体,STHeiti,华文黑体,Heiti SC,Noto Sans CJK SC,Source Han Sans SC,WenQuanYi Zen Hei,"
    "sans-serif";
inline constexpr const char* kKaiFamilies =
    "KaiTi_GB2312,楷体_GB2312,KaiTi,楷体,STKaiti,华文楷体,AR PL UKai CN,Noto Serif CJK SC,"
    "Source Han Serif SC,serif";
inline constexpr const char* kTitleFamilies =
    "FZXiaoBiaoSong-B05S,方正小标宋简体,FZXiaoBiaoSong-B05,方正小标宋_GBK,STZhongsong,华文中宋,"
    "Noto Serif CJK SC,Source Han Serif SC,AR PL UMing CN,serif";
// Of these the bold face is nearest to the heavy one that titles want.
inline constexpr const char* kLightFamilies = "Noto,Source Han,AR PL,DejaVu";

inline constexpr const char* kPageNumberDash = "—";

}  // namespace duban
