#include "app/diff_json.h"

#include <array>

#include "app/diff_text.h"
#include "app/place.h"
#include "base/json_writer.h"

namespace duban {
namespace {

const Task& task_at(const Understanding& u, int task) {
    return u.programme->tasks[static_cast<std::size_t>(task)];
}

void write_document(JsonWriter& json, std::string_view name, const std::string& file,
                    const Programme& programme, int tasks) {
    json.key(name);
    json.begin_object();
    json.member("file", file);
    json.member("title", programme.title);
    json.member("period", programme.period());
    json.member("rows_read", programme.rows);
    json.member("rows_refused", programme.refused.size());
    json.member("tasks", tasks);
    json.end_object();
}

void write_slice(JsonWriter& json, const Text& cell, Span clean, PlaceCounter& places) {
    const Span raw = cell.raw_span(clean);
    places.write(json, raw);
    json.member("text", raw.of(cell.raw));
}

void write_side(JsonWriter& json, std::string_view name, const Understanding& u, const Side& side) {
    json.key(name);
    if (side.task < 0) {
        json.null();
        return;
    }
    const Task& task = task_at(u, side.task);
    json.begin_object();
    json.member("row", task.row);
    json.member("line", task.line);
    json.member("number", task.number);
    json.member("part", task.has_parts ? task.part + 1 : 0);
    json.member("title", task.clean(Column::kTask));
    json.member("cell", name_of(side.cell));
    PlaceCounter places(task.cell(side.cell).raw);
    write_slice(json, task.cell(side.cell), side.place, places);
    if (side.target >= 0) {
        json.member("target", u.targets[static_cast<std::size_t>(side.target)].id);
    } else {
        json.member_null("target");
    }
    if (side.value) {
        json.member("value", *side.value);
    } else {
        json.member_null("value");
    }
    if (side.value && !side.unit.empty()) {
        json.member("unit", side.unit);
    } else {
        json.member_null("unit");
    }
    json.end_object();
}

void write_changes(JsonWriter& json, const Comparison& c, const Difference& d) {
    json.key("changes");
    json.begin_array();
    if (!d.texts.empty()) {
        const Text& before = task_at(*c.before, d.before.task).cell(d.before.cell);
        const Text& after = task_at(*c.after, d.after.task).cell(d.after.cell);
        PlaceCounter places_before(before.raw);
        PlaceCounter places_after(after.raw);
        for (const TextChange& change : d.texts) {
            json.begin_object();
            json.key("before");
            json.begin_object();
            write_slice(json, before, change.before, places_before);
            json.end_object();
            json.key("after");
            json.begin_object();
            write_slice(json, after, change.after, places_after);
            json.end_object();
            json.end_object();
        }
    }
    json.end_array();
}

void write_difference(JsonWriter& json, const Comparison& c, const Difference& d,
                      Language language) {
    json.begin_object();
    json.member("kind", name_of(d.kind));
    json.member("consequence", name_of(consequence_of(d.kind)));
    json.member("subject", d.subject);
    if (d.period) {
        json.member("period", period_names(*d.period, c.after->programme->year).back());
    } else {
        json.member_null("period");
    }
    write_side(json, "before", *c.before, d.before);
    write_side(json, "after", *c.after, d.after);
    if (d.change) {
        json.member("change", *d.change);
    } else {
        json.member_null("change");
    }
    write_changes(json, c, d);
    json.member("message", difference_sentence(c, d, language));
    json.end_object();
}

}  // namespace

void write_comparison_json(Output& output, const std::string& file_before,
                           const std::string& file_after, const Comparison& c, Language language) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    write_document(json, "before", file_before, *c.before->programme, c.tasks_before);
    write_document(json, "after", file_after, *c.after->programme, c.tasks_after);
    json.member("other_year", c.other_year);
    json.member("backwards", c.backwards);
    json.key("matches");
    json.begin_array();
    for (const TaskMatch& m : c.matches) {
        json.begin_object();
        json.member("before_row", task_at(*c.before, m.before).row);
        json.member("after_row", task_at(*c.after, m.after).row);
        json.member("by", name_of(m.by));
        json.end_object();
        output.take(out);
    }
    json.end_array();
    json.key("differences");
    json.begin_array();
    std::array<int, kDifferenceKinds> counts{};
    for (const Difference& d : c.differences) {
        write_difference(json, c, d, language);
        ++counts[static_cast<std::size_t>(d.kind)];
        output.take(out);
    }
    json.end_array();
    json.key("summary");
    json.begin_object();
    json.member("matched", c.matches.size());
    json.key("by_kind");
    json.begin_object();
    for (std::size_t i = 0; i < kDifferenceKinds; ++i) {
        if (counts[i] > 0) json.member(name_of(static_cast<DifferenceKind>(i)), counts[i]);
    }
    json.end_object();
    json.member("message", comparison_summary(c, language));
    json.end_object();
    json.end_object();
    out += '\n';
    output.write(out);
}

}  // namespace duban
