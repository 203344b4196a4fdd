#include "programme/import.h"

#include <algorithm>
#include <bitset>

#include "base/parallel.h"
#include "base/text.h"
#include "extraction/period.h"
#include "programme/import_steps.h"
#include "programme/layout.h"

namespace duban {
namespace {

constexpr std::size_t kLongestStatus = 120;  // bytes; longer ones are no status

// Without one of two equal neighbours, at every place where they stand: candidates for a damaged
// status.
bool matches_without_doubling(const std::string& text, Status& status) {
    if (text.size() > kLongestStatus) return false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        const std::size_t next = at + c.size;
        if (next >= text.size() || decode_at(text, next).value != c.value) {
            at = next;
            continue;
        }
        std::string candidate = text;
        candidate.erase(at, c.size);
        for (const StatusWord& word : kStatusWords) {
            if (candidate == word.word && word.word.size() > 12) {
                status.status = word.status;
                status.words = word.word;
                return true;
            }
        }
        at += c.size;
    }
    return false;
}

std::vector<char32_t> sorted_characters(std::string_view text) {
    std::vector<char32_t> out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        out.push_back(c.value);
        at += c.size;
    }
    std::sort(out.begin(), out.end());
    return out;
}

class Importer {
  public:
    explicit Importer(Document document) { programme_.document = std::move(document); }

    // False where no row names the columns.
    bool run() {
        const Document& document = programme_.document;
        const std::vector<char> headings = find_headings(document);
        for (std::size_t i = 0; i < document.rows.size(); ++i) {
            const DocumentRow& row = document.rows[i];
            Layout layout;
            std::vector<std::uint8_t> seen;
            if (headings[i] != 0 && read_heading(document.cells_of(row), layout, seen)) {
                heading(row, layout, seen);
            } else if (sub_heading(row)) {
                widen(row);
            } else if (row.count < 2 || (programme_.headings == 0 && only_first(row))) {
                paragraph(row);
            } else if (programme_.headings == 0) {
                refuse(row, "refused-before-heading");
            } else {
                data(row);
            }
        }
        settle_columns();
        return programme_.headings > 0;
    }

    Programme take() { return std::move(programme_); }

  private:
    // Which rows are headings; every row is looked at, so the work is shared.
    static std::vector<char> find_headings(const Document& document) {
        const std::size_t rows = document.rows.size();
        std::vector<char> out(rows);
        for_ranges(rows, range_count(rows), [&](std::size_t, std::size_t begin, std::size_t end) {
            Layout layout;
            std::vector<std::uint8_t> seen;
            for (std::size_t i = begin; i < end; ++i) {
                const DocumentRow& row = document.rows[i];
                const bool heading =
                    row.count >= 3 && read_heading(document.cells_of(row), layout, seen);
                out[i] = heading ? 1 : 0;
            }
        });
        return out;
    }

    void refuse(const DocumentRow& row, const char* reason) {
        programme_.refused.push_back({static_cast<int>(row.line), reason});
    }

    // A title typed into the first cell of a sheet.
    bool only_first(const DocumentRow& row) const {
        const auto cells = programme_.document.cells_of(row);
        return programme_.document.kind != FileKind::kText && !trimmed(cells[0]).empty() &&
               std::all_of(cells.begin() + 1, cells.end(),
                           [](std::string_view cell) { return trimmed(cell).empty(); });
    }

    // The first paragraph is the title; the others belong to no row.
    void paragraph(const DocumentRow& row) {
        const std::string_view text = programme_.document.cell(row, 0);
        ++programme_.paragraphs;
        if (programme_.headings > 0) ++programme_.lines_between;
        if (programme_.headings == 0 && programme_.title.empty()) {
            read_title(programme_, text);
        } else {
            add_preamble(programme_, static_cast<int>(row.line), text);
        }
    }

    void heading(const DocumentRow& row, const Layout& layout,
                 const std::vector<std::uint8_t>& seen) {
        layout_ = layout;
        widths_.fill(1);
        columns_ = row.count;
        if (programme_.headings++ == 0) {
            programme_.columns_seen = seen;
            programme_.heading_line = static_cast<int>(row.line);
            for (std::size_t c = 0; c < kColumns; ++c) {
                if (layout[c] >= 0)
                    programme_.heading_words[c] =
                        trimmed(programme_.document.cell(row, static_cast<std::size_t>(layout[c])));
            }
        }
        fresh_heading_ = true;
        const int plan = layout[static_cast<std::size_t>(Column::kPlan)];
        next_steps_ = plan >= 0 && contains_any(plain_heading(programme_.document.cell(
                                                    row, static_cast<std::size_t>(plan))),
                                                kNextHeadings);
        const int status = layout[static_cast<std::size_t>(Column::kStatus)];
        question_ = StatusQuestion::kNone;
        if (status >= 0) {
            const std::string words =
                plain_heading(programme_.document.cell(row, static_cast<std::size_t>(status)));
            if (contains(words, kWhether))
                question_ =
                    contains(words, kBehindWord) ? StatusQuestion::kBehind : StatusQuestion::kDone;
        }
        const int progress = layout[static_cast<std::size_t>(Column::kProgress)];
        if (programme_.month == 0 && progress >= 0) {
            const std::string text =
                without_blanks(programme_.document.cell(row, static_cast<std::size_t>(progress)));
            if (const auto period = parse_period(text)) programme_.month = period->period.last;
        }
    }

    // A second heading row divides columns of the first: short words without figures, and nothing
    // below the number and the task.
    bool sub_heading(const DocumentRow& row) const {
        if (!fresh_heading_ || row.count < 3) return false;
        const Document& document = programme_.document;
        std::size_t filled = 0;
        for (std::uint32_t i = 0; i < row.count; ++i) {
            const std::string_view cell = trimmed(document.cell(row, i));
            if (cell.empty()) continue;
            if (cell.size() > 45 || contains_any(cell, kNotInLabels)) return false;
            const bool figure = std::any_of(cell.begin(), cell.end(), is_ascii_digit);
            if (figure && column_of_heading(cell) == kColumns) return false;
            for (const Column c : {Column::kNumber, Column::kTask, Column::kMeasures}) {
                const int place = layout_[static_cast<std::size_t>(c)];
                if (place == static_cast<int>(i) && column_of_heading(cell) == kColumns)
                    return false;
            }
            ++filled;
        }
        return filled >= 2 && filled < row.count;
    }

    // Cells under one heading are read together; words that are headings themselves are columns.
    void widen(const DocumentRow& row) {
        const Document& document = programme_.document;
        ++programme_.headings;
        int group = -1;  // the column that the cell before belongs to
        int group_end = -1;
        for (std::uint32_t i = 0; i < row.count; ++i) {
            const int at = static_cast<int>(i);
            for (std::size_t c = 0; c < kColumns; ++c) {
                if (layout_[c] != at) continue;
                group = static_cast<int>(c);
                group_end = at;
            }
            const std::string_view cell = trimmed(document.cell(row, i));
            if (cell.empty()) continue;
            const std::size_t column = column_of_heading(cell);
            if (column != kColumns && layout_[column] < 0) {
                layout_[column] = at;
            } else if (group >= 0 && layout_[static_cast<std::size_t>(group)] != at &&
                       group_end + 1 == at) {
                ++widths_[static_cast<std::size_t>(group)];
                group_end = at;
            }
        }
    }

    // The same word plays different parts: a column of reports that holds statuses is one of
    // statuses, and a column of statuses that holds reports is one of reports.
    void settle_columns() {
        constexpr std::size_t kLooked = 200;  // rows
        std::size_t reports = 0;
        std::size_t reports_status = 0;
        std::size_t statuses = 0;
        std::size_t statuses_report = 0;
        std::size_t looked = 0;
        for (const Task& task : programme_.tasks) {
            if (task.preamble || ++looked > kLooked) continue;
            const std::string_view report = trimmed(task.cell(Column::kProgress).raw);
            if (!report.empty()) {
                ++reports;
                reports_status += report.size() < 60 && read_status(repair(report).clean).standard;
            }
            const std::string_view status = trimmed(task.cell(Column::kStatus).raw);
            if (!status.empty()) {
                ++statuses;
                const std::string clean = repair(status).clean;
                statuses_report += read_status(clean).status == ClaimedStatus::kUnknown ||
                                   (!read_status(clean).standard && has_digit(clean));
            }
        }
        const bool to_status = reports > 0 && reports_status * 10 >= reports * 7;
        const bool to_report = statuses > 0 && statuses_report * 10 >= statuses * 7;
        const bool swap =
            (to_status && (statuses == 0 || to_report)) || (to_report && reports == 0);
        if (!swap) return;
        for (std::uint8_t& column : programme_.columns_seen) {
            if (column == static_cast<std::uint8_t>(Column::kProgress)) {
                column = static_cast<std::uint8_t>(Column::kStatus);
            } else if (column == static_cast<std::uint8_t>(Column::kStatus)) {
                column = static_cast<std::uint8_t>(Column::kProgress);
            }
        }
        std::swap(programme_.heading_words[static_cast<std::size_t>(Column::kProgress)],
                  programme_.heading_words[static_cast<std::size_t>(Column::kStatus)]);
        for (Task& task : programme_.tasks) {
            if (!task.preamble) std::swap(task.cell(Column::kProgress), task.cell(Column::kStatus));
        }
    }

    static bool is_text(Column c) {
        return c == Column::kMeasures || c == Column::kPlan || c == Column::kProgress;
    }

    static bool has_digit(std::string_view text) {
        return std::any_of(text.begin(), text.end(), is_ascii_digit);
    }

    void data(const DocumentRow& row) {
        const Document& document = programme_.document;
        std::size_t filled = 0;
        for (std::uint32_t i = 0; i < row.count; ++i)
            filled += !trimmed(document.cell(row, i)).empty();
        if (filled < 2) {
            refuse(row, "refused-too-few-cells");
            return;
        }
        Task task;
        task.row = ++programme_.rows;
        task.line = static_cast<int>(row.line);
        for (std::size_t c = 0; c < kColumns; ++c) {
            if (layout_[c] < 0) continue;
            if (static_cast<std::uint32_t>(layout_[c]) >= row.count) ++task.cells_missing;
            const auto place = static_cast<std::size_t>(layout_[c]);
            task.cells[c].raw = document.cell(row, place);
            // What several rows share is the words of the first; who answers, and how it is named
            // and claimed, holds for all.
            if (document.merged_at(row, place) == Merged::kAbove && is_text(static_cast<Column>(c)))
                task.cells[c].raw = {};
            for (int more = 1; more < widths_[c]; ++more) {
                const auto next = static_cast<std::uint32_t>(layout_[c] + more);
                if (next >= row.count) break;
                const std::string_view cell = document.cell(row, next);
                std::string_view& raw = task.cells[c].raw;
                if (cell.empty()) continue;
                raw = raw.empty()
                          ? cell
                          : std::string_view(
                                raw.data(),
                                static_cast<std::size_t>(cell.data() + cell.size() - raw.data()));
            }
        }
        inherit(row, task);
        task.status_question = question_;
        task.next_steps = next_steps_;
        if (layout_[static_cast<std::size_t>(Column::kMeasures)] < 0) promise_in_title(task);
        for (const Column c : {Column::kCategory, Column::kNumber})
            task.cell(c) = repair(task.cell(c).raw);
        task.number = without_blanks(task.clean(Column::kNumber));
        place(task);
        last_ = programme_.tasks.size();
        programme_.tasks.push_back(std::move(task));
    }

    // Merged cells are printed with the first of their rows only.
    void inherit(const DocumentRow& row, Task& task) const {
        if (programme_.rows == 1) return;
        const Task& last = programme_.tasks[last_];
        for (const Column c : {Column::kTask, Column::kLead}) {
            const int place = layout_[static_cast<std::size_t>(c)];
            const bool there = place >= 0 && static_cast<std::uint32_t>(place) < row.count;
            if (there && trimmed(task.cell(c).raw).empty() && !fresh_heading_)
                task.cell(c).raw = last.cell(c).raw;
        }
    }

    // Section, part and category, which depend on the rows before.
    void place(Task& task) {
        const Task* last = programme_.rows == 1 ? nullptr : &programme_.tasks[last_];
        const int value = number_value(task.number);
        if (last != nullptr) {
            task.section = last->section;
            const int before = number_value(last->number);
            if (task.number.empty() && layout_[static_cast<std::size_t>(Column::kNumber)] >= 0)
                task.number = last->number;
            if (fresh_heading_ && value > 0 && before > 0 && value < before) {
                ++task.section;
                section_first_category_ = programme_.categories.size();
            } else if (!task.number.empty() && task.number == last->number) {
                task.part = last->part + 1;
            }
        }
        fresh_heading_ = false;
        Category category = read_category(task.clean(Column::kCategory));
        if (category.name.empty()) {
            task.category = last != nullptr ? last->category : add({0, ""});
            return;
        }
        for (std::size_t i = programme_.categories.size(); i > section_first_category_; --i) {
            const Category& known = programme_.categories[i - 1];
            if (known.name == category.name &&
                (category.ordinal == 0 || known.ordinal == category.ordinal)) {
                task.category = static_cast<int>(i - 1);
                return;
            }
        }
        task.category = add(std::move(category));
    }

    int add(Category category) {
        if (category.ordinal == 0) {
            category.ordinal =
                static_cast<int>(programme_.categories.size() - section_first_category_) + 1;
        }
        programme_.categories.push_back(std::move(category));
        return static_cast<int>(programme_.categories.size()) - 1;
    }

    Programme programme_;
    Layout layout_{};
    std::array<int, kColumns> widths_{};  // cells that each column takes
    std::uint32_t columns_ = 0;
    std::size_t last_ = 0;  // the row before, once there is one
    bool fresh_heading_ = false;
    StatusQuestion question_ = StatusQuestion::kNone;
    bool next_steps_ = false;
    std::size_t section_first_category_ = 0;
};

Error no_heading(const Document& document) {
    std::string found;
    const DocumentRow* widest = nullptr;
    for (const DocumentRow& row : document.rows) {
        if (widest == nullptr || row.count > widest->count) widest = &row;
    }
    if (widest == nullptr)
        return {ErrorCode::kEmpty, "error-blank", {{"n", std::to_string(document.lines)}}, ""};
    for (std::uint32_t i = 0; i < widest->count && i < 8; ++i) {
        std::string cell = without_blanks(document.cell(*widest, i));
        std::size_t end = 0;
        for (int n = 0; n < 8 && end < cell.size(); ++n) end += decode_at(cell, end).size;
        if (!found.empty()) found += " | ";
        found += cell.substr(0, end);
    }
    std::string wanted;
    for (const Column c : {Column::kNumber, Column::kTask, Column::kMeasures, Column::kPlan,
                           Column::kProgress, Column::kStatus, Column::kLead}) {
        for (const HeadingWord& word : kHeadingWords) {
            if (word.column != c) continue;
            wanted += (wanted.empty() ? "" : " ") + std::string(word.word);
            break;
        }
    }
    return {ErrorCode::kNoHeading,
            "error-no-heading",
            {{"found", found}, {"line", std::to_string(widest->line)}, {"wanted", wanted}},
            ""};
}

}  // namespace

std::string_view name_of(Column column) {
    constexpr std::array<std::string_view, kColumns> kNames{
        "category", "number", "task",    "measures", "plan",   "progress",
        "status",   "lead",   "percent", "person",   "trouble"};
    return kNames[static_cast<std::size_t>(column)];
}

std::string_view name_of(ClaimedStatus status) {
    constexpr std::array<std::string_view, 13> kNames{
        "unknown", "done", "exceeded", "early",       "mostly_done", "partly_done", "on_schedule",
        "ahead",   "slow", "behind",   "not_started", "under_way",   "suspended"};
    return kNames[static_cast<std::size_t>(status)];
}

bool claims_done(ClaimedStatus status) {
    return status == ClaimedStatus::kDone || status == ClaimedStatus::kExceeded ||
           status == ClaimedStatus::kEarly;
}

std::string Programme::period() const {
    if (year == 0) return "";
    if (month == 0) return std::to_string(year);
    return std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

const PlanItem* Task::plan_item_at(std::uint32_t at) const {
    const auto after = std::upper_bound(
        plan.items.begin(), plan.items.end(), at,
        [](std::uint32_t x, const PlanItem& item) { return x < item.whole.begin; });
    if (after == plan.items.begin()) return nullptr;
    const PlanItem& item = *std::prev(after);
    return at < item.whole.end ? &item : nullptr;
}

std::size_t column_of_heading(std::string_view heading) {
    const HeadingWord* word = heading_word(plain_heading(heading));
    return word == nullptr ? kColumns : static_cast<std::size_t>(word->column);
}

Status read_status(std::string_view clean, const Lexicon& lexicon) {
    Status status;
    std::string text = without_blanks(clean);
    while (text.ends_with("\xE3\x80\x82")) text.resize(text.size() - 3);
    status.words = text;
    if (text.empty()) return status;
    for (const Lexicon::StatusMeaning& own : lexicon.status) {
        if (text == own.words) {
            status.status = own.status;
            status.standard = true;
            return status;
        }
    }
    for (const StatusWord& word : kStatusWords) {
        if (text == word.word) {
            status.status = word.status;
            status.standard = true;
            return status;
        }
    }
    if (matches_without_doubling(text, status)) {
        status.damaged = true;
        return status;
    }
    if (text.size() > kLongestStatus) return status;
    // The same characters in another order are the words of the full status all the same; with some
    // of them lost nothing can be told. Both are damage.
    const auto mine = sorted_characters(text);
    const auto full = sorted_characters(kFullStatus);
    if (mine == full) {
        status.status = ClaimedStatus::kDone;
        status.damaged = true;
        return status;
    }
    if (mine.size() >= 4 && std::includes(full.begin(), full.end(), mine.begin(), mine.end())) {
        status.damaged = true;
        return status;
    }
    for (const StatusWord& word : kStatusParts) {
        const std::size_t found = text.find(word.word);
        if (found == std::string::npos) continue;
        // "Not", "will be" and "for this month" beside "done" claim nothing of the year.
        if (claims_done(word.status) && contains_any(text, kNotClaimed)) {
            status.status = ClaimedStatus::kUnderWay;
            return status;
        }
        status.status = word.status;
        // "A, B and C have done theirs": a part is done, and what is named is named.
        if (word.status == ClaimedStatus::kDone && found > 6 &&
            text.find(kTaskNoun) != std::string::npos) {
            const std::string subject = text.substr(0, found);
            const bool plain = std::any_of(kPlainSubjects.begin(), kPlainSubjects.end(),
                                           [&](std::string_view s) { return subject == s; });
            if (!plain && subject.find(kCategoryMark) != std::string::npos) {
                status.status = ClaimedStatus::kPartlyDone;
                status.missing = subject;
                for (const std::string_view tail : kAlreadyWords) {
                    if (status.missing.ends_with(tail))
                        status.missing.resize(status.missing.size() - tail.size());
                }
            }
        }
        return status;
    }
    return status;
}

Result<Programme> import_programme(Document document, const Lexicon& lexicon) {
    Importer table(std::move(document));
    Programme programme;
    bool found = table.run();
    programme = table.take();
    if (!found) {
        document = std::move(programme.document);
        if (unflatten(document)) {
            Importer rebuilt(std::move(document));
            found = rebuilt.run();
            programme = rebuilt.take();
        } else {
            programme = {};
            programme.document = std::move(document);
            found = import_prose(programme);
        }
    }
    if (!found) return no_heading(programme.document);
    finish(programme, lexicon);
    return programme;
}

}  // namespace duban
