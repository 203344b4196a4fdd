// The outcome of a check as text for people: one sentence, at most ten findings by consequence,
// then by task with the quoted place underlined and the sum written out.
#pragma once

#include <string>

#include "audit/audit.h"
#include "base/catalogue.h"

namespace duban {

struct TextSettings {
    Language language = Language::kEnglish;
    bool all = false;  // notes and holds too
    bool colour = false;
    std::string file;  // named above the report where there are several
};

std::string summary_sentence(const Understanding& understanding, const Audit& audit,
                             Language language);
std::string findings_text(const Understanding& understanding, const Audit& audit,
                          const TextSettings& settings);

// A terminal that has not been told NO_COLOR.
bool colour_wanted();

}  // namespace duban
