// duban convert: the official table in the format of the output's name.
#include <CLI/CLI.hpp>

#include <algorithm>

#include "app/command.h"
#include "app/official_table.h"
#include "exporter/exporter.h"

namespace duban {
namespace {

Common common;
bool clean = false;

std::string endings() {
    std::string out;
    for (const Exporter& exporter : exporters())
        out += (out.empty() ? "" : " ") + std::string(exporter.ending);
    return out;
}

int wrong(Language language, const char* key, const std::string& where = "") {
    print_error(language,
                {ErrorCode::kUsage, key, {{"name", common.output}, {"endings", endings()}}, where});
    return kExitUnreadable;
}

int run() {
    const Language language = common.language();
    if (common.output.empty()) return wrong(language, "error-convert-output");
    const Exporter* exporter = exporter_for(common.output);
    if (exporter == nullptr) return wrong(language, "error-convert-format");
    if (expand_inputs(common.inputs).size() > 1) return wrong(language, "error-convert-several");
    int written = kExitFine;
    const int read = for_each_programme(
        common, language, [&](const std::string&, const Programme& programme, bool) {
            const Printout table = official_table(programme, clean);
            Output output(common.output);
            const auto done = exporter->write(table, [&](std::string_view bytes) {
                std::string piece(bytes);
                output.write(piece);
            });
            if (done) {
                written = output.finish(language);
            } else {
                print_error(language, done.error());
                written = kExitUnreadable;
            }
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
