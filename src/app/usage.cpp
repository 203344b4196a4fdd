#include "app/usage.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/command.h"

namespace duban {
namespace {

// Letters to add, to drop, to replace or to swap with their neighbour until one word is the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> last;
    std::vector<std::size_t> above;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        last = std::exchange(above, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1,
                               above[j - 1] + static_cast<std::size_t>(a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], last[j - 2] + 1);
        }
    }
    return row[b.size()];
}

std::string no_such_verb(const CLI::App& app, const std::string& typed, Language language) {
    constexpr std::size_t kNear = 2;
    constexpr std::size_t kLongest = 20;  // bytes of a word that may be a verb mistyped
    std::string nearest;
    std::string all;
    std::size_t least = kNear + 1;
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
        const std::string& name = verb->get_name();
        all += (all.empty() ? "" : " ") + name;
        if (typed.size() > kLongest) continue;
        const std::size_t far = distance(typed, name);
        if (far >= least || far * 2 > name.size()) continue;
        least = far;
        nearest = name;
    }
    if (nearest.empty()) return say(language, "usage-no-verb", {{"name", typed}, {"verbs", all}});
    return say(language, "usage-near-verb", {{"name", typed}, {"nearest", nearest}});
}

// The options that the library's sentence names, in its order.
std::vector<CLI::Option*> named_in(std::string_view sentence, CLI::App& verb) {
    std::vector<CLI::Option*> out;
    for (std::size_t at = 0; at < sentence.size();) {
        const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
        std::string word(sentence.substr(at, end - at));
        at = end + 1;
        if (word.ends_with(':')) word.pop_back();
        if (CLI::Option* option = word.empty() ? nullptr : verb.get_option_no_throw(word))
            out.push_back(option);
    }
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::string detail_of(CLI::App& app, const CLI::ParseError& error, Language language) {
    const auto parsed = app.get_subcommands();
    const std::vector<std::string> extra = app.remaining(true);
    if (parsed.empty()) {
        // What stands behind an option may be its value.
        for (std::size_t i = 0; i < extra.size(); ++i) {
            const bool behind_option = i > 0 && extra[i - 1].starts_with('-');
            if (!behind_option && !extra[i].starts_with('-'))
                return no_such_verb(app, extra[i], language);
        }
        return say(language, "usage-no-verb-named");
    }
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
        return say(language, "usage-not-expected", {{"words", joined(extra)}});
    const auto options = named_in(error.what(), *parsed.front());
    if (options.empty()) return error.what();
    const CLI::Option& option = *options.front();
    const Param name{"option", option.get_name()};
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        return say(language, "usage-required", {name});
    if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr)
        return say(language, "usage-needs", {name, {"other", options.back()->get_name()}});
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr)
        return say(language, "usage-excludes", {name, {"other", options.back()->get_name()}});
    if (option.get_items_expected_max() == 0) return say(language, "usage-flag", {name});
    if (option.results().empty()) return say(language, "usage-no-value", {name});
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return say(language, "usage-values", {name, {"values", joined(option.results())}});
    const Param value{"value", option.results().back()};
    const std::string type = option.get_type_name();
    if (const std::size_t possible = type.find(":{"); possible != std::string::npos)
        return say(language, "usage-no-choice",
                   {name, value, {"possible", type.substr(possible + 1)}});
    return say(language, "usage-no-number", {name, value, {"most", std::to_string(kMostMaxBytes)}});
}

}  // namespace

void speak(CLI::App& app, Language language) {
    const auto formatter = app.get_formatter();
    constexpr std::array<std::pair<const char*, const char*>, 7> kLabels{
        {{"Usage", "help-label-usage"},
         {"OPTIONS", "help-label-options-word"},
         {"SUBCOMMAND", "help-label-verb-word"},
         {"Positionals", "help-label-arguments"},
         {"REQUIRED", "help-label-required"},
         {"Needs", "help-label-needs"},
         {"Excludes", "help-label-excludes"}}};
    for (const auto& [label, key] : kLabels) formatter->label(label, say(language, key));
    app.set_help_flag("-h,--help", say(language, "help-help"));
    for (CLI::Option* option : app.get_options([](const CLI::Option*) { return true; })) {
        option->group(say(language, "help-label-options"));
        const std::string type = option->get_type_name();
        if (type.starts_with("TEXT")) option->type_name(say(language, "help-type-text"));
        if (type.starts_with("UINT") || type.starts_with("INT"))
            option->type_name(say(language, "help-type-number"));
    }
    if (app.get_parent() != nullptr) app.group(say(language, "help-label-verbs"));
}

Error usage_error(CLI::App& app, const CLI::ParseError& error, Language language) {
    return {ErrorCode::kUsage, "error-usage", {{"detail", detail_of(app, error, language)}}, ""};
}

}  // namespace duban
