#include "app/answers.h"

#include <algorithm>
#include <filesystem>

#include "base/csv.h"
#include "base/file.h"
#include "base/text.h"
#include "reader/reader.h"

namespace duban {
namespace {

std::size_t column_named(const CsvRow& heading, std::string_view key) {
    for (std::size_t i = 0; i < heading.cells.size(); ++i) {
        const std::string_view cell = trimmed(heading.cells[i]);
        if (cell == say(Language::kChinese, key) || cell == say(Language::kEnglish, key)) return i;
    }
    return heading.cells.size();
}

// The rows of a sheet of any kind that `check --by unit` writes.
Result<std::vector<CsvRow>> rows_of(std::string bytes, std::uint64_t max_bytes) {
    if (!bytes.starts_with("PK")) {
        const auto decoded = to_utf8(std::move(bytes));
        if (!decoded) return decoded.error();
        return parse_csv(decoded.value().text);
    }
    const auto document = read_document(std::move(bytes), {max_bytes});
    if (!document) return document.error();
    std::vector<CsvRow> out;
    for (const DocumentRow& row : document.value().rows) {
        if (row.count < 2) continue;
        const auto cells = document.value().cells_of(row);
        out.push_back({row.row, {cells.begin(), cells.end()}});
    }
    return out;
}

}  // namespace

std::string Answers::to(const std::string& id) const {
    const auto found = by_finding.find(id);
    if (found == by_finding.end()) return "";
    const std::vector<Answer>& all = found->second;
    if (all.size() == 1) return all.front().text;
    std::string out;
    for (const Answer& a : all) {
        if (!out.empty()) out += '\n';
        if (!a.unit.empty()) out += a.unit + ": ";
        out += a.text;
    }
    return out;
}

Result<bool> read_answers(Answers& answers, const std::string& path, std::uint64_t max_bytes) {
    auto bytes = read_file(path, max_bytes);
    if (!bytes) return bytes.error();
    auto rows = rows_of(std::move(bytes.value()), max_bytes);
    auto failed = [&](Error error) {
        error.where = path;
        return error;
    };
    if (!rows) return failed(rows.error());
    const auto missing = [&](std::string_view key) {
        return failed({ErrorCode::kNoHeading,
                       "error-answers-heading",
                       {{"zh", say(Language::kChinese, key)}, {"en", say(Language::kEnglish, key)}},
                       ""});
    };
    if (rows.value().empty()) return missing("sheet-id");
    const CsvRow& heading = rows.value().front();
    const std::size_t id_column = column_named(heading, "sheet-id");
    const std::size_t answer_column = column_named(heading, "sheet-answer");
    const std::size_t unit_column = column_named(heading, "column-lead");
    if (id_column == heading.cells.size()) return missing("sheet-id");
    if (answer_column == heading.cells.size()) return missing("sheet-answer");
    for (std::size_t i = 1; i < rows.value().size(); ++i) {
        const CsvRow& row = rows.value()[i];
        const auto cell = [&](std::size_t column) {
            return column < row.cells.size() ? trimmed(row.cells[column]) : std::string_view();
        };
        const std::string_view text = trimmed(without_guard(cell(answer_column)));
        if (text.empty()) continue;
        const std::string id(cell(id_column));
        if (id.empty()) {
            return failed({ErrorCode::kUnreadable,
                           "error-answers-no-id",
                           {{"row", std::to_string(i + 1)},
                            {"line", std::to_string(row.line)},
                            {"column", heading.cells[id_column]}},
                           ""});
        }
        answers.by_finding[id].push_back(
            {std::string(without_guard(cell(unit_column))), std::string(text), path, row.line});
    }
    return true;
}

std::vector<std::string> sheets_named(const std::vector<std::string>& words) {
    namespace fs = std::filesystem;
    std::vector<std::string> out;
    for (const std::string& word : words) {
        std::error_code error;
        if (!fs::is_directory(word, error)) {
            out.push_back(word);
            continue;
        }
        std::vector<std::string> inside;
        for (fs::directory_iterator it(word, error), end; !error && it != end;
             it.increment(error)) {
            const std::string ending = ascii_lower(it->path().extension().string());
            if (it->is_regular_file(error) &&
                (ending == ".csv" || ending == ".xlsx" || ending == ".docx") &&
                it->path().stem() != kIndexSheet &&
                !it->path().filename().string().starts_with("~$"))
                inside.push_back(it->path().string());
        }
        std::sort(inside.begin(), inside.end());
        // A folder without sheets is an error of its own, said when it is opened.
        if (inside.empty()) inside.push_back(word);
        out.insert(out.end(), inside.begin(), inside.end());
    }
    return out;
}

std::vector<AnsweredAgain> answered_again(const Answers& answers) {
    std::vector<AnsweredAgain> out;
    std::map<std::string_view, const Answer*> first;
    for (const auto& [id, all] : answers.by_finding) {
        if (all.size() < 2) continue;
        first.clear();
        for (const Answer& a : all) {
            const auto [known, fresh] = first.try_emplace(a.unit, &a);
            if (!fresh) out.push_back({&id, known->second, &a});
        }
    }
    return out;
}

std::vector<std::string> answers_told(const Audit& audit, const std::vector<std::size_t>& told,
                                      const Answers* answers) {
    std::vector<std::string> out(answers == nullptr ? 0 : told.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::string text = answers->to(audit.findings[i].id);
        std::string& all = out[told[i]];
        if (text.empty() || all == text) continue;
        all += (all.empty() ? "" : "\n") + text;
    }
    return out;
}

AnswerCount count_answers(const Audit& audit, const Answers& answers) {
    AnswerCount count;
    for (const Finding& f : audit.findings) {
        if (answers.by_finding.contains(f.id)) {
            ++count.answered;
        } else {
            count.open += f.severity != Severity::kNote;
        }
    }
    return count;
}

}  // namespace duban
