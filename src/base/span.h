// A half-open range of bytes in some UTF-8 text.
//
// Everything that is read keeps its place, so that a finding can point. Inside the program places
// are bytes; on the way out they become Unicode code points of the cell as it stands in the file
// (see code_points() in text.h). Plain value, no lifetime rule of its own: a Span says nothing
// without the text that it belongs to.
#pragma once

#include <cstdint>
#include <string_view>

namespace duban {

struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    [[nodiscard]] bool empty() const { return begin == end; }
    [[nodiscard]] std::string_view of(std::string_view text) const {
        return text.substr(begin, end - begin);
    }
    friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace duban
