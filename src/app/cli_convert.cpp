// duban convert: the official table in the format of the output's name, or the programme as JSON or
// as a data package.
#include <CLI/CLI.hpp>

#include <algorithm>

#include "app/command.h"
#include "app/data_package.h"
#include "app/official_table.h"
#include "app/programme_json.h"
#include "audit/audit.h"
#include "exporter/exporter.h"

namespace duban {
namespace {

Common common;
bool clean = false;

constexpr std::string_view kJson = ".json";
constexpr std::string_view kPackage = ".zip";

// In the format that the name of the output ends in.
Result<bool> write(const std::string& path, const Programme& programme, const Sink& sink,
                   Language language) {
    if (common.output.ends_with(kJson)) {
        std::string out;
        write_programme(out, sink, path, programme);
        sink(out);
        return true;
    }
    if (common.output.ends_with(kPackage)) {
        const Understanding understanding = understand(programme);
        const auto archive = data_package(understanding, audit(understanding, {}), language);
        if (!archive) return archive.error();
        sink(archive.value());
        return true;
    }
    return exporter_for(common.output)->write(official_table(programme, clean), sink);
}

int run() {
    const Language language = common.language();
    if (!output_is_fine(common, language, " .json .zip")) return kExitUnreadable;
    int written = kExitFine;
    const int read = for_each_programme(
        common, language, [&](const std::string& path, const Programme& programme, bool) {
            written = write_output(common.output, language, [&](const Sink& sink) {
                return write(path, programme, sink, language);
            });
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
