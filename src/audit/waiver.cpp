#include "audit/waiver.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"

namespace duban {
namespace {

bool expired(const Waiver& w, std::string_view today) {
    return !w.until.empty() && !today.empty() && w.until < today;
}

Finding stale(std::string_view message, const Waiver& w, int task) {
    Finding f;
    f.code = "waiver-stale";
    f.severity = Severity::kNote;
    f.origin = Origin::kReading;
    f.task = task;
    f.message = message;
    f.params = {{"task", w.title.empty() ? w.task : w.task + " " + w.title},
                {"check", w.code},
                {"reason", w.reason},
                {"by", w.by},
                {"date", w.date},
                {"until", w.until}};
    return f;
}

}  // namespace

std::string task_label(const Programme& programme, int task) {
    const Task& t = programme.tasks[static_cast<std::size_t>(task)];
    return t.number.empty() ? "#" + std::to_string(t.row) : t.number;
}

std::string task_title(const Programme& programme, int task) {
    const Task& t = programme.tasks[static_cast<std::size_t>(task)];
    return without_blanks(
        programme.tasks[static_cast<std::size_t>(task - t.part)].clean(Column::kTask));
}

std::vector<Waived> apply_waivers(const Programme& programme, const std::vector<Waiver>& waivers,
                                  std::string_view today, bool tell_stale,
                                  const std::vector<std::string_view>& codes_run,
                                  std::vector<Finding>& findings) {
    std::vector<Waived> waived;
    if (waivers.empty()) return waived;
    std::unordered_map<std::string, std::vector<std::size_t>> by_code_and_task;
    for (std::size_t i = 0; i < waivers.size(); ++i)
        by_code_and_task[waivers[i].code + " " + waivers[i].task].push_back(i);
    std::vector<bool> used(waivers.size(), false);
    std::vector<Finding> kept;
    for (Finding& f : findings) {
        const Waiver* by = nullptr;
        const auto some =
            by_code_and_task.find(std::string(f.code) + " " + task_label(programme, f.task));
        if (some != by_code_and_task.end()) {
            for (const std::size_t i : some->second) {
                const Waiver& w = waivers[i];
                if ((!w.finding.empty() && w.finding != f.id) || expired(w, today) ||
                    (!w.title.empty() && w.title != task_title(programme, f.task)))
                    continue;
                used[i] = true;
                if (by == nullptr) by = &w;
            }
        }
        if (by != nullptr) {
            waived.push_back({std::move(f), *by});
        } else {
            kept.push_back(std::move(f));
        }
    }
    findings = std::move(kept);
    if (!tell_stale || programme.tasks.empty()) return waived;
    std::unordered_map<std::string, int> first_row;
    for (std::size_t i = programme.tasks.size(); i-- > 0;)
        first_row[task_label(programme, static_cast<int>(i))] = static_cast<int>(i);
    for (std::size_t i = 0; i < waivers.size(); ++i) {
        const Waiver& w = waivers[i];
        const bool over = expired(w, today);
        if (used[i] ||
            (!over && std::find(codes_run.begin(), codes_run.end(), w.code) == codes_run.end()))
            continue;
        const auto row = first_row.find(w.task);
        Finding f = stale(over ? "finding-waiver-over" : "finding-waiver-idle", w,
                          row == first_row.end() ? 0 : row->second);
        if (row != first_row.end()) {
            const Text& number =
                programme.tasks[static_cast<std::size_t>(f.task)].cell(Column::kNumber);
            if (!number.raw.empty())
                f.evidence = {
                    {f.task, Column::kNumber, {0, static_cast<std::uint32_t>(number.raw.size())}}};
        }
        findings.push_back(std::move(f));
    }
    return waived;
}

}  // namespace duban
