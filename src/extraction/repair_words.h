// Words and characters that the repair of damaged text needs to know.
#pragma once

#include <array>
#include <string_view>

namespace duban {

// English words met in the place of a Chinese one where a table was translated by machine.
struct LatinWord {
    std::string_view latin;
    std::string_view chinese;
};
inline constexpr std::array<LatinWord, 6> kLatinWords{{{"and", "和"},
                                                       {"or", "或"},
                                                       {"of", "的"},
                                                       {"to", "至"},
                                                       {"with", "与"},
                                                       {"for", "为"}}};

}  // namespace duban
