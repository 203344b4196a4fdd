// duban check: every number and claim of a document, with the arithmetic.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "app/answers.h"
#include "app/command.h"
#include "app/findings_format.h"
#include "app/findings_order.h"
#include "app/proof.h"
#include "app/reading_file.h"
#include "app/settings_file.h"
#include "app/table_text.h"
#include "app/unit_sheets.h"
#include "app/waivers_file.h"
#include "audit/audit.h"
#include "base/parallel.h"

namespace duban {
namespace {

Common common;
std::string format = "text";
CLI::Option* format_option = nullptr;
std::vector<std::string> select;
std::vector<std::string> ignore;
bool all = false;
std::string by;
std::string sheet_kind = "csv";
std::vector<std::string> sheets;  // with answers
std::string earlier;              // a reading of an earlier month
std::string waivers_path;
bool no_waivers = false;
std::string date;

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const FindingsFormat* f : findings_formats()) names.emplace_back(f->name);
    return names;
}

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

void tell_answered_again(const Answers& answers, Language language) {
    constexpr std::size_t kMost = 20;
    const auto again = answered_again(answers);
    std::string out;
    for (std::size_t i = 0; i < std::min(again.size(), kMost); ++i) {
        const AnsweredAgain& a = again[i];
        out += a.again->sheet + ":" + std::to_string(a.again->line) + ": " +
               say(language, "answer-again",
                   {{"id", *a.id},
                    {"sheet", a.first->sheet},
                    {"line", std::to_string(a.first->line)}}) +
               "\n";
    }
    if (again.size() > kMost)
        out += say(language, "rows-more-refused", {{"n", std::to_string(again.size() - kMost)}}) +
               "\n";
    std::fputs(out.c_str(), stderr);
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
        static const std::vector<Waiver> none;
        const std::string file = waivers_path.empty() ? beside(path, kWaiversName) : waivers_path;
        if (no_waivers || file.empty()) return &none;
        const auto [at, fresh] = waivers.try_emplace(file);
        if (fresh) at->second = read_waivers(file, !waivers_path.empty(), language);
        return at->second ? &*at->second : nullptr;
    };
    const bool by_unit = !by.empty();
    if (by_unit && (common.output.empty() || common.output == "-")) {
        print_error(language, {ErrorCode::kUsage, "error-by-needs-folder", {}, ""});
        return kExitUnreadable;
    }
    // A file with comments is made where the output is called like one and no format is asked for.
    const bool in_file = !by_unit && format_option->count() == 0 && is_proof_name(common.output);
    if (in_file && expand_inputs(common.inputs).size() > 1) {
        print_error(language,
                    {ErrorCode::kUsage, "error-proof-input", {{"name", common.output}}, ""});
        return kExitUnreadable;
    }
    const bool no_format = format_option->count() == 0;
    if (!by_unit && !in_file && no_format && common.names_office_file(language))
        return kExitUnreadable;
    common.also_read = sheets_named(sheets);
    common.also_read.push_back(earlier);
    common.also_read.push_back(waivers_path);
    for (const std::string& input : common.inputs) common.also_read.push_back(reading_path(input));
    Answers answers;
    for (const std::string& sheet : sheets_named(sheets)) {
        const auto read = read_answers(answers, sheet, common.max_bytes);
        if (!read) {
            print_error(language, read.error());
            return kExitUnreadable;
        }
    }
    tell_answered_again(answers, language);
    std::set<std::string> without_finding;
    for (const auto& [id, given] : answers.by_finding) without_finding.insert(id);

    const auto formats = findings_formats();
    const FindingsFormat& way = **std::find_if(
        formats.begin(), formats.end(), [](const FindingsFormat* f) { return f->name == format; });
    FormatSettings how;
    how.language = language;
    how.all = all;
    if (!sheets.empty()) how.answers = &answers;
    UnitSheets unit_sheets(how);
    std::optional<Output> output;
    if (!by_unit) output.emplace(common.output);
    std::array<std::size_t, 3> severities{};  // findings of each
    int documents = 0;
    std::size_t findings = 0;
    const auto check = [&](const std::string& path, const Programme& programme,
                           const Settings& settings, bool several) {
        const std::vector<Waiver>* known = waivers_of(path);
        if (known == nullptr) {
            refused = kExitUnreadable;
            return;
        }
        AuditSettings how_to_audit = chosen(settings.audit);
        how_to_audit.waivers = waivers_for(*known, path);
        auto confirmed = understand_confirmed(programme, settings.lexicon, path, earlier, false,
                                              common.max_bytes, language);
        if (!confirmed) {
            print_error(language, confirmed.error());
            refused = kExitUnreadable;
            return;
        }
        Understanding& understanding = confirmed.value().understanding;
        Audit result = audit(understanding, how_to_audit);
        for (const Finding& f : result.findings) {
            ++severities[static_cast<std::size_t>(f.severity)];
            without_finding.erase(f.id);
        }
        for (const Waived& w : result.waived) without_finding.erase(w.finding.id);
        how.several = several;
        const Checked checked{path, understanding, result, ++documents, findings};
        findings += result.findings.size() + result.waived.size();
        if (by_unit) {
            unit_sheets.add(checked);
        } else if (in_file) {
            auto bytes = proof(common.output, how, checked, common.max_bytes);
            if (!bytes) {
                print_error(language, bytes.error());
                output.reset();
                refused = kExitUnreadable;
                return;
            }
            output->write(bytes.value());
        } else {
            if (documents == 1 && way.begin != nullptr) way.begin(*output, how, &checked);
            way.document(*output, how, checked);
        }
        if (by_unit || output->to_file())
            std::fputs((summary_sentence(understanding, result, language) + "\n").c_str(), stdout);
        discard(understanding.kept_views);
        discard(understanding.targets);
        discard(result.findings);
    };
    const int read = for_each_document(common, language, check);
    int written = kExitFine;
    if (by_unit) {
        written = unit_sheets.write(common.output, *exporter_for("." + sheet_kind));
    } else if (in_file) {
        if (documents > 0 && output) written = output->finish(language);
    } else {
        if (documents == 0 && way.begin != nullptr) way.begin(*output, how, nullptr);
        if (way.end != nullptr) way.end(*output, how);
        written = output->finish(language, documents > 0);
    }
    for (const std::string& id : without_finding) {
        for (const Answer& a : answers.by_finding[id]) {
            std::fputs((a.sheet + ":" + std::to_string(a.line) + ": " +
                        say(language, "answer-of-nothing",
                            {{"id", id}, {"text", fitted(one_line(a.text), 60)}}) +
                        "\n")
                           .c_str(),
                       stderr);
        }
    }
    const auto count = [&](Severity severity) {
        return severities[static_cast<std::size_t>(severity)];
    };
    if (documents > 1) {
        const std::string told = say(language, "files-findings",
                                     {{"files", std::to_string(documents)},
                                      {"errors", std::to_string(count(Severity::kError))},
                                      {"warnings", std::to_string(count(Severity::kWarning))},
                                      {"notes", std::to_string(count(Severity::kNote))}});
        std::fputs((told + "\n").c_str(), stderr);
    }
    return std::max(
        {read, refused, written, count(Severity::kError) > 0 ? kExitFindings : kExitFine});
}

}  // namespace

Verb add_check(CLI::App& app, Language language) {
    CLI::App* verb = app.add_subcommand("check", say(language, "help-check"));
    add_common(*verb, common, language);
    add_config(*verb, common, language);
    format_option = verb->add_option("--format", format, say(language, "help-format"))
                        ->check(CLI::IsMember(format_names()))
                        ->capture_default_str();
    verb->add_option("--select", select, say(language, "help-select"))->delimiter(',');
    verb->add_option("--ignore", ignore, say(language, "help-ignore"))->delimiter(',');
    verb->add_option("--reading", earlier, say(language, "help-reading"));
    verb->add_flag("--all", all, say(language, "help-all"));
    auto* file = verb->add_option("--waivers", waivers_path, say(language, "help-waivers"));
    verb->add_flag("--no-waivers", no_waivers, say(language, "help-no-waivers"))->excludes(file);
    verb->add_option("--date", date, say(language, "help-date"));
    verb->add_option("--by", by, say(language, "help-by"))
        ->check(CLI::IsMember({"unit"}))
        ->excludes(format_option);
    verb->add_option("--sheets", sheet_kind, say(language, "help-sheets"))
        ->check(CLI::IsMember({"csv", "xlsx", "docx"}))
        ->capture_default_str();
    verb->add_option("--answers", sheets, say(language, "help-answers"))->allow_extra_args(false);
    verb->footer(say(language, "help-check-example"));
    return {verb, run};
}

}  // namespace duban
