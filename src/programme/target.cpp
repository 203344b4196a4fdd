#include "programme/target.h"

namespace duban {

std::string_view name_of(Verdict verdict) {
    constexpr std::array<std::string_view, 9> kNames{
        "exceeded", "met",          "short",          "late",        "pending",
        "void",     "not_reported", "not_quantified", "unverifiable"};
    return kNames[static_cast<std::size_t>(verdict)];
}

std::string_view name_of(Commitment commitment) {
    constexpr std::array<std::string_view, 4> kNames{"firm", "best_effort", "conditional",
                                                     "depends_on"};
    return kNames[static_cast<std::size_t>(commitment)];
}

std::string_view name_of(Direction direction) {
    constexpr std::array<std::string_view, 3> kNames{"more", "less", "neutral"};
    return kNames[static_cast<std::size_t>(direction)];
}

}  // namespace duban
