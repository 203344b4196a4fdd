#include "app/command.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>

#include <CLI/CLI.hpp>

#include "app/place.h"
#include "app/settings_file.h"
#include "base/file.h"
#include "base/parallel.h"
#include "base/text.h"
#include "programme/import.h"
#include "reader/reader.h"

namespace duban {

Language Common::language() const {
    if (lang == "zh") return Language::kChinese;
    if (lang == "en") return Language::kEnglish;
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') return language_of_locale(value);
    }
    return Language::kEnglish;
}

bool Common::names_output_as_input(Language language) const {
    if (output.empty()) return false;
    std::vector<std::string> read = expand_inputs(inputs);
    read.insert(read.end(), also_read.begin(), also_read.end());
    read.push_back(config);
    for (const std::string& path : read) {
        std::error_code error;
        if (!std::filesystem::equivalent(path, output, error)) continue;
        print_error(language, {ErrorCode::kUsage, "error-output-is-input", {}, path});
        return true;
    }
    return false;
}

bool Common::names_office_file(Language language) const {
    constexpr std::array<std::string_view, 8> kOffice{".docx", ".xlsx", ".xlsm", ".pdf",
                                                      ".doc",  ".xls",  ".wps",  ".zip"};
    const bool office = std::any_of(kOffice.begin(), kOffice.end(), [&](std::string_view ending) {
        return has_ending(output, ending);
    });
    if (office)
        print_error(language, {ErrorCode::kUsage, "error-output-kind", {{"name", output}}, ""});
    return office;
}

Language language_of_call(int argc, const char* const* argv) {
    Common common;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--lang" && i + 1 < argc) common.lang = argv[i + 1];
        if (word.starts_with("--lang=")) common.lang = word.substr(7);
    }
    return common.language();
}

void add_common(CLI::App& verb, Common& common, Language language) {
    verb.add_option("FILE", common.inputs, say(language, "help-files"))->required();
    add_common_options(verb, common, language);
}

void add_common_options(CLI::App& verb, Common& common, Language language) {
    verb.add_option("-o,--output", common.output, say(language, "help-output"));
    verb.add_option("--lang", common.lang, say(language, "help-lang"))
        ->check(CLI::IsMember({"zh", "en"}));
    verb.add_option("--max-bytes", common.max_bytes, say(language, "help-max-bytes"))
        ->check(CLI::Range(std::uint64_t{1}, kMostMaxBytes).description(""))
        ->capture_default_str();
}

void add_config(CLI::App& verb, Common& common, Language language) {
    verb.add_option("--config", common.config, say(language, "help-config"));
}

std::vector<std::string> expand_inputs(const std::vector<std::string>& inputs) {
    namespace fs = std::filesystem;
    std::vector<std::string> out;
    for (const std::string& input : inputs) {
        std::error_code error;
        if (input == "-" || !fs::is_directory(input, error)) {
            out.push_back(input);
            continue;
        }
        std::vector<std::string> inside;
        for (fs::directory_iterator it(input, error), end; !error && it != end;
             it.increment(error)) {
            if (it->is_regular_file(error) && is_document_name(it->path().filename().string())) {
                inside.push_back(it->path().string());
            }
        }
        std::sort(inside.begin(), inside.end());
        // A folder without anything to read is an error of its own, said when it is opened.
        if (inside.empty()) inside.push_back(input);
        out.insert(out.end(), inside.begin(), inside.end());
    }
    return out;
}

bool names_folder(const std::string& path, Language language) {
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) return false;
    print_error(language, {ErrorCode::kNotAFile, "error-one-file", {}, path});
    return true;
}

Result<Programme> load_programme(const std::string& path, std::uint64_t max_bytes,
                                 const Lexicon& lexicon) {
    auto bytes = read_file(path, max_bytes);
    if (!bytes) return bytes.error();
    auto document = read_document(std::move(bytes.value()), {max_bytes});
    if (!document) {
        Error error = document.error();
        error.where = path;
        return error;
    }
    auto programme = import_programme(std::move(document.value()), lexicon);
    if (!programme) {
        Error error = programme.error();
        error.where = path;
        return error;
    }
    return programme;
}

namespace {

// `settings` gives those of a document, or null where they have faults.
int read_each(const Common& common, Language language,
              const std::function<const Settings*(const std::string& path)>& settings,
              const std::function<void(const std::string& path, const Programme&, const Settings&,
                                       bool several)>& work) {
    int status = kExitFine;
    if (common.names_output_as_input(language)) return kExitUnreadable;
    const auto paths = expand_inputs(common.inputs);
    std::size_t read = 0;
    for (const std::string& path : paths) {
        const Settings* const chosen = settings(path);
        if (chosen == nullptr) {
            status = kExitUnreadable;
            continue;
        }
        auto programme = load_programme(path, common.max_bytes, chosen->lexicon);
        if (!programme) {
            print_error(language, programme.error());
            status = kExitUnreadable;
            continue;
        }
        if (!print_row_counts(language, path, programme.value())) {
            status = kExitUnreadable;
            continue;
        }
        work(path, programme.value(), *chosen, paths.size() > 1);
        discard(programme.value().tasks);
        ++read;
    }
    if (paths.size() > 1) {
        const std::string told = say(language, "files-read",
                                     {{"files", std::to_string(paths.size())},
                                      {"read", std::to_string(read)},
                                      {"not", std::to_string(paths.size() - read)}});
        std::fputs((told + "\n").c_str(), stderr);
    }
    return status;
}

}  // namespace

int for_each_programme(
    const Common& common, Language language,
    const std::function<void(const std::string& path, const Programme&, bool several)>& work) {
    const Settings none;
    return read_each(
        common, language, [&](const std::string&) { return &none; },
        [&](const std::string& path, const Programme& programme, const Settings&, bool several) {
            work(path, programme, several);
        });
}

int for_each_document(const Common& common, Language language,
                      const std::function<void(const std::string& path, const Programme&,
                                               const Settings&, bool several)>& work) {
    SettingsBook book(common.config, language);
    return read_each(
        common, language, [&](const std::string& path) { return book.of(path); }, work);
}

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    char text[16];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%d", &parts)};
}

void print_error(Language language, const Error& error) {
    std::string line = "duban: ";
    if (!error.where.empty()) line += error.where + ": ";
    line += say(language, error.key, error.params) + "\n";
    std::fputs(line.c_str(), stderr);
}

bool print_row_counts(Language language, const std::string& path, const Programme& programme) {
    const auto read = static_cast<std::size_t>(programme.rows);
    const std::size_t refused = programme.refused.size();
    std::string out = path + ": " +
                      say(language, "rows-counted",
                          {{"read", std::to_string(read)},
                           {"refused", std::to_string(refused)},
                           {"rows", std::to_string(read + refused)}});
    if (programme.lines_between > 0) {
        out +=
            say(language, "rows-lines-between", {{"n", std::to_string(programme.lines_between)}});
    }
    if (programme.document.transcoded) out += " " + say(language, "rows-transcoded");
    out += "\n";
    for (const Note& note : programme.document.notes)
        out += path + ": " + say(language, note.key, note.params) + "\n";
    std::size_t shown = 0;
    for (const RefusedRow& row : programme.refused) {
        if (++shown > 20) {
            out += say(language, "rows-more-refused", {{"n", std::to_string(refused - 20)}}) + "\n";
            break;
        }
        out += named_place(path, programme.document, row.line, language) + ": " +
               say(language, row.reason) + "\n";
    }
    shown = 0;
    for (const Task& task : programme.tasks) {
        if (task.cells_missing == 0) continue;
        if (++shown > 20) {
            out += say(language, "rows-more-short") + "\n";
            break;
        }
        out += named_place(path, programme.document, task.line, language) + ": " +
               say(language, "row-short",
                   {{"row", std::to_string(task.row)}, {"n", std::to_string(task.cells_missing)}}) +
               "\n";
    }
    std::fputs(out.c_str(), stderr);
    if (read > 0) return true;
    print_error(language,
                {ErrorCode::kEmpty,
                 "error-no-rows",
                 {},
                 named_place(path, programme.document, programme.heading_line, language)});
    return false;
}

Output::Output(std::string path) : path_(std::move(path)) {
    if (!to_file()) {
        file_ = stdout;
        return;
    }
    // A device or a pipe is written to as it is; only a file is replaced.
    std::error_code error;
    const auto kind = std::filesystem::status(path_, error).type();
    beside_ = kind == std::filesystem::file_type::regular ||
              kind == std::filesystem::file_type::not_found;
    file_ = std::fopen(written().c_str(), "wb");
    if (file_ == nullptr) error_ = errno;
}

Output::~Output() {
    if (!to_file() || file_ == nullptr) return;
    std::fclose(file_);
    if (beside_) std::remove(written().c_str());
}

void Output::write(std::string& text) {
    write(std::string_view(text));
    text.clear();
}

void Output::write(std::string_view text) {
    if (error_ == 0 && std::fwrite(text.data(), 1, text.size(), file_) != text.size())
        error_ = errno;
}

int Output::finish(Language language, bool anything) {
    if (!anything && to_file()) return kExitFine;
    if (error_ == 0 && std::fflush(file_) != 0) error_ = errno;
    if (to_file() && file_ != nullptr) {
        if (std::fclose(file_) != 0 && error_ == 0) error_ = errno;
        file_ = nullptr;
        if (error_ == 0 && beside_ && std::rename(written().c_str(), path_.c_str()) != 0) {
            error_ = errno;
        }
        if (error_ != 0 && beside_) std::remove(written().c_str());
    }
    if (error_ == 0) return kExitFine;
    print_error(language, {ErrorCode::kUnreadable,
                           "error-unwritable",
                           {{"reason", std::strerror(error_)}},
                           to_file() ? path_ : "-"});
    return kExitUnreadable;
}

bool output_is_fine(const Common& common, Language language, std::string_view also) {
    std::string endings;
    for (const Exporter& exporter : exporters())
        endings += (endings.empty() ? "" : " ") + std::string(exporter.ending);
    endings += also;
    const std::string ending =
        ascii_lower(std::filesystem::path(common.output).extension().string());
    const bool known = exporter_for(common.output) != nullptr ||
                       (!ending.empty() &&
                        (std::string(also) + ' ').find(' ' + ending + ' ') != std::string::npos);
    const char* fault = common.output.empty()                     ? "error-convert-output"
                        : !known                                  ? "error-convert-format"
                        : expand_inputs(common.inputs).size() > 1 ? "error-convert-several"
                                                                  : nullptr;
    if (fault == nullptr) return true;
    print_error(language,
                {ErrorCode::kUsage, fault, {{"name", common.output}, {"endings", endings}}, ""});
    return false;
}

const Exporter* exporter_of_call(const Common& common, Language language) {
    return output_is_fine(common, language) ? exporter_for(common.output) : nullptr;
}

int write_output(const std::string& path, Language language,
                 const std::function<Result<bool>(const Sink&)>& write) {
    Output output(path);
    const auto done = write([&](std::string_view bytes) { output.write(bytes); });
    if (done) return output.finish(language);
    print_error(language, done.error());
    return kExitUnreadable;
}

int write_printout(const Printout& printout, const Exporter& exporter, const std::string& path,
                   Language language) {
    return write_output(path, language,
                        [&](const Sink& sink) { return exporter.write(printout, sink); });
}

}  // namespace duban
