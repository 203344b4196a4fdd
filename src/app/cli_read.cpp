// duban read: the table as it was understood, cell by cell.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>

#include "app/command.h"
#include "app/programme_json.h"
#include "app/reading_file.h"
#include "app/settings_file.h"
#include "app/table_text.h"

namespace duban {
namespace {

Common common;
std::string format = "table";
bool save = false;
std::string earlier;  // a reading of an earlier month

// Writes the confirmed reading beside the document and lists what is still to be answered.
int save_one(const std::string& path, const Programme& programme, const Lexicon& lexicon,
             Language language) {
    const std::string beside = reading_path(path);
    std::error_code error;
    if (path == "-") {
        print_error(language, {ErrorCode::kUsage, "error-reading-no-file", {}, path});
        return kExitUnreadable;
    }
    // Answers that are there already must not be written over.
    if (!earlier.empty() && std::filesystem::exists(beside, error)) {
        print_error(language, {ErrorCode::kUsage, "error-reading-exists", {}, beside});
        return kExitUnreadable;
    }
    const auto confirmed =
        understand_confirmed(programme, lexicon, path, earlier, true, common.max_bytes, language);
    if (!confirmed) {
        print_error(language, confirmed.error());
        return kExitUnreadable;
    }
    const Understanding& u = confirmed.value().understanding;
    const Reading reading = make_reading(u, confirmed.value().applied);
    const int status = save_reading(beside, reading, u, language);
    if (status != kExitFine) return status;
    const auto count = [&](const auto& is) {
        return std::to_string(std::count_if(reading.targets.begin(), reading.targets.end(), is));
    };
    const std::string told =
        beside + ": " +
        say(language, "reading-saved",
            {{"targets", std::to_string(reading.targets.size())},
             {"tied", count([](const ReadTarget& t) { return t.result && !t.doubt; })},
             {"confirmed", count([](const ReadTarget& t) { return t.confirmed; })},
             {"open", count([](const ReadTarget& t) { return t.doubt.has_value(); })}}) +
        "\n" + questions_text(reading, u, language);
    std::fputs(told.c_str(), stdout);
    return kExitFine;
}

int run() {
    const Language language = common.language();
    if (save) {
        int worst = kExitFine;
        const int status = for_each_document(
            common, language,
            [&](const std::string& path, const Programme& programme, const Settings& settings,
                bool) {
                worst = std::max(worst, save_one(path, programme, settings.lexicon, language));
            });
        return std::max(status, worst);
    }
    if (common.names_office_file(language)) return kExitUnreadable;
    Output output(common.output);
    std::string out;
    bool any = false;
    const int status = for_each_document(
        common, language,
        [&](const std::string& path, const Programme& programme, const Settings&, bool) {
            any = true;
            if (format == "json") {
                write_programme(
                    out, [&](std::string_view piece) { output.write(piece); }, path, programme);
            } else {
                out += table_text(programme, language);
            }
        });
    output.write(out);
    return std::max(status, output.finish(language, any));
}

}  // namespace

Verb add_read(CLI::App& app, Language language) {
    CLI::App* verb = app.add_subcommand("read", say(language, "help-read"));
    add_common(*verb, common, language);
    add_config(*verb, common, language);
    verb->add_option("--format", format, say(language, "help-format"))
        ->check(CLI::IsMember({"table", "json"}))
        ->capture_default_str();
    CLI::Option* saving = verb->add_flag("--save", save, say(language, "help-save"))
                              ->excludes(verb->get_option("--output"));
    verb->add_option("--reading", earlier, say(language, "help-reading"))->needs(saving);
    verb->footer(say(language, "help-read-example"));
    return {verb, run};
}

}  // namespace duban
