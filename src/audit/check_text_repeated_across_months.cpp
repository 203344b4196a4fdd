// text-repeated-across-months: the same words month after month in a plan, or twice in one report.
// Worth a look only: routine work is planned in the same words with reason.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "audit/check.h"
#include "base/text.h"

namespace duban {
namespace {

constexpr std::size_t kShortest = 12;  // characters

std::string plain(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (is_han(c.value) || is_ascii_letter(c.value)) out.append(text.substr(at, c.size));
        at += c.size;
    }
    return out;
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

void repeated(Bench& bench, int task, Column cell, const std::vector<Span>& items,
              std::string_view message) {
    const std::string_view text = bench.task(task).clean(cell);
    struct Place {
        std::size_t item;
        Span span;
    };
    std::unordered_map<std::string, Place> first;
    Finding f;
    f.code = "text-repeated-across-months";
    f.origin = cell == Column::kPlan ? Origin::kPlan : Origin::kReport;
    f.task = task;
    f.message = message;
    int times = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (const Span clause : clauses_of(text, items[i])) {
            const std::string_view words = clause.of(text);
            // Figures that come again are a matter of the sums.
            if (has_digit(words) || code_points(words) < kShortest) continue;
            std::string key = plain(words);
            if (code_points(key) < kShortest) continue;
            const auto [at, fresh] = first.try_emplace(std::move(key), Place{i, clause});
            if (fresh || at->second.item == i) continue;
            if (f.evidence.empty()) f.evidence.push_back(bench.at(task, cell, at->second.span));
            if (f.evidence.size() < 8) f.evidence.push_back(bench.at(task, cell, clause));
            ++times;
        }
    }
    if (times == 0) return;
    f.params = {{"n", std::to_string(times)}};
    bench.add(std::move(f));
}

void row(Bench& bench, int task) {
    const Task& t = bench.task(task);
    std::vector<Span> plan;
    for (const PlanItem& item : t.plan.items) plan.push_back(item.text);
    repeated(bench, task, Column::kPlan, plan, "finding-plan-repeats");
}

}  // namespace

extern const Check check_text_repeated_across_months;
const Check check_text_repeated_across_months{"text-repeated-across-months", "text", row, nullptr};

}  // namespace duban
