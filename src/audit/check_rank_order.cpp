// rank-order: a league table whose values do not fall (or rise) from place to place.
#include <algorithm>
#include <string>

#include "audit/bulletin_words.h"
#include "audit/check.h"
#include "audit/prose.h"
#include "base/text.h"
#include "extraction/numeral.h"
#include "programme/link.h"

namespace duban {
namespace {

constexpr std::size_t kShortestTable = 3;  // two values are in some order always

bool falls(const std::vector<Decimal>& v) {
    return std::is_sorted(v.begin(), v.end(),
                          [](const Decimal& a, const Decimal& b) { return a > b; });
}

// The values of a list: one direction is right, whichever it is.
void report(Bench& bench, int task, const std::vector<std::size_t>& list, bool said) {
    if (list.size() < kShortestTable) return;
    const auto& all = bench.task(task).of(Column::kProgress);
    std::vector<Decimal> values;
    std::vector<Evidence> evidence;
    for (const std::size_t i : list) {
        values.push_back(all[i].value);
        evidence.push_back(bench.at(task, Column::kProgress, all[i].span));
    }
    if (falls(values) || std::is_sorted(values.begin(), values.end())) {
        const std::string_view sign = falls(values) ? " >= " : " <= ";
        bench.holds({task, "rank-order", std::move(evidence), joined(values, sign)});
        return;
    }
    // The first that breaks the direction of the ends.
    const bool falling = values.front() > values.back();
    std::size_t at = 1;
    while (falling ? values[at] <= values[at - 1] : values[at] >= values[at - 1]) ++at;
    Finding f;
    f.code = "rank-order";
    f.severity = said ? Severity::kWarning : Severity::kNote;
    f.task = task;
    f.evidence = std::move(evidence);
    f.message = "finding-rank-order";
    f.arithmetic = amount(values[at - 1]) + (falling ? " < " : " > ") + amount(values[at]);
    f.params = {{"before", amount(values[at - 1])},
                {"after", amount(values[at])},
                {"place", std::to_string(at + 1)}};
    bench.add(std::move(f));
}

// "first A 98.5%, second B 97%": the place that a name before the figure is given; 0 for none.
long long place_before(std::string_view words) {
    const std::size_t at = words.rfind(kPlaceMark);
    if (at == std::string_view::npos) return 0;
    const std::string_view number = words.substr(at + kPlaceMark.size());
    const auto n = parse_numeral(number);
    if (!n || !n->value.is_integer() || n->value > Decimal(100) || n->value < Decimal(1)) return 0;
    if (starts_with_any(number.substr(n->size), kPlaceNouns) == 0) return 0;
    return std::stoll(n->value.text());
}

void row(Bench& bench, int task) {
    const std::string_view text = bench.task(task).clean(Column::kProgress);
    const auto& all = bench.task(task).of(Column::kProgress);
    if (all.size() > kMostFigures) return;
    for (const Statement& s : statements_of(text, all)) {
        const std::string_view words = s.span.of(text);
        if (contains_any(words, kSeveralMeasures)) continue;
        std::vector<std::size_t> list;
        long long next_place = 1;
        bool by_place = false;
        bool open = false;
        bool said = false;
        std::uint32_t from = s.span.begin;
        const auto close = [&] {
            report(bench, task, list, said || by_place);
            list.clear();
            open = by_place = said = false;
            next_place = 1;
        };
        for (std::size_t i = s.first; i < s.last; ++i) {
            const std::string_view before = text.substr(from, all[i].span.begin - from);
            from = all[i].span.end;
            const long long place = place_before(before);
            const bool marker = contains_any(before, kRankMarkers);
            const bool parts = contains(before, kStatementPart);
            if (marker || (place == 1 && !open)) {
                close();
                open = true;
                by_place = place == 1;
                said = contains_any(before, kRankOrderSaid);
            } else if (parts) {
                close();
            }
            if (!open) continue;
            // "of the first three": the count of places is no value.
            if (all[i].unit.empty() || (all[i].kind == QuantityKind::kCount && marker &&
                                        starts_with_any(all[i].unit.of(text), kPlaceNouns) != 0))
                continue;
            if (!list.empty() && !same_unit(text, all[list.front()], all[i])) {
                // A second measure beside the first belongs to no list.
                list.clear();
                open = false;
                continue;
            }
            if (by_place && place != next_place) {
                close();
                continue;
            }
            ++next_place;
            list.push_back(i);
        }
        close();
    }
}

}  // namespace

extern const Check check_rank_order;
const Check check_rank_order{"rank-order", "arithmetic", row, nullptr, true};

}  // namespace duban
