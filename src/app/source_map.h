// Places in the file as editors count them: lines and columns from 1, columns in code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace duban {

struct SourcePlace {
    std::size_t line = 1;
    std::size_t column = 1;
    std::size_t end_line = 1;
    std::size_t end_column = 1;  // one past the last character
};

// Counts are kept every few thousand bytes, so that a place costs the same wherever it lies, also
// in a file of one long line. The text must outlive the map.
class SourceMap {
  public:
    explicit SourceMap(std::string_view text);

    // The place of a view into the text; none for a view of something else.
    [[nodiscard]] std::optional<SourcePlace> place(std::string_view slice) const;

  private:
    [[nodiscard]] std::size_t points_before(std::size_t byte) const;
    [[nodiscard]] std::size_t line_of(std::size_t byte) const;  // from 0

    std::string_view text_;
    std::vector<std::size_t> lines_;   // first byte of each
    std::vector<std::size_t> points_;  // code points before each stretch
};

}  // namespace duban
