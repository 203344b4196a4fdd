// duban extract: one line of JSON for every quantity.
#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/place.h"
#include "base/json_writer.h"

namespace duban {
namespace {

Common common;
std::string format = "jsonl";

void write_quantity(std::string& out, std::string_view file, const Task& task, Column column,
                    const Quantity& q, PlaceCounter& places) {
    const Text& cell = task.cell(column);
    const Span raw = cell.raw_span(q.span);
    JsonWriter json(out);
    json.begin_object();
    if (!file.empty()) json.member("file", file);
    json.member("row", task.row);
    json.member("cell", name_of(column));
    const PlanItem* item = column == Column::kPlan ? task.plan_item_at(q.span.begin) : nullptr;
    if (item != nullptr && item->period) {
        json.member("month", static_cast<int>(item->period->first));
    } else {
        json.member_null("month");
    }
    places.write(json, raw);
    json.member("text", raw.of(cell.raw));
    json.member("value", q.value);
    if (q.family == UnitFamily::kPercent) {
        json.member("unit", "%");
    } else if (q.unit.empty()) {
        json.member_null("unit");
    } else {
        json.member("unit", q.unit.of(cell.clean));
    }
    json.member("comparator", name_of(q.comparator));
    json.member("kind", name_of(q.kind));
    if (q.mode == Mode::kNone) {
        json.member_null("mode");
    } else {
        json.member("mode", name_of(q.mode));
    }
    json.end_object();
    out += '\n';
}

int run() {
    const Language language = common.language();
    if (common.names_office_file(language)) return kExitUnreadable;
    Output output(common.output);
    bool any = false;
    std::string out;
    const int status = for_each_programme(
        common, language, [&](const std::string& path, const Programme& programme, bool several) {
            any = true;
            for (const Task& task : programme.tasks) {
                if (task.preamble) continue;
                for (const Column column : {Column::kMeasures, Column::kPlan, Column::kProgress}) {
                    PlaceCounter places(task.cell(column).raw);
                    for (const Quantity& q : task.of(column))
                        write_quantity(out, several ? path : "", task, column, q, places);
                }
                output.take(out);
            }
        });
    output.write(out);
    return std::max(status, output.finish(language, any));
}

}  // namespace

Verb add_extract(CLI::App& app, Language language) {
    CLI::App* verb = app.add_subcommand("extract", say(language, "help-extract"));
    add_common(*verb, common, language);
    verb->add_option("--format", format, say(language, "help-format"))
        ->check(CLI::IsMember({"jsonl"}))
        ->capture_default_str();
    verb->footer(say(language, "help-extract-example"));
    return {verb, run};
}

}  // namespace duban
