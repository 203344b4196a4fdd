// Pages of a PDF as words with boxes and ruling lines, out of what `pdftotext -bbox-layout` and
// `pdftocairo -svg` print. Points, y downwards.
//
// Pure; time and memory grow with the two texts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace duban {

struct PdfWord {
    double left = 0, top = 0, right = 0, bottom = 0;
    std::string text;
};

// A straight stroke or a thin filled box, along the axis.
struct PdfRule {
    bool upright = false;
    double at = 0;  // x of an upright one, y of a level one
    double begin = 0, end = 0;
};

struct PdfPage {
    double width = 0, height = 0;
    std::vector<PdfWord> words;
    std::vector<PdfRule> rules;
};

// False where one of the texts is not what the programs print. An empty `drawing` has no rules.
bool read_pdf_pages(std::string_view words, std::string_view drawing, std::vector<PdfPage>& pages);

}  // namespace duban
