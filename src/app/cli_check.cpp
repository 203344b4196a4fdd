// duban check: every number and claim of a document, with the arithmetic.
#include <CLI/CLI.hpp>

#include <algorithm>

#include "app/command.h"
#include "app/findings_json.h"
#include "app/findings_text.h"
#include "app/reading_file.h"
#include "audit/audit.h"

namespace duban {
namespace {

Common common;
std::string format = "text";
AuditSettings settings;
bool all = false;
std::string earlier;  // a reading of an earlier month

int run() {
    const Language language = common.language();
    std::string unknown;
    if (!known_names(settings.select, unknown) || !known_names(settings.ignore, unknown)) {
        std::string names;
        std::string families;
        for (const Check* check : checks()) {
            names += (names.empty() ? "" : " ") + std::string(check->code);
            if (families.find(check->family) == std::string::npos)
                families += (families.empty() ? "" : " ") + std::string(check->family);
        }
        print_error(language, {ErrorCode::kUsage,
                               "error-unknown-check",
                               {{"name", unknown}, {"names", names}, {"families", families}},
                               ""});
        return kExitUnreadable;
    }
    bool errors = false;
    int unread = kExitFine;
    Output output(common.output);
    const auto check = [&](const std::string& path, const Programme& programme, bool several) {
        const auto confirmed =
            understand_confirmed(programme, path, earlier, false, common.max_bytes, language);
        if (!confirmed) {
            print_error(language, confirmed.error());
            unread = kExitUnreadable;
            return;
        }
        const Understanding& understanding = confirmed.value().understanding;
        const Audit result = audit(understanding, settings);
        errors =
            errors || std::any_of(result.findings.begin(), result.findings.end(),
                                  [](const Finding& f) { return f.severity == Severity::kError; });
        if (format == "json") {
            write_findings_json(output, path, understanding, result, language);
        } else {
            TextSettings how;
            how.language = language;
            how.all = all;
            how.colour = !output.to_file() && colour_wanted();
            if (several) how.file = path;
            std::string text = findings_text(understanding, result, how);
            output.write(text);
        }
        if (output.to_file())
            std::fputs((summary_sentence(understanding, result, language) + "\n").c_str(), stdout);
    };
    const int read = for_each_programme(common, language, check);
    const int written = output.finish(language);
    return std::max({read, unread, written, errors ? kExitFindings : kExitFine});
}

}  // namespace

Verb add_check(CLI::App& app, Language language) {
    CLI::App* verb = app.add_subcommand("check", say(language, "help-check"));
    add_common(*verb, common, language);
    verb->add_option("--format", format, say(language, "help-format"))
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    verb->add_option("--select", settings.select, say(language, "help-select"))->delimiter(',');
    verb->add_option("--ignore", settings.ignore, say(language, "help-ignore"))->delimiter(',');
    verb->add_option("--reading", earlier, say(language, "help-reading"));
    verb->add_flag("--all", all, say(language, "help-all"));
    verb->footer(say(language, "help-check-example"));
    return {verb, run};
}

}  // namespace duban
