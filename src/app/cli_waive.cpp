// duban waive: takes a finding out of the count, with reason, name and date, in a file that is
// reviewed like code.
#include <CLI/CLI.hpp>

#include <algorithm>

#include "app/command.h"
#include "app/settings_file.h"
#include "app/waivers_file.h"
#include "audit/audit.h"
#include "base/text.h"

namespace duban {
namespace {

std::string document;
std::string lang;
std::string config;
std::string waivers_path;
Waiver wanted;

int refuse(Language language, std::string key, std::vector<Param> params, std::string where = "") {
    print_error(language, {ErrorCode::kUsage, std::move(key), std::move(params), std::move(where)});
    return kExitUnreadable;
}

// What is said of the waivers and of the checks themselves is not waived.
bool can_be_waived(const Finding& f) {
    return f.code != "waiver-stale" && !family_of(f.code).empty();
}

bool covers(const Waiver& w, const Programme& programme, const Finding& f) {
    if (!can_be_waived(f)) return false;
    if (!w.finding.empty() && w.finding != f.id) return false;
    if (!w.code.empty() && w.code != f.code) return false;
    return w.task.empty() || w.task == task_label(programme, f.task);
}

// What there is to choose from: the findings of the task, of the code, or all; at most so many.
std::string choices(const Programme& programme, const Audit& audit) {
    constexpr int kMost = 20;
    std::string out;
    int n = 0;
    for (const Finding& f : audit.findings) {
        const std::string task = task_label(programme, f.task);
        if (!can_be_waived(f)) continue;
        if (!wanted.task.empty() && task != wanted.task) continue;
        if (wanted.task.empty() && !wanted.code.empty() && f.code != wanted.code) continue;
        if (++n > kMost) return out + " ...";
        out += (out.empty() ? "" : ", ") + task + " " + f.id;
    }
    return out;
}

bool good_words(const std::string& text, std::size_t limit) {
    return !trimmed(text).empty() && code_points(text) <= limit &&
           first_invalid(text) >= text.size() && std::none_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) < 0x20;
           });
}

int run() {
    Common common;
    common.lang = lang;
    const Language language = common.language();
    const std::size_t longest_name = 200;
    if (!good_words(wanted.reason, kLongestReason))
        return refuse(language, "waivers-empty",
                      {{"key", "--reason"}, {"limit", std::to_string(kLongestReason)}});
    if (!good_words(wanted.by, longest_name))
        return refuse(language, "waivers-empty",
                      {{"key", "--by"}, {"limit", std::to_string(longest_name)}});
    if (wanted.finding.empty() && (wanted.task.empty() || wanted.code.empty()))
        return refuse(language, "waive-what", {});
    if (!wanted.code.empty() && family_of(wanted.code).empty())
        return refuse(language, "settings-unknown-code",
                      {{"name", wanted.code}, {"names", code_names()}});
    if (wanted.date.empty()) wanted.date = today();
    if (!is_date(wanted.date)) return refuse(language, "waivers-no-date", {{"key", "--date"}});
    if (!wanted.until.empty() && !is_date(wanted.until))
        return refuse(language, "waivers-no-date", {{"key", "--until"}});
    if (!wanted.until.empty() && wanted.until < wanted.date)
        return refuse(language, "waive-over", {{"until", wanted.until}, {"date", wanted.date}});
    if (names_folder(document, language)) return kExitUnreadable;
    const std::string file = waivers_path.empty() ? beside(document, kWaiversName) : waivers_path;
    if (file.empty()) return refuse(language, "waive-no-folder", {});
    wanted.file = file_name(document);

    SettingsBook book(config, language);
    const Settings* const settings = book.of(document);
    const auto known = read_waivers(file, false, language);
    if (settings == nullptr || !known) return kExitUnreadable;
    const auto programme = load_programme(document, kDefaultMaxBytes, settings->lexicon);
    if (!programme) {
        print_error(language, programme.error());
        return kExitUnreadable;
    }
    AuditSettings how = settings->audit;
    how.waivers = waivers_for(*known, document);
    how.today = wanted.date;
    const Audit result = audit(understand(programme.value(), settings->lexicon), how);

    const Finding* first = nullptr;
    int n = 0;
    for (const Finding& f : result.findings) {
        if (!covers(wanted, programme.value(), f)) continue;
        if (first == nullptr) first = &f;
        ++n;
    }
    if (first == nullptr) {
        for (const Waived& w : result.waived) {
            if (covers(wanted, programme.value(), w.finding))
                return refuse(language, "waive-already",
                              {{"by", w.waiver.by}, {"date", w.waiver.date}, {"file", file}});
        }
        const auto known_task = [&] {
            for (std::size_t i = 0; i < programme.value().tasks.size(); ++i) {
                if (task_label(programme.value(), static_cast<int>(i)) == wanted.task) return true;
            }
            return false;
        };
        if (!wanted.task.empty() && !known_task())
            return refuse(language, "waive-no-task", {{"task", wanted.task}}, document);
        const std::string others = choices(programme.value(), result);
        return refuse(language, others.empty() ? "waive-nothing-there" : "waive-nothing",
                      {{"choices", others}}, document);
    }
    wanted.task = task_label(programme.value(), first->task);
    wanted.title = task_title(programme.value(), first->task);
    wanted.code = std::string(first->code);
    if (code_points(wanted.title) > longest_name) wanted.title.clear();

    bool failed = false;
    std::string text = read_small_file(file, false, language, failed);
    if (failed) return kExitUnreadable;
    if (text.empty()) {
        text = say(language, "waivers-head") + "\n";
    } else if (!text.ends_with('\n')) {
        text += '\n';
    }
    text += "\n" + waiver_table(wanted);
    if (text.size() > kLargestToml)
        return refuse(language, "settings-too-large", {{"limit", std::to_string(kLargestToml)}},
                      file);
    Output output(file);
    output.write(text);
    if (const int status = output.finish(language); status != kExitFine) return status;
    std::fputs((say(language, "waive-done",
                    {{"task", wanted.task},
                     {"title", wanted.title},
                     {"code", wanted.code},
                     {"n", std::to_string(n)},
                     {"file", file}}) +
                "\n")
                   .c_str(),
               stdout);
    return kExitFine;
}

}  // namespace

Verb add_waive(CLI::App& app, Language language) {
    CLI::App* verb = app.add_subcommand("waive", say(language, "help-waive"));
    verb->add_option("FILE", document, say(language, "help-waive-file"))->required();
    verb->add_option("--task", wanted.task, say(language, "help-waive-task"));
    verb->add_option("--code", wanted.code, say(language, "help-waive-code"));
    verb->add_option("--finding", wanted.finding, say(language, "help-waive-finding"));
    verb->add_option("--reason", wanted.reason, say(language, "help-waive-reason"))->required();
    verb->add_option("--by", wanted.by, say(language, "help-waive-by"))->required();
    verb->add_option("--until", wanted.until, say(language, "help-waive-until"));
    verb->add_option("--date", wanted.date, say(language, "help-date"));
    verb->add_option("--waivers", waivers_path, say(language, "help-waivers"));
    verb->add_option("--config", config, say(language, "help-config"));
    verb->add_option("--lang", lang, say(language, "help-lang"))
        ->check(CLI::IsMember({"zh", "en"}));
    verb->footer(say(language, "help-waive-example"));
    return {verb, run};
}

}  // namespace duban
