#include "reader/docx_numbering.h"

#include <algorithm>

#include "base/text.h"
#include "reader/docx_number.h"

namespace duban {
namespace {

constexpr int kNotYet = -1;

bool ends_in_letter(const std::string& text) {
    const char c = text.back();
    return is_ascii_digit(c) || is_ascii_letter(c) || c == '.';
}

}  // namespace

const DocxLevel& DocxNumbering::level_of(const DocxNum& num, const DocxAbstract& abstract,
                                         int level) const {
    const auto own = num.levels.find(level);
    if (own != num.levels.end()) return own->second;
    return abstract.levels[static_cast<std::size_t>(level)];
}

std::string DocxNumbering::next(std::string_view id, int level) {
    const auto num = nums.find(id);
    if (num == nums.end()) return "";
    auto abstract = abstracts.find(num->second.abstract);
    // Numbers of a style stand in the abstract that the style leads to.
    if (abstract != abstracts.end() && !abstract->second.style_link.empty()) {
        const DocxStyle* linked =
            style(abstract->second.style_link, [](const DocxStyle& s) { return !s.num.empty(); });
        const auto other = linked == nullptr ? nums.end() : nums.find(linked->num);
        if (other != nums.end()) abstract = abstracts.find(other->second.abstract);
    }
    if (abstract == abstracts.end()) return "";
    level = std::clamp(level, 0, kDocxLevels - 1);

    const auto [at, fresh] = counts_.try_emplace(abstract->first);
    auto& counts = at->second;
    if (fresh) counts.fill(kNotYet);
    if (begun_.try_emplace(std::string(id), true).second) {
        for (std::size_t l = 0; l < kDocxLevels; ++l) {
            if (num->second.start[l] >= 0) counts[l] = kNotYet;
        }
    }
    const auto start_of = [&](int l) {
        const int own = num->second.start[static_cast<std::size_t>(l)];
        return own >= 0 ? own : level_of(num->second, abstract->second, l).start;
    };
    for (int l = 0; l <= level; ++l) {
        int& count = counts[static_cast<std::size_t>(l)];
        if (count == kNotYet) {
            count = start_of(l);
        } else if (l == level && count < 1 << 30) {
            ++count;
        }
    }
    for (int l = level + 1; l < kDocxLevels; ++l) {
        const int restart = level_of(num->second, abstract->second, l).restart;
        if (restart < 0 || (restart > 0 && level < restart))
            counts[static_cast<std::size_t>(l)] = kNotYet;
    }

    const DocxLevel& own = level_of(num->second, abstract->second, level);
    if (own.format == "bullet") return "";
    std::string out;
    for (std::size_t i = 0; i < own.text.size(); ++i) {
        const bool place = own.text[i] == '%' && i + 1 < own.text.size() &&
                           own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
        if (!place) {
            out += own.text[i];
            continue;
        }
        const int l = own.text[++i] - '1';
        const DocxLevel& shown = level_of(num->second, abstract->second, l);
        const int count = counts[static_cast<std::size_t>(l)];
        out += docx_number(own.legal ? "decimal" : shown.format,
                           count == kNotYet ? start_of(l) : count);
    }
    if (own.blank && !out.empty() && ends_in_letter(out)) out += ' ';
    return out;
}

}  // namespace duban
