#include "app/findings_github.h"

#include "app/findings_format.h"
#include "app/findings_order.h"
#include "app/source_map.h"

namespace duban {
namespace {

std::string escaped(std::string_view text, std::string_view also) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (c == '%' || c == '\r' || c == '\n' || also.find(c) != std::string_view::npos) {
            const auto byte = static_cast<unsigned char>(c);
            out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
        } else {
            out += c;
        }
    }
    return out;
}

std::string_view command_of(Severity severity) {
    switch (severity) {
        case Severity::kError: return "error";
        case Severity::kWarning: return "warning";
        case Severity::kNote: break;
    }
    return "notice";
}

void document(Output& output, const FormatSettings& settings, const Checked& checked) {
    const Programme& programme = *checked.understanding.programme;
    const SourceMap map(*programme.document.text);
    std::string out;
    for (const Finding& f : checked.audit.findings) {
        const Task& task = programme.tasks[static_cast<std::size_t>(f.task)];
        out += "::";
        out += command_of(f.severity);
        out += " file=" + github_property(checked.path);
        std::optional<SourcePlace> place;
        if (!f.evidence.empty() && is_plain_text(programme.document.kind)) {
            const Evidence& e = f.evidence.front();
            place = map.place(
                e.place.of(programme.tasks[static_cast<std::size_t>(e.task)].cell(e.cell).raw));
        }
        out += ",line=" + std::to_string(place ? place->line : static_cast<std::size_t>(task.line));
        if (place) {
            out += ",col=" + std::to_string(place->column) +
                   ",endLine=" + std::to_string(place->end_line) +
                   ",endColumn=" + std::to_string(place->end_column);
        }
        const std::string number = printed_number(task);
        const std::string title = std::string(f.code) + (number.empty() ? "" : " " + number) + " " +
                                  task_title(task, settings.language);
        out += ",title=" + github_property(title) +
               "::" + github_message(finding_sentence(f, settings.language)) + "\n";
        output.take(out);
    }
    output.write(out);
}

}  // namespace

std::string github_message(std::string_view text) { return escaped(text, ""); }
std::string github_property(std::string_view text) { return escaped(text, ":,"); }

const FindingsFormat kGithubFormat{"github", nullptr, document, nullptr};

}  // namespace duban
