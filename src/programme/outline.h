// The outline of a text in paragraphs: which of them begin an item, which are headings of items,
// and which belong to none.
//
// An item is the smallest numbered paragraph with a title of its own, with the paragraphs after it
// that are not numbered. Whether the points under a numbered paragraph are items or only list what
// it says is told by its own text, by theirs and by the paragraphs beside it.
//
// Pure; linear in the text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace duban {

struct Paragraph {
    std::string_view text;  // without blanks at both ends
    std::uint32_t line = 0;
};

// Paragraphs [first, last) that are one item, or one that belongs to none.
struct Section {
    bool item = false;
    std::size_t first = 0;
    std::size_t last = 0;
    std::uint32_t mark = 0;  // bytes of the list mark that it begins with
    Span number;             // the numeral in it
    int heading = -1;        // paragraph that is the heading above the item, -1: none
};

// In the order of the text. Empty where no paragraph is an item.
std::vector<Section> outline(std::span<const Paragraph> paragraphs);

// The list mark that a paragraph begins with; no size where it begins with none.
struct ListMark {
    int value = 0;
    std::uint32_t size = 0;  // bytes
};
ListMark list_mark_of(std::string_view paragraph);

// Where the title ends that a numbered paragraph begins with: before a full stop, colon or
// semicolon, or else before its first comma. `apart` where more than a comma ends it and text
// follows.
struct TitleEnd {
    std::size_t end = 0;
    bool apart = false;
};
TitleEnd title_end(std::string_view text);

}  // namespace duban
