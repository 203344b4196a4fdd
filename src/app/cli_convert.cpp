// duban convert: the official table in the format of the output's name.
#include <CLI/CLI.hpp>

#include <algorithm>

#include "app/command.h"
#include "app/official_table.h"

namespace duban {
namespace {

Common common;
bool clean = false;

int run() {
    const Language language = common.language();
    const Exporter* exporter = exporter_of_call(common, language);
    if (exporter == nullptr) return kExitUnreadable;
    int written = kExitFine;
    const int read = for_each_programme(
        common, language, [&](const std::string&, const Programme& programme, bool) {
            written = write_printout(official_table(programme, clean), *exporter, common.output,
                                     language);
        });
    return std::max(read, written);
}

}  // namespace

Verb add_convert(CLI::App& app, Language language) {
    CLI::App* verb = app.add_subcommand("convert", say(language, "help-convert"));
    add_common(*verb, common, language);
    verb->add_flag("--clean", clean, say(language, "help-convert-clean"));
    verb->footer(say(language, "help-convert-example"));
    return {verb, run};
}

}  // namespace duban
