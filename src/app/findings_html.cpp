// The outcome of a check as one HTML file that can be mailed and printed: nothing in it is fetched
// from elsewhere, nothing needs a script.
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>

#include "app/findings_format.h"
#include "app/findings_order.h"
#include "app/html.h"
#include "app/place.h"
#include "app/target_chart.h"
#include "base/text.h"
#include "extraction/repair.h"

namespace duban {
namespace {

constexpr std::string_view kStyle =
#include "app/findings_html_style.inc"
    ;

constexpr std::size_t kContext = 36;    // characters around a quoted place
constexpr std::size_t kNear = 60;       // places closer than this share a quotation
constexpr std::size_t kQuotations = 6;  // of one finding; all places stand in the table

// By severity, the weight of a mark.
const std::vector<std::string_view> kClasses{"n", "w", "e"};
constexpr std::array kSeverities{Severity::kError, Severity::kWarning, Severity::kNote};

std::string_view class_of(Severity s) { return kClasses[static_cast<std::size_t>(s)]; }

bool same_text(const Text& a, const Text& b) {
    return !a.raw.empty() && a.raw.data() == b.raw.data() && a.raw.size() == b.raw.size();
}

class Page {
  public:
    Page(Output& output, const FormatSettings& settings, const Checked& checked)
        : output_(output),
          language_(settings.language),
          path_(checked.path),
          prefix_("d" + std::to_string(checked.ordinal) + "-"),
          u_(checked.understanding),
          audit_(checked.audit),
          programme_(*checked.understanding.programme),
          told_(told_in(checked.audit)),
          answers_(answers_told(checked.audit, told_, settings.answers)) {
        if (settings.answers != nullptr) counted_ = count_answers(audit_, *settings.answers);
        number_findings();
        collect_places();
    }

    void run() {
        out_ += "<main lang=\"" + std::string(language_ == Language::kChinese ? "zh-Hans" : "en") +
                "\" id=\"" + prefix_ + "top\">\n";
        head();
        by_consequence();
        by_task();
        quiet_tasks();
        table();
        checks_used();
        waived();
        holds();
        out_ += "</main>\n";
        output_.write(out_);
    }

  private:
    // Where an evidence stands: which finding, which of its places.
    struct Place {
        int task = 0;
        Column cell = Column::kMeasures;
        Span span;
        std::size_t finding = 0;
        std::size_t evidence = 0;
    };

    std::string text(std::string_view key, const std::vector<Param>& params = {}) const {
        return html(say(language_, key, params));
    }
    std::string message(const Finding& f) const { return text(f.message, f.params); }
    const Task& task(int i) const { return programme_.tasks[static_cast<std::size_t>(i)]; }
    std::string chinese(std::string_view words) const {
        if (language_ == Language::kChinese) return html(words);
        return "<span lang=\"zh-Hans\">" + html(words) + "</span>";
    }
    std::string severity(Severity s) const {
        const std::string name = say(language_, "severity-" + std::string(name_of(s)));
        return "<span class=\"sev " + std::string(class_of(s)) + "\">" + html(trimmed(name)) +
               "</span>";
    }
    std::string finding_id(std::size_t i) const {
        return prefix_ + "f" + std::to_string(numbers_[i]);
    }
    std::string place_id(std::size_t finding, std::size_t evidence) const {
        return prefix_ + "p" + std::to_string(finding + 1) + "-" + std::to_string(evidence + 1);
    }

    // Findings are numbered in the order of the rows; one cause has one number.
    void number_findings() {
        numbers_.resize(told_.size());
        int n = 0;
        for (std::size_t i = 0; i < told_.size(); ++i)
            numbers_[i] = told_[i] == i ? ++n : numbers_[told_[i]];
    }

    void collect_places() {
        for (std::size_t i = 0; i < audit_.findings.size(); ++i) {
            const auto& evidence = audit_.findings[i].evidence;
            for (std::size_t k = 0; k < evidence.size(); ++k)
                places_.push_back({evidence[k].task, evidence[k].cell, evidence[k].place, i, k});
        }
        std::stable_sort(places_.begin(), places_.end(),
                         [](const Place& a, const Place& b) { return a.task < b.task; });
    }

    void head() {
        const std::string title = programme_.title.empty() ? path_ : programme_.title;
        out_ += "<header><h1>" + chinese(title) + "</h1>\n<p class=\"sentence\">" +
                html(summary_sentence(u_, audit_, language_)) + "</p>\n<ul class=\"counts\">";
        for (const Severity s : kSeverities) {
            const auto n = std::count_if(audit_.findings.begin(), audit_.findings.end(),
                                         [&](const Finding& f) { return f.severity == s; });
            out_ += "<li>" + severity(s) + " <b>" + std::to_string(n) + "</b></li>";
        }
        out_ += "<li>" + text("report-holds") + " <b>" + std::to_string(audit_.holds.size()) +
                "</b></li></ul>\n<p class=\"facts\">";
        const auto rows = static_cast<std::size_t>(programme_.rows);
        const std::size_t refused = programme_.refused.size();
        const std::string period = programme_.period();
        if (!period.empty()) out_ += text("report-period", {{"period", period}}) + " &middot; ";
        out_ += text("report-file", {{"file", path_}}) + " &middot; " +
                text("rows-counted", {{"read", std::to_string(programme_.rows)},
                                      {"refused", std::to_string(refused)},
                                      {"rows", std::to_string(rows + refused)}}) +
                "</p>\n<p class=\"facts\">" + text("report-caution") + "</p>\n<nav>";
        constexpr std::array<std::array<const char*, 2>, 4> kSections{
            {{"first", "report-consequence"},
             {"tasks", "report-by-task"},
             {"table", "report-table"},
             {"checks", "report-checks"}}};
        for (const auto& [id, key] : kSections)
            out_ += "<a href=\"#" + prefix_ + id + "\">" + text(key) + "</a> ";
        out_ += "</nav></header>\n";
    }

    void heading(const char* id, const char* key) {
        out_ += "<h2 id=\"" + prefix_ + id + "\">" + text(key) + "</h2>\n";
    }

    void by_consequence() {
        heading("first", "report-consequence");
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < told_.size(); ++i) {
            if (told_[i] == i) order.push_back(i);
        }
        if (order.empty()) {
            out_ += "<p>" + text("report-nothing") + "</p>\n";
            return;
        }
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return consequence(audit_.findings[a]) < consequence(audit_.findings[b]);
        });
        const auto notes = std::find_if(order.begin(), order.end(), [&](std::size_t i) {
            return audit_.findings[i].severity == Severity::kNote;
        });
        summary_rows(order.begin(), notes);
        if (notes == order.end()) return;
        out_ += "<details><summary>" +
                text("report-notes", {{"n", std::to_string(order.end() - notes)}}) + "</summary>\n";
        summary_rows(notes, order.end());
        out_ += "</details>\n";
    }

    void summary_rows(std::vector<std::size_t>::const_iterator from,
                      std::vector<std::size_t>::const_iterator to) {
        if (from == to) return;
        out_ += "<table class=\"list\"><thead><tr>";
        for (const char* key :
             {"report-nr", "report-severity", "column-task", "report-found", "column-lead"})
            out_ += "<th scope=\"col\">" + text(key) + "</th>";
        out_ += "</tr></thead><tbody>\n";
        for (; from != to; ++from) {
            const Finding& f = audit_.findings[*from];
            const Task& t = task(f.task);
            out_ += "<tr><td class=\"num\"><a href=\"#" + finding_id(*from) + "\">" +
                    std::to_string(numbers_[*from]) + "</a></td><td>" + severity(f.severity) +
                    "</td><td>" + task_name(t) + "</td><td>" + message(f) + "</td><td>" +
                    chinese(units_of(t)) + "</td></tr>\n";
            output_.take(out_);
        }
        out_ += "</tbody></table>\n";
    }

    std::string task_name(const Task& t) const {
        const std::string number = printed_number(t);
        const std::string title = task_title(t, language_);
        return (number.empty() ? "" : "<b>" + html(number) + "</b> ") +
               (t.preamble ? html(title) : chinese(title));
    }

    const std::vector<int>& targets_of(int t) const {
        return u_.views[static_cast<std::size_t>(t)].targets;
    }

    // A picture for each target in figures; promises without one are named.
    void charts(int t) {
        std::string without;
        bool open = false;
        for (const int i : targets_of(t)) {
            const Target& target = u_.targets[static_cast<std::size_t>(i)];
            if (!target.value) {
                without += (without.empty() ? "" : say(language_, "chart-and")) + target.subject;
                continue;
            }
            if (!open) out_ += "<div class=\"charts\">\n";
            open = true;
            append_target_chart(out_, programme_, target, language_);
            output_.take(out_);
        }
        if (open) out_ += "</div>\n";
        if (!without.empty())
            out_ += "<p class=\"plain\">" + text("chart-no-figure") + " <b>" + chinese(without) +
                    "</b></p>\n";
    }

    void by_task() {
        heading("tasks", "report-by-task");
        out_ += "<p class=\"facts\">" + text("chart-legend") + "</p>\n";
        for (std::size_t i = 0; i < told_.size();) {
            std::size_t end = i;
            const int t = audit_.findings[i].task;
            while (end < told_.size() && audit_.findings[end].task == t) ++end;
            one_task(t, i, end);
            i = end;
        }
    }

    // Findings of one task: those that count, then the notes, folded.
    void one_task(int index, std::size_t from, std::size_t to) {
        const Task& t = task(index);
        out_ +=
            "<section class=\"task\" id=\"" + prefix_ + "t" + std::to_string(index + 1) +
            "\"><h3>" + task_name(t) + "</h3><p class=\"facts\">" + chinese(units_of(t)) + " " +
            text("check-line", {{"place", place_words(programme_.document, t.line, language_)}}) +
            " <a class=\"screen\" href=\"#" + prefix_ + "r" + std::to_string(index + 1) + "\">" +
            text("report-in-table") + "</a></p>\n";
        std::string elsewhere;
        std::size_t notes = 0;
        for (std::size_t i = from; i < to; ++i) {
            if (told_[i] != i) {
                elsewhere +=
                    " <a href=\"#" + finding_id(i) + "\">" + std::to_string(numbers_[i]) + "</a>";
            } else if (audit_.findings[i].severity == Severity::kNote) {
                ++notes;
            } else {
                finding(i);
            }
        }
        if (!elsewhere.empty())
            out_ += "<p class=\"facts\">" + text("report-elsewhere") + elsewhere + "</p>\n";
        charts(index);
        if (notes > 0) {
            out_ += "<details><summary>" + text("report-notes", {{"n", std::to_string(notes)}}) +
                    "</summary>\n";
            for (std::size_t i = from; i < to; ++i) {
                if (told_[i] == i && audit_.findings[i].severity == Severity::kNote) finding(i);
            }
            out_ += "</details>\n";
        }
        out_ += "</section>\n";
        output_.take(out_);
    }

    void finding(std::size_t i) {
        const Finding& f = audit_.findings[i];
        out_ += "<article class=\"finding " + std::string(class_of(f.severity)) + "\" id=\"" +
                finding_id(i) + "\"><h4><span class=\"num\">" + std::to_string(numbers_[i]) +
                "</span> " + severity(f.severity) + " " + message(f) + "</h4>\n";
        if (!f.evidence.empty()) {
            out_ += "<dl>";
            std::size_t quoted = 0;
            for (std::size_t k = 0; k < f.evidence.size();) {
                std::size_t end = k + 1;
                while (end < f.evidence.size() && near(f.evidence[end - 1], f.evidence[end])) ++end;
                if (quoted++ == kQuotations) {
                    out_ +=
                        "<dt></dt><dd>" +
                        text("check-more-places", {{"n", std::to_string(f.evidence.size() - k)}}) +
                        "</dd>";
                    break;
                }
                quotation(i, k, end);
                k = end;
            }
            out_ += "</dl>\n";
        }
        if (!f.arithmetic.empty()) out_ += "<p class=\"sum\">= " + html(f.arithmetic) + "</p>\n";
        if (!answers_.empty() && !answers_[i].empty())
            out_ += "<p class=\"answer\"><b>" + text("sheet-answer") + "</b> " +
                    chinese(answers_[i]) + "</p>\n";
        out_ += "<p class=\"meta\"><a href=\"#" + prefix_ + "c-" + std::string(f.code) + "\">" +
                html(f.code) + "</a> &middot; " + text("origin-" + std::string(name_of(f.origin)));
        if (!f.related.empty()) {
            std::string others;
            for (const int r : f.related)
                others += (others.empty() ? "" : ", ") + printed_number(task(r));
            out_ += " &middot; " + text("report-related", {{"others", others}});
        }
        out_ += "</p></article>\n";
    }

    bool near(const Evidence& a, const Evidence& b) const {
        if (a.task != b.task || !same_text(task(a.task).cell(a.cell), task(b.task).cell(b.cell)))
            return false;
        if (b.place.begin < a.place.end) return false;
        const std::string_view raw = task(a.task).cell(a.cell).raw;
        const std::string_view between = raw.substr(a.place.end, b.place.begin - a.place.end);
        return between.find('<') == std::string_view::npos && code_points(between) < kNear;
    }

    void quotation(std::size_t i, std::size_t from, std::size_t to) {
        const Finding& f = audit_.findings[i];
        const Evidence& first = f.evidence[from];
        const Task& t = task(first.task);
        const std::string_view raw = t.cell(first.cell).raw;
        Span range{first.place.begin, f.evidence[to - 1].place.end};
        std::vector<Mark> marks;
        for (std::size_t k = from; k < to; ++k)
            marks.push_back({f.evidence[k].place, static_cast<int>(f.severity), ""});
        std::size_t left = kContext;
        while (range.begin > 0 && left > 0) {
            const CodePoint c = decode_before(raw, range.begin);
            if (c.value == '>' || c.value == '\n') break;
            range.begin -= c.size;
            --left;
        }
        std::size_t right = kContext;
        while (range.end < raw.size() && right > 0) {
            const CodePoint c = decode_at(raw, range.end);
            bool breaks = false;
            if (c.value == '\n' ||
                (c.value == '<' && tag_length(raw.substr(range.end), breaks) > 0))
                break;
            range.end += c.size;
            --right;
        }
        std::string label = text("column-" + std::string(name_of(first.cell)));
        if (first.task != f.task) label = html(printed_number(t)) + " " + label;
        out_ += "<dt><a href=\"#" + place_id(i, from) + "\">" + label +
                "</a></dt><dd lang=\"zh-Hans\">" + (left == 0 && range.begin > 0 ? "&hellip;" : "");
        append_marked(out_, raw, range, std::move(marks), kClasses);
        out_ += right == 0 && range.end < raw.size() ? "&hellip;</dd>\n" : "</dd>\n";
    }

    // Tasks about which nothing was found have targets as well.
    void quiet_tasks() {
        bool any = false;
        auto next = audit_.findings.begin();
        for (std::size_t i = 0; i < programme_.tasks.size(); ++i) {
            const int index = static_cast<int>(i);
            while (next != audit_.findings.end() && next->task < index) ++next;
            if (next != audit_.findings.end() && next->task == index) continue;
            if (targets_of(index).empty()) continue;
            if (!any) heading("quiet", "report-quiet");
            any = true;
            out_ += "<section class=\"task\"><h3>" + task_name(task(index)) + "</h3>\n";
            charts(index);
            out_ += "</section>\n";
        }
    }

    // The document as it stands, with the places marked. A cell that several columns share (an item
    // of prose) stands once.
    void table() {
        out_ += "<section class=\"sheet\">\n";
        heading("table", "report-table");
        constexpr std::array kShown{Column::kMeasures, Column::kPlan, Column::kProgress,
                                    Column::kStatus, Column::kLead};
        // Columns that the document does not have are no columns of this table either.
        std::vector<Column> shown;
        for (const Column c : kShown) {
            if (std::any_of(programme_.tasks.begin(), programme_.tasks.end(),
                            [&](const Task& t) { return !t.cell(c).raw.empty(); }))
                shown.push_back(c);
        }
        out_ +=
            "<table class=\"whole\"><thead><tr><th scope=\"col\">" + text("column-task") + "</th>";
        for (const Column c : shown)
            out_ += "<th scope=\"col\" class=\"" + std::string(name_of(c)) + "\">" +
                    text("column-" + std::string(name_of(c))) + "</th>";
        out_ += "</tr></thead>\n";
        int category = -1;
        bool open = false;
        auto place = places_.begin();
        for (std::size_t i = 0; i < programme_.tasks.size(); ++i) {
            const Task& t = programme_.tasks[i];
            const auto first = place;
            while (place != places_.end() && place->task == static_cast<int>(i)) ++place;
            if (!open || t.category != category) {
                if (open) out_ += "</tbody>\n";
                out_ += "<tbody>";
                open = true;
                category = t.category;
                category_row(t, shown.size() + 1, first, place);
            }
            out_ += "<tr id=\"" + prefix_ + "r" + std::to_string(i + 1) + "\"><th scope=\"row\">";
            if (!t.preamble && !t.cell(Column::kNumber).raw.empty()) {
                out_ += "<b>";
                cell(t, Column::kNumber, first, place);
                out_ += "</b> ";
            }
            if (t.preamble) out_ += text("task-beside");
            cell(t, Column::kTask, first, place);
            out_ += "</th>";
            for (std::size_t c = 0; c < shown.size();) {
                // The columns of the same text and those without any between them.
                std::size_t end = c + 1;
                for (std::size_t k = end; k < shown.size() && !t.cell(shown[c]).raw.empty(); ++k) {
                    if (same_text(t.cell(shown[c]), t.cell(shown[k]))) {
                        end = k + 1;
                    } else if (!t.cell(shown[k]).raw.empty()) {
                        break;
                    }
                }
                std::string label;
                for (std::size_t k = c; k < end; ++k) {
                    if (k > c && t.cell(shown[k]).raw.empty()) continue;
                    label +=
                        (k > c ? " / " : "") + text("column-" + std::string(name_of(shown[k])));
                }
                out_ += "<td data-label=\"" + label + "\"" +
                        (end - c > 1 ? " colspan=\"" + std::to_string(end - c) + "\">" : ">");
                cell(t, shown[c], first, place);
                out_ += "</td>";
                c = end;
            }
            out_ += "</tr>\n";
            output_.take(out_);
        }
        if (open) out_ += "</tbody>";
        out_ += "</table>\n</section>\n";
    }

    using PlaceIterator = std::vector<Place>::const_iterator;

    void category_row(const Task& t, std::size_t columns, PlaceIterator from, PlaceIterator to) {
        const std::string_view name =
            programme_.categories.empty()
                ? std::string_view()
                : std::string_view(
                      programme_.categories[static_cast<std::size_t>(t.category)].name);
        if (t.preamble || (name.empty() && t.cell(Column::kCategory).raw.empty())) return;
        out_ += "<tr class=\"category\"><th colspan=\"" + std::to_string(columns) +
                "\" scope=\"rowgroup\">";
        if (t.cell(Column::kCategory).raw.empty()) {
            out_ += chinese(name);
        } else {
            cell(t, Column::kCategory, from, to);
        }
        out_ += "</th></tr>\n";
    }

    // Where the anchors of a cell are: at the first of the columns that have its text.
    static Column home_of(const Task& t, Column column) {
        for (const Column c : {Column::kNumber, Column::kTask, Column::kMeasures, Column::kPlan,
                               Column::kProgress, Column::kStatus, Column::kLead}) {
            if (same_text(t.cell(c), t.cell(column))) return c;
        }
        return column;
    }

    void cell(const Task& t, Column column, PlaceIterator from, PlaceIterator to) {
        const std::string_view raw = t.cell(column).raw;
        std::vector<Mark> marks;
        const PlaceIterator first = from;
        for (; from != to; ++from) {
            if (from->cell != column && !same_text(t.cell(from->cell), t.cell(column))) continue;
            // Two findings of one cause point to the same place.
            const std::size_t told = told_[from->finding];
            const auto pointed = [&](const Place& p) {
                return told_[p.finding] == told && p.span == from->span && p.cell == from->cell;
            };
            if (told != from->finding && std::any_of(first, from, pointed)) continue;
            const Severity s = audit_.findings[from->finding].severity;
            std::string behind = "&#8288;<a class=\"ref " + std::string(class_of(s)) + "\"";
            if (column == home_of(t, from->cell))
                behind += " id=\"" + place_id(from->finding, from->evidence) + "\"";
            behind += " href=\"#" + finding_id(from->finding) + "\">" +
                      std::to_string(numbers_[from->finding]) + "</a>";
            marks.push_back({from->span, static_cast<int>(s), std::move(behind)});
        }
        out_ += "<div lang=\"zh-Hans\">";
        append_marked(out_, raw, {0, static_cast<std::uint32_t>(raw.size())}, std::move(marks),
                      kClasses);
        out_ += "</div>";
    }

    // What the codes mean, and how a finding of each is answered.
    void checks_used() {
        heading("checks", "report-checks");
        std::map<std::string_view, int> codes;
        for (const Finding& f : audit_.findings) ++codes[f.code];
        out_ += "<table class=\"list\"><thead><tr>";
        for (const char* key : {"report-code", "report-count", "report-meaning", "report-remedy"})
            out_ += "<th scope=\"col\">" + text(key) + "</th>";
        out_ += "</tr></thead><tbody>\n";
        for (const auto& [code, n] : codes) {
            out_ += "<tr id=\"" + prefix_ + "c-" + std::string(code) + "\"><th scope=\"row\">" +
                    html(code) + "</th><td class=\"num\">" + std::to_string(n) + "</td><td>" +
                    text("rule-" + std::string(code)) + "</td><td>" +
                    text("remedy-" + std::string(code)) + "</td></tr>\n";
        }
        out_ += "</tbody></table>\n";
    }

    // What somebody answers for: out of the count, but not out of sight.
    void waived() {
        if (audit_.waived.empty()) return;
        out_ += "<details><summary>" +
                text("report-waived", {{"n", std::to_string(audit_.waived.size())}}) +
                "</summary>\n<table class=\"list\"><tbody>\n";
        for (const Waived& w : audit_.waived) {
            const Finding& f = w.finding;
            out_ += "<tr><td>" + task_name(task(f.task)) + "</td><td>" + html(f.code) +
                    "</td><td>" + message(f) + "</td><td>" +
                    text(w.waiver.until.empty() ? "check-waiver" : "check-waiver-until",
                         {{"reason", w.waiver.reason},
                          {"by", w.waiver.by},
                          {"date", w.waiver.date},
                          {"until", w.waiver.until}}) +
                    "</td></tr>\n";
            output_.take(out_);
        }
        out_ += "</tbody></table></details>\n";
    }

    // What was worked out and is right.
    void holds() {
        if (audit_.holds.empty()) return;
        out_ += "<details class=\"screen\"><summary>" +
                text("check-holds", {{"n", std::to_string(audit_.holds.size())}}) +
                "</summary>\n<table class=\"list\"><tbody>\n";
        for (const Hold& h : audit_.holds) {
            out_ += "<tr><td>" + task_name(task(h.task)) + "</td><td>" + html(h.arithmetic) +
                    "</td></tr>\n";
            output_.take(out_);
        }
        out_ += "</tbody></table></details>\n";
    }

    Output& output_;
    Language language_;
    const std::string& path_;
    std::string prefix_;
    const Understanding& u_;
    const Audit& audit_;
    const Programme& programme_;
    std::vector<std::size_t> told_;
    std::vector<std::string> answers_;
    std::optional<AnswerCount> counted_;
    std::vector<int> numbers_;
    std::vector<Place> places_;
    std::string out_;
};

void begin(Output& output, const FormatSettings& settings, const Checked* first) {
    std::string title = say(settings.language, "report-title");
    if (first != nullptr && !first->understanding.programme->title.empty())
        title = first->understanding.programme->title + " - " + title;
    std::string out = "<!DOCTYPE html>\n<html lang=\"";
    out += settings.language == Language::kChinese ? "zh-Hans" : "en";
    out +=
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n<title>" +
        html(title) + "</title>\n<style>";
    out += kStyle;
    out += "</style>\n</head>\n<body>\n";
    output.write(out);
}

void document(Output& output, const FormatSettings& settings, const Checked& checked) {
    Page(output, settings, checked).run();
}

void end(Output& output, const FormatSettings& settings) {
    std::string out = "<footer>" +
                      html(say(settings.language, "report-made-by", {{"version", DUBAN_VERSION}})) +
                      "</footer>\n</body>\n</html>\n";
    output.write(out);
}

}  // namespace

const FindingsFormat kHtmlFormat{"html", begin, document, end};

}  // namespace duban
