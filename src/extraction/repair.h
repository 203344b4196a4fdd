// Repairs a cell for reading: mark-up becomes paragraph breaks, blanks inside Chinese text go,
// full-width letters and digits become plain ones. Nothing is repaired silently: every repair that
// is more than the document's own way of marking paragraphs is listed, and every place in the
// repaired text can be traced to its place in the cell.
//
// One pass, linear in the length of the cell. The raw text must outlive the result.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace duban {

enum class DamageKind : std::uint8_t {
    kBlank,        // a blank inside Chinese text
    kSpacedOut,    // a blank after every character
    kDoubled,      // a character doubled where two lines of a cell were joined
    kLatinWord,    // an English word in the place of a Chinese one
    kWidth,        // half-width punctuation, full-width digits or letters inside Chinese text
    kMarkup,       // mark-up left in a cell that needs none
    kStrayNumber,  // a list number in the middle of a sentence
    kUnread,       // text that could not be put right
};

struct Damage {
    DamageKind kind = DamageKind::kBlank;
    Span raw;
};

struct Text {
    std::string_view raw;
    std::string clean;
    std::vector<Damage> damages;

    // From clean[at] on, raw offset = clean offset + shift.
    struct Shift {
        std::uint32_t at = 0;
        std::int32_t shift = 0;
    };
    std::vector<Shift> shifts;

    // The place in the raw cell of a span of the clean text.
    [[nodiscard]] Span raw_span(Span clean_span) const;
    [[nodiscard]] std::string_view raw_slice(Span clean_span) const {
        return raw_span(clean_span).of(raw);
    }
};

Text repair(std::string_view raw);

// The pieces of a repaired text, given in order, as a text of its own with the same raw text:
// every place is traced back as in the whole. Pieces that do not touch stand in paragraphs of their
// own. Damage goes with the piece that it stands in.
Text part_of(const Text& whole, std::span<const Span> pieces);

// Bytes of the tag that the text begins with (<p>, </p>, <br/>, <span style="...">), 0 where "<" is
// just a sign. `breaks`: it separates paragraphs.
std::size_t tag_length(std::string_view text, bool& breaks);

}  // namespace duban
