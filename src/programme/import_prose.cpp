// Prose: items of one paragraph or several, and blocks of labels. What a table says in columns is
// told apart by clauses (prose_item.h). The cells share the item as their raw text, so that every
// place is one of the item.
#include <algorithm>

#include "base/text.h"
#include "programme/clause_words.h"
#include "programme/import.h"
#include "programme/import_steps.h"
#include "programme/outline.h"
#include "programme/outline_words.h"
#include "programme/prose_clause.h"
#include "programme/prose_item.h"
#include "programme/prose_words.h"

namespace duban {
namespace {

constexpr std::size_t kLastTitleLine = 12;  // paragraph

class ProseImporter {
  public:
    explicit ProseImporter(Programme& programme) : programme_(programme) {}

    bool run() {
        const Document& document = programme_.document;
        std::size_t wide = 0;
        for (const DocumentRow& row : document.rows) {
            wide += row.count >= 3;
            const std::string_view first = document.cell(row, 0);
            const std::string_view last = document.cell(row, row.count - 1);
            const std::string_view whole{
                first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
            paragraphs_.push_back({trimmed(whole), row.line});
        }
        // Rows of cells whose columns are not known are no prose.
        if (wide * 2 > document.rows.size()) return false;
        const auto sections = outline(paragraphs_);
        if (!worth(sections)) return false;
        opening(sections);
        for (const Section& section : sections) {
            if (section.item) {
                item(section);
            } else if (section.first != title_line_) {
                const Paragraph& p = paragraphs_[section.first];
                add_preamble(programme_, static_cast<int>(p.line), p.text);
            }
        }
        return true;
    }

  private:
    std::string_view raw_of(const Section& s) const {
        const std::string_view first = paragraphs_[s.first].text;
        const std::string_view last = paragraphs_[s.last - 1].text;
        return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
    }

    // Something that can be held against something: figures, or what was done.
    bool worth(const std::vector<Section>& sections) const {
        return std::any_of(sections.begin(), sections.end(), [&](const Section& s) {
            if (!s.item) return false;
            const std::string_view raw = raw_of(s);
            return code_points(raw) >= 8 &&
                   (std::any_of(raw.begin(), raw.end(), is_ascii_digit) ||
                    done_at(raw) != std::string_view::npos || contains_any(raw, kPromiseWords));
        });
    }

    // Title, year and month, and whether the document plans or reports.
    void opening(const std::vector<Section>& sections) {
        // The title is the first line that could be one and speaks of a year or of what titles do.
        for (const Section& s : sections) {
            if (s.item || s.first > kLastTitleLine) break;
            const std::string_view line = paragraphs_[s.first].text;
            if (contains_any(line, kTitleStops) || label_at(line, 0).size != 0) continue;
            const bool tells = contains(line, kYearWord) || contains_any(line, kReportTitles) ||
                               contains_any(line, kPlanTitles);
            if (!tells) continue;
            read_title(programme_, line);
            title_line_ = s.first;
            break;
        }
        for (const Section& s : sections) {
            if (!s.item) read_cut_off(programme_, repair(raw_of(s)).clean, true);
        }
        std::size_t items = 0;
        std::size_t done = 0;
        for (const Section& s : sections) {
            if (!s.item) continue;
            const std::string_view raw = raw_of(s);
            read_cut_off(programme_, raw, false);
            ++items;
            done += done_at(raw) != std::string_view::npos;
        }
        const bool often = done * 10 >= items * 3;
        const std::string_view title = programme_.title;
        manner_.reports = often || (contains_any(title, kReportTitles) &&
                                    !(done == 0 && contains_any(title, kPlanTitles)));
        manner_.month = programme_.month;
    }

    void item(const Section& section) {
        Task task;
        task.row = ++programme_.rows;
        task.line = static_cast<int>(paragraphs_[section.first].line);
        const ItemLabels labels = read_prose_item(raw_of(section), section.mark, manner_, task);
        const std::string_view first = paragraphs_[section.first].text;
        task.cell(Column::kNumber).raw =
            labels.number.empty() ? section.number.of(first) : labels.number;
        task.cell(Column::kNumber) = repair(task.cell(Column::kNumber).raw);
        task.number = without_blanks(task.clean(Column::kNumber));
        if (!labels.category.empty()) {
            task.cell(Column::kCategory).raw = labels.category;
        } else if (section.heading >= 0) {
            task.cell(Column::kCategory).raw =
                paragraphs_[static_cast<std::size_t>(section.heading)].text;
        }
        status_of_heading(task);
        task.cell(Column::kCategory) = repair(task.cell(Column::kCategory).raw);
        task.category = category(task, section.heading);
        programme_.tasks.push_back(std::move(task));
    }

    // "yi, jindu zhihou de xiangmu": the items below are grouped by their status.
    static void status_of_heading(Task& task) {
        const std::string_view heading = task.cell(Column::kCategory).raw;
        if (heading.empty() || !task.cell(Column::kStatus).raw.empty()) return;
        std::string_view words = heading.substr(list_mark_of(heading).size);
        words = words.substr(0, title_end(words).end);
        for (const std::string_view open : kRoundOpens)
            words = words.substr(0, std::min(words.find(open), words.size()));
        std::size_t noun = 0;
        for (const std::string_view n : kGroupNouns) {
            if (trimmed(words).ends_with(n)) noun = n.size();
        }
        if (noun == 0) return;
        words = trimmed(words);
        words.remove_suffix(noun);
        if (words.ends_with(kOfWord)) words.remove_suffix(kOfWord.size());
        const Status status = read_status(repair(words).clean);
        const bool claims = status.standard || contains_any(words, kYearTasks) ||
                            status.status == ClaimedStatus::kBehind ||
                            status.status == ClaimedStatus::kSlow ||
                            status.status == ClaimedStatus::kOnSchedule;
        if (claims && status.status != ClaimedStatus::kUnknown)
            task.cell(Column::kStatus).raw = words;
    }

    int category(const Task& task, int heading) {
        auto& all = programme_.categories;
        const bool same = !all.empty() && heading == last_heading_ &&
                          (heading >= 0 || task.clean(Column::kCategory) == last_category_);
        if (same) return static_cast<int>(all.size()) - 1;
        last_heading_ = heading;
        last_category_ = task.clean(Column::kCategory);
        const std::string_view words = task.clean(Column::kCategory);
        const ListMark mark = list_mark_of(words);
        const std::string_view name = words.substr(mark.size);
        Category c{mark.value, without_blanks(name.substr(0, title_end(name).end))};
        if (c.ordinal == 0) c.ordinal = static_cast<int>(all.size()) + 1;
        all.push_back(std::move(c));
        return static_cast<int>(all.size()) - 1;
    }

    Programme& programme_;
    std::vector<Paragraph> paragraphs_;
    Manner manner_;
    std::size_t title_line_ = std::string::npos;
    int last_heading_ = -2;
    std::string last_category_;
};

}  // namespace

bool import_prose(Programme& programme) {
    if (programme.document.rows.empty()) return false;
    return ProseImporter(programme).run();
}

}  // namespace duban
