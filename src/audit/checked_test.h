// For tests: a small table, or a paragraph of prose, through the whole chain from text to finding.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "extraction/repair.h"
#include "programme/import.h"
#include "reader/text_reader.h"

namespace duban {

struct Row {
    std::string number = "1";
    std::string title = "建设社区食堂";
    std::string measures;
    std::string plan;
    std::string report;
    std::string status = "已完成全年任务";
};

struct Checked {
    Programme programme;
    Understanding understanding;
    Audit audit;

    explicit Checked(const std::vector<Row>& rows, const AuditSettings& settings = {},
                     std::string_view opening = {}) {
        std::string text =
            "某市2024年度民生实事12月份推进情况\n编号\t工作任务\t具体措施\t月度计划\t12月份推进情况"
            "\t工作成效\n";
        for (const Row& r : rows) {
            text += r.number + "\t" + r.title + "\t" + r.measures + "\t" + r.plan + "\t" +
                    r.report + "\t" + r.status + "\n";
        }
        auto document = read_text(text);
        REQUIRE(document.ok());
        auto imported = import_programme(std::move(document.value()));
        REQUIRE(imported.ok());
        programme = std::move(imported.value());
        // A paragraph of a bulletin that belongs to no row; the text must outlive this.
        if (!opening.empty()) {
            Task task;
            task.preamble = true;
            task.cell(Column::kProgress) = repair(opening);
            task.of(Column::kProgress) = extract_quantities(task.clean(Column::kProgress));
            programme.tasks.push_back(std::move(task));
        }
        understanding = understand(programme);
        audit = duban::audit(understanding, settings);
    }

    [[nodiscard]] const Finding* find(std::string_view code, int task = 0) const {
        const auto found =
            std::find_if(audit.findings.begin(), audit.findings.end(),
                         [&](const Finding& f) { return f.code == code && f.task == task; });
        return found == audit.findings.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool holds(std::string_view arithmetic) const {
        return std::any_of(audit.holds.begin(), audit.holds.end(),
                           [&](const Hold& h) { return h.arithmetic == arithmetic; });
    }
};

inline Row row(std::string measures, std::string plan, std::string report,
               std::string status = "已完成全年任务") {
    return {"1",
            "建设社区食堂",
            std::move(measures),
            std::move(plan),
            std::move(report),
            std::move(status)};
}

// Prose under a table of one row that gives no finding.
inline Checked prose(std::string_view text) {
    return Checked({row("新建食堂30处。", "①6月，累计新建食堂15处。②12月，累计新建食堂30处。",
                        "全年累计新建食堂30处。")},
                   {}, text);
}

}  // namespace duban
