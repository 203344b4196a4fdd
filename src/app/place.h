// Places in a cell as they are given to the outside: Unicode code points of the raw cell.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/catalogue.h"
#include "base/json_writer.h"
#include "base/span.h"
#include "base/text.h"
#include "reader/document.h"

namespace duban {

// Counts code points from place to place; going forward costs only the way between.
class PlaceCounter {
  public:
    explicit PlaceCounter(std::string_view raw) : raw_(raw) {}

    std::size_t at(std::uint32_t byte) {
        if (byte < byte_) {
            byte_ = 0;
            points_ = 0;
        }
        points_ += code_points(raw_.substr(byte_, byte - byte_));
        byte_ = byte;
        return points_;
    }

    void write(JsonWriter& json, Span span) {
        json.member("start", at(span.begin));
        json.member("end", at(span.end));
    }

  private:
    std::string_view raw_;
    std::uint32_t byte_ = 0;
    std::size_t points_ = 0;
};

// "line 12", "table 1, row 5", "sheet X, row 12", "page 3, table 2, row 1", "paragraph 7": where
// the row of that line stands, in the way that people count in this kind of file.
std::string place_words(const Document& document, int line, Language language);

// The same behind the name of a file: "f.txt:12", "f.docx: table 1, row 5".
std::string named_place(const std::string& path, const Document& document, int line,
                        Language language);

// The member "place" of a slice of the document, in kinds of file that have no lines: page, sheet,
// table, row, column (from 1), each where there is one.
void write_place(JsonWriter& json, const Document& document, std::string_view slice);

}  // namespace duban
