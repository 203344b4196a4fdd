#include "app/findings_order.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace duban {

std::vector<std::size_t> told_in(const Audit& audit) {
    const auto& findings = audit.findings;
    std::vector<std::size_t> out(findings.size());
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Finding& f = findings[i];
        out[i] = i;
        for (const int row : f.related) {
            if (row >= f.task) continue;
            // Findings are ordered by row.
            auto other = std::lower_bound(findings.begin(), findings.end(), row,
                                          [](const Finding& a, int task) { return a.task < task; });
            for (; other != findings.end() && other->task == row; ++other) {
                if (other->code == f.code && std::find(other->related.begin(), other->related.end(),
                                                       f.task) != other->related.end()) {
                    out[i] =
                        std::min(out[i], out[static_cast<std::size_t>(other - findings.begin())]);
                    break;
                }
            }
        }
    }
    return out;
}

int consequence(const Finding& f) {
    constexpr std::array<std::string_view, 15> kOrder{"status-contradicts-result",
                                                      "result-below-target",
                                                      "text-of-another-row",
                                                      "stage-below-promise",
                                                      "money-not-paid",
                                                      "target-changed",
                                                      "joint-result",
                                                      "arithmetic-sum",
                                                      "arithmetic-percent",
                                                      "status-count",
                                                      "share-base",
                                                      "year-on-year",
                                                      "plan-short-of-target",
                                                      "plan-not-monotonic",
                                                      "unit-mismatch"};
    const int rank = f.severity == Severity::kError     ? 0
                     : f.severity == Severity::kWarning ? 100
                                                        : 200;
    return rank +
           static_cast<int>(std::find(kOrder.begin(), kOrder.end(), f.code) - kOrder.begin());
}

std::string printed_number(const Task& task) {
    if (task.preamble) return "";
    if (task.number.empty()) return "#" + std::to_string(task.row);
    return task.number + (task.has_parts ? "/" + std::to_string(task.part + 1) : "");
}

std::string task_title(const Task& task, Language language) {
    if (task.preamble) return say(language, "task-beside");
    return without_blanks(task.clean(Column::kTask));
}

std::string units_of(const Task& task) {
    std::string out;
    for (const std::string& unit : task.lead_units) out += (out.empty() ? "" : " ") + unit;
    return out;
}

std::string finding_sentence(const Finding& f, Language language) {
    std::string out = say(language, f.message, f.params);
    if (!f.arithmetic.empty()) out += " [= " + f.arithmetic + "]";
    return out;
}

std::string summary_sentence(const Understanding& u, const Audit& audit, Language language) {
    int targets = 0;
    int reached = 0;
    for (const Target& t : u.targets) {
        if (!t.value) continue;
        ++targets;
        reached += t.verdict == Verdict::kMet || t.verdict == Verdict::kExceeded;
    }
    int tasks = 0;
    for (const Task& t : u.programme->tasks) tasks += !t.preamble && t.part == 0;
    const auto count = [&](Severity s) {
        return std::to_string(std::count_if(audit.findings.begin(), audit.findings.end(),
                                            [&](const Finding& f) { return f.severity == s; }));
    };
    return say(language, "check-summary",
               {{"tasks", std::to_string(tasks)},
                {"targets", std::to_string(targets)},
                {"reached", std::to_string(reached)},
                {"errors", count(Severity::kError)},
                {"warnings", count(Severity::kWarning)},
                {"notes", count(Severity::kNote)},
                {"holds", std::to_string(audit.holds.size())}});
}

}  // namespace duban
