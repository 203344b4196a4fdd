#include "app/reading_file.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "app/place.h"
#include "base/file.h"
#include "base/json_writer.h"

namespace duban {
namespace {

using nlohmann::json;

constexpr int kVersion = 1;
constexpr std::string_view kOpen = "?";  // the answer of a question that nobody answered

// JSON on many lines, so that a person can edit it. Takes what JsonWriter writes.
std::string indented(std::string_view text) {
    std::string out;
    std::size_t depth = 0;
    bool in_string = false;
    const auto line = [&]() {
        out += '\n';
        out.append(2 * depth, ' ');
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            out += c;
            if (c == '\\' && i + 1 < text.size()) out += text[++i];
            if (c == '"') in_string = false;
            continue;
        }
        const bool empty = (c == '{' || c == '[') && i + 1 < text.size() &&
                           (text[i + 1] == '}' || text[i + 1] == ']');
        if (empty) {
            out += c;
            out += text[++i];
        } else if (c == '{' || c == '[') {
            out += c;
            ++depth;
            line();
        } else if (c == '}' || c == ']') {
            --depth;
            line();
            out += c;
        } else if (c == ',') {
            out += c;
            line();
        } else if (c == ':') {
            out += ": ";
        } else {
            in_string = c == '"';
            out += c;
        }
    }
    return out + "\n";
}

void write_figure(JsonWriter& out, const ReportedFigure& figure) {
    out.member("text", figure.text);
    out.member("phrase", figure.phrase);
    out.member("start", static_cast<std::size_t>(figure.begin));
    out.member("end", static_cast<std::size_t>(figure.end));
}

void write_target(JsonWriter& out, const ReadTarget& read, const Understanding& u) {
    const Target& t = u.targets[static_cast<std::size_t>(read.target)];
    const Task& task = u.task_of(t);
    out.begin_object();
    out.member("id", t.id);
    out.member("row", task.row);
    out.member("part", task.has_parts ? task.part + 1 : 0);
    out.member("number", task.number);
    out.member("title", read.title);
    out.member("promise", read.promise);
    out.member("text", read.text);
    out.member("cell", name_of(t.cell));
    PlaceCounter places(task.cell(t.cell).raw);
    places.write(out, task.cell(t.cell).raw_span(t.place));
    out.member("subject", t.subject);
    out.member("value", *t.value);
    if (t.unit.empty()) {
        out.member_null("unit");
    } else {
        out.member("unit", t.unit);
    }
    out.key("plan");
    out.begin_array();
    for (const PlanFigure& f : t.plan) {
        const PlanItem& item = task.plan.items[static_cast<std::size_t>(f.item)];
        out.begin_object();
        if (item.period) {
            out.member("period", period_names(*item.period, u.programme->year).front());
        } else {
            out.member_null("period");
        }
        out.member("value", f.value);
        out.end_object();
    }
    out.end_array();
    out.key("result");
    if (read.result) {
        out.begin_object();
        write_figure(out, *read.result);
        out.end_object();
    } else {
        out.null();
    }
    out.member("confirmed", read.confirmed);
    out.key("rejected");
    out.begin_array();
    for (const std::string& phrase : read.rejected) out.value(phrase);
    out.end_array();
    out.end_object();
}

std::string question_of(const ReadTarget& read, const Understanding& u, Language language) {
    const Target& t = u.targets[static_cast<std::size_t>(read.target)];
    return say(language, "reading-question-" + std::string(name_of(*read.doubt)),
               {{"number", u.task_of(t).number},
                {"title", read.title},
                {"subject", t.subject},
                {"value", t.value->text()},
                {"unit", t.unit}});
}

Error wrong(const std::string& path, std::string key, std::vector<Param> params) {
    return {ErrorCode::kUnreadable, std::move(key), std::move(params), path};
}

// What a person answered, folded into the target. Returns false where it is none of the candidates.
bool fold(const json& answer, std::vector<ReportedFigure> candidates, ReadTarget& target) {
    if (answer.is_string() && answer.get<std::string>() == kOpen) {
        target.doubt = Doubt::kUnlike;
        return true;
    }
    if (!answer.is_null() && !answer.is_string()) return false;
    target.result.reset();
    for (ReportedFigure& candidate : candidates) {
        if (answer.is_string() && answer.get<std::string>() == candidate.id) {
            target.result = std::move(candidate);
        } else {
            target.rejected.push_back(candidate.phrase);
        }
    }
    target.confirmed = true;
    return answer.is_null() || target.result.has_value();
}

// Looks fields up and remembers the last one, so that a fault can be told with its place.
class Fields {
  public:
    const json& of(const json& in, const char* name) {
        field_ = name;
        return in.at(name);
    }
    template <class T>
    T get(const json& in, const char* name) {
        return of(in, name).get<T>();
    }
    std::string text(const json& in, const char* name) { return get<std::string>(in, name); }
    // What follows is looked up in an entry of the list: "targets", the third.
    void enter(const char* list, std::size_t entry) {
        within_ = std::string(list) + "[" + std::to_string(entry) + "]";
        field_.clear();
    }
    [[nodiscard]] std::string place() const {
        return within_ + (within_.empty() || field_.empty() ? "" : ".") + field_;
    }

  private:
    std::string within_;
    std::string field_;
};

ReportedFigure read_figure(Fields& fields, const json& in) {
    ReportedFigure out;
    out.text = fields.text(in, "text");
    out.phrase = fields.text(in, "phrase");
    out.begin = fields.get<std::uint32_t>(in, "start");
    out.end = fields.get<std::uint32_t>(in, "end");
    return out;
}

}  // namespace

std::string reading_path(const std::string& document) { return document + ".reading.json"; }

Result<Reading> load_reading(const std::string& path, std::uint64_t max_bytes) {
    const auto bytes = read_file(path, max_bytes);
    if (!bytes) return bytes.error();
    const json document = json::parse(bytes.value(), nullptr, false);
    if (document.is_discarded()) return wrong(path, "error-reading-json", {});
    Fields fields;
    try {
        if (fields.get<int>(document, "reading") != kVersion)
            return wrong(path, "error-reading-version", {});
        Reading out;
        out.title = fields.text(document, "title");
        out.period = fields.text(document, "period");
        std::unordered_map<std::string, std::size_t> index;
        const json& targets = fields.of(document, "targets");
        for (std::size_t i = 0; i < targets.size(); ++i) {
            fields.enter("targets", i);
            const json& in = targets.at(i);
            ReadTarget target;
            target.title = fields.text(in, "title");
            target.promise = fields.text(in, "promise");
            target.text = fields.text(in, "text");
            if (const json& result = fields.of(in, "result"); !result.is_null())
                target.result = read_figure(fields, result);
            target.confirmed = fields.get<bool>(in, "confirmed");
            for (const json& phrase : fields.of(in, "rejected"))
                target.rejected.push_back(phrase.get<std::string>());
            index[fields.text(in, "id")] = out.targets.size();
            out.targets.push_back(std::move(target));
        }
        fields = {};
        const json& questions = fields.of(document, "questions");
        for (std::size_t i = 0; i < questions.size(); ++i) {
            fields.enter("questions", i);
            const json& in = questions.at(i);
            const std::string id = fields.text(in, "target");
            const auto target = index.find(id);
            if (target == index.end()) return wrong(path, "error-reading-question", {{"id", id}});
            std::vector<ReportedFigure> candidates;
            std::string names;
            for (const json& candidate : fields.of(in, "candidates")) {
                candidates.push_back(read_figure(fields, candidate));
                candidates.back().id = fields.text(candidate, "id");
                names += (names.empty() ? "" : " ") + candidates.back().id;
            }
            const json& answer = fields.of(in, "answer");
            if (!fold(answer, std::move(candidates), out.targets[target->second])) {
                return wrong(path, "error-reading-answer",
                             {{"id", fields.text(in, "id")},
                              {"answer", answer.dump()},
                              {"candidates", names}});
            }
        }
        return out;
    } catch (const json::exception&) {
        return wrong(path, "error-reading-field", {{"place", fields.place()}});
    }
}

int save_reading(const std::string& path, const Reading& reading, const Understanding& u,
                 Language language) {
    std::string text;
    JsonWriter out(text);
    out.begin_object();
    out.member("reading", kVersion);
    out.member("title", reading.title);
    out.member("period", reading.period);
    out.key("questions");
    out.begin_array();
    for (const ReadTarget& read : reading.targets) {
        if (!read.doubt) continue;
        const std::string& id = u.targets[static_cast<std::size_t>(read.target)].id;
        out.begin_object();
        out.member("id", "q" + id);
        out.member("target", id);
        out.member("why", name_of(*read.doubt));
        out.member("question", question_of(read, u, language));
        out.key("candidates");
        out.begin_array();
        for (const ReportedFigure& figure : read.candidates) {
            out.begin_object();
            out.member("id", figure.id);
            write_figure(out, figure);
            out.end_object();
        }
        out.end_array();
        out.member("answer", kOpen);
        out.end_object();
    }
    out.end_array();
    out.key("targets");
    out.begin_array();
    for (const ReadTarget& read : reading.targets) write_target(out, read, u);
    out.end_array();
    out.end_object();
    Output output(path);
    std::string lines = indented(text);
    output.write(lines);
    return output.finish(language);
}

Result<Confirmed> understand_confirmed(const Programme& programme, const Lexicon& lexicon,
                                       const std::string& document, const std::string& earlier,
                                       bool must_fit, std::uint64_t max_bytes, Language language) {
    std::error_code error;
    const std::string path = earlier.empty() ? reading_path(document) : earlier;
    const bool wanted =
        !earlier.empty() || (document != "-" && std::filesystem::exists(path, error));
    Confirmed out;
    if (!wanted) {
        out.understanding = understand(programme, lexicon);
        return out;
    }
    auto reading = load_reading(path, max_bytes);
    if (!reading) return reading.error();
    out.reading = std::make_unique<const Reading>(std::move(reading.value()));
    out.understanding = understand(programme, lexicon, [&](Understanding& u) {
        out.applied = apply_reading(u, *out.reading, !earlier.empty());
    });
    const auto open = std::count_if(out.reading->targets.begin(), out.reading->targets.end(),
                                    [](const ReadTarget& t) { return t.doubt.has_value(); });
    Error told{ErrorCode::kUsage,
               out.applied.fits ? "reading-used" : "error-reading-misfit",
               {{"title", out.reading->title.empty() ? "-" : out.reading->title},
                {"found", std::to_string(out.applied.found)},
                {"targets", std::to_string(out.applied.targets)},
                {"confirmed", std::to_string(out.applied.confirmed)},
                {"lost", std::to_string(out.applied.lost)},
                {"open", std::to_string(open)}},
               path};
    if (!out.applied.fits && (must_fit || !earlier.empty())) return told;
    if (out.applied.fits) {
        std::fputs((path + ": " + say(language, told.key, told.params) + "\n").c_str(), stderr);
    } else {
        print_error(language, told);
    }
    return out;
}

std::string questions_text(const Reading& reading, const Understanding& u, Language language) {
    std::string out;
    for (const ReadTarget& read : reading.targets) {
        if (!read.doubt) continue;
        out += "q" + u.targets[static_cast<std::size_t>(read.target)].id + "  " +
               question_of(read, u, language) + "\n";
        for (const ReportedFigure& figure : read.candidates)
            out += "    " + figure.id + "  " + figure.text + "  " + figure.phrase + "\n";
    }
    return out;
}

}  // namespace duban
