// The outcome of a check as SARIF 2.1.0, which editors and code hosts show beside the text. One log
// with one run, whatever the number of documents. See docs/formats.md.
#include <cctype>
#include <map>

#include "app/findings_format.h"
#include "app/findings_order.h"
#include "app/source_map.h"
#include "base/json_writer.h"

namespace duban {
namespace {

constexpr std::string_view kCheckFailed = "check-failed";
constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// A path as a URI reference: bytes that are not plain are written as %XX.
std::string uri_of(std::string_view path) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte < 0x80 && std::isalnum(byte) != 0) ||
                           std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain) {
            out += c;
        } else {
            out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
        }
    }
    return out;
}

void write_text(JsonWriter& json, std::string_view name, std::string_view text) {
    json.key(name);
    json.begin_object();
    json.member("text", text);
    json.end_object();
}

void write_rule(JsonWriter& json, Language language, std::string_view code,
                std::string_view family) {
    json.begin_object();
    json.member("id", code);
    write_text(json, "shortDescription", say(language, "rule-" + std::string(code)));
    write_text(json, "help", say(language, "remedy-" + std::string(code)));
    if (!family.empty()) {
        json.key("properties");
        json.begin_object();
        json.key("tags");
        json.begin_array();
        json.value(family);
        json.end_array();
        json.end_object();
    }
    json.end_object();
}

void begin(Output& output, const FormatSettings& settings, const Checked* /*first*/) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("$schema", kSchema);
    json.member("version", "2.1.0");
    json.key("runs");
    json.begin_array();
    json.begin_object();
    json.key("tool");
    json.begin_object();
    json.key("driver");
    json.begin_object();
    json.member("name", "duban");
    json.member("version", DUBAN_VERSION);
    json.key("rules");
    json.begin_array();
    for (const Check* check : checks())
        write_rule(json, settings.language, check->code, check->family);
    write_rule(json, settings.language, kCheckFailed, "");
    json.end_array();
    json.end_object();
    json.end_object();
    json.member("language", settings.language == Language::kChinese ? "zh-CN" : "en-US");
    json.member("columnKind", "unicodeCodePoints");
    json.key("results");
    json.begin_array();
    output.write(out);
}

class Results {
  public:
    Results(std::string& out, Language language, const Checked& checked)
        : out_(out),
          language_(language),
          programme_(*checked.understanding.programme),
          uri_(uri_of(checked.path)),
          map_(*programme_.document.text) {
        int n = 0;
        for (const Check* check : checks()) rules_[check->code] = n++;
        rules_[kCheckFailed] = n;
    }

    // With the waiver that takes it out of the count, where there is one.
    void write(const Finding& f, const Waiver* waiver = nullptr) {
        JsonWriter json(out_);
        const Task& task = task_of(f.task);
        json.begin_object();
        json.member("ruleId", f.code);
        if (const auto rule = rules_.find(f.code); rule != rules_.end())
            json.member("ruleIndex", rule->second);
        json.member("level", name_of(f.severity));
        write_text(json, "message", finding_sentence(f, language_));
        json.key("locations");
        json.begin_array();
        json.begin_object();
        physical(json, f.evidence.empty() ? nullptr : &f.evidence.front(), task);
        json.key("logicalLocations");
        json.begin_array();
        json.begin_object();
        const std::string number = printed_number(task);
        json.member("name", (number.empty() ? "" : number + " ") + task_title(task, language_));
        json.member("kind", "task");
        json.end_object();
        json.end_array();
        json.end_object();
        json.end_array();
        if (f.evidence.size() > 1) {
            json.key("relatedLocations");
            json.begin_array();
            for (std::size_t i = 1; i < f.evidence.size(); ++i) {
                const Evidence& e = f.evidence[i];
                json.begin_object();
                json.member("id", i);
                physical(json, &e, task_of(e.task));
                write_text(json, "message",
                           say(language_, "column-" + std::string(name_of(e.cell))));
                json.end_object();
            }
            json.end_array();
        }
        json.key("partialFingerprints");
        json.begin_object();
        json.member("dubanFindingId/v1", f.id);
        json.end_object();
        if (waiver != nullptr) {
            json.key("suppressions");
            json.begin_array();
            json.begin_object();
            json.member("kind", "external");
            json.member("justification",
                        waiver->reason + " (" + waiver->by + ", " + waiver->date + ")");
            json.end_object();
            json.end_array();
        }
        json.key("properties");
        json.begin_object();
        json.member("origin", name_of(f.origin));
        json.member("row", task.row);
        json.member("task", task.number);
        json.end_object();
        json.end_object();
    }

  private:
    const Task& task_of(int i) const { return programme_.tasks[static_cast<std::size_t>(i)]; }

    // The place of the evidence, or the line of the task.
    void physical(JsonWriter& json, const Evidence* e, const Task& task) {
        json.key("physicalLocation");
        json.begin_object();
        json.key("artifactLocation");
        json.begin_object();
        json.member("uri", uri_);
        json.end_object();
        json.key("region");
        json.begin_object();
        std::optional<SourcePlace> place;
        if (e != nullptr && is_plain_text(programme_.document.kind))
            place = map_.place(e->place.of(task.cell(e->cell).raw));
        if (place) {
            json.member("startLine", place->line);
            json.member("startColumn", place->column);
            json.member("endLine", place->end_line);
            json.member("endColumn", place->end_column);
            write_text(json, "snippet", e->place.of(task.cell(e->cell).raw));
        } else {
            json.member("startLine", task.line);
        }
        json.end_object();
        json.end_object();
    }

    std::string& out_;
    Language language_;
    const Programme& programme_;
    std::string uri_;
    SourceMap map_;
    std::map<std::string_view, int> rules_;
};

void document(Output& output, const FormatSettings& settings, const Checked& checked) {
    std::string out;
    Results results(out, settings.language, checked);
    std::size_t before = checked.findings_before;
    const auto write = [&](const Finding& f, const Waiver* waiver) {
        out += before++ > 0 ? ",\n" : "\n";
        results.write(f, waiver);
        output.take(out);
    };
    for (const Finding& f : checked.audit.findings) write(f, nullptr);
    for (const Waived& w : checked.audit.waived) write(w.finding, &w.waiver);
    output.write(out);
}

void end(Output& output, const FormatSettings& /*settings*/) {
    std::string out = "\n]}]}\n";
    output.write(out);
}

}  // namespace

const FindingsFormat kSarifFormat{"sarif", begin, document, end};

}  // namespace duban
