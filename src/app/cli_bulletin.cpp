// duban bulletin: the draft of a bulletin from one document.
#include <CLI/CLI.hpp>

#include <algorithm>

#include "app/command.h"
#include "app/reading_file.h"
#include "app/settings_file.h"
#include "app/waivers_file.h"
#include "audit/audit.h"
#include "bulletin/bulletin.h"
#include "exporter/exporter.h"

namespace duban {
namespace {

Common common;
BulletinSettings bulletin;

int run() {
    const Language language = common.language();
    if (!bulletin.date.empty() && !is_date(bulletin.date)) {
        print_error(language, {ErrorCode::kUsage, "waivers-no-date", {{"key", "--date"}}, ""});
        return kExitUnreadable;
    }
    const Exporter* exporter = exporter_of_call(common, language);
    if (exporter == nullptr) return kExitUnreadable;
    int written = kExitFine;
    const int read = for_each_document(
        common, language,
        [&](const std::string& path, const Programme& programme, const Settings& settings, bool) {
            const auto confirmed = understand_confirmed(programme, settings.lexicon, path, "",
                                                        false, common.max_bytes, language);
            if (!confirmed) {
                print_error(language, confirmed.error());
                written = kExitUnreadable;
                return;
            }
            const Understanding& understanding = confirmed.value().understanding;
            AuditSettings how = settings.audit;
            how.today = today();
            const Audit result = audit(understanding, how);
            written = write_printout(draft_bulletin(understanding, result, bulletin), *exporter,
                                     common.output, language);
        });
    return std::max(read, written);
}

}  // namespace

Verb add_bulletin(CLI::App& app, Language language) {
    CLI::App* verb = app.add_subcommand("bulletin", say(language, "help-bulletin"));
    add_common(*verb, common, language);
    add_config(*verb, common, language);
    verb->add_option("--issuer", bulletin.issuer, say(language, "help-bulletin-issuer"));
    verb->add_option("--date", bulletin.date, say(language, "help-bulletin-date"));
    verb->footer(say(language, "help-bulletin-example"));
    return {verb, run};
}

}  // namespace duban
