// duban form: the monthly report of a lead unit as an Excel form, and what was filled into one.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <deque>

#include "app/command.h"
#include "app/report_form.h"
#include "app/settings_file.h"
#include "base/file.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "reader/reader.h"

namespace duban {
namespace {

Common common;
std::string unit;
int month = 0;
bool read_back = false;
std::string format = "text";

int refuse(Language language, const char* key, std::vector<Param> params = {},
           const std::string& where = "") {
    print_error(language, {ErrorCode::kUsage, key, std::move(params), where});
    return kExitUnreadable;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

int write_form(Language language) {
    if (expand_inputs(common.inputs).size() != 1 || !has_ending(common.output, ".xlsx"))
        return refuse(language, "error-form-call");
    if (unit.empty() || month == 0 || common.output.empty())
        return refuse(language, "error-form-call");
    int written = kExitFine;
    const int read = for_each_document(
        common, language,
        [&](const std::string& path, const Programme& programme, const Settings& settings, bool) {
            const std::vector<std::string> units = lead_units(programme);
            if (std::find(units.begin(), units.end(), unit) == units.end()) {
                written = refuse(language, "error-form-unit",
                                 {{"unit", unit}, {"units", joined(units)}}, path);
                return;
            }
            FormSettings how;
            how.unit = unit;
            how.month = month;
            // A form for an earlier month than the document's is one of the year after.
            how.year = programme.year == 0 ? 0 : programme.year + (month < programme.month ? 1 : 0);
            how.language = language;
            std::deque<std::string> kept;
            const Understanding understanding = understand(programme, settings.lexicon);
            const XlsxForm form = report_form(understanding, how, kept);
            written = write_output(common.output, language,
                                   [&](const Sink& sink) { return write_xlsx_form(form, sink); });
        });
    return std::max(read, written);
}

void write_json(std::string& out, const std::string& path, const FilledForm& form,
                Language language) {
    JsonWriter json(out);
    const auto text_or_null = [&](const char* name, const std::string& text) {
        if (text.empty()) {
            json.member_null(name);
        } else {
            json.member(name, text);
        }
    };
    json.begin_object();
    json.member("file", path);
    json.member("title", form.title);
    json.member("period", form.period);
    json.member("unit", form.unit);
    json.member("month", form.month);
    json.member("filled", form.filled);
    json.key("tasks");
    json.begin_array();
    for (const FilledTask& task : form.tasks) {
        json.begin_object();
        json.member("row", task.row);
        json.member("number", task.number);
        json.member("task", task.task);
        text_or_null("report", task.report);
        text_or_null("status", task.status);
        text_or_null("trouble", task.trouble);
        json.key("targets");
        json.begin_array();
        for (const FilledTarget& target : task.targets) {
            json.begin_object();
            json.member("id", target.id);
            json.member("subject", target.subject);
            json.member("unit", target.unit);
            if (target.value) {
                json.member("value", *target.value);
            } else {
                json.member_null("value");
            }
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    json.end_array();
    json.key("errors");
    json.begin_array();
    for (const FormFault& fault : form.faults) {
        json.begin_object();
        json.member("cell", fault.cell);
        json.member("key", fault.key);
        json.member("message", say(language, fault.key, fault.params));
        json.end_object();
    }
    json.end_array();
    json.end_object();
    out += '\n';
}

void write_text(std::string& out, const FilledForm& form, Language language) {
    out += say(language, "form-read",
               {{"unit", form.unit},
                {"month", form.month},
                {"tasks", std::to_string(form.tasks.size())},
                {"n", std::to_string(form.filled)},
                {"faults", std::to_string(form.faults.size())}}) +
           "\n";
    const auto line = [&](const char* key, const std::string& text) {
        if (!text.empty()) out += "  " + say(language, key) + "  " + text + "\n";
    };
    for (const FilledTask& task : form.tasks) {
        const bool figures =
            std::any_of(task.targets.begin(), task.targets.end(),
                        [](const FilledTarget& target) { return target.value.has_value(); });
        if (task.report.empty() && task.status.empty() && task.trouble.empty() && !figures)
            continue;
        out += "\n" + task.number + "  " + task.task + "\n";
        line("form-report", task.report);
        for (const FilledTarget& target : task.targets) {
            if (target.value)
                line("form-result",
                     target.subject + " " + target.value->text() + " " + target.unit);
        }
        line("form-status", task.status);
        line("form-trouble", task.trouble);
    }
}

int read_form(Language language) {
    if (common.inputs.size() != 1 || !unit.empty() || month != 0)
        return refuse(language, "error-form-call");
    const std::string& path = common.inputs.front();
    const auto failed = [&](Error error) {
        error.where = path;
        print_error(language, error);
        return kExitUnreadable;
    };
    if (common.names_output_as_input(language)) return kExitUnreadable;
    auto bytes = read_file(path, common.max_bytes);
    if (!bytes) return failed(bytes.error());
    const auto document = read_document(std::move(bytes.value()), {common.max_bytes});
    if (!document) return failed(document.error());
    const auto form = read_report_form(document.value());
    if (!form) return failed(form.error());
    std::string out;
    if (format == "json") {
        write_json(out, path, form.value(), language);
    } else {
        write_text(out, form.value(), language);
    }
    Output output(common.output);
    output.write(out);
    for (const FormFault& fault : form.value().faults) {
        const std::string words =
            path + ": " + fault.cell + ": " + say(language, fault.key, fault.params) + "\n";
        std::fputs(words.c_str(), stderr);
    }
    const int written = output.finish(language);
    return std::max(written, form.value().faults.empty() ? kExitFine : kExitFindings);
}

int run() {
    const Language language = common.language();
    return read_back ? read_form(language) : write_form(language);
}

}  // namespace

Verb add_form(CLI::App& app, Language language) {
    CLI::App* verb = app.add_subcommand("form", say(language, "help-form"));
    add_common(*verb, common, language);
    add_config(*verb, common, language);
    verb->add_option("--unit", unit, say(language, "help-form-unit"));
    verb->add_option("--month", month, say(language, "help-form-month"))
        ->check(CLI::Range(1, 12).description("{1-12}"));
    verb->add_flag("--read", read_back, say(language, "help-form-read"));
    verb->add_option("--format", format, say(language, "help-form-format"))
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    verb->footer(say(language, "help-form-example"));
    return {verb, run};
}

}  // namespace duban
