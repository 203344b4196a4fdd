// The outcome of a check as text for people: one sentence, at most ten findings by consequence,
// then by task with the quoted place underlined and the sum written out.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "app/findings_format.h"
#include "app/findings_order.h"
#include "app/place.h"
#include "app/table_text.h"
#include "base/text.h"

namespace duban {
namespace {

constexpr std::size_t kWidth = 96;
constexpr std::size_t kTop = 10;

struct TextSettings {
    Language language = Language::kEnglish;
    bool all = false;  // notes and holds too
    bool colour = false;
    const Answers* answers = nullptr;
    std::string file;  // named above the report where there are several
};

class Writer {
  public:
    Writer(const Understanding& u, const Audit& audit, const TextSettings& settings)
        : u_(u),
          audit_(audit),
          settings_(settings),
          programme_(*u.programme),
          told_(told_in(audit)),
          answers_(answers_told(audit, told_, settings.answers)) {}

    std::string run() {
        if (!settings_.file.empty()) out_ += "== " + settings_.file + "\n";
        if (!programme_.title.empty()) out_ += programme_.title + "\n";
        out_ += summary_sentence(u_, audit_, settings_.language) + "\n";
        top();
        by_task();
        if (!settings_.all && (hidden_notes() > 0 || !audit_.holds.empty())) {
            const auto notes = hidden_notes();
            out_ += "\n" +
                    text("check-more", {{"notes", std::to_string(notes)},
                                        {"holds", std::to_string(audit_.holds.size())}}) +
                    "\n";
        }
        waived();
        if (settings_.answers != nullptr) {
            const AnswerCount count = count_answers(audit_, *settings_.answers);
            out_ += "\n" +
                    text("answers-counted", {{"answered", std::to_string(count.answered)},
                                             {"open", std::to_string(count.open)}}) +
                    "\n";
        }
        return std::move(out_);
    }

  private:
    std::string text(std::string_view key, const std::vector<Param>& params = {}) const {
        return say(settings_.language, key, params);
    }

    std::string styled(std::string_view words, const char* code) const {
        if (!settings_.colour) return std::string(words);
        return std::string("\033[") + code + "m" + std::string(words) + "\033[0m";
    }

    std::string severity(Severity s) const {
        switch (s) {
            case Severity::kError: return styled(text("severity-error"), "1;31");
            case Severity::kWarning: return styled(text("severity-warning"), "33");
            case Severity::kNote: return styled(text("severity-note"), "36");
        }
        return "";
    }

    std::ptrdiff_t hidden_notes() const {
        return std::count_if(audit_.findings.begin(), audit_.findings.end(),
                             [](const Finding& f) { return f.severity == Severity::kNote; });
    }

    const Task& task(int i) const { return programme_.tasks[static_cast<std::size_t>(i)]; }

    void top() {
        std::vector<const Finding*> list;
        for (std::size_t i = 0; i < audit_.findings.size(); ++i) {
            const Finding& f = audit_.findings[i];
            if (f.severity != Severity::kNote && told_[i] == i) list.push_back(&f);
        }
        if (list.empty()) return;
        std::stable_sort(list.begin(), list.end(), [](const Finding* a, const Finding* b) {
            return consequence(*a) < consequence(*b);
        });
        // Not the same check over and over: at most three of one code among the ten.
        std::vector<const Finding*> shown;
        for (const Finding* f : list) {
            const auto same = std::count_if(shown.begin(), shown.end(),
                                            [&](const Finding* s) { return s->code == f->code; });
            if (same < 3 && shown.size() < kTop) shown.push_back(f);
        }
        out_ += "\n";
        int n = 0;
        for (const Finding* f : shown) {
            ++n;
            out_ += (n < 10 ? " " : "") + std::to_string(n) + "  " + severity(f->severity) + "  " +
                    printed_number(task(f->task)) + " " +
                    task_title(task(f->task), settings_.language) + "  " +
                    say(settings_.language, f->message, f->params) + "\n";
        }
    }

    void by_task() {
        int last = -1;
        for (std::size_t i = 0; i < audit_.findings.size(); ++i) {
            const Finding& f = audit_.findings[i];
            // One cause in several rows is told once, with its first row.
            if ((f.severity == Severity::kNote && !settings_.all) || told_[i] != i) continue;
            if (f.task != last) {
                last = f.task;
                const Task& t = task(f.task);
                out_ += "\n" +
                        styled(printed_number(t) + "  " + task_title(t, settings_.language), "1");
                out_ += "  " + units_of(t) + "  " +
                        text("check-line", {{"place", place_words(programme_.document, t.line,
                                                                  settings_.language)}}) +
                        "\n";
            }
            finding(f);
            if (!answers_.empty() && !answers_[i].empty()) answer(answers_[i]);
        }
        if (!settings_.all || audit_.holds.empty()) return;
        out_ += "\n" + text("check-holds", {{"n", std::to_string(audit_.holds.size())}}) + "\n";
        for (const Hold& h : audit_.holds)
            out_ += "  " + printed_number(task(h.task)) + "  " + h.arithmetic + "\n";
    }

    // What the units answered, each line of it behind the label or below it.
    void answer(std::string_view words) {
        std::string label = "      " + text("sheet-answer") + "  ";
        while (!words.empty()) {
            const std::size_t end = std::min(words.find('\n'), words.size());
            out_ += label + std::string(words.substr(0, end)) + "\n";
            label.assign(display_width(label), ' ');
            words.remove_prefix(std::min(end + 1, words.size()));
        }
    }

    void waived() {
        if (audit_.waived.empty()) return;
        const std::string n = std::to_string(audit_.waived.size());
        out_ +=
            "\n" + text(settings_.all ? "check-waived" : "check-waived-more", {{"n", n}}) + "\n";
        if (!settings_.all) return;
        for (const Waived& w : audit_.waived) {
            const Finding& f = w.finding;
            out_ += "  " + printed_number(task(f.task)) + "  " +
                    say(settings_.language, f.message, f.params) + "  [" + std::string(f.code) +
                    "]\n      " +
                    text(w.waiver.until.empty() ? "check-waiver" : "check-waiver-until",
                         {{"reason", w.waiver.reason},
                          {"by", w.waiver.by},
                          {"date", w.waiver.date},
                          {"until", w.waiver.until}}) +
                    "\n";
        }
    }

    void finding(const Finding& f) {
        out_ += "  " + severity(f.severity) + "  " + say(settings_.language, f.message, f.params) +
                "  [" + std::string(f.code) + ", " +
                text("origin-" + std::string(name_of(f.origin))) + "]\n";
        std::size_t lines = 0;
        for (std::size_t i = 0; i < f.evidence.size();) {
            // Places that stand near one another in one cell share a line.
            std::size_t end = i + 1;
            while (end < f.evidence.size() &&
                   near(f.evidence[end - 1], f.evidence[end], f.evidence[i]))
                ++end;
            if (lines++ == 6) {
                out_ += "      " +
                        text("check-more-places", {{"n", std::to_string(f.evidence.size() - i)}}) +
                        "\n";
                break;
            }
            quote(f, i, end);
            i = end;
        }
        if (!f.arithmetic.empty()) out_ += "      = " + f.arithmetic + "\n";
    }

    std::string_view raw_of(const Evidence& e) const { return task(e.task).cell(e.cell).raw; }

    bool near(const Evidence& a, const Evidence& b, const Evidence& first) const {
        if (a.task != b.task || a.cell != b.cell || b.place.begin < a.place.end) return false;
        const std::string_view raw = raw_of(a);
        const std::string_view all = raw.substr(first.place.begin, b.place.end - first.place.begin);
        return b.place.begin - a.place.end < 90 && all.find('<') == std::string_view::npos &&
               display_width(all) < kWidth - 24;
    }

    // The places with some of what stands around them, and a line that underlines them.
    void quote(const Finding& f, std::size_t from, std::size_t to) {
        const Evidence& e = f.evidence[from];
        const Task& t = task(e.task);
        const std::string_view raw = raw_of(e);
        std::string label = text("column-" + std::string(name_of(e.cell)));
        if (e.task != f.task) label = printed_number(t) + " " + label;
        const std::string lead = "      " + label + "  ";
        const std::size_t room = kWidth - std::min(kWidth - 20, display_width(lead));
        std::uint32_t begin = e.place.begin;
        std::uint32_t end = f.evidence[to - 1].place.end;
        const std::size_t own = display_width(raw.substr(begin, end - begin));
        if (own < room) {
            // A few characters before and behind, within the same line of the cell.
            std::size_t left = std::min<std::size_t>((room - own) / 2, 16);
            while (begin > 0 && left >= 2) {
                const CodePoint c = decode_before(raw, begin);
                if (c.value == '>' || c.value == '\n') break;
                begin -= c.size;
                left -= 2;
            }
            // Not in the middle of a number.
            while (begin < e.place.begin && begin > 0 && is_ascii_digit(raw[begin - 1]) &&
                   is_ascii_digit(raw[begin]))
                ++begin;
            std::size_t right = std::min<std::size_t>((room - own) / 2, 12);
            while (end < raw.size() && right >= 2) {
                const CodePoint c = decode_at(raw, end);
                if (c.value == '<' || c.value == '\n') break;
                end += c.size;
                right -= 2;
            }
        }
        std::string line = lead;
        std::string marks(display_width(lead), ' ');
        std::uint32_t at = begin;
        for (std::size_t i = from; i < to; ++i) {
            const Span place = f.evidence[i].place;
            const std::string_view between = raw.substr(at, place.begin - at);
            const std::string inside = fitted(place.of(raw), room);
            line += std::string(between) + styled(inside, "4");
            marks +=
                std::string(display_width(between), ' ') + std::string(display_width(inside), '^');
            at = place.end;
        }
        line += raw.substr(at, end - at);
        out_ += line + "\n";
        if (!settings_.colour) out_ += marks + "\n";
    }

    const Understanding& u_;
    const Audit& audit_;
    const TextSettings& settings_;
    const Programme& programme_;
    std::vector<std::size_t> told_;
    std::vector<std::string> answers_;
    std::string out_;
};

// A terminal that has not been told NO_COLOR.
bool colour_wanted() {
    const char* no = std::getenv("NO_COLOR");
    return (no == nullptr || *no == '\0') && isatty(STDOUT_FILENO) != 0;
}

void document(Output& output, const FormatSettings& settings, const Checked& checked) {
    TextSettings how;
    how.language = settings.language;
    how.all = settings.all;
    how.answers = settings.answers;
    how.colour = !output.to_file() && colour_wanted();
    if (settings.several) how.file = checked.path;
    std::string text = Writer(checked.understanding, checked.audit, how).run();
    output.write(text);
}

}  // namespace

const FindingsFormat kTextFormat{"text", nullptr, document, nullptr};

}  // namespace duban
