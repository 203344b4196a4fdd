#include "bulletin/bulletin.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/catalogue.h"
#include "base/text.h"
#include "bulletin/draft_words.h"
#include "programme/plan_totals.h"

namespace duban {
namespace {

constexpr int kYearEnd = 12;
constexpr char32_t kFullStop = 0x3002;
constexpr char32_t kSemicolon = 0xFF1B;
constexpr std::size_t kLongestReason = 240;  // bytes

std::string filled(std::string_view sentence, const std::vector<Param>& params) {
    std::string out;
    for (std::size_t at = 0; at < sentence.size();) {
        const std::size_t open = sentence.find('{', at);
        out += sentence.substr(at, open - at);
        if (open == std::string_view::npos) break;
        const std::size_t close = sentence.find('}', open);
        const std::string_view name = sentence.substr(open + 1, close - open - 1);
        for (const Param& p : params) {
            if (p.name == name) out += p.value;
        }
        at = close + 1;
    }
    return out;
}

// One to 999 in the numerals of headings, beyond that in digits.
std::string ordinal(std::size_t n) {
    if (n > 999) return std::to_string(n);
    std::string out;
    const std::size_t tens = n % 100 / 10;
    if (n >= 100) {
        out += kOrdinalDigits[n / 100];
        out += kOrdinalHundred;
        if (tens == 0 && n % 10 != 0) out += kOrdinalZero;
    }
    if (tens > 1 || (tens == 1 && n >= 100)) out += kOrdinalDigits[tens];
    if (tens > 0) out += kOrdinalDigits[10];
    out += kOrdinalDigits[n % 10];
    return out;
}

// What should have been reached by the month of the report, and whether it is the target itself.
std::optional<Decimal> due(const Programme& programme, const Target& t, bool& whole) {
    const int last = t.due_month == 0 ? kYearEnd : t.due_month;
    whole = programme.month != 0 && programme.month >= last;
    if (whole) return t.value;
    if (programme.month == 0) return std::nullopt;
    return planned_by(programme, t, programme.month);
}

bool lags(const Programme& programme, const Target& t) {
    if (!t.value || !t.result || t.direction != Direction::kMore || t.verdict == Verdict::kVoid ||
        t.verdict == Verdict::kUnverifiable)
        return false;
    if (t.comparator == Comparator::kAtMost || t.comparator == Comparator::kLessThan) return false;
    bool whole = false;
    const auto planned = due(programme, t, whole);
    if (whole) return t.verdict == Verdict::kShort;
    return planned && *t.result < *planned && *t.result < *t.value;
}

// Where a target stands: its verdict, or before the year's end how it stands to the plan.
std::string standing_of(const Programme& programme, const Target& t) {
    bool whole = false;
    const auto planned = due(programme, t, whole);
    if (t.verdict == Verdict::kShort && !whole && programme.month != 0) {
        if (lags(programme, t)) return std::string(kBulletinUnderPlan);
        return std::string(planned ? kBulletinOnPlan : kBulletinGoingOn);
    }
    return say(Language::kChinese, "verdict-" + std::string(name_of(t.verdict)));
}

bool says_behind(ClaimedStatus status) {
    return status == ClaimedStatus::kSlow || status == ClaimedStatus::kBehind ||
           status == ClaimedStatus::kNotStarted || status == ClaimedStatus::kSuspended;
}

// The sentence of the report that gives a reason, or the cell on troubles.
std::string reason_of(const Task& task) {
    std::string_view text = trimmed(std::string_view(task.clean(Column::kTrouble)));
    if (text.empty()) {
        const std::string_view report = task.clean(Column::kProgress);
        std::size_t begin = 0;
        for (std::size_t at = 0; at < report.size();) {
            const CodePoint c = decode_at(report, at);
            at += c.size;
            if (c.value != kFullStop && c.value != kSemicolon && c.value != '\n' &&
                at < report.size())
                continue;
            const std::string_view sentence = trimmed(report.substr(begin, at - begin));
            begin = at;
            if (contains_any(sentence, kReasonWords)) {
                text = sentence;
                break;
            }
        }
    }
    if (text.empty()) return "";
    std::string out;
    for (std::size_t at = 0; at < text.size() && out.size() < kLongestReason;) {
        const CodePoint c = decode_at(text, at);
        if (c.value != '\n') out += text.substr(at, c.size);
        at += c.size;
    }
    return out;
}

class Draft {
  public:
    Draft(const Understanding& u, const Audit& audit, const BulletinSettings& settings)
        : u_(u), audit_(audit), settings_(settings), programme_(*u.programme) {}

    Printout make() {
        out_.style = PrintStyle::kOfficial;
        title();
        standing();
        behind();
        to_check();
        closing();
        annex();
        imprint();
        return std::move(out_);
    }

  private:
    void add(BlockKind kind, std::string text, bool landscape = false) {
        PrintBlock block;
        block.kind = kind;
        block.text = out_.keep(std::move(text));
        block.landscape = landscape;
        out_.blocks.push_back(block);
    }
    void body(std::string_view sentence, const std::vector<Param>& params = {}) {
        add(BlockKind::kBody, filled(sentence, params));
    }

    const Task& task(int index) const { return programme_.tasks[static_cast<std::size_t>(index)]; }

    std::string name(const Task& t) const {
        return t.preamble ? std::string(kBulletinBeside) : without_blanks(t.clean(Column::kTask));
    }
    static std::string units(const Task& t) {
        std::string out;
        for (const std::string& unit : t.lead_units) {
            if (!out.empty()) out += ' ';
            out += unit;
        }
        return out.empty() ? std::string(kBulletinNoUnit) : out;
    }

    std::string until() const {
        if (programme_.month == 0) return std::string(kBulletinUntilNow);
        if (programme_.month == kYearEnd) return std::string(kBulletinUntilYear);
        return filled(kBulletinUntil, {{"month", std::to_string(programme_.month)}});
    }

    std::string with_unit(const std::optional<Decimal>& value, const Target& t) const {
        return value ? value->text() + t.unit : std::string(kBulletinNone);
    }

    void title() {
        std::string subject =
            programme_.title.empty() ? std::string(kBulletinPlain) : programme_.title;
        std::string title = subject;
        if (!contains(subject, kBulletinWord)) title = filled(kBulletinTitle, {{"title", subject}});
        if (!title.starts_with(kBulletinAbout) && !contains(title, kBulletinAbout))
            title = std::string(kBulletinAbout) + title;
        add(BlockKind::kTitle, title);
        out_.title = out_.blocks.back().text;
        add(BlockKind::kReceivers, std::string(kBulletinReceivers));
        int tasks = 0;
        std::set<std::string> units;
        std::set<int> categories;
        for (const Task& t : programme_.tasks) {
            if (t.preamble) continue;
            tasks += t.part == 0;
            categories.insert(t.category);
            units.insert(t.lead_units.begin(), t.lead_units.end());
        }
        body(kBulletinOpening, {{"title", subject},
                                {"categories", std::to_string(categories.size())},
                                {"tasks", std::to_string(tasks)},
                                {"units", std::to_string(units.size())},
                                {"until", until()}});
    }

    // Counts in the order in which their names first appear.
    static std::string listed(const std::vector<std::pair<std::string, int>>& counts) {
        std::string out;
        for (const auto& [words, n] : counts) {
            if (!out.empty()) out += kBulletinComma;
            out += filled(words, {{"n", std::to_string(n)}});
        }
        return out;
    }
    static void count(std::vector<std::pair<std::string, int>>& counts, const std::string& words) {
        const auto at = std::find_if(counts.begin(), counts.end(),
                                     [&](const auto& known) { return known.first == words; });
        if (at == counts.end()) {
            counts.emplace_back(words, 1);
        } else {
            ++at->second;
        }
    }

    void standing() {
        add(BlockKind::kHeading1, std::string(kBulletinStanding));
        std::vector<std::pair<std::string, int>> statuses;
        int without = 0;
        for (const Task& t : programme_.tasks) {
            if (t.preamble) continue;
            if (t.status.words.empty()) {
                ++without;
            } else {
                // Braces of the document's own words are no places to fill.
                std::string words = t.status.words;
                std::erase_if(words, [](char c) { return c == '{' || c == '}'; });
                count(statuses, filled(kBulletinStatus, {{"status", words}, {"n", "{n}"}}));
            }
        }
        std::string list = listed(statuses);
        if (without > 0) {
            if (!list.empty()) list += kBulletinComma;
            list += filled(kBulletinNoStatus, {{"n", std::to_string(without)}});
        }
        if (!list.empty()) body(kBulletinStatuses, {{"list", list}});

        std::vector<std::pair<std::string, int>> standings;
        int targets = 0;
        for (const Target& t : u_.targets) {
            if (!t.value) continue;
            ++targets;
            count(standings, filled(kBulletinVerdict,
                                    {{"verdict", standing_of(programme_, t)}, {"n", "{n}"}}));
        }
        if (targets > 0) {
            body(kBulletinVerdicts, {{"n", std::to_string(targets)}, {"list", listed(standings)}});
        }
        if (!audit_.holds.empty())
            body(kBulletinHolds, {{"n", std::to_string(audit_.holds.size())}});
    }

    void behind() {
        add(BlockKind::kHeading1, std::string(kBulletinBehind));
        const auto list = lagging(u_);
        if (list.empty()) {
            body(kBulletinNoneBehind);
            return;
        }
        std::set<std::string> units_named;
        for (const Lagging& l : list) {
            const Task& t = task(l.task);
            units_named.insert(t.lead_units.begin(), t.lead_units.end());
        }
        body(kBulletinBehindCount,
             {{"n", std::to_string(list.size())}, {"units", std::to_string(units_named.size())}});
        for (std::size_t i = 0; i < list.size(); ++i) {
            const Task& t = task(list[i].task);
            add(BlockKind::kHeading2,
                filled(kBulletinItem,
                       {{"ordinal", ordinal(i + 1)}, {"task", name(t)}, {"unit", units(t)}}));
            std::string text;
            for (const int index : list[i].targets) {
                const Target& target = u_.targets[static_cast<std::size_t>(index)];
                bool whole = false;
                const auto planned = due(programme_, target, whole);
                text += filled(whole ? kBulletinShortOfTarget : kBulletinShortOfPlan,
                               {{"subject", target.subject},
                                {"target", with_unit(target.value, target)},
                                {"until", until()},
                                {"planned", with_unit(planned, target)},
                                {"result", with_unit(target.result, target)},
                                {"missing", with_unit(*planned - *target.result, target)}});
            }
            if (list[i].claimed) text += filled(kBulletinClaimed, {{"status", t.status.words}});
            const std::string reason = reason_of(t);
            text += reason.empty() ? std::string(kBulletinNoReason)
                                   : filled(kBulletinReason, {{"reason", reason}});
            add(BlockKind::kBody, text);
        }
    }

    void to_check() {
        add(BlockKind::kHeading1, std::string(kBulletinCheck));
        std::vector<const Finding*> findings;
        for (const Finding& f : audit_.findings) {
            if (f.severity != Severity::kNote) findings.push_back(&f);
        }
        if (findings.empty()) {
            body(kBulletinNoneToCheck);
            return;
        }
        body(kBulletinCheckIntro, {{"n", std::to_string(findings.size())}});
        for (std::size_t i = 0; i < findings.size(); ++i) {
            const Task& t = task(findings[i]->task);
            body(
                kBulletinFinding,
                {{"n", std::to_string(i + 1)},
                 {"task", name(t)},
                 {"unit", units(t)},
                 {"sentence", say(Language::kChinese, findings[i]->message, findings[i]->params)}});
        }
    }

    std::string date() const {
        if (settings_.date.size() != 10) return "";
        const auto plain = [&](std::size_t at, std::size_t size) {
            std::string digits = settings_.date.substr(at, size);
            return digits.starts_with('0') ? digits.substr(1) : digits;
        };
        return filled(kBulletinDate,
                      {{"year", plain(0, 4)}, {"month", plain(5, 2)}, {"day", plain(8, 2)}});
    }

    bool any_target() const {
        return std::any_of(u_.targets.begin(), u_.targets.end(),
                           [](const Target& t) { return t.value.has_value(); });
    }

    void closing() {
        if (any_target()) add(BlockKind::kAnnexNote, std::string(kBulletinAnnexNote));
        if (!settings_.issuer.empty()) add(BlockKind::kSigned, settings_.issuer);
        if (!settings_.date.empty()) add(BlockKind::kSigned, date());
    }

    void annex() {
        if (!any_target()) return;
        add(BlockKind::kAnnexLabel, std::string(kBulletinAnnex), true);
        add(BlockKind::kAnnexTitle, std::string(kBulletinAnnexTitle), true);
        PrintTable table;
        for (const AnnexColumn& column : kAnnexColumns) {
            table.columns.push_back(
                {column.heading, column.width, column.centred ? Align::kCenter : Align::kLeft});
        }
        const Target* last = nullptr;
        std::size_t first = 0;  // row of the task's first target
        for (const Target& t : u_.targets) {
            if (!t.value) continue;
            const Task& of = task(t.task);
            const bool same = last != nullptr && last->task == t.task;
            if (!same) first = table.rows();
            bool whole = false;
            const auto planned = due(programme_, t, whole);
            const std::array<std::string, 9> texts{of.number,
                                                   name(of),
                                                   units(of),
                                                   t.subject,
                                                   with_unit(t.value, t),
                                                   with_unit(planned, t),
                                                   with_unit(t.result, t),
                                                   standing_of(programme_, t),
                                                   of.status.words};
            for (std::size_t c = 0; c < texts.size(); ++c) {
                PrintCell cell;
                const bool shared = c < 3 || c == 8;
                if (shared && same) {
                    cell.covered = true;
                    ++table.cells[first * texts.size() + c].rows;
                } else {
                    cell.text = out_.keep(texts[c]);
                }
                table.cells.push_back(cell);
            }
            last = &t;
        }
        add(BlockKind::kTable, "", true);
        out_.blocks.back().table = out_.tables.size();
        out_.tables.push_back(std::move(table));
    }

    void imprint() {
        if (settings_.issuer.empty() || settings_.date.empty()) return;
        add(BlockKind::kImprint,
            filled(kBulletinImprint, {{"issuer", settings_.issuer}, {"date", date()}}),
            any_target());
    }

    const Understanding& u_;
    const Audit& audit_;
    const BulletinSettings& settings_;
    const Programme& programme_;
    Printout out_;
};

}  // namespace

std::vector<Lagging> lagging(const Understanding& u) {
    const Programme& programme = *u.programme;
    std::vector<Lagging> out;
    for (std::size_t i = 0; i < programme.tasks.size(); ++i) {
        const Task& task = programme.tasks[i];
        if (task.preamble) continue;
        Lagging l;
        l.task = static_cast<int>(i);
        l.claimed = says_behind(task.status.status);
        for (const int index : u.views[i].targets) {
            if (lags(programme, u.targets[static_cast<std::size_t>(index)]))
                l.targets.push_back(index);
        }
        if (l.claimed || !l.targets.empty()) out.push_back(std::move(l));
    }
    return out;
}

Printout draft_bulletin(const Understanding& u, const Audit& audit,
                        const BulletinSettings& settings) {
    return Draft(u, audit, settings).make();
}

}  // namespace duban
