// status-count: items counted by status that do not add up to the whole, or that are not what the
// table's own rows say.
#include <algorithm>
#include <string>

#include "audit/check.h"
#include "audit/status_groups.h"
#include "base/text.h"
#include "programme/link.h"

namespace duban {
namespace {

bool has(const StatusCount& c, StatusGroup group) {
    return std::find(c.groups.begin(), c.groups.end(), group) != c.groups.end();
}

// Lights are another division than words.
bool is_light(StatusGroup g) { return g >= StatusGroup::kGreen; }

// Groups that may lie within another: what is behind is mostly under way as well.
bool may_lie_within(StatusGroup g) {
    return g == StatusGroup::kBehind || g == StatusGroup::kStopped || g == StatusGroup::kNotBegun ||
           g == StatusGroup::kNotDone || g == StatusGroup::kMostlyDone;
}

Decimal total(const std::vector<Quantity>& all, const std::vector<std::size_t>& parts) {
    Decimal sum;
    for (const std::size_t i : parts) sum = sum + all[i].value;
    return sum;
}

// One division of the whole, by words or by lights.
StatusCount division(const StatusCount& c, bool lights) {
    StatusCount out = c;
    out.parts.clear();
    out.groups.clear();
    for (std::size_t i = 0; i < c.parts.size(); ++i) {
        if (is_light(c.groups[i]) != lights) continue;
        out.parts.push_back(c.parts[i]);
        out.groups.push_back(c.groups[i]);
    }
    return out;
}

void add_up(Bench& bench, int task, const StatusCount& c) {
    if (c.whole < 0 || c.parts.size() < 2) return;
    const std::string_view text = bench.task(task).clean(Column::kProgress);
    const auto& all = bench.task(task).of(Column::kProgress);
    const Quantity& whole = all[static_cast<std::size_t>(c.whole)];
    const Decimal sum = total(all, c.parts);
    std::vector<Evidence> evidence{bench.figure(task, Column::kProgress, c.whole)};
    std::vector<Decimal> values;
    for (const std::size_t i : c.parts) {
        evidence.push_back(bench.at(task, Column::kProgress, all[i].span));
        values.push_back(all[i].value);
    }
    const std::string arithmetic = joined(values) + " = " + amount(sum);
    if (sum == whole.value) {
        bench.holds({task, "status-count", std::move(evidence), arithmetic});
        return;
    }
    // The same group twice is a group and a part of it.
    std::vector<StatusGroup> groups = c.groups;
    std::sort(groups.begin(), groups.end());
    if (std::adjacent_find(groups.begin(), groups.end()) != groups.end() || c.several_wholes)
        return;
    // Without the groups that may lie within others it may hold.
    std::vector<std::size_t> outer;
    for (std::size_t i = 0; i < c.parts.size(); ++i) {
        if (!may_lie_within(c.groups[i])) outer.push_back(c.parts[i]);
    }
    const bool approximate = whole.comparator != Comparator::kEqual || whole.rounded || c.open;
    if (outer.size() > 1 && total(all, outer) == whole.value) return;
    const bool complement = has(c, StatusGroup::kNotDone) || has(c, StatusGroup::kRest);
    const bool whole_list = complement || c.parts.size() >= 3;
    if (sum < whole.value && (!whole_list || approximate)) return;
    if (sum > whole.value && !whole_list && total(all, outer) <= whole.value) return;
    Finding f;
    f.code = "status-count";
    f.task = task;
    f.severity = approximate || c.nested                    ? Severity::kNote
                 : whole_list && has(c, StatusGroup::kDone) ? Severity::kError
                                                            : Severity::kWarning;
    f.evidence = std::move(evidence);
    f.arithmetic = arithmetic + "; " + amount(sum) + " - " + amount(whole.value) + " = " +
                   amount(sum - whole.value);
    f.message = "finding-status-count";
    f.params = {{"sum", amount(sum)},
                {"stated", amount(whole.value)},
                {"unit", std::string(whole.unit.of(text))}};
    bench.add(std::move(f));
}

void row(Bench& bench, int task) {
    const std::string_view text = bench.task(task).clean(Column::kProgress);
    const auto& all = bench.task(task).of(Column::kProgress);
    if (all.size() > kMostFigures) return;
    const Statement* last = nullptr;
    const std::vector<Statement> statements = statements_of(text, all);
    for (const Statement& s : statements) {
        StatusCount count = status_count(text, all, s);
        // "There are 50 tasks. 30 are done, ...": the last figure of the statement before, if no
        // other of its unit stands there.
        if (count.whole < 0 && count.parts.size() > 2 && last != nullptr && last->last == s.first) {
            const std::size_t whole = last->last - 1;
            std::size_t alike = 0;
            for (std::size_t i = last->first; i < last->last; ++i)
                alike += same_unit(text, all[i], all[whole]) ? 1 : 0;
            if (alike == 1 && same_unit(text, all[whole], all[count.parts.front()]) &&
                status_group(text, all, whole) == StatusGroup::kNone)
                count = status_count(text, all, s, static_cast<int>(whole));
        }
        add_up(bench, task, division(count, false));
        add_up(bench, task, division(count, true));
        last = &s;
    }
}

// How many rows, and how many tasks with all their parts, have a status of the group.
struct Tally {
    long long rows = 0;
    long long tasks = 0;
};

bool in_group(ClaimedStatus s, StatusGroup g) {
    switch (g) {
        case StatusGroup::kDone: return claims_done(s);
        case StatusGroup::kBehind: return s == ClaimedStatus::kBehind || s == ClaimedStatus::kSlow;
        case StatusGroup::kNotBegun: return s == ClaimedStatus::kNotStarted;
        default: return false;
    }
}

template <class Holds>
Tally tally(const Programme& programme, const Holds& holds) {
    Tally t;
    const auto& tasks = programme.tasks;
    for (std::size_t i = 0; i < tasks.size();) {
        if (tasks[i].preamble) {
            ++i;
            continue;
        }
        bool all = true;
        do {
            const bool here = holds(tasks[i]);
            t.rows += here;
            all = all && here;
            ++i;
        } while (i < tasks.size() && !tasks[i].preamble && tasks[i].part > 0);
        t.tasks += all;
    }
    return t;
}

// What a bulletin's opening says of the items against the statuses in its own rows; only where the
// whole that it speaks of is the table.
void whole(Bench& bench) {
    const Programme& programme = *bench.u.programme;
    const auto preamble = [](const Task& t) { return t.preamble; };
    if (std::none_of(programme.tasks.begin(), programme.tasks.end(), preamble)) return;
    const Tally every = tally(programme, [](const Task&) { return true; });
    const Tally unknown =
        tally(programme, [](const Task& t) { return t.status.status == ClaimedStatus::kUnknown; });
    if (every.rows < 2 || unknown.rows > 0) return;
    for (std::size_t t = 0; t < programme.tasks.size(); ++t) {
        if (!programme.tasks[t].preamble) continue;
        const int task = static_cast<int>(t);
        const std::string_view text = bench.task(task).clean(Column::kProgress);
        const auto& all = bench.task(task).of(Column::kProgress);
        if (all.size() > kMostFigures) continue;
        for (const Statement& s : statements_of(text, all)) {
            const StatusCount count = status_count(text, all, s);
            if (count.whole < 0 || count.several_wholes || count.nested || count.open) continue;
            const Decimal& stated = all[static_cast<std::size_t>(count.whole)].value;
            if (stated != Decimal(every.rows) && stated != Decimal(every.tasks)) continue;
            for (std::size_t i = 0; i < count.parts.size(); ++i) {
                const StatusGroup group = count.groups[i];
                if (group != StatusGroup::kDone && group != StatusGroup::kBehind &&
                    group != StatusGroup::kNotBegun)
                    continue;
                const Tally found = tally(
                    programme, [&](const Task& row) { return in_group(row.status.status, group); });
                const Decimal& said = all[count.parts[i]].value;
                if (said == Decimal(found.rows) || said == Decimal(found.tasks)) continue;
                const long long here = stated == Decimal(every.tasks) ? found.tasks : found.rows;
                Finding f;
                f.code = "status-count";
                f.severity = Severity::kWarning;
                f.origin = Origin::kCompilation;
                f.task = task;
                f.evidence = {
                    bench.figure(task, Column::kProgress, static_cast<int>(count.parts[i]))};
                f.message = "finding-status-count-rows";
                f.arithmetic = amount(said) + " - " + std::to_string(here) + " = " +
                               amount(said - Decimal(here));
                f.params = {{"said", std::string(f.evidence[0].place.of(
                                         bench.task(task).cell(Column::kProgress).raw))},
                            {"rows", std::to_string(here)}};
                bench.add(std::move(f));
            }
        }
    }
}

}  // namespace

extern const Check check_status_count;
const Check check_status_count{"status-count", "arithmetic", row, whole, true};

}  // namespace duban
