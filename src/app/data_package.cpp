#include "app/data_package.h"

#include <optional>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "base/json_writer.h"
#include "base/zip.h"

namespace duban {
namespace {

struct Field {
    std::string_view name;
    std::string_view type;
    std::string_view description;  // for people who read schemas
};

struct Reference {
    std::string_view field;
    std::string_view table;
    std::string_view key;
};

// A table with its schema. Cells are added in the order of the fields.
class Table {
  public:
    Table(std::string_view name, std::vector<Field> fields, std::vector<std::string_view> key,
          std::vector<Reference> references)
        : name_(name),
          fields_(std::move(fields)),
          key_(std::move(key)),
          references_(std::move(references)) {
        for (const Field& field : fields_) text(field.name);
    }

    void text(std::string_view value) {
        separate();
        append_csv_cell(csv_, value);
        end();
    }
    void number(const std::optional<Decimal>& value) {
        separate();
        if (value) csv_ += value->text();
        end();
    }
    void number(std::size_t value) {
        separate();
        csv_ += std::to_string(value);
        end();
    }
    void nothing() {
        separate();
        end();
    }

    [[nodiscard]] std::string path() const { return std::string(name_) + ".csv"; }
    [[nodiscard]] const std::string& csv() const { return csv_; }

    void write(JsonWriter& json) const {
        json.begin_object();
        json.member("name", name_);
        json.member("path", path());
        json.member("profile", "tabular-data-resource");
        json.member("format", "csv");
        json.member("mediatype", "text/csv");
        json.member("encoding", "utf-8");
        json.key("schema");
        json.begin_object();
        json.key("fields");
        json.begin_array();
        for (const Field& field : fields_) {
            json.begin_object();
            json.member("name", field.name);
            json.member("type", field.type);
            json.member("description", field.description);
            json.end_object();
        }
        json.end_array();
        json.key("missingValues");
        json.begin_array();
        json.value("");
        json.end_array();
        json.key("primaryKey");
        json.begin_array();
        for (const std::string_view field : key_) json.value(field);
        json.end_array();
        if (!references_.empty()) {
            json.key("foreignKeys");
            json.begin_array();
            for (const Reference& reference : references_) {
                json.begin_object();
                json.member("fields", reference.field);
                json.key("reference");
                json.begin_object();
                json.member("resource", reference.table);
                json.member("fields", reference.key);
                json.end_object();
                json.end_object();
            }
            json.end_array();
        }
        json.end_object();
        json.end_object();
    }

  private:
    void separate() {
        if (at_ > 0) csv_ += ',';
    }
    void end() {
        if (++at_ < fields_.size()) return;
        csv_ += "\r\n";
        at_ = 0;
    }

    std::string_view name_;
    std::vector<Field> fields_;
    std::vector<std::string_view> key_;
    std::vector<Reference> references_;
    std::string csv_;
    std::size_t at_ = 0;
};

std::size_t row_of(const Task& task) { return static_cast<std::size_t>(task.row); }

Table tasks_of(const Programme& programme) {
    Table table("tasks",
                {{"row", "integer", "row of the document, from 1"},
                 {"line", "integer", "line of the file, or how-manieth row of its tables"},
                 {"section", "integer", "programme within the document, from 1"},
                 {"number", "string", "number as printed"},
                 {"category", "string", "name of the category"},
                 {"title", "string", "name of the task, repaired"},
                 {"measures", "string", "what is promised, repaired"},
                 {"plan", "string", "what is planned, repaired"},
                 {"progress", "string", "what is reported, repaired"},
                 {"status", "string", "status as it is worded"},
                 {"claimed", "string", "the status that these words claim"},
                 {"lead_units", "string", "lead units, separated by semicolons"}},
                {"row"}, {});
    for (const Task& task : programme.tasks) {
        if (task.preamble) continue;
        table.number(row_of(task));
        table.number(static_cast<std::size_t>(task.line));
        table.number(static_cast<std::size_t>(task.section) + 1);
        table.text(task.number);
        table.text(programme.categories[static_cast<std::size_t>(task.category)].name);
        for (const Column c : {Column::kTask, Column::kMeasures, Column::kPlan, Column::kProgress})
            table.text(task.clean(c));
        table.text(task.status.words);
        table.text(name_of(task.status.status));
        std::string units;
        for (const std::string& unit : task.lead_units) units += (units.empty() ? "" : ";") + unit;
        table.text(units);
    }
    return table;
}

Table targets_of(const Understanding& u) {
    Table table("targets",
                {{"id", "string", "row and ordinal within it"},
                 {"row", "integer", "row of the task"},
                 {"subject", "string", "what is counted"},
                 {"value", "number", "promised amount"},
                 {"unit", "string", "unit of the amount"},
                 {"comparator", "string", "how the amount is bounded: eq, gte, gt, lte, lt, about"},
                 {"commitment", "string", "how firm the promise is"},
                 {"direction", "string", "whether more or less is better"},
                 {"opening", "number", "amount at the beginning"},
                 {"due", "yearmonth", "promised month, where one is named"},
                 {"plan_final", "number", "what the plan comes to"},
                 {"result", "number", "reported amount"},
                 {"ratio", "number", "result by value"},
                 {"verdict", "string", "what the comparison comes to"}},
                {"id"}, {{"row", "tasks", "row"}});
    const int year = u.programme->year;
    for (const Target& t : u.targets) {
        table.text(t.id);
        table.number(row_of(u.task_of(t)));
        table.text(t.subject);
        table.number(t.value);
        table.text(t.value ? std::string_view(t.unit) : std::string_view());
        table.text(t.value ? name_of(t.comparator) : std::string_view());
        table.text(name_of(t.commitment));
        table.text(name_of(t.direction));
        table.number(t.opening);
        if (t.due_month != 0 && year != 0) {
            const auto month = static_cast<std::uint8_t>(t.due_month);
            table.text(
                period_names({static_cast<std::int16_t>(year), month, month, false}, year).front());
        } else {
            table.nothing();
        }
        table.number(t.plan_final);
        table.number(t.result);
        table.number(t.ratio);
        table.text(name_of(t.verdict));
    }
    return table;
}

Table milestones_of(const Understanding& u) {
    Table table("milestones",
                {{"target", "string", "the target planned for"},
                 {"ordinal", "integer", "place in the plan, from 1"},
                 {"period", "string", "month or quarter"},
                 {"value", "number", "planned amount"}},
                {"target", "ordinal"}, {{"target", "targets", "id"}});
    for (const Target& t : u.targets) {
        std::size_t ordinal = 0;
        for (const PlanFigure& figure : t.plan) {
            const PlanItem& item = u.task_of(t).plan.items[static_cast<std::size_t>(figure.item)];
            table.text(t.id);
            table.number(++ordinal);
            table.text(item.period ? period_names(*item.period, u.programme->year).front() : "");
            table.number(figure.value);
        }
    }
    return table;
}

Table reports_of(const Programme& programme) {
    Table table("reports",
                {{"row", "integer", "row of the task"},
                 {"ordinal", "integer", "place in the report, from 1"},
                 {"number", "string", "number as printed"},
                 {"text", "string", "the item, repaired"}},
                {"row", "ordinal"}, {{"row", "tasks", "row"}});
    for (const Task& task : programme.tasks) {
        if (task.preamble) continue;
        std::size_t ordinal = 0;
        for (const ReportItem& item : task.report) {
            table.number(row_of(task));
            table.number(++ordinal);
            table.text(item.number.of(task.clean(Column::kProgress)));
            table.text(item.text.of(task.clean(Column::kProgress)));
        }
    }
    return table;
}

Table findings_of(const Programme& programme, const Audit& audit, Language language) {
    Table table("findings",
                {{"id", "string", "stable for the same text"},
                 {"row", "integer", "row of the task; none where the text belongs to no row"},
                 {"code", "string", "the check"},
                 {"severity", "string", "error, warning or note"},
                 {"origin", "string", "where the cause lies: reading, plan, report, compilation"},
                 {"message", "string", "what was found"},
                 {"arithmetic", "string", "the sum or comparison behind it"}},
                {"id"}, {{"row", "tasks", "row"}});
    for (const Finding& f : audit.findings) {
        const Task& task = programme.tasks[static_cast<std::size_t>(f.task)];
        table.text(f.id);
        if (task.preamble) {
            table.nothing();
        } else {
            table.number(row_of(task));
        }
        table.text(f.code);
        table.text(name_of(f.severity));
        table.text(name_of(f.origin));
        table.text(say(language, f.message, f.params));
        table.text(f.arithmetic);
    }
    return table;
}

}  // namespace

Result<std::string> data_package(const Understanding& understanding, const Audit& audit,
                                 Language language) {
    const Programme& programme = *understanding.programme;
    const std::vector<Table> tables{tasks_of(programme), targets_of(understanding),
                                    milestones_of(understanding), reports_of(programme),
                                    findings_of(programme, audit, language)};
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    json.member("profile", "tabular-data-package");
    json.member("name", "duban");
    if (!programme.title.empty()) json.member("title", programme.title);
    json.key("resources");
    json.begin_array();
    for (const Table& table : tables) table.write(json);
    json.end_array();
    json.end_object();
    std::vector<ZipPart> parts{{"datapackage.json", text + "\n"}};
    for (const Table& table : tables) parts.push_back({table.path(), table.csv()});
    return make_zip(parts);
}

}  // namespace duban
