#include "app/toml.h"

#include <algorithm>
#include <sstream>

#include "base/text.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 4
#include <toml++/toml.h>

namespace duban {
namespace {

// A key of many parts makes a table for each, and tables are taken apart one inside the other.
constexpr std::size_t kLongestLine = 2048;

int number(std::uint32_t n) { return static_cast<int>(std::max<std::uint32_t>(n, 1)); }

class Reader {
  public:
    explicit Reader(std::string_view text) {
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            lines_.push_back(text.substr(at, end - at));
            at = end + 1;
        }
    }

    [[nodiscard]] Toml value(const toml::node& node) const {
        Toml out;
        out.line = number(node.source().begin.line);
        out.column = number(node.source().begin.column);
        if (const toml::table* table = node.as_table()) {
            for (const auto& [key, inside] : *table) {
                Toml::Member member;
                member.key = std::string(key.str());
                member.line = number(key.source().begin.line);
                member.column = number(key.source().begin.column);
                member.value = value(inside);
                out.members.push_back(std::move(member));
            }
            std::stable_sort(out.members.begin(), out.members.end(),
                             [](const Toml::Member& a, const Toml::Member& b) {
                                 return a.line != b.line ? a.line < b.line : a.column < b.column;
                             });
        } else if (const toml::array* list = node.as_array()) {
            out.kind = Toml::Kind::kList;
            for (const toml::node& inside : *list) out.items.push_back(value(inside));
        } else if (const auto* text = node.as_string()) {
            out.kind = Toml::Kind::kText;
            out.text = text->get();
        } else if (node.is_number()) {
            out.kind = Toml::Kind::kNumber;
            out.text = source(node.source());
        } else if (node.is_date()) {
            out.kind = Toml::Kind::kDate;
            out.text = source(node.source());
        } else {
            out.kind = Toml::Kind::kOther;
        }
        return out;
    }

  private:
    // The characters of a value that stands on one line.
    [[nodiscard]] std::string source(const toml::source_region& region) const {
        const std::size_t line = region.begin.line;
        if (line == 0 || line > lines_.size() || region.end.line != line) return "";
        const std::string_view all = lines_[line - 1];
        const auto byte = [&](std::uint32_t column) {
            std::size_t at = 0;
            for (std::uint32_t i = 1; i < column && at < all.size(); ++i)
                at += decode_at(all, at).size;
            return at;
        };
        const std::size_t begin = byte(region.begin.column);
        const std::size_t end = byte(region.end.column);
        return std::string(trimmed(all.substr(begin, end > begin ? end - begin : 0)));
    }

    std::vector<std::string_view> lines_;
};

}  // namespace

Toml parse_toml(std::string_view text, std::vector<TomlFault>& faults) {
    int line = 1;
    for (std::size_t at = 0; at < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end - at > kLongestLine) {
            faults.push_back(
                {line, 1, "settings-long-line", {{"limit", std::to_string(kLongestLine)}}});
            return {};
        }
        at = end + 1;
    }
    const toml::parse_result parsed = toml::parse(text);
    if (!parsed) {
        const toml::parse_error& error = parsed.error();
        faults.push_back({number(error.source().begin.line),
                          number(error.source().begin.column),
                          "settings-no-toml",
                          {{"detail", std::string(error.description())}}});
        return {};
    }
    return Reader(text).value(parsed.table());
}

void sort_faults(std::vector<TomlFault>& faults) {
    std::stable_sort(faults.begin(), faults.end(), [](const TomlFault& a, const TomlFault& b) {
        return a.line != b.line ? a.line < b.line : a.column < b.column;
    });
}

std::string toml_text(std::string_view text) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            out += "\\u00";
            out += kDigits[byte >> 4];
            out += kDigits[byte & 15];
        } else {
            out += c;
        }
    }
    return out + "\"";
}

}  // namespace duban
