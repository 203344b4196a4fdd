// The confirmed reading on disk: FILE.reading.json beside the document, written by `read --save`,
// answered by editing it, used by `check` and `diff`. See docs/formats.md.
#pragma once

#include <memory>
#include <string>

#include "app/command.h"
#include "programme/reading.h"

namespace duban {

std::string reading_path(const std::string& document);

// Fails where it is no file that this program wrote, or where an answer is none of the candidates.
Result<Reading> load_reading(const std::string& path, std::uint64_t max_bytes);

// Written complete or not at all; returns the exit status.
int save_reading(const std::string& path, const Reading& reading, const Understanding& u,
                 Language language);

// An understanding with the confirmed reading in it, where there is one.
struct Confirmed {
    Understanding understanding;
    std::unique_ptr<const Reading> reading;  // null where there is none
    Applied applied;
};

// Understands the programme with the reading `earlier`, one of another month, or, where that is
// empty, with the one beside the document. Says on stderr what became of it. Fails where a reading
// cannot be read, and where an earlier one, or with `must_fit` also that beside the document, is of
// another document.
Result<Confirmed> understand_confirmed(const Programme& programme, const Lexicon& lexicon,
                                       const std::string& document, const std::string& earlier,
                                       bool must_fit, std::uint64_t max_bytes, Language language);

// The open questions with their candidates, for people.
std::string questions_text(const Reading& reading, const Understanding& u, Language language);

}  // namespace duban
