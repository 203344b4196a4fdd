#include "reader/json_reader.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "reader/document_builder.h"

namespace duban {
namespace {

using nlohmann::json;

// Members that the cells are made anew from are not kept.
constexpr std::array<std::string_view, 9> kSkipped{"plan",       "progress", "measures",
                                                   "repairs",    "refused",  "claimed_status",
                                                   "lead_units", "place",    "category"};
constexpr int kDeepest = 16;

Error of_another_kind() { return {ErrorCode::kUnsupported, "error-json-kind", {}, ""}; }

// Thrown nowhere: what is not of the type wanted is as if it were not there.
std::string_view text_of(const json& object, std::string_view key) {
    const auto at = object.find(key);
    if (at == object.end() || !at->is_string()) return {};
    return at->get_ref<const std::string&>();
}

std::int64_t number_of(const json& object, std::string_view key) {
    const auto at = object.find(key);
    return at == object.end() || !at->is_number_integer() ? 0 : at->get<std::int64_t>();
}

class Reader {
  public:
    explicit Reader(const json& programme, std::uint64_t max_bytes)
        : programme_(programme), builder_(FileKind::kJson, max_bytes) {}

    Result<Document> read() {
        const auto tasks = programme_.find("tasks");
        const auto columns = programme_.find("columns");
        if (tasks == programme_.end() || !tasks->is_array() || columns == programme_.end() ||
            !columns->is_array())
            return of_another_kind();
        std::vector<const json*> order;
        for (const json& task : *tasks) {
            if (!task.is_object() || !task.contains("raw") || !task["raw"].is_object())
                return of_another_kind();
            order.push_back(&task);
        }
        // Text beside the rows stands before them, in the file it stood between.
        std::stable_sort(order.begin(), order.end(), [](const json* a, const json* b) {
            return number_of(*a, "line") < number_of(*b, "line");
        });
        find_columns(*columns, order);
        paragraph(text_of(programme_, "title"));
        for (const json* task : order) {
            const json& raw = (*task)["raw"];
            if (number_of(*task, "row") == 0) {
                paragraph(text_of(raw, "progress"));
            } else if (columns->empty()) {
                item(raw);
            } else {
                row(*task, raw);
            }
        }
        return builder_.finish();
    }

  private:
    struct Column {
        std::string_view name;
        std::string_view heading;
    };

    // Those of the heading row, and others that cells are of. A cell that was read out of another,
    // as a status out of a report, is no column.
    void find_columns(const json& columns, const std::vector<const json*>& tasks) {
        const auto headings = programme_.find("headings");
        for (const json& column : columns) {
            if (!column.is_string()) continue;
            const std::string_view name = column.get_ref<const std::string&>();
            const std::size_t at = columns_.size();
            const bool own = headings != programme_.end() && headings->is_array() &&
                             at < headings->size() && (*headings)[at].is_string();
            columns_.push_back(
                {name,
                 own ? std::string_view((*headings)[at].get_ref<const std::string&>()) : name});
        }
        for (const json* task : tasks) {
            if (number_of(*task, "row") == 0) continue;
            const json& raw = (*task)["raw"];
            for (const auto& [name, cell] : raw.items()) {
                const bool known = std::any_of(columns_.begin(), columns_.end(),
                                               [&](const Column& c) { return c.name == name; });
                if (known || columns_.size() >= 64) continue;
                const std::string_view text = text_of(raw, name);
                const bool taken = text_of(raw, "progress").find(text) != std::string_view::npos ||
                                   text_of(raw, "task").find(text) != std::string_view::npos;
                if (!taken) columns_.push_back({name, name});
            }
        }
    }

    void paragraph(std::string_view text) {
        if (text.empty()) return;
        DocumentRow place;
        place.row = ++paragraphs_;
        builder_.paragraph(place, text);
        last_ = text;
    }

    // An item of prose, whose cells share its text, with the heading above it.
    void item(const json& raw) {
        const std::string_view heading = text_of(raw, "category");
        std::string_view whole;
        for (const char* name : {"task", "measures", "plan", "progress"}) {
            if (text_of(raw, name).size() > whole.size()) whole = text_of(raw, name);
        }
        if (heading != last_heading_ && heading != last_ && whole.find(heading) == whole.npos)
            paragraph(heading);
        last_heading_ = heading;
        for (std::size_t at = 0; at < whole.size();) {
            const std::string_view line = whole.substr(at, whole.find('\n', at) - at);
            paragraph(line);
            at += line.size() + 1;
        }
    }

    void row(const json& task, const json& raw) {
        const std::int64_t section = number_of(task, "section");
        if (table_ == 0 || section != section_) {
            ++table_;
            row_ = 0;
            begin_row();
            for (const Column& column : columns_) builder_.cell(column.heading);
            builder_.end_row();
        }
        section_ = section;
        begin_row();
        for (const Column& column : columns_) builder_.cell(text_of(raw, column.name));
        builder_.end_row();
    }

    void begin_row() {
        DocumentRow place;
        place.table = table_;
        place.row = ++row_;
        builder_.begin_row(place);
    }

    const json& programme_;
    DocumentBuilder builder_;
    std::vector<Column> columns_;
    std::string_view last_;
    std::string_view last_heading_;
    std::int64_t section_ = 0;
    std::uint32_t table_ = 0;
    std::uint32_t row_ = 0;
    std::uint32_t paragraphs_ = 0;
};

// Where the first document of several ends, one a line.
bool is_several(std::string_view text) {
    const std::size_t end = text.find('\n');
    return end != std::string_view::npos && text.starts_with('{') && end > 0 &&
           text.substr(0, end).ends_with('}') &&
           text.find_first_not_of(" \t\r\n", end) != std::string_view::npos;
}

}  // namespace

Result<Document> read_json(std::string_view text, const ReadLimits& limits) {
    const auto keep = [](int depth, json::parse_event_t event, json& parsed) {
        if (depth > kDeepest) return false;
        if (event != json::parse_event_t::key || depth != 3) return true;
        const std::string_view key = parsed.get_ref<const std::string&>();
        return std::find(kSkipped.begin(), kSkipped.end(), key) == kSkipped.end();
    };
    const json programme = json::parse(text, keep, false);
    if (programme.is_discarded()) {
        if (is_several(text)) return Error{ErrorCode::kUnsupported, "error-json-several", {}, ""};
        return Error{ErrorCode::kDamaged, "error-json-damaged", {}, ""};
    }
    if (!programme.is_object()) return of_another_kind();
    return Reader(programme, limits.max_bytes).read();
}

}  // namespace duban
