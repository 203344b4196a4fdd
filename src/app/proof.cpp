#include "app/proof.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "app/findings_order.h"
#include "base/file.h"
#include "base/text.h"
#include "exporter/docx_comments.h"
#include "exporter/xlsx_comments.h"

namespace duban {
namespace {

// Where a finding is mended: in the cell that it speaks of rather than in those it is held against.
const Evidence* place_of(const Finding& f) {
    const auto in = [&](Column cell) -> const Evidence* {
        const auto at = std::find_if(f.evidence.begin(), f.evidence.end(), [&](const Evidence& e) {
            return e.task == f.task && e.cell == cell && !e.place.empty();
        });
        return at == f.evidence.end() ? nullptr : &*at;
    };
    if (f.origin == Origin::kPlan) {
        if (const Evidence* e = in(Column::kPlan)) return e;
    }
    if (f.origin == Origin::kReport) {
        for (const Column cell : {Column::kProgress, Column::kStatus}) {
            if (const Evidence* e = in(cell)) return e;
        }
    }
    return f.evidence.empty() ? nullptr : &f.evidence.front();
}

// In the text of the document.
Span comment_place(const Programme& programme, const Finding& f) {
    const std::string& text = *programme.document.text;
    const auto span_of = [&](std::string_view slice) {
        const auto begin = static_cast<std::uint32_t>(slice.data() - text.data());
        return Span{begin, begin + static_cast<std::uint32_t>(slice.size())};
    };
    if (const Evidence* e = place_of(f)) {
        const Task& task = programme.tasks[static_cast<std::size_t>(e->task)];
        const std::string_view slice = e->place.of(task.cell(e->cell).raw);
        if (row_of(programme.document, slice) != nullptr) return span_of(slice);
    }
    const Task& task = programme.tasks[static_cast<std::size_t>(f.task)];
    for (const Column cell : {Column::kTask, Column::kNumber, Column::kMeasures}) {
        const std::string_view raw = task.cell(cell).raw;
        if (!raw.empty() && row_of(programme.document, raw) != nullptr) return span_of(raw);
    }
    return {};
}

struct Comment {
    Span place;
    std::string text;
};

std::vector<Comment> comments_of(const Checked& checked, const FormatSettings& settings) {
    const Programme& programme = *checked.understanding.programme;
    const std::vector<Finding>& findings = checked.audit.findings;
    const std::vector<std::size_t> told = told_in(checked.audit);
    std::vector<Comment> out;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Finding& f = findings[i];
        if ((f.severity == Severity::kNote && !settings.all) || told[i] != i) continue;
        const std::string severity =
            say(settings.language, "severity-" + std::string(name_of(f.severity)));
        out.push_back({comment_place(programme, f), std::string(trimmed(severity)) + ": " +
                                                        finding_sentence(f, settings.language) +
                                                        " [" + std::string(f.code) + "]"});
    }
    return out;
}

Result<std::string> in_docx(std::string_view bytes, const Document&,
                            const std::vector<Comment>& comments, std::uint64_t max_bytes) {
    std::vector<DocxComment> placed;
    for (const Comment& comment : comments) placed.push_back({comment.place, comment.text});
    return commented_docx(bytes, placed, max_bytes);
}

Result<std::string> in_xlsx(std::string_view bytes, const Document& document,
                            const std::vector<Comment>& comments, std::uint64_t max_bytes) {
    std::vector<XlsxComment> placed;
    for (const Comment& comment : comments) {
        std::size_t column = 0;
        const DocumentRow* row = row_of(document, comment.place.of(*document.text), &column);
        if (row == nullptr) row = &document.rows.front();
        placed.push_back(
            {row->sheet, row->row, static_cast<std::uint32_t>(column) + 1, comment.text});
    }
    return commented_xlsx(bytes, placed, max_bytes);
}

struct Proof {
    std::string_view ending;
    FileKind kind;
    Result<std::string> (*write)(std::string_view bytes, const Document& document,
                                 const std::vector<Comment>& comments, std::uint64_t max_bytes);
};

constexpr std::array kProofs{
    Proof{".docx", FileKind::kDocx, in_docx},
    Proof{".xlsx", FileKind::kXlsx, in_xlsx},
    Proof{".xlsm", FileKind::kXlsx, in_xlsx},
};

const Proof* proof_named(const std::string& output) {
    const auto at = std::find_if(kProofs.begin(), kProofs.end(), [&](const Proof& candidate) {
        return has_ending(output, candidate.ending);
    });
    return at == kProofs.end() ? nullptr : &*at;
}

}  // namespace

bool is_proof_name(const std::string& output) { return proof_named(output) != nullptr; }

Result<std::string> proof(const std::string& output, const FormatSettings& settings,
                          const Checked& checked, std::uint64_t max_bytes) {
    const Document& document = checked.understanding.programme->document;
    const Proof* way = proof_named(output);
    if (way == nullptr || document.kind != way->kind || checked.path == "-") {
        return Error{ErrorCode::kUsage, "error-proof-input", {{"name", output}}, checked.path};
    }
    const auto bytes = read_file(checked.path, max_bytes);
    if (!bytes) return bytes.error();
    auto commented = way->write(bytes.value(), document, comments_of(checked, settings), max_bytes);
    if (commented) return commented;
    Error error = commented.error();
    error.where = checked.path;
    return error;
}

}  // namespace duban
