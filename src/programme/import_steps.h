// What the readers of all layouts share on the way from a Document to a Programme. Private to the
// import.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "programme/import_words.h"
#include "programme/lexicon.h"
#include "programme/programme.h"

namespace duban {

// A heading without blanks, mark-up, brackets and a month in front: "12 yuefen tuijin qingkuang" is
// "tuijin qingkuang".
std::string plain_heading(std::string_view cell);
// The longest heading word that it holds, null where it holds none or is too long for a heading.
const HeadingWord* heading_word(std::string_view plain);

// The cell of each column, -1 where it has none.
using Layout = std::array<int, kColumns>;
// The columns that a heading row names, also in the order of the row; false if it is no heading.
bool read_heading(std::span<const std::string_view> cells, Layout& layout,
                  std::vector<std::uint8_t>& seen);

// A heading word used as a label at text[at]: followed by a colon or set in square brackets.
struct LabelMatch {
    Column column = Column::kNumber;
    std::uint32_t size = 0;  // bytes with the colon; 0 where no label stands there
};
LabelMatch label_at(std::string_view text, std::size_t at);

// "yi, jiaqiang ...": the ordinal and the name. Ordinal 0 where there is none.
Category read_category(std::string_view clean);
std::vector<std::string> read_units(std::string_view clean);
// The value of a printed number, 0 where it has none.
int number_value(std::string_view number);

// Where nothing else promises, a title with figures does: it is the measures as well.
void promise_in_title(Task& task);

// Title, year and month from a paragraph before the table; does nothing where there is a title.
void read_title(Programme& programme, std::string_view text);
// Year and month, where the title did not give them, from "jiezhi 2024 nian 8 yue di" in a text.
void read_cut_off(Programme& programme, std::string_view text);

// Text that belongs to no row.
void add_preamble(Programme& programme, int line, std::string_view raw);

// Reads the cells of all tasks that were put in, and puts text that belongs to no row before the
// rows.
void finish(Programme& programme, const Lexicon& lexicon);

// Reads prose: numbered paragraphs and blocks of labels. False where there are no items in it; the
// programme is then as it was.
bool import_prose(Programme& programme);

}  // namespace duban
