// truncated-text: a fragment before the first item of a plan, or the title of a document that is
// not quite the one planned.
#include <algorithm>

#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/text.h"

namespace duban {
namespace {

std::vector<Span> titles(std::string_view text) {
    std::vector<Span> out;
    for (std::size_t at = text.find(kTitleBegin); at != std::string_view::npos;) {
        const std::size_t end = text.find(kTitleEnd, at);
        if (end == std::string_view::npos) break;
        out.push_back(
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + kTitleEnd.size())});
        at = text.find(kTitleBegin, end);
    }
    return out;
}

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    Finding f;
    f.code = "truncated-text";
    f.origin = Origin::kReading;
    f.task = task;
    const auto& items = row.plan.items;
    if (items.size() > 1 && !items.front().period && items.front().heading.empty() &&
        items[1].heading.empty()) {
        f.evidence = {bench.at(task, Column::kPlan, items.front().whole)};
        f.message = "finding-fragment";
        bench.add(f);
    }
    // A last sentence that ends on a word which must be followed by another.
    for (const Column cell : {Column::kMeasures, Column::kPlan, Column::kProgress}) {
        const std::string_view text = row.clean(cell);
        if (text.empty() || !ends_with_any(text, kCannotEnd)) continue;
        const auto end = static_cast<std::uint32_t>(text.size());
        f.evidence = {bench.at(task, cell, clause_at(text, end - 1))};
        f.message = "finding-breaks-off";
        bench.add(f);
    }
    const std::string_view report = row.clean(Column::kProgress);
    for (const Span mine : titles(report)) {
        const std::string a = without_blanks(mine.of(report));
        for (const Column cell : {Column::kPlan, Column::kMeasures}) {
            const std::string_view text = row.clean(cell);
            for (const Span other : titles(text)) {
                const std::string b = without_blanks(other.of(text));
                if (a == b || code_points(a) < 8) continue;
                // A title inside the title of the notice that issues it is the same document.
                const std::string inner_a = a.substr(3, a.size() - 6);
                const std::string inner_b = b.substr(3, b.size() - 6);
                if (contains(inner_a, inner_b) || contains(inner_b, inner_a)) continue;
                const Pairs x = pairs_of(a);
                const Pairs y = pairs_of(b);
                if (covered(x, y) < 0.8 || covered(y, x) < 0.8) continue;
                f.evidence = {bench.at(task, cell, other), bench.at(task, Column::kProgress, mine)};
                f.message = "finding-title-differs";
                bench.add(f);
                return;
            }
        }
    }
}

}  // namespace

extern const Check check_truncated_text;
const Check check_truncated_text{"truncated-text", "text", row, nullptr};

}  // namespace duban
