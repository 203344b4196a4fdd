// What the verbs share: the call's common options, reading of inputs, words for people on stderr.
//
// Exit status of every verb: 0 fine, 1 findings at severity error, 2 could not read or wrong call.
#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "base/result.h"
#include "exporter/exporter.h"
#include "programme/lexicon.h"
#include "programme/programme.h"

namespace CLI {
class App;
}

namespace duban {

inline constexpr int kExitFine = 0;
inline constexpr int kExitFindings = 1;
inline constexpr int kExitUnreadable = 2;
inline constexpr std::uint64_t kDefaultMaxBytes = 256ULL << 20;
inline constexpr std::uint64_t kMostMaxBytes = 1ULL << 31;  // places in a text are 32 bits wide

struct Common {
    std::vector<std::string> inputs;  // files, folders, "-"
    std::string output;               // empty: standard output
    std::string lang;                 // "zh", "en" or empty: from the environment
    std::uint64_t max_bytes = kDefaultMaxBytes;
    std::string config;                  // settings file; empty: the one beside each document
    std::vector<std::string> also_read;  // files beside the inputs that the call names

    [[nodiscard]] Language language() const;
    // True, and told, where the output would be written over one of the inputs.
    [[nodiscard]] bool names_output_as_input(Language language) const;
    // Whether text would be written under the name of a Word, Excel or PDF file; says so if it
    // would.
    [[nodiscard]] bool names_office_file(Language language) const;
};

// The language of the call before it is parsed: --lang where it is given, else the environment's.
Language language_of_call(int argc, const char* const* argv);

// Adds the options that every verb has; add_common the list of files too.
void add_common_options(CLI::App& verb, Common& common, Language language);
void add_common(CLI::App& verb, Common& common, Language language);

// Adds --config, for verbs that follow the settings of a project.
void add_config(CLI::App& verb, Common& common, Language language);

// Files in place of folders, sorted by name.
std::vector<std::string> expand_inputs(const std::vector<std::string>& inputs);

// True, and told, where a folder is named in place of the one file that the verb takes.
bool names_folder(const std::string& path, Language language);

// Reads one file into a programme.
Result<Programme> load_programme(const std::string& path, std::uint64_t max_bytes,
                                 const Lexicon& lexicon = {});

// Reads every file that the call names and hands each programme on, with its row counts printed.
// One that cannot be read is told and does not keep the others back. Returns kExitFine or
// kExitUnreadable.
int for_each_programme(
    const Common& common, Language language,
    const std::function<void(const std::string& path, const Programme&, bool several)>& work);

struct Settings;
// The same with the settings of each document (settings_file.h). Where those have faults, they are
// told and the document is not read.
int for_each_document(const Common& common, Language language,
                      const std::function<void(const std::string& path, const Programme&,
                                               const Settings&, bool several)>& work);

// The day of the call, "2025-01-31", by the clock.
std::string today();

void print_error(Language language, const Error& error);
// "61 rows read, 0 refused ..." and a line for each refused row, on stderr. False, and told, where
// there is not one row.
bool print_row_counts(Language language, const std::string& path, const Programme& programme);

// Where a verb writes to: the named file (complete or absent: written beside and renamed) or
// standard output. Text is handed over piece by piece, so that a large report need not be held
// whole.
class Output {
  public:
    explicit Output(std::string path);
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output();

    // Takes what has gathered once it is worth a write, and empties it.
    void take(std::string& text) {
        if (text.size() >= kWorthWriting) write(text);
    }
    void write(std::string& text);  // and empties it
    void write(std::string_view text);
    // Returns the exit status; prints what went wrong. Without anything to write a file that is
    // there already stays as it is.
    int finish(Language language, bool anything = true);
    [[nodiscard]] bool to_file() const { return !path_.empty() && path_ != "-"; }

  private:
    static constexpr std::size_t kWorthWriting = 1 << 20;

    [[nodiscard]] std::string written() const { return beside_ ? path_ + ".part" : path_; }

    std::string path_;
    bool beside_ = false;  // written beside the path and renamed at the end
    std::FILE* file_ = nullptr;
    int error_ = 0;
};

// The exporter that the output's name asks for, for verbs that write one document; null, and told,
// where there is none or where the call names several inputs.
const Exporter* exporter_of_call(const Common& common, Language language);

// The same for verbs that write more than exporters do: `also` names the endings, each behind a
// blank.
bool output_is_fine(const Common& common, Language language, std::string_view also = "");

// Lets `write` fill a file, complete or not at all; returns the exit status and prints what failed.
int write_output(const std::string& path, Language language,
                 const std::function<Result<bool>(const Sink&)>& write);

// The same with a printout.
int write_printout(const Printout& printout, const Exporter& exporter, const std::string& path,
                   Language language);

// The verbs: each registers itself and returns what runs it.
struct Verb {
    CLI::App* app;
    int (*run)();
};
Verb add_read(CLI::App& app, Language language);
Verb add_extract(CLI::App& app, Language language);
Verb add_check(CLI::App& app, Language language);
Verb add_diff(CLI::App& app, Language language);
Verb add_waive(CLI::App& app, Language language);
Verb add_bulletin(CLI::App& app, Language language);
Verb add_convert(CLI::App& app, Language language);
Verb add_form(CLI::App& app, Language language);
Verb add_explain(CLI::App& app, Language language);

}  // namespace duban
