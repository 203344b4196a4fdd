// duban diff: two months of a programme, or two years, side by side.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include "app/command.h"
#include "app/diff_json.h"
#include "app/diff_text.h"
#include "app/reading_file.h"
#include "app/settings_file.h"
#include "programme/compare.h"

namespace duban {
namespace {

Common common;
std::string old_file;
std::string new_file;
std::string format = "text";
bool exit_code = false;
bool all = false;

int run() {
    const Language language = common.language();
    common.inputs = {old_file, new_file};
    if (common.names_output_as_input(language) || common.names_office_file(language))
        return kExitUnreadable;
    const bool old_folder = names_folder(old_file, language);
    if (names_folder(new_file, language) || old_folder) return kExitUnreadable;
    std::vector<Programme> programmes;
    std::vector<Confirmed> understood;
    int status = kExitFine;
    SettingsBook book(common.config, language);
    std::vector<const Settings*> settings;
    for (const std::string& file : common.inputs) {
        settings.push_back(book.of(file));
        if (settings.back() == nullptr) {
            status = kExitUnreadable;
            continue;
        }
        auto programme = load_programme(file, common.max_bytes, settings.back()->lexicon);
        if (!programme) {
            print_error(language, programme.error());
            status = kExitUnreadable;
            continue;
        }
        if (!print_row_counts(language, file, programme.value())) {
            status = kExitUnreadable;
            continue;
        }
        programmes.push_back(std::move(programme.value()));
    }
    for (std::size_t i = 0; i < programmes.size() && status == kExitFine; ++i) {
        auto confirmed = understand_confirmed(programmes[i], settings[i]->lexicon, common.inputs[i],
                                              "", false, common.max_bytes, language);
        if (!confirmed) {
            print_error(language, confirmed.error());
            status = kExitUnreadable;
            break;
        }
        understood.push_back(std::move(confirmed.value()));
    }
    if (status != kExitFine) return status;
    const Comparison comparison = compare(understood[0].understanding, understood[1].understanding);
    Output output(common.output);
    if (format == "json") {
        write_comparison_json(output, old_file, new_file, comparison, language);
    } else {
        std::string text = comparison_text(comparison, all, language);
        output.write(text);
    }
    if (output.to_file())
        std::fputs((comparison_summary(comparison, language) + "\n").c_str(), stdout);
    const int found = exit_code && comparison.of_consequence() ? kExitFindings : kExitFine;
    return std::max(found, output.finish(language));
}

}  // namespace

Verb add_diff(CLI::App& app, Language language) {
    CLI::App* verb = app.add_subcommand("diff", say(language, "help-diff"));
    verb->add_option("OLD", old_file, say(language, "help-diff-old"))->required();
    verb->add_option("NEW", new_file, say(language, "help-diff-new"))->required();
    add_common_options(*verb, common, language);
    add_config(*verb, common, language);
    verb->add_option("--format", format, say(language, "help-format"))
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    verb->add_flag("--all", all, say(language, "help-diff-all"));
    verb->add_flag("--exit-code", exit_code, say(language, "help-diff-exit-code"));
    verb->footer(say(language, "help-diff-example"));
    return {verb, run};
}

}  // namespace duban
