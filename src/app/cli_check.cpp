// duban check: every number and claim of a document, with the arithmetic.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>

#include "app/command.h"
#include "app/findings_format.h"
#include "app/findings_order.h"
#include "audit/audit.h"

namespace duban {
namespace {

const std::array<const FindingsFormat*, 3> kFormats{&kTextFormat, &kJsonFormat, &kHtmlFormat};

Common common;
std::string format = "text";
AuditSettings settings;
bool all = false;

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const FindingsFormat* f : kFormats) names.emplace_back(f->name);
    return names;
}

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
    const FindingsFormat& way = **std::find_if(kFormats.begin(), kFormats.end(),
                                               [](const auto* f) { return f->name == format; });
    FormatSettings how{language, all, false};
    bool errors = false;
    int documents = 0;
    Output output(common.output);
    const auto check = [&](const std::string& path, const Programme& programme, bool several) {
        const Understanding understanding = understand(programme);
        const Audit result = audit(understanding, settings);
        errors =
            errors || std::any_of(result.findings.begin(), result.findings.end(),
                                  [](const Finding& f) { return f.severity == Severity::kError; });
        how.several = several;
        const Checked checked{path, understanding, result, ++documents};
        if (documents == 1 && way.begin != nullptr) way.begin(output, how, &checked);
        way.document(output, how, checked);
        if (output.to_file())
            std::fputs((summary_sentence(understanding, result, language) + "\n").c_str(), stdout);
    };
    const int read = for_each_programme(common, language, check);
    if (documents == 0 && way.begin != nullptr) way.begin(output, how, nullptr);
    if (way.end != nullptr) way.end(output, how);
    const int written = output.finish(language);
    return std::max({read, written, errors ? kExitFindings : kExitFine});
}

}  // namespace

Verb add_check(CLI::App& app, Language language) {
    CLI::App* verb = app.add_subcommand("check", say(language, "help-check"));
    add_common(*verb, common, language);
    verb->add_option("--format", format, say(language, "help-format"))
        ->check(CLI::IsMember(format_names()))
        ->capture_default_str();
    verb->add_option("--select", settings.select, say(language, "help-select"))->delimiter(',');
    verb->add_option("--ignore", settings.ignore, say(language, "help-ignore"))->delimiter(',');
    verb->add_flag("--all", all, say(language, "help-all"));
    verb->footer(say(language, "help-check-example"));
    return {verb, run};
}

}  // namespace duban
