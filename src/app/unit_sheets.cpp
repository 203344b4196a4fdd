#include "app/unit_sheets.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <set>
#include <system_error>

#include "app/answers.h"
#include "app/findings_order.h"
#include "app/place.h"
#include "base/csv.h"
#include "base/text.h"

namespace duban {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";  // so that spreadsheets know UTF-8
constexpr std::size_t kPlaces = 6;                  // quoted of one finding
constexpr std::size_t kQuoted = 200;                // characters of a quotation
constexpr std::size_t kLongestName = 60;            // characters of a file's name

std::string shortened(std::string_view text) {
    std::string out;
    std::size_t n = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (++n > kQuoted) {
            append_utf8(out, 0x2026);
            break;
        }
        append_utf8(out, c.value == '\n' || c.value == '\r' ? ' ' : c.value);
        at += c.size;
    }
    return out;
}

// Not "17/2", which a spreadsheet takes for a date.
std::string number_in_sheet(const Task& task, Language language) {
    if (!task.has_parts || task.number.empty()) return printed_number(task);
    return say(language, "sheet-part",
               {{"number", task.number}, {"part", std::to_string(task.part + 1)}});
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

}  // namespace

void UnitSheets::add(const Checked& checked) {
    const Programme& programme = *checked.understanding.programme;
    const Language language = settings_.language;
    for (const Finding& f : checked.audit.findings) {
        if (f.severity == Severity::kNote && !settings_.all) continue;
        const Task& task = programme.tasks[static_cast<std::size_t>(f.task)];
        std::string places;
        std::string quoted;
        for (std::size_t i = 0; i < f.evidence.size() && i < kPlaces; ++i) {
            const Evidence& e = f.evidence[i];
            const Task& t = programme.tasks[static_cast<std::size_t>(e.task)];
            if (i > 0) {
                places += '\n';
                quoted += '\n';
            }
            if (settings_.several) places += checked.path + " ";
            places += say(language, "sheet-place-of",
                          {{"place", place_words(programme.document, t.line, language)},
                           {"cell", say(language, "column-" + std::string(name_of(e.cell)))}});
            quoted += shortened(e.place.of(t.cell(e.cell).raw));
        }
        if (f.evidence.empty())
            places = say(
                language, "sheet-place-of",
                {{"place", place_words(programme.document, task.line, language)}, {"cell", ""}});
        std::vector<std::string> units = task.lead_units;
        if (units.empty()) units.push_back(say(language, "sheet-no-unit"));
        for (const std::string& unit : units) {
            const auto [at, fresh] = index_.try_emplace(unit, sheets_.size());
            if (fresh) sheets_.push_back({unit, "", {}});
            Sheet& sheet = sheets_[at->second];
            ++sheet.counts[static_cast<std::size_t>(f.severity)];
            const std::string answer =
                settings_.answers == nullptr ? "" : settings_.answers->to(f.id);
            append_csv_row(sheet.rows,
                           {f.id, number_in_sheet(task, language), task_title(task, language), unit,
                            std::string(trimmed(
                                say(language, "severity-" + std::string(name_of(f.severity))))),
                            std::string(f.code), places, quoted, say(language, f.message, f.params),
                            f.arithmetic, say(language, "remedy-" + std::string(f.code)), answer});
        }
    }
}

int UnitSheets::write(const std::string& folder) const {
    const Language language = settings_.language;
    namespace fs = std::filesystem;
    const auto failed = [&](const std::string& path, const char* key, const std::string& reason) {
        print_error(language, {ErrorCode::kUnreadable, key, {{"reason", reason}}, path});
        return kExitUnreadable;
    };
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error && !fs::is_directory(folder, error))
        error = std::make_error_code(std::errc::not_a_directory);
    if (error) return failed(folder, "error-unwritable", error.message());

    std::set<std::string> taken{std::string(kIndexSheet)};
    std::vector<std::string> names;
    for (const Sheet& sheet : sheets_) {
        const std::string base = safe_file_name(sheet.unit);
        std::string name = base + ".csv";
        for (int n = 2; !taken.insert(lower(name)).second; ++n)
            name = base + "-" + std::to_string(n) + ".csv";
        names.push_back(name);
    }
    const auto path_of = [&](std::string_view name) {
        return (fs::path(folder) / fs::path(name)).string();
    };
    // Answers may have been written into what is there.
    for (const std::string& name : names) {
        if (fs::exists(path_of(name), error))
            return failed(path_of(name), "error-sheet-exists", "");
    }

    std::vector<std::string> heading;
    for (const std::string_view key : kSheetColumns) heading.push_back(say(language, key));
    std::string index(kMark);
    append_csv_row(index, {say(language, "column-lead"), say(language, "sheet-file"),
                           std::string(trimmed(say(language, "severity-error"))),
                           std::string(trimmed(say(language, "severity-warning"))),
                           std::string(trimmed(say(language, "severity-note")))});
    int status = kExitFine;
    const auto put = [&](std::string_view name, std::string& text) {
        Output output(path_of(name));
        output.write(text);
        status = std::max(status, output.finish(language));
    };
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
        const Sheet& sheet = sheets_[i];
        std::string text(kMark);
        append_csv_row(text, heading);
        text += sheet.rows;
        put(names[i], text);
        const auto count = [&](Severity s) {
            return std::to_string(sheet.counts[static_cast<std::size_t>(s)]);
        };
        append_csv_row(index, {sheet.unit, names[i], count(Severity::kError),
                               count(Severity::kWarning), count(Severity::kNote)});
    }
    put(kIndexSheet, index);
    if (status == kExitFine) {
        std::fputs((say(language, "sheets-written",
                        {{"n", std::to_string(sheets_.size())}, {"folder", folder}}) +
                    "\n")
                       .c_str(),
                   stdout);
    }
    return status;
}

std::string safe_file_name(std::string_view text) {
    std::string out;
    std::size_t n = 0;
    for (std::size_t at = 0; at < text.size() && n < kLongestName; ++n) {
        const CodePoint c = decode_at(text, at);
        at += c.size;
        const bool sign =
            c.value < 0x80 && std::string_view("/\\:*?\"<>|").find(static_cast<char>(c.value)) !=
                                  std::string_view::npos;
        if (c.value < 0x20 || c.value == 0x7F || c.value == 0xFFFD || sign) {
            out += '-';
        } else if (is_blank(c.value)) {
            if (!out.empty()) out += ' ';
        } else {
            append_utf8(out, c.value);
        }
    }
    while (!out.empty() && (out.back() == ' ' || out.back() == '.')) out.pop_back();
    if (out.starts_with('.')) out.front() = '-';
    constexpr std::array<std::string_view, 6> kDevices{"con", "prn", "aux", "nul", "com", "lpt"};
    const std::string stem = lower(out.substr(0, out.find('.')));
    const bool numbered =
        stem.size() == 4 && std::isdigit(static_cast<unsigned char>(stem[3])) != 0;
    for (std::size_t i = 0; i < kDevices.size(); ++i) {
        if (i < 4 ? stem == kDevices[i] : numbered && stem.starts_with(kDevices[i])) {
            out.insert(0, 1, '-');
            break;
        }
    }
    return out.empty() ? "-" : out;
}

}  // namespace duban
