// duban check: every number and claim of a document, with the arithmetic.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <optional>

#include "app/command.h"
#include "app/findings_json.h"
#include "app/findings_text.h"
#include "app/reading_file.h"
#include "app/settings_file.h"
#include "app/waivers_file.h"
#include "audit/audit.h"

namespace duban {
namespace {

Common common;
std::string format = "text";
std::vector<std::string> select;
std::vector<std::string> ignore;
bool all = false;
std::string earlier;  // a reading of an earlier month
std::string waivers_path;
bool no_waivers = false;
std::string date;

// What the call says goes before what the file says: --select chooses alone, --ignore takes the
// place of the file's.
AuditSettings chosen(const AuditSettings& of_file) {
    AuditSettings out = of_file;
    if (!select.empty()) {
        out.select = select;
        out.ignore.clear();
        out.off.clear();
    }
    if (!ignore.empty()) out.ignore = ignore;
    out.today = date.empty() ? today() : date;
    return out;
}

int run() {
    const Language language = common.language();
    std::string unknown;
    if (!known_names(select, unknown) || !known_names(ignore, unknown)) {
        print_error(language,
                    {ErrorCode::kUsage,
                     "error-unknown-check",
                     {{"name", unknown}, {"names", code_names()}, {"families", family_names()}},
                     ""});
        return kExitUnreadable;
    }
    if (!date.empty() && !is_date(date)) {
        print_error(language, {ErrorCode::kUsage, "waivers-no-date", {{"key", "--date"}}, ""});
        return kExitUnreadable;
    }
    int refused = kExitFine;
    std::map<std::string, std::optional<std::vector<Waiver>>> waivers;  // by path of the file
    const auto waivers_of = [&](const std::string& path) -> const std::vector<Waiver>* {
        static const std::vector<Waiver> kNone;
        const std::string file = waivers_path.empty() ? beside(path, kWaiversName) : waivers_path;
        if (no_waivers || file.empty()) return &kNone;
        const auto [at, fresh] = waivers.try_emplace(file);
        if (fresh) at->second = read_waivers(file, !waivers_path.empty(), language);
        return at->second ? &*at->second : nullptr;
    };
    bool errors = false;
    Output output(common.output);
    const auto check = [&](const std::string& path, const Programme& programme,
                           const Settings& settings, bool several) {
        const std::vector<Waiver>* known = waivers_of(path);
        if (known == nullptr) {
            refused = kExitUnreadable;
            return;
        }
        AuditSettings how_to_audit = chosen(settings.audit);
        how_to_audit.waivers = waivers_for(*known, path);
        const auto confirmed = understand_confirmed(programme, settings.lexicon, path, earlier,
                                                    false, common.max_bytes, language);
        if (!confirmed) {
            print_error(language, confirmed.error());
            refused = kExitUnreadable;
            return;
        }
        const Understanding& understanding = confirmed.value().understanding;
        const Audit result = audit(understanding, how_to_audit);
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
    const int read = for_each_document(common, language, check);
    const int written = output.finish(language);
    return std::max({read, refused, written, errors ? kExitFindings : kExitFine});
}

}  // namespace

Verb add_check(CLI::App& app, Language language) {
    CLI::App* verb = app.add_subcommand("check", say(language, "help-check"));
    add_common(*verb, common, language);
    add_config(*verb, common, language);
    verb->add_option("--format", format, say(language, "help-format"))
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    verb->add_option("--select", select, say(language, "help-select"))->delimiter(',');
    verb->add_option("--ignore", ignore, say(language, "help-ignore"))->delimiter(',');
    verb->add_option("--reading", earlier, say(language, "help-reading"));
    verb->add_flag("--all", all, say(language, "help-all"));
    auto* file = verb->add_option("--waivers", waivers_path, say(language, "help-waivers"));
    verb->add_flag("--no-waivers", no_waivers, say(language, "help-no-waivers"))->excludes(file);
    verb->add_option("--date", date, say(language, "help-date"));
    verb->footer(say(language, "help-check-example"));
    return {verb, run};
}

}  // namespace duban
