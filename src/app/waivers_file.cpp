#include "app/waivers_file.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "app/settings_file.h"
#include "base/text.h"

namespace duban {
namespace {

constexpr std::size_t kMostWaivers = 2000;
constexpr std::size_t kLongestField = 200;  // characters

struct Field {
    std::string_view key;
    std::string Waiver::*value;
    bool needed;
    bool date;
};
constexpr std::array kFields{
    Field{"file", &Waiver::file, false, false},
    Field{"task", &Waiver::task, true, false},
    Field{"title", &Waiver::title, false, false},
    Field{"code", &Waiver::code, true, false},
    Field{"finding", &Waiver::finding, false, false},
    Field{"reason", &Waiver::reason, true, false},
    Field{"by", &Waiver::by, true, false},
    Field{"date", &Waiver::date, true, true},
    Field{"until", &Waiver::until, false, true},
};

class Parser {
  public:
    explicit Parser(std::vector<TomlFault>& faults) : faults_(faults) {}

    std::vector<Waiver> run(const Toml& root) {
        std::vector<Waiver> out;
        for (const Toml::Member& m : root.members) {
            if (m.key != "waiver") {
                fault(m.line, m.column, "settings-unknown-key",
                      {{"key", m.key}, {"possible", "waiver"}});
            } else if (m.value.kind != Toml::Kind::kList) {
                fault(m.line, m.column, "waivers-no-list", {});
            } else if (m.value.items.size() > kMostWaivers) {
                fault(m.line, m.column, "settings-too-many",
                      {{"key", m.key}, {"limit", std::to_string(kMostWaivers)}});
            } else {
                for (const Toml& item : m.value.items) out.push_back(waiver(item));
            }
        }
        return out;
    }

  private:
    void fault(int line, int column, std::string_view key, std::vector<Param> params) {
        faults_.push_back({line, column, std::string(key), std::move(params)});
    }

    Waiver waiver(const Toml& table) {
        Waiver w;
        if (table.kind != Toml::Kind::kTable) {
            fault(table.line, table.column, "waivers-no-list", {});
            return w;
        }
        for (const Toml::Member& m : table.members) {
            const auto field = std::find_if(kFields.begin(), kFields.end(),
                                            [&](const Field& f) { return f.key == m.key; });
            if (field == kFields.end()) {
                std::string possible;
                for (const Field& f : kFields)
                    possible += (possible.empty() ? "" : " ") + std::string(f.key);
                fault(m.line, m.column, "settings-unknown-key",
                      {{"key", m.key}, {"possible", possible}});
                continue;
            }
            read(m, *field, w);
        }
        for (const Field& f : kFields) {
            const bool there = std::any_of(table.members.begin(), table.members.end(),
                                           [&](const Toml::Member& m) { return m.key == f.key; });
            if (f.needed && !there)
                fault(table.line, table.column, "waivers-missing", {{"key", std::string(f.key)}});
        }
        return w;
    }

    void read(const Toml::Member& m, const Field& field, Waiver& w) {
        const Toml& v = m.value;
        if (field.date) {
            if ((v.kind != Toml::Kind::kDate && v.kind != Toml::Kind::kText) || !is_date(v.text)) {
                fault(v.line, v.column, "waivers-no-date", {{"key", m.key}});
                return;
            }
        } else if (v.kind != Toml::Kind::kText) {
            fault(v.line, v.column, "settings-no-text", {{"key", m.key}});
            return;
        }
        const std::size_t limit = field.key == "reason" ? kLongestReason : kLongestField;
        if (trimmed(v.text).empty() || code_points(v.text) > limit) {
            fault(v.line, v.column, "waivers-empty",
                  {{"key", m.key}, {"limit", std::to_string(limit)}});
            return;
        }
        if (field.key == "code" && family_of(v.text).empty()) {
            fault(v.line, v.column, "settings-unknown-code",
                  {{"name", v.text}, {"names", code_names()}});
            return;
        }
        w.*(field.value) = v.text;
    }

    std::vector<TomlFault>& faults_;
};

}  // namespace

std::vector<Waiver> parse_waivers(std::string_view text, std::vector<TomlFault>& faults) {
    const Toml root = parse_toml(text, faults);
    std::vector<Waiver> waivers = Parser(faults).run(root);
    sort_faults(faults);
    return waivers;
}

std::optional<std::vector<Waiver>> read_waivers(const std::string& path, bool must_exist,
                                                Language language) {
    bool failed = false;
    const std::string text = read_small_file(path, must_exist, language, failed);
    std::vector<TomlFault> faults;
    std::vector<Waiver> waivers = parse_waivers(text, faults);
    print_faults(language, path, faults);
    if (failed || !faults.empty()) return std::nullopt;
    return waivers;
}

std::string waiver_table(const Waiver& waiver) {
    std::string out = "[[waiver]]\n";
    for (const Field& f : kFields) {
        const std::string& value = waiver.*(f.value);
        if (value.empty()) continue;
        out += std::string(f.key) + " = " + (f.date ? value : toml_text(value)) + "\n";
    }
    return out;
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto number = [&](std::size_t at, std::size_t size) {
        int n = 0;
        for (const char c : text.substr(at, size)) {
            if (c < '0' || c > '9') return -10000;
            n = n * 10 + (c - '0');
        }
        return n;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1) return false;
    constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

std::string file_name(const std::string& document) {
    return document == "-" ? "" : std::filesystem::path(document).filename().string();
}

std::vector<Waiver> waivers_for(const std::vector<Waiver>& all, const std::string& document) {
    std::vector<Waiver> out;
    const std::string name = file_name(document);
    for (const Waiver& w : all) {
        if (w.file.empty() || w.file == name) out.push_back(w);
    }
    return out;
}

}  // namespace duban
