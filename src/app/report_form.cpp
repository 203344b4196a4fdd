#include "app/report_form.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "app/findings_order.h"
#include "app/report_form_words.h"
#include "base/text.h"
#include "programme/import.h"
#include "programme/plan_totals.h"

namespace duban {
namespace {

constexpr const char* kHidden = "duban";
constexpr std::string_view kMark = "duban-form";
constexpr std::string_view kVersion = "1";

// The columns of the form in their order; `whole`: one cell for all rows of a task.
enum Place : std::uint8_t {
    kNumber,
    kTask,
    kPromise,
    kPlanned,
    kLast,
    kReport,
    kSubject,
    kUnit,
    kTarget,
    kDue,
    kBefore,
    kResult,
    kStatus,
    kTrouble,
    kPlaces
};
struct FormPlace {
    std::string_view name;  // keys "form-NAME" and "form-NAME-help"
    double width;
    FormCell kind;
    bool whole;
};
constexpr std::array<FormPlace, kPlaces> kFormPlaces{{
    {"number", 7, FormCell::kFixed, true},
    {"task", 18, FormCell::kFixed, true},
    {"promise", 30, FormCell::kFixed, true},
    {"plan", 28, FormCell::kFixed, true},
    {"last", 30, FormCell::kFixed, true},
    {"report", 42, FormCell::kText, true},
    {"subject", 18, FormCell::kFixed, false},
    {"unit", 7, FormCell::kFixed, false},
    {"target", 10, FormCell::kFixed, false},
    {"due", 10, FormCell::kFixed, false},
    {"before", 10, FormCell::kFixed, false},
    {"result", 11, FormCell::kNumber, false},
    {"status", 18, FormCell::kChoice, true},
    {"trouble", 24, FormCell::kText, true},
}};

std::string cell_name(std::size_t place, std::uint32_t row) {
    return std::string(1, static_cast<char>('A' + place)) + std::to_string(row);
}

// What the plan says for the month itself.
std::string planned_in(const Task& task, int month) {
    std::string out;
    for (const PlanItem& item : task.plan.items) {
        if (!item.period || item.period->first > month || item.period->last < month) continue;
        out += (out.empty() ? "" : "\n") + std::string(item.whole.of(task.clean(Column::kPlan)));
    }
    return out;
}

std::string text_of(const std::optional<Decimal>& value) { return value ? value->text() : ""; }

std::string month_text(const FormSettings& settings) {
    const std::string month = (settings.month < 10 ? "0" : "") + std::to_string(settings.month);
    return settings.year == 0 ? month : std::to_string(settings.year) + "-" + month;
}

bool leads(const Task& task, const std::string& unit) {
    return !task.preamble &&
           std::find(task.lead_units.begin(), task.lead_units.end(), unit) != task.lead_units.end();
}

int number_of(std::string_view text) {
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc() && end == text.data() + text.size() ? value : -1;
}

}  // namespace

std::vector<std::string> lead_units(const Programme& programme) {
    std::vector<std::string> out;
    for (const Task& task : programme.tasks) {
        for (const std::string& unit : task.lead_units) {
            if (std::find(out.begin(), out.end(), unit) == out.end()) out.push_back(unit);
        }
    }
    return out;
}

XlsxForm report_form(const Understanding& understanding, const FormSettings& settings,
                     std::deque<std::string>& kept) {
    const Programme& programme = *understanding.programme;
    const Language language = settings.language;
    XlsxForm form;
    form.sheet = kFormSheet;
    form.title = say(language, "form-title",
                     {{"unit", settings.unit}, {"month", std::to_string(settings.month)}});
    form.advice = say(language, "form-advice", {{"title", programme.title}});
    form.choice_fault = say(language, "form-fault-status");
    form.number_fault = say(language, "form-fault-number");
    for (const FormPlace& place : kFormPlaces) {
        const std::string key = "form-" + std::string(place.name);
        form.columns.push_back(
            {say(language, key), say(language, key + "-help"), place.width, place.kind});
    }
    for (const std::string_view status : kFormStatuses) form.choices.emplace_back(status);
    form.hidden_sheet = kHidden;
    form.hidden = {{std::string(kMark), std::string(kVersion)},
                   {"title", programme.title},
                   {"period", programme.period()},
                   {"unit", settings.unit},
                   {"month", month_text(settings)}};

    const auto keep = [&](std::string text) -> std::string_view {
        return kept.emplace_back(std::move(text));
    };
    for (std::size_t t = 0; t < programme.tasks.size(); ++t) {
        const Task& task = programme.tasks[t];
        if (!leads(task, settings.unit)) continue;
        std::vector<const Target*> targets;
        for (const int index : understanding.views[t].targets) {
            const Target& target = understanding.targets[static_cast<std::size_t>(index)];
            if (target.value) targets.push_back(&target);
        }
        const std::size_t rows = std::max<std::size_t>(targets.size(), 1);
        for (std::size_t r = 0; r < rows; ++r) {
            std::array<PrintCell, kPlaces> cells;
            for (std::size_t p = 0; p < kPlaces; ++p) {
                if (!kFormPlaces[p].whole) continue;
                cells[p].rows = r == 0 ? static_cast<std::uint32_t>(rows) : 1;
                cells[p].covered = r > 0;
            }
            if (r == 0) {
                cells[kNumber].text = keep(printed_number(task));
                cells[kTask].text = keep(task_title(task, language));
                cells[kPromise].text = task.clean(Column::kMeasures);
                cells[kPlanned].text = keep(planned_in(task, settings.month));
                cells[kLast].text = task.clean(Column::kProgress);
            }
            const Target* target = r < targets.size() ? targets[r] : nullptr;
            if (target != nullptr) {
                cells[kSubject].text = target->subject;
                cells[kUnit].text = target->unit;
                cells[kTarget].text = keep(text_of(target->value));
                cells[kDue].text =
                    keep(text_of(planned_by(*understanding.programme, *target, settings.month)));
                cells[kBefore].text = keep(text_of(target->result));
            }
            form.hidden.push_back(
                {"row", std::to_string(form.cells.size() / kPlaces + kFormHeadingRow + 1),
                 std::to_string(task.row), printed_number(task), task_title(task, language),
                 target != nullptr ? target->id : "", target != nullptr ? target->subject : "",
                 target != nullptr ? target->unit : ""});
            form.cells.insert(form.cells.end(), cells.begin(), cells.end());
        }
    }
    return form;
}

Result<FilledForm> read_report_form(const Document& document) {
    const Error no_form{ErrorCode::kUnsupported, "error-no-form", {}, ""};
    const auto named = std::find(document.sheets.begin(), document.sheets.end(), kHidden);
    if (document.kind != FileKind::kXlsx || named == document.sheets.end()) return no_form;
    const auto hidden = static_cast<std::uint32_t>(named - document.sheets.begin()) + 1;
    std::map<std::uint32_t, const DocumentRow*> rows;  // of the sheet that was filled in
    for (const DocumentRow& row : document.rows) {
        if (row.sheet == 1) rows.emplace(row.row, &row);
    }
    FilledForm form;
    bool known = false;
    for (const DocumentRow& row : document.rows) {
        if (row.sheet != hidden) continue;
        const std::string_view what = document.cell(row, 0);
        const std::string value(document.cell(row, 1));
        if (what == kMark) {
            known = value == kVersion;
        } else if (what == "title") {
            form.title = value;
        } else if (what == "period") {
            form.period = value;
        } else if (what == "unit") {
            form.unit = value;
        } else if (what == "month") {
            form.month = value;
        }
        if (what != "row") continue;
        const auto at = static_cast<std::uint32_t>(std::max(number_of(value), 0));
        const int task_row = number_of(document.cell(row, 2));
        const std::string number(document.cell(row, 3));
        const auto found = rows.find(at);
        const DocumentRow* filled = found == rows.end() ? nullptr : found->second;
        const auto cell = [&](Place place) {
            return filled == nullptr ? std::string_view() : trimmed(document.cell(*filled, place));
        };
        const bool first = form.tasks.empty() || form.tasks.back().row != task_row;
        if (filled == nullptr || cell(kNumber) != number) {
            form.faults.push_back(
                {cell_name(kNumber, at), "form-fault-moved", {{"number", number}}});
            continue;
        }
        if (first) {
            FilledTask task;
            task.row = task_row;
            task.number = number;
            task.task = document.cell(row, 4);
            task.report = cell(kReport);
            task.status = cell(kStatus);
            task.trouble = cell(kTrouble);
            form.filled += !task.report.empty() + !task.status.empty() + !task.trouble.empty();
            if (!task.status.empty() && !read_status(task.status).standard)
                form.faults.push_back({cell_name(kStatus, at), "form-fault-status", {}});
            form.tasks.push_back(std::move(task));
        }
        FilledTarget target;
        target.id = document.cell(row, 5);
        target.subject = document.cell(row, 6);
        target.unit = document.cell(row, 7);
        const std::string_view result = cell(kResult);
        if (!result.empty()) {
            ++form.filled;
            if (target.id.empty()) {
                form.faults.push_back({cell_name(kResult, at), "form-fault-no-target", {}});
            } else {
                target.value = Decimal::parse(result);
                if (!target.value)
                    form.faults.push_back({cell_name(kResult, at), "form-fault-number", {}});
            }
        }
        if (!target.id.empty()) form.tasks.back().targets.push_back(std::move(target));
    }
    if (!known) return no_form;
    return form;
}

}  // namespace duban
