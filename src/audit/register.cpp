// The register of checks, collected from the names of the files check_<name>.cpp.
#include <algorithm>
#include <vector>

#include "audit/check.h"

namespace duban {

#define DUBAN_CHECK(name) extern const Check name;
#include "register.inc"
#undef DUBAN_CHECK

std::span<const Check* const> checks() {
    static const std::vector<const Check*> all = [] {
        std::vector<const Check*> list{
#define DUBAN_CHECK(name) &(name),
#include "register.inc"
#undef DUBAN_CHECK
        };
        std::sort(list.begin(), list.end(),
                  [](const Check* a, const Check* b) { return a->code < b->code; });
        return list;
    }();
    return all;
}

}  // namespace duban
