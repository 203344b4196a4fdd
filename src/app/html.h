// HTML as text: escaping, and a cell of a document with places marked in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace duban {

// Appends the text with everything escaped that HTML gives a meaning, in element content and in
// quoted attributes; control characters and invalid bytes become U+FFFD.
void append_html(std::string& out, std::string_view text);
std::string html(std::string_view text);

// A place to be marked: how (a class of the style sheet), and what is written behind it.
struct Mark {
    Span place;
    int weight = 0;      // of places that overlap the heaviest is shown
    std::string behind;  // HTML, such as the number of the finding
};

// Appends raw[range] as HTML: tags that separate paragraphs become line breaks, other tags are left
// out, and the marks (in any order, overlapping or not) are set. classes[weight] is the class.
void append_marked(std::string& out, std::string_view raw, Span range, std::vector<Mark> marks,
                   const std::vector<std::string_view>& classes);

}  // namespace duban
