// text-of-another-row: the same text under two tasks. A whole report that is another row's is a
// warning for the row whose task it does not speak of; sentences shared by two plans are a note.
//
// Texts are compared by a hash of their letters, so that the search is linear in the document.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/parallel.h"
#include "base/text.h"

namespace duban {
namespace {

constexpr std::size_t kShortestReport = 20;  // characters
constexpr std::size_t kShortestSentence = 24;

// Ideographs and digits only: blanks, marks and list numbers make no difference.
std::string letters(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 8);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (is_han(c.value) || is_ascii_letter(c.value) || is_ascii_digit(c.value))
            out.append(text.substr(at, c.size));
        at += c.size;
    }
    return out;
}

double fits(const Bench& bench, int task) {
    const Task& row = bench.task(task);
    Pairs about = bench.u.pairs(row.clean(Column::kTask));
    merge(about, bench.u.pairs(row.clean(Column::kMeasures)));
    return covered(bench.view(task).progress, about);
}

Finding finding(const Bench& bench, int task, int other, Severity severity,
                std::string_view message) {
    Finding f;
    f.code = "text-of-another-row";
    f.severity = severity;
    f.origin = Origin::kCompilation;
    f.task = task;
    f.related = {other};
    f.message = message;
    f.params = {{"other", bench.task(other).number},
                {"title", without_blanks(bench.task(other).clean(Column::kTask))}};
    return f;
}

// A text that may stand elsewhere too: its letters and the section.
struct Passage {
    int task = 0;
    Span span;  // of the repaired cell
    std::string letters;
};

// The reports and the sentences of the plans that are long enough, in the order of the rows.
struct Passages {
    std::vector<Passage> reports;
    std::vector<Passage> plan;
};

void gather(const Bench& bench, int task, Passages& out) {
    const Task& row = bench.task(task);
    if (row.preamble) return;
    const std::string section = "#" + std::to_string(row.section);
    const auto add = [&](std::vector<Passage>& list, Span span, std::string_view text,
                         std::size_t shortest) {
        std::string key = letters(text);
        if (code_points(key) >= shortest) list.push_back({task, span, std::move(key += section)});
    };
    add(out.reports, {}, row.clean(Column::kProgress), kShortestReport);
    for (const Sentence& s : bench.view(task).sentences[text_index(Column::kPlan)]) {
        if (s.span.size() >= kShortestSentence * 3)
            add(out.plan, s.span, s.span.of(row.clean(Column::kPlan)), kShortestSentence);
    }
}

void reports(Bench& bench, const std::vector<Passages>& parts) {
    std::unordered_map<std::string_view, std::vector<int>> by_text;
    std::vector<const std::vector<int>*> groups;
    for (const Passages& part : parts) {
        for (const Passage& p : part.reports) {
            auto& group = by_text[p.letters];
            group.push_back(p.task);
            if (group.size() == 2) groups.push_back(&group);
        }
    }
    for (const auto* group : groups) {
        // The row that the text speaks of best is where it belongs.
        std::vector<double> fit;
        for (const int row : *group) fit.push_back(fits(bench, row));
        const auto best =
            static_cast<std::size_t>(std::max_element(fit.begin(), fit.end()) - fit.begin());
        const std::size_t next = best == 0 ? 1 : 0;
        for (std::size_t i = 0; i < group->size(); ++i) {
            if (i == best && fit[best] >= 2 * fit[next]) continue;  // rightly here
            const bool clear = fit[best] > 0.05 && fit[best] >= 2 * fit[i] && i != best;
            const int row = (*group)[i];
            const int other = (*group)[i == best ? next : best];
            if (bench.task(other).number == bench.task(row).number) continue;
            Finding f = finding(bench, row, other, clear ? Severity::kWarning : Severity::kNote,
                                clear ? "finding-report-of-another" : "finding-report-shared");
            f.evidence = {bench.whole(row, Column::kProgress),
                          bench.whole(other, Column::kProgress)};
            bench.add(std::move(f));
        }
    }
}

void plan_sentences(Bench& bench, const std::vector<Passages>& parts) {
    std::unordered_map<std::string_view, const Passage*> first;
    std::unordered_map<long long, Finding> pairs;  // of rows
    std::vector<long long> order;
    const auto look_at = [&](const Passage& p) {
        const auto [at, fresh] = first.try_emplace(p.letters, &p);
        const Passage& before = *at->second;
        if (fresh || before.task == p.task) return;
        if (bench.task(before.task).number == bench.task(p.task).number) return;
        const long long key = static_cast<long long>(p.task) << 32 | before.task;
        auto [entry, is_new] = pairs.try_emplace(key);
        if (is_new) {
            order.push_back(key);
            entry->second =
                finding(bench, p.task, before.task, Severity::kNote, "finding-plan-shared");
        }
        if (entry->second.evidence.size() < 6) {
            entry->second.evidence.push_back(bench.at(p.task, Column::kPlan, p.span));
            entry->second.evidence.push_back(bench.at(before.task, Column::kPlan, before.span));
        }
    };
    for (const Passages& part : parts) {
        for (const Passage& p : part.plan) look_at(p);
    }
    for (const long long key : order) {
        Finding& f = pairs[key];
        Finding back = finding(bench, f.related[0], f.task, Severity::kNote, "finding-plan-shared");
        for (std::size_t i = 0; i + 1 < f.evidence.size(); i += 2) {
            back.evidence.push_back(f.evidence[i + 1]);
            back.evidence.push_back(f.evidence[i]);
        }
        bench.add(std::move(f));
        bench.add(std::move(back));
    }
}

void whole(Bench& bench) {
    const std::size_t rows = bench.u.programme->tasks.size();
    std::vector<Passages> parts(range_count(rows));
    for_ranges(rows, parts.size(), [&](std::size_t range, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) gather(bench, static_cast<int>(i), parts[range]);
    });
    reports(bench, parts);
    plan_sentences(bench, parts);
}

}  // namespace

extern const Check check_text_of_another_row;
const Check check_text_of_another_row{"text-of-another-row", "text", nullptr, whole};

}  // namespace duban
