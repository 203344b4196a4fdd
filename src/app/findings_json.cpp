// The outcome of a check as JSON, see docs/formats.md.
#include <algorithm>
#include <map>

#include "app/findings_format.h"
#include "app/place.h"
#include "base/json_writer.h"
#include "base/parallel.h"

namespace duban {
namespace {

void write_evidence(JsonWriter& json, const Programme& programme,
                    const std::vector<Evidence>& evidence) {
    json.begin_array();
    for (const Evidence& e : evidence) {
        const Task& task = programme.tasks[static_cast<std::size_t>(e.task)];
        const std::string_view raw = task.cell(e.cell).raw;
        PlaceCounter places(raw);
        json.begin_object();
        json.member("row", task.row);
        json.member("cell", name_of(e.cell));
        places.write(json, e.place);
        json.member("text", e.place.of(raw));
        write_place(json, programme.document, e.place.of(raw));
        json.end_object();
    }
    json.end_array();
}

template <class T>
void write_optional(JsonWriter& json, std::string_view name, const std::optional<T>& value) {
    if (value) {
        json.member(name, *value);
    } else {
        json.member_null(name);
    }
}

void write_target(JsonWriter& json, const Programme& programme, const Target& t) {
    const Task& task = programme.tasks[static_cast<std::size_t>(t.task)];
    json.begin_object();
    json.member("id", t.id);
    json.member("row", task.row);
    json.member("part", task.has_parts ? task.part + 1 : 0);
    json.member("subject", t.subject);
    json.member("commitment", name_of(t.commitment));
    json.member("direction", name_of(t.direction));
    write_optional(json, "opening", t.opening);
    write_optional(json, "value", t.value);
    if (t.value && !t.unit.empty()) {
        json.member("unit", t.unit);
    } else {
        json.member_null("unit");
    }
    if (t.value) {
        json.member("comparator", name_of(t.comparator));
    } else {
        json.member_null("comparator");
    }
    if (t.due_month != 0 && programme.year != 0) {
        json.member("due", period_names({static_cast<std::int16_t>(programme.year),
                                         static_cast<std::uint8_t>(t.due_month),
                                         static_cast<std::uint8_t>(t.due_month), false},
                                        programme.year)
                               .front());
    } else {
        json.member_null("due");
    }
    json.key("plan");
    json.begin_array();
    for (const PlanFigure& f : t.plan) {
        const PlanItem& item = task.plan.items[static_cast<std::size_t>(f.item)];
        json.begin_object();
        if (item.period) {
            json.member("period", period_names(*item.period, programme.year).front());
        } else {
            json.member_null("period");
        }
        json.member("value", f.value);
        json.end_object();
    }
    json.end_array();
    write_optional(json, "plan_final", t.plan_final);
    write_optional(json, "result", t.result);
    write_optional(json, "ratio", t.ratio);
    json.member("verdict", name_of(t.verdict));
    json.member("target_cell", name_of(t.cell));
    const Text& cell = task.cell(t.cell);
    PlaceCounter places(cell.raw);
    places.write(json, cell.raw_span(t.place));
    json.end_object();
}

// With the waiver that takes it out of the count, where there is one.
void write_finding(JsonWriter& json, const Programme& programme, const Finding& f,
                   const FormatSettings& settings, const Waiver* waiver = nullptr) {
    const Task& task = programme.tasks[static_cast<std::size_t>(f.task)];
    json.begin_object();
    json.member("id", f.id);
    json.member("row", task.row);
    json.key("related_rows");
    json.begin_array();
    for (const int r : f.related) json.value(programme.tasks[static_cast<std::size_t>(r)].row);
    json.end_array();
    json.member("task", task.number);
    json.member("code", f.code);
    json.member("severity", name_of(f.severity));
    json.member("origin", name_of(f.origin));
    json.key("evidence");
    write_evidence(json, programme, f.evidence);
    json.member("message", say(settings.language, f.message, f.params));
    json.member("arithmetic", f.arithmetic);
    json.key("params");
    json.begin_object();
    for (const Param& p : f.params) json.member(p.name, p.value);
    json.end_object();
    if (settings.answers != nullptr) json.member("answer", settings.answers->to(f.id));
    if (waiver != nullptr) {
        json.key("waiver");
        json.begin_object();
        json.member("reason", waiver->reason);
        json.member("by", waiver->by);
        json.member("date", waiver->date);
        if (waiver->until.empty()) {
            json.member_null("until");
        } else {
            json.member("until", waiver->until);
        }
        json.end_object();
    }
    json.end_object();
}

// An array of what `one` writes of each item. Long lists are written by several threads, a stretch
// at a time, so that the text need not be held whole.
template <class Item, class One>
void write_list(JsonWriter& json, std::string& out, Output& output, const std::vector<Item>& items,
                const One& one) {
    constexpr std::size_t kStretch = 8192;
    json.begin_array();
    for (std::size_t from = 0; from < items.size(); from += kStretch) {
        const std::size_t count = std::min(items.size() - from, kStretch);
        std::vector<std::string> parts(range_count(count));
        for_ranges(count, parts.size(), [&](std::size_t range, std::size_t begin, std::size_t end) {
            JsonWriter part(parts[range]);
            for (std::size_t i = begin; i < end; ++i) one(part, items[from + i]);
        });
        for (const std::string& part : parts) json.written(part);
        output.take(out);
    }
    json.end_array();
}

void write_document(Output& output, const FormatSettings& settings, const Checked& checked) {
    const Understanding& u = checked.understanding;
    const Audit& audit = checked.audit;
    const Programme& programme = *u.programme;
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("file", checked.path);
    json.member("title", programme.title);
    json.member("period", programme.period());
    json.key("targets");
    write_list(json, out, output, u.targets,
               [&](JsonWriter& part, const Target& t) { write_target(part, programme, t); });
    json.key("findings");
    write_list(json, out, output, audit.findings, [&](JsonWriter& part, const Finding& f) {
        write_finding(part, programme, f, settings);
    });
    json.key("waived");
    write_list(json, out, output, audit.waived, [&](JsonWriter& part, const Waived& w) {
        write_finding(part, programme, w.finding, settings, &w.waiver);
    });
    json.key("holds");
    write_list(json, out, output, audit.holds, [&](JsonWriter& part, const Hold& h) {
        part.begin_object();
        part.member("row", programme.tasks[static_cast<std::size_t>(h.task)].row);
        part.member("code", h.code);
        part.key("evidence");
        write_evidence(part, programme, h.evidence);
        part.member("arithmetic", h.arithmetic);
        part.end_object();
    });
    json.key("summary");
    json.begin_object();
    json.member("rows_read", programme.rows);
    json.member("rows_refused", programme.refused.size());
    int tasks = 0;
    for (const Task& t : programme.tasks) tasks += !t.preamble && t.part == 0;
    json.member("tasks", tasks);
    json.member("categories", programme.categories.size());
    std::map<std::string_view, int> verdicts;
    for (const Target& t : u.targets) ++verdicts[name_of(t.verdict)];
    std::map<std::string_view, int> severities{{"error", 0}, {"warning", 0}, {"note", 0}};
    std::map<std::string_view, int> codes;
    for (const Finding& f : audit.findings) {
        ++severities[name_of(f.severity)];
        ++codes[f.code];
    }
    const auto counts = [&](std::string_view name, const std::map<std::string_view, int>& map) {
        json.key(name);
        json.begin_object();
        for (const auto& [key, n] : map) json.member(key, n);
        json.end_object();
    };
    counts("targets_by_verdict", verdicts);
    counts("findings_by_severity", severities);
    counts("findings_by_code", codes);
    if (settings.answers != nullptr) {
        const AnswerCount count = count_answers(audit, *settings.answers);
        json.member("answered", count.answered);
        json.member("unanswered", count.open);
    }
    json.end_object();
    json.end_object();
    out += '\n';
    output.write(out);
}

}  // namespace

const FindingsFormat kJsonFormat{"json", nullptr, write_document, nullptr};

}  // namespace duban
