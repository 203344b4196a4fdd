#include "programme/import.h"

#include <algorithm>
#include <bitset>

#include "base/parallel.h"
#include "base/text.h"
#include "extraction/numeral.h"
#include "extraction/period.h"
#include "programme/import_words.h"

namespace duban {
namespace {

constexpr std::size_t kLongestStatus = 120;  // bytes; longer ones are no status

// A heading without blanks, mark-up, brackets and a month in front: "12 yuefen tuijin qingkuang" is
// "tuijin qingkuang".
std::string plain_heading(std::string_view cell) {
    std::string text = without_blanks(repair(cell).clean);
    while (true) {
        const std::size_t open = std::min(text.find('('), text.find("\xEF\xBC\x88"));
        if (open == std::string::npos) break;
        const std::size_t close =
            std::max(text.find(')', open) == std::string::npos ? 0 : text.find(')', open) + 1,
                     text.find("\xEF\xBC\x89", open) == std::string::npos
                         ? 0
                         : text.find("\xEF\xBC\x89", open) + 3);
        text.erase(open, close > open ? close - open : std::string::npos);
    }
    if (const auto period = parse_period(text)) {
        if (period->size < text.size()) text.erase(0, period->size);
    }
    return text;
}

const HeadingWord* heading_word(std::string_view plain) {
    const HeadingWord* best = nullptr;
    for (const HeadingWord& word : kHeadingWords) {
        // A heading is short: a sentence that holds the word is no heading.
        if (plain.size() > word.word.size() + 24 || plain.find(word.word) == std::string_view::npos)
            continue;
        if (best == nullptr || word.word.size() > best->word.size()) best = &word;
    }
    return best;
}

using Layout = std::array<int, kColumns>;  // cell index of each column, -1 where it has none

// The columns of a heading row; none if the row is no heading.
bool read_heading(const Document& document, const DocumentRow& row, Layout& layout,
                  std::vector<std::uint8_t>& seen) {
    layout.fill(-1);
    seen.clear();
    std::size_t known = 0;
    std::size_t filled = 0;
    for (std::uint32_t i = 0; i < row.count; ++i) {
        const std::string_view cell = document.cell(row, i);
        if (cell.size() > 120) return false;
        const std::string plain = plain_heading(cell);
        if (plain.empty()) continue;
        ++filled;
        const HeadingWord* word = heading_word(plain);
        if (word == nullptr) continue;
        Column column = word->column;
        if (layout[static_cast<std::size_t>(column)] >= 0) column = word->otherwise;
        int& place = layout[static_cast<std::size_t>(column)];
        if (place >= 0) continue;
        place = static_cast<int>(i);
        seen.push_back(static_cast<std::uint8_t>(column));
        ++known;
    }
    const auto has = [&](Column c) { return layout[static_cast<std::size_t>(c)] >= 0; };
    return known >= 3 && (known >= 5 || known * 3 >= filled * 2) &&
           (has(Column::kTask) || has(Column::kMeasures)) &&
           (has(Column::kProgress) || has(Column::kPlan) || has(Column::kMeasures) ||
            has(Column::kStatus));
}

// "yi, jiaqiang ...": the ordinal and the name. Ordinal 0 where there is none.
Category read_category(std::string_view clean) {
    Category category;
    std::string text = without_blanks(clean);
    const auto numeral = parse_numeral(text);
    if (numeral && numeral->value.is_integer() && numeral->value < Decimal(1000)) {
        std::string_view rest = std::string_view(text).substr(numeral->size);
        if (rest.starts_with(kCategoryMark) || rest.starts_with('.')) {
            category.ordinal = std::stoi(numeral->value.text());
            category.name = rest.substr(rest.starts_with('.') ? 1 : kCategoryMark.size());
            return category;
        }
    }
    category.name = std::move(text);
    return category;
}

std::vector<std::string> read_units(std::string_view clean) {
    std::vector<std::string> units;
    std::string text;
    const auto close = [&] {
        if (!text.empty() && std::find(units.begin(), units.end(), text) == units.end())
            units.push_back(text);
        text.clear();
    };
    for (std::size_t at = 0; at < clean.size();) {
        const auto separator =
            std::find_if(kUnitSeparators.begin(), kUnitSeparators.end(),
                         [&](std::string_view s) { return clean.substr(at).starts_with(s); });
        if (separator != kUnitSeparators.end()) {
            close();
            at += separator->size();
            continue;
        }
        const CodePoint c = decode_at(clean, at);
        if (c.value == '\n') {
            close();
        } else if (!is_blank(c.value)) {
            text.append(clean.substr(at, c.size));
        }
        at += c.size;
    }
    close();
    return units;
}

// Three times the same character in a row, with a break in the raw cell between them: the joint of
// two lines doubled one. Two are left, since two may be right (the name of a city's market bureau
// begins so).
void mend_joints(Text& text) {
    const std::string old = std::move(text.clean);
    const std::vector<Text::Shift> old_shifts = std::move(text.shifts);
    text.clean.clear();
    text.shifts.clear();
    std::size_t next_shift = 0;
    std::int32_t in_force = 0;
    std::int32_t written = 0;
    const auto copy = [&](std::size_t at, std::size_t size) {
        while (next_shift < old_shifts.size() && old_shifts[next_shift].at <= at) {
            in_force = old_shifts[next_shift++].shift;
        }
        const auto removed =
            static_cast<std::int32_t>(at) - static_cast<std::int32_t>(text.clean.size());
        if (in_force + removed != written) {
            written = in_force + removed;
            text.shifts.push_back({static_cast<std::uint32_t>(text.clean.size()), written});
        }
        text.clean.append(old, at, size);
    };
    std::vector<Span> joints;  // of the repaired text before
    for (std::size_t at = 0; at < old.size();) {
        const CodePoint c = decode_at(old, at);
        const std::string_view here = std::string_view(old).substr(at, c.size);
        std::size_t end = at + c.size;
        while (is_han(c.value) && std::string_view(old).substr(end, c.size) == here) end += c.size;
        std::size_t from = at;
        if ((end - at) / c.size > 2) {
            joints.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
            from = end - std::size_t{2} * c.size;
        }
        for (; from < end; from += c.size) copy(from, c.size);
        at = end;
    }
    if (joints.empty()) {
        text.clean = old;
        text.shifts = old_shifts;
        return;
    }
    const Text before{text.raw, old, {}, old_shifts};
    for (const Span joint : joints)
        text.damages.push_back({DamageKind::kDoubled, before.raw_span(joint)});
}

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

int number_value(std::string_view number) {
    const auto numeral = parse_numeral(number);
    return numeral && numeral->value.is_integer() && numeral->value < Decimal(100000)
               ? std::stoi(numeral->value.text())
               : 0;
}

void read_title(Programme& programme, std::string_view text) {
    if (!programme.title.empty()) return;
    const Text title = repair(trimmed(text));
    programme.title = title.clean;
    for (std::size_t at = 0; at + 4 < title.clean.size(); ++at) {
        const std::string_view rest = std::string_view(title.clean).substr(at);
        if (programme.year == 0 && rest.starts_with("20") && rest.size() > 6 && rest[2] >= '0' &&
            rest[2] <= '9' && rest[3] >= '0' && rest[3] <= '9' &&
            rest.substr(4).starts_with(kYearWord)) {
            programme.year = std::stoi(std::string(rest.substr(0, 4)));
        }
        const bool fresh = at == 0 || title.clean[at - 1] < '0' || title.clean[at - 1] > '9';
        if (programme.month == 0 && fresh && rest[0] >= '0' && rest[0] <= '9') {
            if (const auto period = parse_period(rest);
                period && period->period.last == period->period.first) {
                programme.month = period->period.last;
            }
        }
    }
}

class Importer {
  public:
    explicit Importer(Document document) { programme_.document = std::move(document); }

    Result<Programme> run() {
        const Document& document = programme_.document;
        for (const DocumentRow& row : document.rows) {
            Layout layout;
            std::vector<std::uint8_t> seen;
            if (row.count >= 3 && read_heading(document, row, layout, seen)) {
                heading(row, layout, seen);
            } else if (row.count < 2) {
                ++programme_.paragraphs;
                if (programme_.headings > 0) ++programme_.lines_between;
                if (programme_.headings == 0) read_title(programme_, document.cell(row, 0));
            } else if (programme_.headings == 0) {
                refuse(row, "refused-before-heading");
            } else {
                data(row);
            }
        }
        if (programme_.headings == 0) return no_heading();
        auto& tasks = programme_.tasks;
        for_ranges(tasks.size(), range_count(tasks.size()),
                   [&](std::size_t, std::size_t begin, std::size_t end) {
                       for (std::size_t i = begin; i < end; ++i) read_cells(tasks[i]);
                   });
        for (std::size_t i = 0; i + 1 < programme_.tasks.size(); ++i) {
            if (programme_.tasks[i + 1].part > 0)
                programme_.tasks[i].has_parts = programme_.tasks[i + 1].has_parts = true;
        }
        return std::move(programme_);
    }

  private:
    void refuse(const DocumentRow& row, const char* reason) {
        programme_.refused.push_back({static_cast<int>(row.line), reason});
    }

    void heading(const DocumentRow& row, const Layout& layout,
                 const std::vector<std::uint8_t>& seen) {
        layout_ = layout;
        columns_ = row.count;
        if (programme_.headings++ == 0) programme_.columns_seen = seen;
        fresh_heading_ = true;
        const int progress = layout[static_cast<std::size_t>(Column::kProgress)];
        if (programme_.month == 0 && progress >= 0) {
            const std::string text =
                without_blanks(programme_.document.cell(row, static_cast<std::size_t>(progress)));
            if (const auto period = parse_period(text)) programme_.month = period->period.last;
        }
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
        task.row = static_cast<int>(programme_.tasks.size()) + 1;
        task.line = static_cast<int>(row.line);
        for (std::size_t c = 0; c < kColumns; ++c) {
            if (layout_[c] < 0) continue;
            if (static_cast<std::uint32_t>(layout_[c]) >= row.count) ++task.cells_missing;
            task.cells[c].raw = document.cell(row, static_cast<std::size_t>(layout_[c]));
        }
        for (const Column c : {Column::kCategory, Column::kNumber})
            task.cell(c) = repair(task.cell(c).raw);
        task.number = without_blanks(task.clean(Column::kNumber));
        place(task);
        programme_.tasks.push_back(std::move(task));
    }

    // What a row needs no other row for.
    static void read_cells(Task& task) {
        for (std::size_t c = 0; c < kColumns; ++c) {
            const auto column = static_cast<Column>(c);
            if (column != Column::kCategory && column != Column::kNumber)
                task.cells[c] = repair(task.cells[c].raw);
        }
        mend_joints(task.cell(Column::kLead));
        task.plan = split_plan(task.clean(Column::kPlan));
        task.report = split_report(task.clean(Column::kProgress));
        task.status = read_status(task.clean(Column::kStatus));
        task.lead_units = read_units(task.clean(Column::kLead));
        for (const Column c : {Column::kMeasures, Column::kPlan, Column::kProgress}) {
            task.of(c) = extract_quantities(task.clean(c));
        }
    }

    // Section, part and category, which depend on the rows before.
    void place(Task& task) {
        Task* last = programme_.tasks.empty() ? nullptr : &programme_.tasks.back();
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

    Error no_heading() const {
        const Document& document = programme_.document;
        std::string found;
        const DocumentRow* widest = nullptr;
        for (const DocumentRow& row : document.rows) {
            if (widest == nullptr || row.count > widest->count) widest = &row;
        }
        if (widest != nullptr) {
            for (std::uint32_t i = 0; i < widest->count && i < 8; ++i) {
                std::string cell = without_blanks(document.cell(*widest, i));
                std::size_t end = 0;
                for (int n = 0; n < 8 && end < cell.size(); ++n) end += decode_at(cell, end).size;
                if (!found.empty()) found += " | ";
                found += cell.substr(0, end);
            }
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
                {{"found", found},
                 {"line", widest != nullptr ? std::to_string(widest->line) : "0"},
                 {"wanted", wanted}},
                ""};
    }

    Programme programme_;
    Layout layout_{};
    std::uint32_t columns_ = 0;
    bool fresh_heading_ = false;
    std::size_t section_first_category_ = 0;
};

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

Status read_status(std::string_view clean) {
    Status status;
    std::string text = without_blanks(clean);
    while (text.ends_with("\xE3\x80\x82")) text.resize(text.size() - 3);
    status.words = text;
    if (text.empty()) return status;
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

Result<Programme> import_programme(Document document) {
    return Importer(std::move(document)).run();
}

}  // namespace duban
