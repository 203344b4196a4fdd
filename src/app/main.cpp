// The command line: one verb a file (cli_<verb>.cpp), this one only dispatches.
#include <exception>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/usage.h"

int main(int argc, char** argv) {
    const duban::Language language = duban::language_of_call(argc, argv);
    CLI::App app(duban::say(language, "help-duban"), "duban");
    app.set_version_flag("--version", "duban " DUBAN_VERSION, duban::say(language, "help-version"));
    app.require_subcommand(1);
    duban::speak(app, language);
    std::vector<duban::Verb> verbs;
    for (const auto add : {duban::add_read, duban::add_extract, duban::add_check, duban::add_diff,
                           duban::add_convert, duban::add_form, duban::add_bulletin,
                           duban::add_waive, duban::add_explain}) {
        verbs.push_back(add(app, language));
        duban::speak(*verbs.back().app, language);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        return app.exit(asked);
    } catch (const CLI::ParseError& error) {
        duban::print_error(language, duban::usage_error(app, error, language));
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
