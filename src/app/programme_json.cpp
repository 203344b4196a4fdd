#include "app/programme_json.h"

#include "app/place.h"
#include "base/json_writer.h"

namespace duban {
namespace {

constexpr std::size_t kWorthWriting = 1 << 20;

std::string_view name_of(DamageKind kind) {
    switch (kind) {
        case DamageKind::kBlank: return "blank";
        case DamageKind::kSpacedOut: return "spaced-out";
        case DamageKind::kDoubled: return "doubled";
        case DamageKind::kLatinWord: return "latin-word";
        case DamageKind::kWidth: return "width";
        case DamageKind::kMarkup: return "markup";
        case DamageKind::kStrayNumber: return "stray-number";
        case DamageKind::kUnread: return "unread";
    }
    return "";
}

// A piece of a cell: repaired text, raw text and its place.
void write_piece(JsonWriter& json, const Text& cell, Span clean, PlaceCounter& places) {
    const Span raw = cell.raw_span(clean);
    json.member("text", clean.of(cell.clean));
    json.member("raw", raw.of(cell.raw));
    places.write(json, raw);
}

void write_task(JsonWriter& json, const Programme& programme, const Task& task) {
    const Category& category = programme.categories[static_cast<std::size_t>(task.category)];
    json.begin_object();
    json.member("row", task.row);
    json.member("line", task.line);
    write_place(json, programme.document, task.cell(Column::kTask).raw);
    json.member("section", task.section + 1);
    json.member("number", task.number);
    json.member("part", task.has_parts ? task.part + 1 : 0);
    json.key("category");
    json.begin_object();
    json.member("ordinal", category.ordinal);
    json.member("name", category.name);
    json.end_object();
    json.member("title", task.clean(Column::kTask));
    json.member("measures", task.clean(Column::kMeasures));
    json.key("plan");
    json.begin_array();
    {
        const Text& cell = task.cell(Column::kPlan);
        PlaceCounter places(cell.raw);
        for (const PlanItem& item : task.plan.items) {
            json.begin_object();
            json.key("periods");
            json.begin_array();
            if (item.period) {
                for (const std::string& name : period_names(*item.period, programme.year))
                    json.value(name);
            }
            json.end_array();
            if (!item.heading.empty()) json.member("heading", item.heading.of(cell.clean));
            write_piece(json, cell, item.text, places);
            json.end_object();
        }
    }
    json.end_array();
    json.key("progress");
    json.begin_array();
    {
        const Text& cell = task.cell(Column::kProgress);
        PlaceCounter places(cell.raw);
        for (const ReportItem& item : task.report) {
            json.begin_object();
            if (item.number.empty()) {
                json.member_null("number");
            } else {
                json.member("number", item.number.of(cell.clean));
            }
            write_piece(json, cell, item.text, places);
            json.end_object();
        }
    }
    json.end_array();
    json.key("claimed_status");
    json.begin_object();
    json.member("text", task.status.words);
    json.member("status", name_of(task.status.status));
    json.member("standard", task.status.standard);
    if (!task.status.missing.empty()) json.member("named", task.status.missing);
    json.end_object();
    json.key("lead_units");
    json.begin_array();
    for (const std::string& unit : task.lead_units) json.value(unit);
    json.end_array();
    json.key("raw");
    json.begin_object();
    for (std::size_t c = 0; c < kColumns; ++c) {
        if (!task.cells[c].raw.empty())
            json.member(name_of(static_cast<Column>(c)), task.cells[c].raw);
    }
    json.end_object();
    json.key("repairs");
    json.begin_array();
    for (std::size_t c = 0; c < kColumns; ++c) {
        PlaceCounter places(task.cells[c].raw);
        for (const Damage& damage : task.cells[c].damages) {
            json.begin_object();
            json.member("cell", name_of(static_cast<Column>(c)));
            json.member("kind", name_of(damage.kind));
            places.write(json, damage.raw);
            json.end_object();
        }
    }
    json.end_array();
    json.end_object();
}

}  // namespace

void write_programme(std::string& out, const Sink& sink, std::string_view file,
                     const Programme& programme) {
    JsonWriter json(out);
    json.begin_object();
    json.member("file", file);
    json.member("title", programme.title);
    json.member("period", programme.period());
    json.member("rows_read", programme.rows);
    json.member("rows_refused", programme.refused.size());
    json.key("refused");
    json.begin_array();
    for (const RefusedRow& row : programme.refused) {
        json.begin_object();
        json.member("line", row.line);
        json.member("reason", row.reason);
        json.end_object();
    }
    json.end_array();
    json.key("columns");
    json.begin_array();
    for (const std::uint8_t c : programme.columns_seen) json.value(name_of(static_cast<Column>(c)));
    json.end_array();
    json.key("headings");
    json.begin_array();
    for (const std::uint8_t c : programme.columns_seen) json.value(programme.heading_words[c]);
    json.end_array();
    json.key("tasks");
    json.begin_array();
    for (const Task& task : programme.tasks) {
        write_task(json, programme, task);
        if (out.size() > kWorthWriting) {
            sink(out);
            out.clear();
        }
    }
    json.end_array();
    json.end_object();
    out += '\n';
}

}  // namespace duban
