// result-missing-for-target: a promise that the report does not answer. Silence is at most a
// warning.
#include <algorithm>

#include "audit/audit_words.h"
#include "audit/check.h"
#include "base/text.h"
#include "programme/target_words.h"

namespace duban {
namespace {

// "A, B, C and other nine kinds": each that is named was promised, each must be found again.
void named_groups(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const std::string_view text = row.clean(Column::kMeasures);
    for (const Quantity& q : row.of(Column::kMeasures)) {
        if (q.family != UnitFamily::kKind || !q.chinese) continue;
        const std::string_view before = text.substr(0, q.span.begin);
        if (!before.ends_with(kEtc)) continue;
        const Span clause = clause_at(text, q.span.begin);
        const std::string_view list = text.substr(clause.begin, q.span.begin - clause.begin);
        std::vector<std::string> missing;
        int names = 0;
        for (std::size_t at = 0; at < list.size();) {
            std::size_t end = std::min(list.find(kComma, at), list.size());
            std::string name = without_blanks(list.substr(at, end - at));
            at = end + kComma.size();
            // What stands in brackets explains.
            const std::size_t open = name.find(kOpenBrackets[0]);
            if (open != std::string::npos) {
                if (name.find(kCloseBrackets[0]) == std::string::npos) {
                    const std::size_t close = list.find(kCloseBrackets[0], at);
                    if (close != std::string_view::npos && close < list.find(kComma, at))
                        at = std::min(list.find(kComma, close), list.size()) + kComma.size();
                }
                name.resize(open);
            }
            if (name.ends_with(kEtc)) name.resize(name.size() - kEtc.size());
            const Pairs pairs = bench.u.pairs(name);
            if (pairs.empty()) continue;
            ++names;
            if (covered(pairs, bench.view(task).progress) < 0.5) missing.push_back(name);
        }
        if (names < 3 || missing.empty() || static_cast<int>(missing.size()) == names) continue;
        Finding f;
        f.code = "result-missing-for-target";
        f.severity = Severity::kWarning;
        f.task = task;
        f.evidence = {bench.at(task, Column::kMeasures, {clause.begin, q.span.end})};
        f.message = "finding-groups-missing";
        std::string list_text;
        for (const std::string& m : missing)
            list_text += (list_text.empty() ? std::string() : std::string(kComma)) + m;
        f.params = {{"missing", list_text}, {"n", std::to_string(missing.size())}};
        f.arithmetic = std::to_string(names) + " - " + std::to_string(missing.size()) + " = " +
                       std::to_string(names - static_cast<int>(missing.size()));
        bench.add(std::move(f));
    }
}

// "Free rides in rush hours and in bad air": the report comes back to one member of the list only.
void members_missing(Bench& bench, int task) {
    const Task& row = bench.task(task);
    if (!claims_done(row.status.status)) return;
    const std::string_view text = row.clean(Column::kMeasures);
    const Pairs& report = bench.view(task).progress;
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (t.value || t.cell != Column::kMeasures || t.mention.empty() ||
            t.verdict != Verdict::kNotQuantified)
            continue;
        const std::string_view list = t.clause.of(text);
        std::vector<Span> missing;
        double answered = 0;
        int members = 0;
        for (std::size_t at = 0; at < list.size();) {
            const std::size_t end = std::min(list.find(kComma, at), list.size());
            const Pairs pairs = bench.u.pairs(list.substr(at, end - at));
            const auto begin = t.clause.begin + static_cast<std::uint32_t>(at);
            ++members;
            if (end == list.size()) {
                answered = covered(pairs, report);
            } else if (pairs.size() >= 2 && shared(pairs, report) == 0) {
                missing.push_back({begin, t.clause.begin + static_cast<std::uint32_t>(end)});
            }
            at = end + kComma.size();
        }
        if (members < 2 || missing.size() != 1 || answered < 0.75) continue;
        Finding f;
        f.code = "result-missing-for-target";
        f.severity = Severity::kWarning;
        f.task = task;
        f.evidence = {bench.at(task, Column::kMeasures, t.clause),
                      bench.at(task, Column::kProgress, t.mention)};
        f.message = "finding-member-missing";
        f.params = {{"subject", std::string(missing.front().of(text))}};
        bench.add(std::move(f));
    }
}

// A promise that is nothing but a deadline without a date of its own ("before the floods"), called
// done in a report that names neither the season nor any day or month.
bool deadline_open(const Bench& bench, int task, const Target& t) {
    const Task& row = bench.task(task);
    if (!t.due_season || t.cell != Column::kMeasures || !claims_done(row.status.status))
        return false;
    const std::string_view report = row.clean(Column::kProgress);
    for (const Season& season : kSeasons) {
        if (contains(report, season.word)) return false;
    }
    for (std::size_t at = find_word(report, kMonthSign); at != std::string_view::npos;) {
        if (at > 0 && report[at - 1] >= '0' && report[at - 1] <= '9') return false;
        const std::size_t next = find_word(report.substr(at + kMonthSign.size()), kMonthSign);
        at = next == std::string_view::npos ? next : at + kMonthSign.size() + next;
    }
    return true;
}

// A figure that the plan sets for the very month of the report.
bool of_this_month(const Bench& bench, const Target& t) {
    if (t.cell != Column::kPlan || t.plan.empty() || t.family == UnitFamily::kPercent) return false;
    const auto& items = bench.task(t.task).plan.items;
    const auto& period = items[static_cast<std::size_t>(t.plan.back().item)].period;
    return period && period->last == bench.u.programme->month;
}

// In mid-year nothing is due yet.
bool due(const Bench& bench, const Task& row) {
    const int month = bench.u.programme->month;
    return claims_done(row.status.status) || ((month == 0 || month >= 12) && !row.next_steps);
}

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    if (row.clean(Column::kProgress).empty()) return;
    // Figures of one sentence that go unanswered together are one matter.
    Finding open;
    Span open_sentence;
    const auto close = [&] {
        if (!open.evidence.empty()) bench.add(std::move(open));
        open = {};
    };
    const auto& targets = bench.view(task).targets;
    for (const int ti : targets) {
        const Target& t = bench.target(ti);
        Finding f;
        f.code = "result-missing-for-target";
        f.task = task;
        f.evidence = {bench.promise(t)};
        std::string subject = t.subject;
        if (t.value) {
            subject += " " + amount(*t.value) + t.unit;
            const bool partial_money = t.verdict == Verdict::kUnverifiable && !t.result &&
                                       t.family == UnitFamily::kMoney && t.joint_with.empty();
            if (t.verdict != Verdict::kNotReported && !partial_money) continue;
            // How far a promise reaches is asked for where a part of it is answered.
            const bool reach = t.extent && std::any_of(targets.begin(), targets.end(), [&](int i) {
                                   const Target& o = bench.target(i);
                                   return o.extent && o.result && o.cell == t.cell;
                               });
            const bool promised = (t.cell == Column::kMeasures && (!t.extent || reach)) ||
                                  t.restated || of_this_month(bench, t);
            f.severity = promised ? Severity::kWarning : Severity::kNote;
            if (!due(bench, row)) f.severity = Severity::kNote;
            f.message = partial_money                 ? "finding-result-other-money"
                        : t.cell == Column::kMeasures ? "finding-result-missing"
                                                      : "finding-result-missing-planned";
        } else {
            if (t.verdict != Verdict::kNotQuantified) continue;
            if (deadline_open(bench, task, t)) {
                f.severity = Severity::kWarning;
                f.message = "finding-deadline-not-shown";
                f.params = {{"subject", subject},
                            {"due", std::string(t.due_place.of(row.clean(t.cell)))}};
                bench.add(std::move(f));
                continue;
            }
            if (t.result_likeness >= 0.2) continue;
            // What is neither a deliverable nor planned for is not asked of a report.
            if (t.detail || (!t.deliverable && covered(t.own, bench.view(task).plan) < 0.3))
                continue;
            f.severity = due(bench, row) ? Severity::kWarning : Severity::kNote;
            f.message = "finding-deliverable-missing";
        }
        f.params = {{"subject", subject}};
        const Span sentence = sentence_at(row.clean(t.cell), t.place.begin);
        const bool same_matter = open.message == f.message && open.severity == f.severity &&
                                 (!t.value || open_sentence == sentence);
        if (!open.evidence.empty() && same_matter) {
            open.evidence.push_back(f.evidence.front());
            open.params[0].value += std::string(kSemicolon) + subject;
            continue;
        }
        close();
        open = std::move(f);
        open_sentence = sentence;
    }
    close();
    named_groups(bench, task);
    members_missing(bench, task);
}

}  // namespace

extern const Check check_result_missing_for_target;
const Check check_result_missing_for_target{"result-missing-for-target", "result", row, nullptr};

}  // namespace duban
