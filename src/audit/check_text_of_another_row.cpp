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
    Pairs about = pairs_of(row.clean(Column::kTask));
    merge(about, pairs_of(row.clean(Column::kMeasures)));
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
    const int rows = static_cast<int>(bench.u.programme->tasks.size());
    for (int i = 0; i < rows; ++i) {
        std::string text = letters(bench.task(i).clean(Column::kProgress));
        if (code_points(text) < kShortestReport) continue;
        text += "#" + std::to_string(bench.task(i).section);
        by_text[std::move(text)].push_back(i);
    }
    for (int i = 0; i < rows; ++i) {
        std::string text = letters(bench.task(i).clean(Column::kProgress));
        if (code_points(text) < kShortestReport) continue;
        text += "#" + std::to_string(bench.task(i).section);
        const auto& same = by_text[text];
        if (same.size() < 2) continue;
        // The row that the text speaks of best is where it belongs.
        const int best = *std::max_element(same.begin(), same.end(), [&](int a, int b) {
            return fits(bench, a) < fits(bench, b);
        });
        const bool clear =
            fits(bench, best) > 0.05 && fits(bench, best) >= 2 * fits(bench, i) && best != i;
        if (bench.task(best).number == bench.task(i).number && best != i) continue;
        if (best == i && same.size() >= 2) {
            const int other = same[0] == i ? same[1] : same[0];
            if (fits(bench, i) >= 2 * fits(bench, other)) continue;  // rightly here
        }
        const int other = best != i ? best : (same[0] == i ? same[1] : same[0]);
        if (bench.task(other).number == bench.task(i).number) continue;
        Finding f = finding(bench, i, other, clear ? Severity::kWarning : Severity::kNote,
                            clear ? "finding-report-of-another" : "finding-report-shared");
        f.evidence = {bench.whole(i, Column::kProgress), bench.whole(other, Column::kProgress)};
        bench.add(std::move(f));
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
