#include "app/settings_file.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <set>

#include "app/command.h"
#include "base/file.h"
#include "base/text.h"
#include "extraction/unit.h"
#include "programme/clause.h"

namespace duban {
namespace {

constexpr std::size_t kMostWords = 200;   // of one table
constexpr std::size_t kLongestWord = 60;  // characters
constexpr std::string_view kOff = "off";
constexpr std::array kSeverities{Severity::kError, Severity::kWarning, Severity::kNote};

struct Tolerance {
    std::string_view key;
    Decimal Tolerances::*value;
    Decimal least;
    Decimal most;
};
const std::array kTolerances{
    Tolerance{"far_above_times", &Tolerances::far_above_times, Decimal(1), Decimal(1000)},
    Tolerance{"held_total_percent", &Tolerances::held_total_percent, Decimal(0), Decimal(1)},
    Tolerance{"round_share_points", &Tolerances::round_share_points, Decimal(0), Decimal(10)},
    Tolerance{"rounded_total_percent", &Tolerances::rounded_total_percent, Decimal(0), Decimal(10)},
};

template <class List, class Name>
std::string listed(const List& list, Name name) {
    std::string out;
    for (const auto& one : list) out += (out.empty() ? "" : " ") + std::string(name(one));
    return out;
}

const Check* check_of(std::string_view code) {
    for (const Check* check : checks()) {
        if (check->code == code) return check;
    }
    return nullptr;
}

class Parser {
  public:
    explicit Parser(std::vector<TomlFault>& faults) : faults_(faults) {}

    Settings run(const Toml& root) {
        using Table = void (Parser::*)(const Toml&);
        constexpr std::array<std::pair<std::string_view, Table>, 7> kKnown{
            {{"select", &Parser::select},
             {"ignore", &Parser::ignore},
             {"severities", &Parser::severities},
             {"tolerances", &Parser::tolerances},
             {"units", &Parser::units},
             {"subjects", &Parser::subjects},
             {"status", &Parser::status}}};
        for (const Toml::Member& m : root.members) {
            const auto known = std::find_if(kKnown.begin(), kKnown.end(),
                                            [&](const auto& k) { return k.first == m.key; });
            if (known == kKnown.end()) {
                fault(m, "settings-unknown-key",
                      {{"key", m.key},
                       {"possible", listed(kKnown, [](const auto& k) { return k.first; })}});
                continue;
            }
            const bool list = m.key == "select" || m.key == "ignore";
            if (m.value.kind != (list ? Toml::Kind::kList : Toml::Kind::kTable)) {
                fault(m, list ? "settings-no-list" : "settings-no-table", {{"key", m.key}});
                continue;
            }
            (this->*known->second)(m.value);
        }
        return std::move(out_);
    }

  private:
    void fault(const Toml& at, std::string_view key, std::vector<Param> params) {
        faults_.push_back({at.line, at.column, std::string(key), std::move(params)});
    }
    void fault(const Toml::Member& at, std::string_view key, std::vector<Param> params) {
        faults_.push_back({at.line, at.column, std::string(key), std::move(params)});
    }

    void select(const Toml& list) { names(list, "select", out_.audit.select); }
    void ignore(const Toml& list) { names(list, "ignore", out_.audit.ignore); }
    void names(const Toml& list, const char* key, std::vector<std::string>& into) {
        for (const Toml& item : list.items) {
            std::string unknown;
            if (item.kind != Toml::Kind::kText) {
                fault(item, "settings-no-text", {{"key", key}});
            } else if (!known_names({item.text}, unknown)) {
                fault(item, "error-unknown-check",
                      {{"name", item.text}, {"names", code_names()}, {"families", family_names()}});
            } else {
                into.push_back(item.text);
            }
        }
    }

    void severities(const Toml& table) {
        for (const Toml::Member& m : table.members) {
            const Check* check = check_of(m.key);
            if (check == nullptr)
                fault(m, "settings-unknown-code", {{"name", m.key}, {"names", code_names()}});
            if (!text(m)) continue;
            const auto severity =
                std::find_if(kSeverities.begin(), kSeverities.end(),
                             [&](Severity s) { return name_of(s) == m.value.text; });
            if (m.value.text != kOff && severity == kSeverities.end()) {
                fault(m.value, "settings-unknown-value",
                      {{"value", m.value.text},
                       {"possible", listed(kSeverities, [](Severity s) { return name_of(s); }) +
                                        " " + std::string(kOff)}});
            } else if (check != nullptr && m.value.text == kOff) {
                out_.audit.off.push_back(m.key);
            } else if (check != nullptr) {
                out_.audit.severities.emplace_back(m.key, *severity);
            }
        }
    }

    void tolerances(const Toml& table) {
        for (const Toml::Member& m : table.members) {
            const auto known = std::find_if(kTolerances.begin(), kTolerances.end(),
                                            [&](const Tolerance& t) { return t.key == m.key; });
            if (known == kTolerances.end()) {
                fault(m, "settings-unknown-key",
                      {{"key", m.key},
                       {"possible", listed(kTolerances, [](const auto& t) { return t.key; })}});
                continue;
            }
            const bool readable =
                m.value.kind == Toml::Kind::kNumber || m.value.kind == Toml::Kind::kText;
            const auto value = readable ? Decimal::parse(m.value.text) : std::nullopt;
            if (!value || *value < known->least || *value > known->most || value->places() > 6) {
                fault(
                    m.value, "settings-no-number",
                    {{"key", m.key}, {"least", known->least.text()}, {"most", known->most.text()}});
                continue;
            }
            out_.audit.tolerances.*(known->value) = *value;
        }
    }

    void units(const Toml& table) {
        for (const Toml::Member& m : words(table, "units")) {
            const Unit* unit = unit_of(m.key);
            const Unit* other = unit_of(m.value.text);
            if (unit == nullptr) fault(m, "settings-unknown-unit", {{"unit", m.key}});
            if (other == nullptr) fault(m.value, "settings-unknown-unit", {{"unit", m.value.text}});
            if (unit == nullptr || other == nullptr) continue;
            if (unit->family != other->family || unit->kind != other->kind ||
                unit->power != other->power) {
                fault(m, "settings-other-measure", {{"unit", m.key}, {"other", m.value.text}});
                continue;
            }
            out_.lexicon.units.push_back({m.key, m.value.text});
        }
    }

    void subjects(const Toml& table) {
        for (const Toml::Member& m : words(table, "subjects")) {
            bool named = true;
            for (const std::string& word : {m.key, m.value.text}) {
                if (!pairs_of(word).empty()) continue;
                named = false;
                fault(m, "settings-no-name", {{"word", word}});
            }
            if (named) out_.lexicon.subjects.push_back({m.key, m.value.text});
        }
    }

    void status(const Toml& table) {
        std::vector<ClaimedStatus> all;
        for (int i = 0; i <= static_cast<int>(ClaimedStatus::kSuspended); ++i)
            all.push_back(static_cast<ClaimedStatus>(i));
        std::set<std::string> seen;
        for (const Toml::Member& m : bounded(table, "status")) {
            const std::string words = without_blanks(m.key);
            if (!word(m, words) || !text(m)) continue;
            const auto meaning = std::find_if(all.begin(), all.end(), [&](ClaimedStatus s) {
                return name_of(s) == m.value.text;
            });
            if (meaning == all.end()) {
                fault(m.value, "settings-unknown-value",
                      {{"value", m.value.text},
                       {"possible", listed(all, [](ClaimedStatus s) { return name_of(s); })}});
            } else if (!seen.insert(words).second) {
                fault(m, "settings-twice", {{"word", m.key}});
            } else {
                out_.lexicon.status.push_back({words, *meaning});
            }
        }
    }

    // Pairs of words of which none stands for another and is stood for.
    std::vector<Toml::Member> words(const Toml& table, std::string_view key) {
        std::vector<Toml::Member> out;
        std::set<std::string> left;
        for (const Toml::Member& m : bounded(table, key)) left.insert(m.key);
        for (const Toml::Member& m : bounded(table, key)) {
            if (!word(m, m.key) || !text(m) || !word(m, m.value.text)) continue;
            if (left.contains(m.value.text)) {
                fault(m.value, "settings-chain", {{"word", m.value.text}});
                continue;
            }
            out.push_back(m);
        }
        return out;
    }

    const std::vector<Toml::Member>& bounded(const Toml& table, std::string_view key) {
        static const std::vector<Toml::Member> none;
        if (table.members.size() <= kMostWords) return table.members;
        if (told_.insert(key).second)
            fault(table, "settings-too-many",
                  {{"key", std::string(key)}, {"limit", std::to_string(kMostWords)}});
        return none;
    }

    bool word(const Toml::Member& m, std::string_view word) {
        if (!trimmed(word).empty() && code_points(word) <= kLongestWord) return true;
        fault(m, "settings-no-word", {{"limit", std::to_string(kLongestWord)}});
        return false;
    }

    bool text(const Toml::Member& m) {
        if (m.value.kind == Toml::Kind::kText) return true;
        fault(m.value, "settings-no-text", {{"key", m.key}});
        return false;
    }

    static const Unit* unit_of(std::string_view word) {
        std::uint32_t size = 0;
        const Unit* unit = find_unit(word, size);
        return unit != nullptr && size == word.size() ? unit : nullptr;
    }

    std::vector<TomlFault>& faults_;
    std::set<std::string_view> told_;
    Settings out_;
};

}  // namespace

Settings parse_settings(std::string_view text, std::vector<TomlFault>& faults) {
    const Toml root = parse_toml(text, faults);
    Settings settings = Parser(faults).run(root);
    sort_faults(faults);
    return settings;
}

std::string beside(const std::string& document, std::string_view name) {
    if (document == "-") return "";
    return (std::filesystem::path(document).parent_path() / name).string();
}

std::string read_small_file(const std::string& path, bool must_exist, Language language,
                            bool& failed) {
    auto bytes = read_file(path, kLargestToml);
    if (bytes) return std::move(bytes.value());
    Error error = bytes.error();
    if (error.code == ErrorCode::kEmpty) return "";
    if (error.code == ErrorCode::kNotFound && !must_exist) return "";
    if (error.code == ErrorCode::kTooLarge) error.key = "settings-too-large";
    print_error(language, error);
    failed = true;
    return "";
}

void print_faults(Language language, const std::string& path,
                  const std::vector<TomlFault>& faults) {
    for (const TomlFault& f : faults) {
        print_error(language,
                    {ErrorCode::kUsage, f.key, f.params,
                     path + ":" + std::to_string(f.line) + ":" + std::to_string(f.column)});
    }
}

const Settings* SettingsBook::of(const std::string& document) {
    const std::string path = named_.empty() ? beside(document, kSettingsName) : named_;
    const auto [at, fresh] = read_.try_emplace(path);
    if (fresh) {
        bool failed = false;
        const std::string text =
            path.empty() ? "" : read_small_file(path, !named_.empty(), language_, failed);
        std::vector<TomlFault> faults;
        Settings settings = parse_settings(text, faults);
        print_faults(language_, path, faults);
        if (!failed && faults.empty()) at->second = std::move(settings);
    }
    return at->second ? &*at->second : nullptr;
}

std::string code_names() {
    return listed(checks(), [](const Check* check) { return check->code; });
}

std::string family_names() {
    std::vector<std::string_view> families;
    for (const Check* check : checks()) {
        if (std::find(families.begin(), families.end(), check->family) == families.end())
            families.push_back(check->family);
    }
    return listed(families, [](std::string_view family) { return family; });
}

}  // namespace duban
