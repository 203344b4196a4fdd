// The command line: one verb a file (cli_<verb>.cpp), this one only dispatches.
#include <cstdio>
#include <exception>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/command.h"

int main(int argc, char** argv) {
    CLI::App app("duban - reads, checks and shows the arithmetic of a government's public promises",
                 "duban");
    app.set_version_flag("--version", "duban " DUBAN_VERSION);
    app.require_subcommand(1);
    std::vector<duban::Verb> verbs;
    for (const auto add : {duban::add_read, duban::add_extract, duban::add_check})
        verbs.push_back(add(app));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? duban::kExitFine : duban::kExitUnreadable;
    }
    try {
        for (const duban::Verb& verb : verbs) {
            if (verb.app->parsed()) return verb.run();
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "duban: internal error: %s\n", error.what());
    }
    return duban::kExitUnreadable;
}
