// A page cut down to what its text and tables need, before a parser makes a tree of it: elements
// that are never read are gone with all they hold, tags that mark nothing (fonts, stress) are gone
// alone, and what remains is nested no deeper than a limit.
//
// Why: the parser's time grows with the depth times the number of tags, its memory with tags of
// stress that are never closed, and it frees its tree by recursion. One pass, linear.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace duban {

struct ReducedHtml {
    std::string html;
    std::string title;  // as it stands, with entities
    bool own = false;   // written by this program
};

// Fails with kTooLarge where elements are nested too deeply (params: limit).
Result<ReducedHtml> reduce_html(std::string_view text);

}  // namespace duban
