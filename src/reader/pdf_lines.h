// Words of a place on a page put together to lines, and lines to paragraphs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reader/pdf_pages.h"

namespace duban {

struct PdfLine {
    double left = 0, top = 0, right = 0, bottom = 0;
    double em = 0;  // width of an ideograph
    std::string text;
};

// From top to bottom, the words of each from left to right.
std::vector<PdfLine> pdf_lines(std::vector<const PdfWord*>& words);

// Text of which more may follow on the next page.
struct PdfText {
    std::string text;  // paragraphs parted by LF
    double room = 0;   // left on the last line, in ems
};

// True where `next`, the beginning of a line, begins a paragraph of its own after `before`, on
// whose last line there were `room` ems left.
bool begins_paragraph(std::string_view before, double room, std::string_view next);

// Appends a line to the text; the blank that a line break swallowed is put back between letters.
void append_line(std::string& text, std::string_view line, bool paragraph);

// Lines within the bounds of a cell.
PdfText pdf_text(const std::vector<PdfLine>& lines, double left, double right);

// Appends what follows on the next page.
void append_text(PdfText& text, const PdfText& more);

// "- 3 -", "3/12" and the like.
bool is_page_number(std::string_view text);

}  // namespace duban
