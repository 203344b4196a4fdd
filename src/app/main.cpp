// The command line: one verb a file (cli_<verb>.cpp), this one only dispatches.
#include <array>
#include <exception>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/command.h"

namespace {

// CLI11's own words in the language of the call.
void speak(CLI::App& app, duban::Language language) {
    const auto formatter = app.get_formatter();
    constexpr std::array<std::pair<const char*, const char*>, 7> kLabels{
        {{"Usage", "help-label-usage"},
         {"Options", "help-label-options"},
         {"OPTIONS", "help-label-options-word"},
         {"Subcommands", "help-label-verbs"},
         {"SUBCOMMAND", "help-label-verb-word"},
         {"Positionals", "help-label-arguments"},
         {"REQUIRED", "help-label-required"}}};
    for (const auto& [label, key] : kLabels) formatter->label(label, duban::say(language, key));
    app.set_help_flag("-h,--help", duban::say(language, "help-help"));
}

}  // namespace

int main(int argc, char** argv) {
    const duban::Language language = duban::language_of_call(argc, argv);
    CLI::App app(duban::say(language, "help-duban"), "duban");
    app.set_version_flag("--version", "duban " DUBAN_VERSION, duban::say(language, "help-version"));
    app.require_subcommand(1);
    speak(app, language);
    std::vector<duban::Verb> verbs;
    for (const auto add :
         {duban::add_read, duban::add_extract, duban::add_check, duban::add_diff,
          duban::add_convert, duban::add_bulletin, duban::add_waive, duban::add_explain}) {
        verbs.push_back(add(app, language));
        speak(*verbs.back().app, language);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        return app.exit(asked);
    } catch (const CLI::ParseError& error) {
        duban::print_error(
            language, {duban::ErrorCode::kUsage, "error-usage", {{"detail", error.what()}}, ""});
        return duban::kExitUnreadable;
    }
    try {
        for (const duban::Verb& verb : verbs) {
            if (verb.app->parsed()) return verb.run();
        }
    } catch (const std::exception& error) {
        duban::print_error(
            language, {duban::ErrorCode::kUsage, "error-internal", {{"detail", error.what()}}, ""});
    }
    return duban::kExitUnreadable;
}
