#include "app/unit_sheets.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <iterator>
#include <set>
#include <span>
#include <system_error>
#include <utility>

#include "app/answers.h"
#include "app/findings_order.h"
#include "app/place.h"
#include "base/text.h"

namespace duban {
namespace {

constexpr std::size_t kPlaces = 6;        // quoted of one finding
constexpr std::size_t kQuoted = 200;      // characters of a quotation
constexpr std::size_t kLongestName = 60;  // characters of a file's name

// Millimetres, in the order of the columns.
constexpr std::array<double, std::size(kSheetColumns)> kSheetWidths{16, 11, 30, 20, 12, 20,
                                                                    20, 36, 40, 24, 36, 40};
constexpr std::array<double, 5> kIndexWidths{50, 60, 20, 20, 20};

// One table; the texts must outlive it.
Printout printed(const std::vector<std::string>& columns, std::span<const double> widths,
                 const std::vector<std::string>& cells) {
    Printout out;
    PrintTable table;
    for (std::size_t i = 0; i < columns.size(); ++i)
        table.columns.push_back({columns[i], widths[i], Align::kLeft});
    for (const std::string& cell : cells) table.cells.push_back({cell});
    out.tables.push_back(std::move(table));
    PrintBlock block;
    block.kind = BlockKind::kTable;
    block.landscape = true;
    out.blocks.push_back(block);
    return out;
}

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
            if (fresh) sheets_.push_back({unit, {}, {}});
            Sheet& sheet = sheets_[at->second];
            ++sheet.counts[static_cast<std::size_t>(f.severity)];
            const std::string answer =
                settings_.answers == nullptr ? "" : settings_.answers->to(f.id);
            for (std::string& cell : std::array<std::string, std::size(kSheetColumns)>{
                     f.id, number_in_sheet(task, language), task_title(task, language), unit,
                     std::string(
                         trimmed(say(language, "severity-" + std::string(name_of(f.severity))))),
                     std::string(f.code), places, quoted, say(language, f.message, f.params),
                     f.arithmetic, say(language, "remedy-" + std::string(f.code)), answer})
                sheet.cells.push_back(std::move(cell));
        }
    }
}

int UnitSheets::write(const std::string& folder, const Exporter& exporter) const {
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

    const std::string ending(exporter.ending);
    const std::string index_name = std::string(kIndexSheet) + ending;
    std::set<std::string> taken{index_name};
    std::vector<std::string> names;
    for (const Sheet& sheet : sheets_) {
        const std::string base = safe_file_name(sheet.unit);
        std::string name = base + ending;
        for (int n = 2; !taken.insert(ascii_lower(name)).second; ++n)
            name = base + "-" + std::to_string(n) + ending;
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
    const std::vector<std::string> index_heading{
        say(language, "column-lead"), say(language, "sheet-file"),
        std::string(trimmed(say(language, "severity-error"))),
        std::string(trimmed(say(language, "severity-warning"))),
        std::string(trimmed(say(language, "severity-note")))};
    int status = kExitFine;
    const auto put = [&](std::string_view name, const std::vector<std::string>& columns,
                         std::span<const double> widths, const std::vector<std::string>& cells) {
        const Printout printout = printed(columns, widths, cells);
        status = std::max(status, write_printout(printout, exporter, path_of(name), language));
    };
    std::vector<std::string> index;
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
        const Sheet& sheet = sheets_[i];
        put(names[i], heading, kSheetWidths, sheet.cells);
        index.push_back(sheet.unit);
        index.push_back(names[i]);
        for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote})
            index.push_back(std::to_string(sheet.counts[static_cast<std::size_t>(severity)]));
    }
    put(index_name, index_heading, kIndexWidths, index);
    if (status == kExitFine) {
        std::fputs((say(language, "sheets-written",
                        {{"n", std::to_string(sheets_.size())},
                         {"folder", folder},
                         {"index", index_name}}) +
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
    const std::string stem = ascii_lower(out.substr(0, out.find('.')));
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
