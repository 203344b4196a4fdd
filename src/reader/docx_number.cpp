#include "reader/docx_number.h"

#include <array>

#include "base/text.h"
#include "reader/docx_words.h"

namespace duban {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    for (const std::string_view w : words) {
        if (w == word) return true;
    }
    return false;
}

// 1 to 9999 with words for the places; ten to nineteen begin with the ten.
std::string counted(int value, const std::array<std::string_view, 10>& digits,
                    const std::array<std::string_view, 4>& steps, bool short_ten) {
    std::string out;
    bool gap = false;
    int power = 1000;
    for (std::size_t step = 4; step-- > 0; power /= 10) {
        const int digit = value / power % 10;
        if (digit == 0) {
            gap = !out.empty();
            continue;
        }
        if (gap) out += kCountingZero;
        gap = false;
        if (!(short_ten && out.empty() && step == 1 && digit == 1))
            out += digits[static_cast<std::size_t>(digit)];
        out += steps[step];
    }
    return out;
}

std::string roman(int value, bool upper) {
    struct Step {
        int value;
        std::string_view text;
    };
    static constexpr std::array<Step, 13> kSteps{{{1000, "m"},
                                                  {900, "cm"},
                                                  {500, "d"},
                                                  {400, "cd"},
                                                  {100, "c"},
                                                  {90, "xc"},
                                                  {50, "l"},
                                                  {40, "xl"},
                                                  {10, "x"},
                                                  {9, "ix"},
                                                  {5, "v"},
                                                  {4, "iv"},
                                                  {1, "i"}}};
    std::string out;
    for (const Step& step : kSteps) {
        for (; value >= step.value; value -= step.value) out += step.text;
    }
    if (upper) {
        for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

// A to Z, then AA to ZZ.
std::string letters(int value, char first) {
    const std::size_t times = static_cast<std::size_t>((value - 1) / 26) + 1;
    return std::string(times, static_cast<char>(first + (value - 1) % 26));
}

std::string digit_by_digit(int value, const std::array<std::string_view, 10>& digits) {
    std::string out;
    for (const char c : std::to_string(value)) out += digits[static_cast<std::size_t>(c - '0')];
    return out;
}

std::string one_of_run(int value, char32_t first, int last) {
    std::string out;
    if (value <= last) append_utf8(out, first + static_cast<char32_t>(value - 1));
    return out;
}

std::string circled(int value) {
    if (value > 35 && value <= 50) return one_of_run(value - 35, 0x32B1, 15);
    if (value > 20) return one_of_run(value - 20, 0x3251, 15);
    return one_of_run(value, 0x2460, 20);
}

std::string written(std::string_view format, int value) {
    if (is_one_of(format, {"chineseCounting", "chineseCountingThousand", "japaneseCounting",
                           "taiwaneseCounting", "taiwaneseCountingThousand", "koreanCounting"})) {
        return counted(value, kCountingDigits, kCountingSteps, true);
    }
    if (is_one_of(format, {"chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"}))
        return counted(value, kLegalDigits, kLegalSteps, false);
    if (is_one_of(format, {"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital",
                           "koreanDigital"})) {
        return digit_by_digit(value, kCountingDigits);
    }
    if (format == "ideographTraditional" && value <= 10)
        return std::string(kStems[static_cast<std::size_t>(value - 1)]);
    if (format == "ideographZodiac" && value <= 12)
        return std::string(kBranches[static_cast<std::size_t>(value - 1)]);
    if (is_one_of(format, {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}))
        return circled(value);
    if (format == "decimalEnclosedParen") return one_of_run(value, 0x2474, 20);
    if (format == "decimalEnclosedFullstop") return one_of_run(value, 0x2488, 20);
    if (format == "ideographEnclosedCircle") return one_of_run(value, 0x3280, 10);
    if (is_one_of(format, {"decimalFullWidth", "decimalFullWidth2"})) {
        std::string out;
        for (const char c : std::to_string(value))
            append_utf8(out, 0xFF10 + static_cast<char32_t>(c - '0'));
        return out;
    }
    if (format == "upperLetter" && value <= 780) return letters(value, 'A');
    if (format == "lowerLetter" && value <= 780) return letters(value, 'a');
    if (format == "upperRoman") return roman(value, true);
    if (format == "lowerRoman") return roman(value, false);
    if (format == "decimalZero" && value < 10) return "0" + std::to_string(value);
    return "";
}

}  // namespace

std::string docx_number(std::string_view format, int value) {
    if (is_one_of(format, {"none", "bullet"})) return "";
    std::string out;
    if (value > 0 && value < 10000) out = written(format, value);
    return out.empty() ? std::to_string(value) : out;
}

}  // namespace duban
