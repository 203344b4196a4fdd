// duban.toml: the settings of a project, beside the documents they are for.
//
//   select, ignore    codes or families        [units]      measure words
//   [severities]      code = severity or off   [subjects]   names
//   [tolerances]      how far figures may lie  [status]     words and what they mean
//
// All faults of a file come back at once. Parsing is pure; the files are read by SettingsBook.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/toml.h"
#include "audit/audit.h"
#include "base/catalogue.h"
#include "programme/lexicon.h"

namespace duban {

inline constexpr std::string_view kSettingsName = "duban.toml";

struct Settings {
    AuditSettings audit;
    Lexicon lexicon;
};

Settings parse_settings(std::string_view text, std::vector<TomlFault>& faults);

// Settings of documents, each file read once; a named file is for all of them.
class SettingsBook {
  public:
    SettingsBook(std::string named, Language language)
        : named_(std::move(named)), language_(language) {}
    // The settings for the document; null where they have faults, which are printed once.
    const Settings* of(const std::string& document);

  private:
    std::string named_;
    Language language_;
    std::map<std::string, std::optional<Settings>> read_;
};

// "FOLDER/NAME" of the document's folder; "" for standard input, which has none.
std::string beside(const std::string& document, std::string_view name);

// The bytes of a file that may be empty; nothing where it is not there and need not be. What went
// wrong is printed and `failed` set.
std::string read_small_file(const std::string& path, bool must_exist, Language language,
                            bool& failed);
void print_faults(Language language, const std::string& path, const std::vector<TomlFault>& faults);

// "a b c" of the codes, and of the families, in the order of the register.
std::string code_names();
std::string family_names();

}  // namespace duban
