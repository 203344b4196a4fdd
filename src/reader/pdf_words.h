// Characters and words by which the lines of a PDF are put together.
#pragma once

#include <string_view>

namespace duban {

// May not stand at the beginning of a line: they pull the character before them along.
inline constexpr std::u32string_view kPdfClosers = U"，。、；：！？）】》“”‘’」』〉〕％%,.;:!?)]}…—·～℃-/";
// Digits and letters after these stay on their line.
inline constexpr std::u32string_view kPdfTies = U"-/";
// May not stand at the end of one.
inline constexpr std::u32string_view kPdfOpeners = U"（【《“‘「『〈〔([{";
// After which a sentence has ended. Not the semicolon: items in a row are often parted by it.
inline constexpr std::u32string_view kPdfEnds = U"。！？!?";
inline constexpr std::u32string_view kPdfNumberMarks = U".．、)）";
inline constexpr std::u32string_view kPdfOpenMarks = U"(（";
inline constexpr std::u32string_view kPdfDashes = U"—－-–―‐─·• ";
inline constexpr std::u32string_view kPdfChineseDigits = U"一二三四五六七八九十";
inline constexpr std::u32string_view kPdfMonth = U"月";
inline constexpr std::u32string_view kPdfPageWords = U"第页頁共/／，,";

}  // namespace duban
