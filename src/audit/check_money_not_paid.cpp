// money-not-paid: money promised to people is called paid by the status while the report has it
// allocated, received or about to be paid.
#include <algorithm>

#include "audit/check.h"
#include "audit/document_words.h"
#include "base/text.h"

namespace duban {
namespace {

// Every stage that the words name; of words that stand within others ("about to be paid") only the
// longer counts. Returns the highest and where the lowest stands.
struct Stages {
    int highest = 0;
    Span lowest_at;
    int lowest = 9;
};

Stages stages_in(std::string_view text, Span within) {
    static constexpr auto kAny = words_of(kMoneyStages);
    Stages out;
    const std::string_view words = within.of(text);
    for (std::size_t at = 0, size = 0; at < words.size(); at += size) {
        size = decode_at(words, at).size;
        if (!kAny.may_stand(words, at)) continue;
        const MoneyStage* best = nullptr;
        for (const MoneyStage& stage : kMoneyStages) {
            if (words.substr(at).starts_with(stage.word) &&
                (best == nullptr || stage.word.size() > best->word.size()))
                best = &stage;
        }
        if (best == nullptr) continue;
        out.highest = std::max(out.highest, best->height);
        if (best->height < out.lowest) {
            out.lowest = best->height;
            const auto begin = within.begin + static_cast<std::uint32_t>(at);
            out.lowest_at = {begin, begin + static_cast<std::uint32_t>(best->word.size())};
        }
        size = best->word.size();
    }
    return out;
}

// A promise to pay in the measures: the clause and how far the money is to come.
struct Promise {
    Span clause;
    int height = 0;
};

Promise promise_of(std::string_view text, const Sentence& sentence) {
    for (const Span clause : clauses_of(text, sentence.span)) {
        const std::string_view words = clause.of(text);
        if (!contains_any(words, kMoneyNouns)) continue;
        for (const MoneyStage& pay : kPayPromises) {
            if (contains(words, pay.word)) return {clause, pay.height};
        }
    }
    return {};
}

// By the status, by a percentage of a hundred, or in the report's own words.
bool said_done(const Task& row) {
    if (claims_done(row.status.status)) return true;
    const std::string_view cell = row.clean(Column::kPercent);
    const auto percent = Decimal::parse(trimmed(cell.substr(0, cell.find('%'))));
    return (percent && *percent >= Decimal(100)) ||
           contains_any(row.clean(Column::kProgress), kAllAnswered);
}

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const std::string_view measures = row.clean(Column::kMeasures);
    const std::string_view report = row.clean(Column::kProgress);
    if (!contains_any(report, kMoneyNouns) || !said_done(row)) return;
    const TaskView& view = bench.view(task);
    // A report that says anywhere that money was paid is not contradicted here.
    Stages all;
    for (const Sentence& s : view.sentences[2]) {
        const Stages here = stages_in(report, s.span);
        all.highest = std::max(all.highest, here.highest);
    }
    if (all.highest == 0 || all.highest >= kHandedOn) return;
    for (const Sentence& s : view.sentences[0]) {
        const Promise p = promise_of(measures, s);
        if (p.height <= all.highest) continue;
        for (const Sentence& said : view.sentences[2]) {
            const Stages here = stages_in(report, said.span);
            // What is awaited is status-contradicts-result's matter.
            if (here.highest == 0 || !said.waiting.empty()) continue;
            const std::string_view words = said.span.of(report);
            if (!contains_any(words, kMoneyNouns) ||
                shared(pairs_of(p.clause.of(measures)), said.pairs) < 1)
                continue;
            Finding f;
            f.code = "money-not-paid";
            f.severity = Severity::kWarning;
            f.task = task;
            f.evidence = {
                bench.at(task, Column::kMeasures, p.clause),
                bench.at(task, Column::kProgress, clause_at(report, here.lowest_at.begin)),
                bench.whole(task, Column::kStatus)};
            f.message = "finding-money-not-paid";
            f.params = {{"words", std::string(here.lowest_at.of(report))}};
            bench.add(std::move(f));
            return;
        }
    }
}

}  // namespace

extern const Check check_money_not_paid;
const Check check_money_not_paid{"money-not-paid", "status", row, nullptr};

}  // namespace duban
