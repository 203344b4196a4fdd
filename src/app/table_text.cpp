#include "app/table_text.h"

#include "base/text.h"

namespace duban {
namespace {

std::string padded(std::string_view text, std::size_t width) {
    std::string out(text);
    const std::size_t has = display_width(text);
    if (has < width) out.append(width - has, ' ');
    return out;
}

}  // namespace

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? ' ' : c;
    return out;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        width += is_wide(c.value) || is_circled(c.value) || c.value >= 0x1100 ? 2 : 1;
        at += c.size;
    }
    return width;
}

std::string fitted(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    std::string out;
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        const std::size_t w = display_width(text.substr(at, c.size));
        if (used + w + 1 > width) break;
        out.append(text.substr(at, c.size));
        used += w;
        at += c.size;
    }
    append_utf8(out, 0x2026);
    return out;
}

std::string table_text(const Programme& programme, Language language) {
    constexpr std::size_t kWidth = 92;
    constexpr std::size_t kLabel = 12;
    std::string out;
    if (!programme.title.empty()) out += programme.title + "\n";
    out += say(language, "read-summary",
               {{"rows", std::to_string(programme.rows)},
                {"categories", std::to_string(programme.categories.size())},
                {"period", programme.period().empty() ? "" : programme.period() + ", "}}) +
           "\n";
    int category = -1;
    for (const Task& task : programme.tasks) {
        if (task.preamble) continue;
        if (task.category != category) {
            category = task.category;
            const Category& c = programme.categories[static_cast<std::size_t>(category)];
            out += "\n" + std::to_string(c.ordinal) + (c.name.empty() ? "" : "  ") + c.name + "\n";
        }
        const auto line = [&](const char* key, std::string_view text) {
            if (text.empty()) return;
            out += "    " + padded(say(language, key), kLabel) +
                   fitted(one_line(text), kWidth - kLabel - 4) + "\n";
        };
        out += "  " + task.number + (task.has_parts ? "/" + std::to_string(task.part + 1) : "") +
               "  " + one_line(task.clean(Column::kTask)) + "\n";
        line("column-measures", task.clean(Column::kMeasures));
        for (const PlanItem& item : task.plan.items) {
            std::string when = "-";
            if (item.period) {
                const auto names = period_names(*item.period, programme.year);
                when = names.size() == 1
                           ? names.front()
                           : names.front() + "/" + names.back().substr(names.back().size() - 2);
            }
            const std::string heading(item.heading.of(task.clean(Column::kPlan)));
            out += "    " + padded(when, kLabel) +
                   fitted(one_line(heading + (heading.empty() ? "" : " ") +
                                   std::string(item.text.of(task.clean(Column::kPlan)))),
                          kWidth - kLabel - 4) +
                   "\n";
        }
        for (const ReportItem& item : task.report)
            line("column-progress", item.text.of(task.clean(Column::kProgress)));
        if (!task.status.words.empty()) {
            line("column-status",
                 task.status.words + " (" + std::string(name_of(task.status.status)) + ")");
        }
        std::string units;
        for (const std::string& unit : task.lead_units) units += (units.empty() ? "" : " ") + unit;
        line("column-lead", units);
    }
    return out;
}

}  // namespace duban
