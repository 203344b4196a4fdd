#include "audit/sum_tools.h"

namespace duban {

std::string period_at(const Bench& bench, int task, std::uint32_t at) {
    const PlanItem* item = bench.task(task).plan_item_at(at);
    if (item == nullptr || !item->period) return "";
    const auto names = period_names(*item->period, bench.u.programme->year);
    return names.empty() ? "" : names.front();
}

SumOutcome report_sum(Bench& bench, const Sum& s) {
    Decimal total;
    for (const Decimal& part : s.parts) total = total + part;
    const SumOutcome outcome = compare_sum(total, s.stated, s.stated_rounded, bench.tolerances);
    std::string arithmetic = joined(s.parts) + " = " + amount(total);
    if (outcome == SumOutcome::kHolds) {
        bench.holds({s.task, "arithmetic-sum", s.evidence, std::move(arithmetic)});
        return outcome;
    }
    const Decimal difference = total - s.stated;
    arithmetic += "; " + amount(total) + " - " + amount(s.stated) + " = " + amount(difference);
    Finding f;
    f.code = "arithmetic-sum";
    f.task = s.task;
    f.origin = s.cell == Column::kProgress ? Origin::kReport : Origin::kPlan;
    f.severity = outcome == SumOutcome::kRounded ? Severity::kNote
                 : s.asserted                    ? Severity::kError
                                                 : Severity::kWarning;
    f.evidence = s.evidence;
    f.arithmetic = std::move(arithmetic);
    f.message = outcome == SumOutcome::kRounded ? "finding-sum-rounded" : "finding-sum-differs";
    f.params = {{"sum", amount(total)},
                {"stated", amount(s.stated)},
                {"unit", s.unit},
                {"when", s.when.empty() ? "" : s.when + ": "}};
    bench.add(std::move(f));
    return outcome;
}

}  // namespace duban
