// The ways out of `check`: each writes what was found in one or several documents, in one form.
#pragma once

#include <array>
#include <string>

#include "app/answers.h"
#include "app/command.h"
#include "audit/audit.h"
#include "base/catalogue.h"

namespace duban {

// What every writer is told of the call.
struct FormatSettings {
    Language language = Language::kEnglish;
    bool all = false;                  // text: notes and sums that hold too
    bool several = false;              // more than one document was named
    const Answers* answers = nullptr;  // of the lead units, where the call brings some
};

// One document, read and checked.
struct Checked {
    const std::string& path;  // as named in the call, "-" for standard input
    const Understanding& understanding;
    const Audit& audit;
    int ordinal = 1;                  // among the documents of the call
    std::size_t findings_before = 0;  // waived ones too, in the documents before it
};

struct FindingsFormat {
    std::string_view name;
    // Before the first document (which `first` is) or, where none could be read, with null.
    void (*begin)(Output& output, const FormatSettings& settings, const Checked* first);
    void (*document)(Output& output, const FormatSettings& settings, const Checked& checked);
    void (*end)(Output& output, const FormatSettings& settings);
};

extern const FindingsFormat kTextFormat;
extern const FindingsFormat kJsonFormat;
extern const FindingsFormat kSarifFormat;
extern const FindingsFormat kHtmlFormat;
extern const FindingsFormat kGithubFormat;

// All of them, in the order in which the help names them.
inline std::array<const FindingsFormat*, 5> findings_formats() {
    return {&kTextFormat, &kJsonFormat, &kSarifFormat, &kHtmlFormat, &kGithubFormat};
}

}  // namespace duban
