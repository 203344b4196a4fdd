#include "app/diff_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "app/place.h"
#include "app/table_text.h"
#include "base/text.h"

namespace duban {
namespace {

constexpr std::size_t kWidth = 92;
constexpr std::size_t kMostChanges = 6;  // of one text that are shown

const Task& task_at(const Understanding& u, int task) {
    return u.programme->tasks[static_cast<std::size_t>(task)];
}

std::string words_of(const Understanding& u, const Side& side) {
    if (side.task < 0) return {};
    const Task& task = task_at(u, side.task);
    switch (side.cell) {
        case Column::kNumber: return task.number;
        case Column::kStatus: return task.status.words;
        case Column::kCategory:
            return without_blanks(
                u.programme->categories[static_cast<std::size_t>(task.category)].name);
        case Column::kLead: {
            std::string out;
            for (const std::string& unit : task.lead_units) out += (out.empty() ? "" : " ") + unit;
            return out;
        }
        default: return without_blanks(side.place.of(task.clean(side.cell)));
    }
}

std::string signed_text(const Decimal& d) {
    return (d.negative() || d.is_zero() ? "" : "+") + d.text();
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? ' ' : c;
    return out;
}

// What is expected from month to month is told on demand only.
bool shown(DifferenceKind kind, bool all) {
    return all || kind < DifferenceKind::kReportCopiedDone;
}

class Writer {
  public:
    Writer(const Comparison& c, bool all, Language language)
        : c_(c), all_(all), language_(language) {}

    std::string run() {
        documents();
        out_ += comparison_summary(c_, language_) + "\n";
        std::size_t hidden = 0;
        std::string renumbered;
        for (std::size_t i = 0; i < c_.differences.size();) {
            std::size_t end = i + 1;
            while (end < c_.differences.size() && same_task(c_.differences[i], c_.differences[end]))
                ++end;
            task(i, end, hidden, renumbered);
            i = end;
        }
        if (!renumbered.empty())
            out_ += "\n" + text("diff-only-renumbered", {{"list", renumbered}}) + "\n";
        if (hidden > 0) out_ += "\n" + text("diff-hidden", {{"n", std::to_string(hidden)}}) + "\n";
        return std::move(out_);
    }

  private:
    std::string text(std::string_view key, const std::vector<Param>& params = {}) const {
        return say(language_, key, params);
    }

    void documents() {
        for (const auto& [key, u] :
             {std::pair{"diff-before", c_.before}, {"diff-after", c_.after}}) {
            const std::string& title = u->programme->title;
            if (!title.empty()) out_ += text(key) + "  " + title + "\n";
        }
    }

    // The first row of the task that the difference belongs to, in the newer document if it is
    // there.
    static int first_row(const Understanding& u, int task) {
        while (task > 0 && task_at(u, task).part > 0) --task;
        return task;
    }
    bool same_task(const Difference& a, const Difference& b) const {
        if (a.after.task >= 0 && b.after.task >= 0)
            return first_row(*c_.after, a.after.task) == first_row(*c_.after, b.after.task);
        if (a.before.task >= 0 && b.before.task >= 0)
            return first_row(*c_.before, a.before.task) == first_row(*c_.before, b.before.task);
        return false;
    }

    void task(std::size_t from, std::size_t to, std::size_t& hidden, std::string& renumbered) {
        std::vector<const Difference*> list;
        for (std::size_t i = from; i < to; ++i) {
            if (shown(c_.differences[i].kind, all_)) {
                list.push_back(&c_.differences[i]);
            } else {
                ++hidden;
            }
        }
        if (list.empty()) return;
        if (list.size() == 1 && list[0]->kind == DifferenceKind::kTaskRenumbered) {
            renumbered += (renumbered.empty() ? "" : ", ") + words_of(*c_.before, list[0]->before) +
                          " > " + words_of(*c_.after, list[0]->after);
            return;
        }
        const bool in_new = list[0]->after.task >= 0;
        const Understanding& u = in_new ? *c_.after : *c_.before;
        const Task& t = task_at(u, in_new ? list[0]->after.task : list[0]->before.task);
        std::string units;
        for (const std::string& unit : t.lead_units) units += (units.empty() ? "" : " ") + unit;
        out_ += "\n" + t.number + "  " + without_blanks(t.clean(Column::kTask)) + "  " + units +
                (units.empty() ? "" : "  ") +
                text(in_new ? "check-line" : "diff-line-before",
                     {{"place", place_words(u.programme->document, t.line, language_)}}) +
                "\n";
        for (const Difference* d : list) difference(*d);
    }

    void difference(const Difference& d) {
        out_ += "  " + text("consequence-" + std::string(name_of(consequence_of(d.kind)))) + "  " +
                difference_sentence(c_, d, language_) + "  [" + std::string(name_of(d.kind)) +
                "]\n";
        if (!d.texts.empty()) {
            changes(d);
            return;
        }
        if (d.before.value || d.after.value) {
            quote("diff-before", *c_.before, d.before);
            quote("diff-after", *c_.after, d.after);
        } else if (d.kind == DifferenceKind::kReportCopied ||
                   d.kind == DifferenceKind::kReportCopiedButMonths ||
                   d.kind == DifferenceKind::kReportCopiedDone ||
                   d.kind == DifferenceKind::kReportCopiedButFigures) {
            line("diff-after", one_line(task_at(*c_.after, d.after.task).clean(d.after.cell)));
        }
    }

    void line(const char* key, const std::string& words) {
        const std::string lead = "      " + text(key) + "  ";
        out_ += lead + fitted(words, kWidth - display_width(lead)) + "\n";
    }

    // The clauses around the place, as much as fits on a line.
    void quote(const char* key, const Understanding& u, const Side& side) {
        if (side.task < 0 || side.place.empty()) return;
        const std::string_view cell = task_at(u, side.task).clean(side.cell);
        std::uint32_t begin = clause_at(cell, side.place.begin).begin;
        while (display_width(cell.substr(begin, side.place.begin - begin)) > 40)
            begin += decode_at(cell, begin).size;
        const Span sentence = sentence_at(cell, side.place.begin);
        const std::uint32_t end = std::max(sentence.end, side.place.end);
        line(key, one_line(cell.substr(begin, end - begin)));
    }

    // [-what stood there-]{+what stands there+}, with a few characters around.
    void changes(const Difference& d) {
        const std::string_view before = task_at(*c_.before, d.before.task).clean(d.before.cell);
        const std::string_view after = task_at(*c_.after, d.after.task).clean(d.after.cell);
        std::size_t n = 0;
        for (const TextChange& change : d.texts) {
            if (n++ == kMostChanges) {
                out_ += "      " +
                        text("check-more-places",
                             {{"n", std::to_string(d.texts.size() - kMostChanges)}}) +
                        "\n";
                return;
            }
            std::string words = around(after, change.after.begin, true);
            if (!change.before.empty())
                words += "[-" + fitted(change.before.of(before), kWidth / 2) + "-]";
            if (!change.after.empty())
                words += "{+" + fitted(change.after.of(after), kWidth / 2) + "+}";
            words += around(after, change.after.end, false);
            out_ += "      " + one_line(words) + "\n";
        }
    }

    static std::string around(std::string_view text, std::uint32_t at, bool left) {
        std::uint32_t begin = at;
        std::uint32_t end = at;
        for (int i = 0; i < 8; ++i) {
            if (left && begin > 0) {
                const CodePoint c = decode_before(text, begin);
                if (c.value == '\n') break;
                begin -= c.size;
            } else if (!left && end < text.size()) {
                const CodePoint c = decode_at(text, end);
                if (c.value == '\n') break;
                end += c.size;
            }
        }
        return std::string(text.substr(begin, end - begin));
    }

    const Comparison& c_;
    bool all_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string difference_sentence(const Comparison& c, const Difference& d, Language language) {
    std::string key = "diff-" + std::string(name_of(d.kind));
    if (d.kind == DifferenceKind::kTargetChanged && !d.change) key = "diff-target-unit-changed";
    const auto figure = [](const std::optional<Decimal>& value) {
        return value ? value->text() : std::string();
    };
    return say(
        language, key,
        {{"subject", d.subject},
         {"before", d.before.value ? figure(d.before.value) : words_of(*c.before, d.before)},
         {"after", d.after.value ? figure(d.after.value) : words_of(*c.after, d.after)},
         {"unit_before", d.before.unit},
         {"unit_after", d.after.unit},
         {"change", d.change ? signed_text(*d.change) : std::string()},
         {"month", d.period ? std::to_string(static_cast<int>(d.period->last)) : std::string()},
         {"n", std::to_string(d.texts.size())}});
}

std::string comparison_summary(const Comparison& c, Language language) {
    std::array<std::size_t, kDifferenceKinds> counts{};
    for (const Difference& d : c.differences) ++counts[static_cast<std::size_t>(d.kind)];
    const auto count = [&](std::initializer_list<DifferenceKind> kinds) {
        std::size_t n = 0;
        for (const DifferenceKind kind : kinds) n += counts[static_cast<std::size_t>(kind)];
        return std::to_string(n);
    };
    using K = DifferenceKind;
    std::string out =
        say(language, "diff-summary",
            {{"matched", std::to_string(c.matches.size())},
             {"dropped", count({K::kTaskDropped})},
             {"added", count({K::kTaskAdded})},
             {"targets", count({K::kTargetChanged, K::kTargetDropped, K::kTargetAdded})},
             {"plan", count({K::kPlanFigureChanged, K::kPlanFigureDropped, K::kPlanFigureAdded})},
             {"fell", count({K::kResultFell})},
             {"reworded", count({K::kPromiseReworded})},
             {"copied", count({K::kReportCopied, K::kReportCopiedButMonths})}});
    if (c.other_year) {
        out += "\n" + say(language, "diff-other-year",
                          {{"before", std::to_string(c.before->programme->year)},
                           {"after", std::to_string(c.after->programme->year)}});
    }
    if (c.backwards) out += "\n" + say(language, "diff-backwards");
    return out;
}

std::string comparison_text(const Comparison& c, bool all, Language language) {
    return Writer(c, all, language).run();
}

}  // namespace duban
