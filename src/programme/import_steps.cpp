#include "programme/import_steps.h"

#include <algorithm>

#include "base/parallel.h"
#include "base/text.h"
#include "extraction/numeral.h"
#include "extraction/period.h"
#include "programme/clause.h"
#include "programme/import.h"
#include "programme/prose_words.h"

namespace duban {
namespace {

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

// Where a row has no status of its own, the clause of its report that says of the year's task that
// it is done: the last one, in few words and without a figure.
void status_in_report(Task& task, const Lexicon& lexicon) {
    const Text& report = task.cell(Column::kProgress);
    const std::string_view text = report.clean;
    const std::size_t reach = std::min<std::size_t>(text.size(), 300);
    std::uint32_t from = static_cast<std::uint32_t>(text.size() - reach);
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
    const auto clauses = clauses_of(text, {from, static_cast<std::uint32_t>(text.size())});
    for (std::size_t i = clauses.size(); i-- > 0;) {
        const std::string_view words = clauses[i].of(text);
        const Status status = read_status(words, lexicon);
        const bool of_the_task =
            contains_any(words, kYearTasks) || (status.standard && contains(words, kTaskNoun));
        if (code_points(words) > 14 || !of_the_task || contains_any(words, kWillWords) ||
            contains(words, kPercentSign) ||
            words.find_first_of("0123456789") != std::string_view::npos ||
            !claims_done(status.status))
            continue;
        task.cell(Column::kStatus) = part_of(report, std::span(&clauses[i], 1));
        return;
    }
}

// A column that asks "behind or not?" or "done or not?".
void answer_status_question(Task& task) {
    const std::string words = without_blanks(task.clean(Column::kStatus));
    const bool yes = words == kYes;
    if (!yes && words != kNo) return;
    const bool behind = task.status_question == StatusQuestion::kBehind;
    task.status.standard = true;
    task.status.status = behind ? (yes ? ClaimedStatus::kBehind : ClaimedStatus::kOnSchedule)
                                : (yes ? ClaimedStatus::kDone : ClaimedStatus::kUnderWay);
}

// What a row needs no other row for.
void read_cells(Task& task, const Lexicon& lexicon) {
    for (std::size_t c = 0; c < kColumns; ++c) {
        const auto column = static_cast<Column>(c);
        // Cells of prose are parts of their item and were made with it.
        if (column != Column::kCategory && column != Column::kNumber &&
            task.cells[c].clean.empty()) {
            task.cells[c] = repair(task.cells[c].raw);
        }
    }
    mend_joints(task.cell(Column::kLead));
    if (task.plan.items.empty()) task.plan = split_plan(task.clean(Column::kPlan));
    task.report = split_report(task.clean(Column::kProgress));
    if (task.clean(Column::kStatus).empty()) status_in_report(task, lexicon);
    task.status = read_status(task.clean(Column::kStatus), lexicon);
    if (task.status_question != StatusQuestion::kNone) answer_status_question(task);
    task.lead_units = read_units(task.clean(Column::kLead));
    for (const Column c : {Column::kMeasures, Column::kPlan, Column::kProgress}) {
        task.of(c) = extract_quantities(task.clean(c));
    }
}

}  // namespace

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
    while (text.ends_with('%')) text.pop_back();
    return text;
}

const HeadingWord* heading_word(std::string_view plain) {
    static constexpr auto kAny = words_of(kHeadingWords);
    // What the program itself calls the columns.
    static const auto own_names = [] {
        std::array<HeadingWord, kColumns> names{};
        for (std::size_t i = 0; i < kColumns; ++i) {
            const auto column = static_cast<Column>(i);
            names[i] = {name_of(column), column, column};
        }
        return names;
    }();
    for (const HeadingWord& own : own_names) {
        if (plain == own.word) return &own;
    }
    constexpr std::size_t kAround = 24;  // bytes of other words
    const HeadingWord* best = nullptr;
    bool best_last = false;
    // A heading is short: a sentence that holds the word is no heading.
    if (plain.size() > kAny.longest() + kAround || !contains_any(plain, kAny)) return best;
    for (const HeadingWord& word : kHeadingWords) {
        if (plain.size() > word.word.size() + kAround || !contains(plain, word.word)) continue;
        // "The year's goals, how far they are reached": what is said last is what it is about.
        const bool last = plain.ends_with(word.word) &&
                          (word.column == Column::kProgress || word.column == Column::kPercent);
        if (best == nullptr || last > best_last ||
            (last == best_last && word.word.size() > best->word.size())) {
            best = &word;
            best_last = last;
        }
    }
    return best;
}

bool read_heading(std::span<const std::string_view> cells, Layout& layout,
                  std::vector<std::uint8_t>& seen) {
    layout.fill(-1);
    seen.clear();
    std::size_t known = 0;
    std::size_t filled = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string_view cell = cells[i];
        if (cell.size() > 120) return false;
        // A label with its value is no heading.
        const LabelMatch label = label_at(cell, 0);
        if (label.size != 0 && label.size < cell.size()) return false;
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

LabelMatch label_at(std::string_view text, std::size_t at) {
    constexpr std::size_t kLongest = 48;  // bytes
    const std::string_view here = text.substr(at, kLongest);
    const std::size_t open = starts_with_any(here, kLabelOpens);
    std::size_t end = open;
    std::size_t close = 0;
    while (end < here.size()) {
        const std::string_view rest = here.substr(end);
        close =
            open != 0 ? starts_with_any(rest, kLabelCloses) : starts_with_any(rest, kLabelColons);
        if (close != 0) break;
        if (starts_with_any(rest, kNotInLabels) != 0) return {};
        end += decode_at(here, end).size;
    }
    if (close == 0 || end <= open) return {};
    const std::string words = plain_heading(here.substr(open, end - open));
    const HeadingWord* word = heading_word(words);
    if (word != nullptr && words.size() > word->word.size() + 9) word = nullptr;
    // A value and the label behind it are two.
    const std::string_view printed = trimmed(here.substr(open, end - open));
    if (word != nullptr && words.size() > word->word.size() &&
        without_blanks(printed).size() < printed.size())
        word = nullptr;
    if (word == nullptr) {
        const auto* found = std::find_if(kLabelWords.begin(), kLabelWords.end(),
                                         [&](const HeadingWord& w) { return w.word == words; });
        if (found == kLabelWords.end()) return {};
        word = found;
    }
    // The plan of a month is none of the year.
    const bool of_month = word->word == kPlanLabel &&
                          words.size() < without_blanks(here.substr(open, end - open)).size();
    std::size_t size = end + close;
    if (open != 0) size += starts_with_any(text.substr(at + size), kLabelColons);
    return {of_month ? Column::kPlan : word->column, static_cast<std::uint32_t>(size)};
}

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

void read_cut_off(Programme& programme, std::string_view text, bool outside) {
    if (programme.year != 0 && programme.month != 0) return;
    for (const std::string_view word : kCutOffWords) {
        std::size_t from = 0;
        while (true) {
            const std::size_t found = find_word(text.substr(from), word);
            if (found == std::string_view::npos) break;
            from += found + word.size();
            const auto match = parse_period(text.substr(from, 96));
            if (!match || match->period.quarter || match->period.first != match->period.last)
                continue;
            if (programme.year == 0 && outside) programme.year = match->period.year;
            // A cut-off of another year is none of this document.
            const bool same = match->period.year == 0 || match->period.year == programme.year;
            if (programme.month == 0 && same) programme.month = match->period.last;
            return;
        }
    }
}

void promise_in_title(Task& task) {
    const std::string_view raw = task.cell(Column::kTask).raw;
    if (!extract_quantities(repair(raw).clean).empty()) task.cell(Column::kMeasures).raw = raw;
}

void add_preamble(Programme& programme, int line, std::string_view raw) {
    Task task;
    task.preamble = true;
    task.line = line;
    task.cell(Column::kProgress).raw = raw;
    programme.tasks.push_back(std::move(task));
}

void finish(Programme& programme, const Lexicon& lexicon) {
    auto& tasks = programme.tasks;
    std::stable_partition(tasks.begin(), tasks.end(), [](const Task& t) { return t.preamble; });
    for_ranges(tasks.size(), range_count(tasks.size()),
               [&](std::size_t, std::size_t begin, std::size_t end) {
                   for (std::size_t i = begin; i < end; ++i) read_cells(tasks[i], lexicon);
               });
    for (std::size_t i = 0; i + 1 < tasks.size(); ++i) {
        if (tasks[i + 1].part > 0) tasks[i].has_parts = tasks[i + 1].has_parts = true;
    }
    for (const Task& task : tasks)
        read_cut_off(programme, task.clean(Column::kProgress), task.preamble);
    if (!tasks.empty() && programme.categories.empty()) programme.categories.push_back({0, ""});
}

}  // namespace duban
