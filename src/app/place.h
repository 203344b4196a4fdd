// Places in a cell as they are given to the outside: Unicode code points of the raw cell.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/json_writer.h"
#include "base/span.h"
#include "base/text.h"

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

}  // namespace duban
