// text-of-another-row: the same text under two tasks. A whole report that is another row's is a
// warning for the row whose task it does not speak of; sentences shared by two plans are a note.
//
// Texts are compared by a hash of their letters, so that the search is linear in the document.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "audit/audit_words.h"
#include "audit/check.h"
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
        if (is_han(c.value) ||
            (c.value < 0x80 && (is_ascii_letter(c.value) || (c.value >= '0' && c.value <= '9'))))
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

void reports(Bench& bench) {
    std::unordered_map<std::string, std::vector<int>> by_text;
    std::vector<const std::vector<int>*> groups;
    const int rows = static_cast<int>(bench.u.programme->tasks.size());
    for (int i = 0; i < rows; ++i) {
        if (bench.task(i).preamble) continue;
        std::string text = letters(bench.task(i).clean(Column::kProgress));
        if (code_points(text) < kShortestReport) continue;
        text += "#" + std::to_string(bench.task(i).section);
        auto& group = by_text[std::move(text)];
        group.push_back(i);
        if (group.size() == 2) groups.push_back(&group);
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

void plan_sentences(Bench& bench) {
    struct Place {
        int task;
        Span span;
    };
    std::unordered_map<std::string, Place> first;
    std::unordered_map<long long, Finding> pairs;  // of rows
    std::vector<long long> order;
    const int rows = static_cast<int>(bench.u.programme->tasks.size());
    for (int i = 0; i < rows; ++i) {
        if (bench.task(i).preamble) continue;
        for (const Sentence& s : bench.view(i).sentences[text_index(Column::kPlan)]) {
            if (s.span.size() < kShortestSentence * 3) continue;
            std::string text = letters(s.span.of(bench.task(i).clean(Column::kPlan)));
            if (code_points(text) < kShortestSentence) continue;
            text += "#" + std::to_string(bench.task(i).section);
            const auto [at, fresh] = first.try_emplace(std::move(text), Place{i, s.span});
            if (fresh || at->second.task == i) continue;
            const int other = at->second.task;
            if (bench.task(other).number == bench.task(i).number) continue;
            const long long key = static_cast<long long>(i) << 32 | other;
            auto [entry, is_new] = pairs.try_emplace(key);
            if (is_new) {
                order.push_back(key);
                entry->second = finding(bench, i, other, Severity::kNote, "finding-plan-shared");
            }
            if (entry->second.evidence.size() < 6) {
                entry->second.evidence.push_back(bench.at(i, Column::kPlan, s.span));
                entry->second.evidence.push_back(bench.at(other, Column::kPlan, at->second.span));
            }
        }
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
    reports(bench);
    plan_sentences(bench);
}

}  // namespace

extern const Check check_text_of_another_row;
const Check check_text_of_another_row{"text-of-another-row", "text", nullptr, whole};

}  // namespace duban
