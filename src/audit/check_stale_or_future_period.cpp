// stale-or-future-period: the report speaks of another period than its own: only of earlier months,
// or of what comes next.
#include <algorithm>

#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/text.h"
#include "extraction/period.h"

namespace duban {
namespace {

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const std::string_view text = row.clean(Column::kProgress);
    Finding f;
    f.code = "stale-or-future-period";
    f.task = task;
    if (claims_done(row.status.status)) {
        for (const std::string_view word : kNextSteps) {
            const std::size_t at = text.find(word);
            if (at == std::string_view::npos) continue;
            const auto begin = static_cast<std::uint32_t>(at);
            f.evidence = {bench.at(task, Column::kProgress, sentence_at(text, begin))};
            f.message = "finding-future-in-report";
            f.params = {{"words", std::string(word)}};
            bench.add(std::move(f));
            return;
        }
    }
    const int month = bench.u.programme->month;
    if (month < 2 || contains_any(text, kUpToNow)) return;
    // The latest month that is named, with its place.
    int latest = 0;
    Span place;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        const bool digit = is_ascii_digit(c.value);
        const bool fresh = at == 0 || text[at - 1] < '0' || text[at - 1] > '9';
        if (digit && fresh) {
            if (const auto period = parse_period(text.substr(at, 64));
                period && period->period.last >= latest) {
                // "from August on" reaches up to now.
                const std::string_view rest = text.substr(at + period->size);
                if (starts_with_any(rest, kOnwards) != 0 ||
                    ends_with_any(text.substr(at, period->size), kOnwards)) {
                    return;
                }
                latest = period->period.last;
                place = {static_cast<std::uint32_t>(at),
                         static_cast<std::uint32_t>(at + period->size)};
            }
        }
        at += c.size;
    }
    if (latest == 0 || latest >= month - 1) return;
    f.evidence = {bench.at(task, Column::kProgress, sentence_at(text, place.begin))};
    f.message = "finding-stale-report";
    f.params = {{"latest", std::to_string(latest)}, {"month", std::to_string(month)}};
    bench.add(std::move(f));
}

}  // namespace

extern const Check check_stale_or_future_period;
const Check check_stale_or_future_period{"stale-or-future-period", "period", row, nullptr};

}  // namespace duban
