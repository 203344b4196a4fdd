#include "reader/pdf_lines.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "reader/pdf_words.h"

namespace duban {
namespace {

constexpr double kSlack = 0.35;         // ems by which a line may fall short and still be full
constexpr double kHeightOfEm = 0.77;    // an em by the height of a word's box
constexpr double kGapOfLetters = 0.15;  // ems that are a blank between letters or digits
constexpr double kGapMixed = 0.45;      // and beside an ideograph, where typesetters add some
constexpr double kGapWide = 0.75;
constexpr double kMostPad = 6;  // points between the rule and the text

bool is_one_of(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

bool is_letter(char32_t c) {
    return is_ascii_letter(c) || (c >= 0xC0 && c < 0x2000 && !is_blank(c));
}

double em_of(const PdfWord& word) {
    bool wide = true;
    std::size_t count = 0;
    for (std::size_t at = 0; at < word.text.size() && wide;) {
        const CodePoint c = decode_at(word.text, at);
        wide = is_han(c.value);
        at += c.size;
        ++count;
    }
    if (wide && count > 0 && word.right > word.left)
        return (word.right - word.left) / static_cast<double>(count);
    return (word.bottom - word.top) * kHeightOfEm;
}

char32_t first_of(std::string_view text) { return text.empty() ? 0 : decode_at(text, 0).value; }
char32_t last_of(std::string_view text) {
    return text.empty() ? 0 : decode_before(text, text.size()).value;
}

bool blank_between(char32_t before, char32_t after, double gap) {
    const bool wide = is_wide(before);
    if (wide != is_wide(after)) return gap > kGapMixed;
    return gap > (wide ? kGapWide : kGapOfLetters);
}

PdfLine line_of(std::vector<const PdfWord*>::iterator begin,
                std::vector<const PdfWord*>::iterator end) {
    std::stable_sort(begin, end,
                     [](const PdfWord* a, const PdfWord* b) { return a->left < b->left; });
    PdfLine line{(*begin)->left, (*begin)->top, (*begin)->right, (*begin)->bottom, 0, ""};
    double widest = 0;
    for (auto at = begin; at != end; ++at) {
        if ((*at)->right - (*at)->left > widest) {
            widest = (*at)->right - (*at)->left;
            line.em = em_of(**at);
        }
    }
    line.em = std::max(line.em, 1.0);
    for (auto at = begin; at != end; ++at) {
        const PdfWord& word = **at;
        if (at != begin && blank_between(last_of(line.text), first_of(word.text),
                                         (word.left - line.right) / line.em)) {
            line.text += ' ';
        }
        line.text += word.text;
        line.top = std::min(line.top, word.top);
        line.right = std::max(line.right, word.right);
        line.bottom = std::max(line.bottom, word.bottom);
    }
    return line;
}

// Width of what cannot be parted at the beginning of the text, in ems.
double first_unit(std::string_view text) {
    double out = 0;
    std::size_t at = 0;
    bool open = true;
    char32_t before = 0;
    while (at < text.size() && out < 40) {
        const CodePoint c = decode_at(text, at);
        const bool wide = is_wide(c.value);
        if (!open && !is_one_of(kPdfClosers, c.value)) {
            const bool tied = is_one_of(kPdfTies, before) && !wide && !is_blank(c.value);
            if (!tied && (wide || is_blank(c.value) || is_wide(before))) break;
        }
        out += wide ? 1 : 0.5;
        open = is_one_of(kPdfOpeners, c.value);
        before = c.value;
        at += c.size;
    }
    return out;
}

// An item's number, or a month.
bool begins_item(std::string_view text) {
    std::size_t at = 0;
    bool bracket = false;
    std::size_t digits = 0;
    while (at < text.size()) {
        const CodePoint c = decode_at(text, at);
        if (at == 0 && is_circled(c.value)) return true;
        if (at == 0 && is_one_of(kPdfOpenMarks, c.value)) {
            bracket = true;
        } else if ((is_ascii_digit(c.value) || is_one_of(kPdfChineseDigits, c.value)) &&
                   digits < 3) {
            ++digits;
        } else {
            return digits > 0 && (is_one_of(kPdfNumberMarks, c.value) ||
                                  (!bracket && is_one_of(kPdfMonth, c.value)));
        }
        at += c.size;
    }
    return false;
}

}  // namespace

std::vector<PdfLine> pdf_lines(std::vector<const PdfWord*>& words) {
    std::vector<PdfLine> out;
    const auto middle = [](const PdfWord* w) { return (w->top + w->bottom) / 2; };
    std::stable_sort(words.begin(), words.end(),
                     [&](const PdfWord* a, const PdfWord* b) { return middle(a) < middle(b); });
    for (auto begin = words.begin(); begin != words.end();) {
        const double height = (*begin)->bottom - (*begin)->top;
        auto end = begin + 1;
        while (end != words.end() &&
               middle(*end) - middle(*begin) <
                   0.4 * std::max(1.0, std::min(height, (*end)->bottom - (*end)->top))) {
            ++end;
        }
        out.push_back(line_of(begin, end));
        begin = end;
    }
    return out;
}

bool begins_paragraph(std::string_view before, double room, std::string_view next) {
    if (room >= first_unit(next) + kSlack) return true;
    return is_one_of(kPdfEnds, last_of(before)) && begins_item(next);
}

void append_line(std::string& text, std::string_view line, bool paragraph) {
    if (line.empty()) return;
    if (!text.empty()) {
        const char32_t before = last_of(text);
        const char32_t after = first_of(line);
        if (paragraph) {
            text += '\n';
        } else if (is_letter(before) && (is_letter(after) || is_ascii_digit(after))) {
            text += ' ';
        } else if (is_ascii_digit(before) && is_letter(after)) {
            text += ' ';
        }
    }
    text += line;
}

PdfText pdf_text(const std::vector<PdfLine>& lines, double left, double right) {
    PdfText out;
    if (lines.empty()) return out;
    double pad = kMostPad;
    for (const PdfLine& line : lines) pad = std::min(pad, line.left - left);
    pad = std::max(pad, 0.0);
    for (const PdfLine& line : lines) {
        append_line(out.text, line.text,
                    !out.text.empty() && begins_paragraph(out.text, out.room, line.text));
        const double before = line.left - left - pad;
        const double behind = right - pad - line.right;
        const bool centred = before > line.em / 2 && std::abs(before - behind) < line.em / 2;
        out.room = (centred ? before + behind : behind) / line.em;
    }
    return out;
}

void append_text(PdfText& text, const PdfText& more) {
    if (more.text.empty()) return;
    append_line(text.text, more.text,
                !text.text.empty() && begins_paragraph(text.text, text.room, more.text));
    text.room = more.room;
}

bool is_page_number(std::string_view text) {
    if (text.size() > 40) return false;
    int digits = 0;
    int words = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        at += c.size;
        if (is_ascii_digit(c.value)) {
            ++digits;
        } else if (is_one_of(kPdfPageWords, c.value)) {
            ++words;
        } else if (!is_one_of(kPdfDashes, c.value) && !is_blank(c.value)) {
            return false;
        }
    }
    return digits > 0 && digits <= 8 && words <= 6;
}

}  // namespace duban
