#include "reader/pdf_reader.h"

#include <algorithm>
#include <thread>

#include "base/child.h"
#include "reader/pdf_layout.h"
#include "reader/pdf_pages.h"

namespace duban {
namespace {

constexpr std::uint64_t kMostPrinted = 1ULL << 30;
constexpr std::uint64_t kPrintedForText = 24;  // mark-up around a byte of text

Error pdf_error(ErrorCode code, const char* key) { return {code, key, {}, ""}; }

// What a program of poppler printed, or why not.
Result<std::string> printed(Result<ChildResult> told) {
    if (!told) return told.error();
    const ChildResult& child = told.value();
    if (child.end == ChildEnd::kTooLong || child.end == ChildEnd::kTooMuch)
        return pdf_error(ErrorCode::kTooLarge, "error-pdf-too-much");
    if (child.messages.find("Incorrect password") != std::string::npos || child.status == 3)
        return pdf_error(ErrorCode::kEncrypted, "error-encrypted");
    if (child.end != ChildEnd::kExited || child.status != 0)
        return pdf_error(ErrorCode::kDamaged, "error-pdf-damaged");
    return std::move(told.value().output);
}

}  // namespace

bool is_pdf(std::string_view bytes) {
    return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

Result<Document> read_pdf(std::string_view bytes, const ReadLimits& limits) {
    ChildLimits child;
    child.max_output = limits.max_bytes > kMostPrinted / kPrintedForText
                           ? kMostPrinted
                           : (limits.max_bytes + 65536) * kPrintedForText;
    constexpr const char* kPackage = "poppler-utils";
    Result<std::string> drawing = std::string();
    std::thread other([&] {
        drawing =
            printed(run_child({"pdftocairo", "-svg", kChildInput, "-"}, kPackage, bytes, child));
    });
    Result<std::string> words = printed(run_child(
        {"pdftotext", "-bbox-layout", "-enc", "UTF-8", kChildInput, "-"}, kPackage, bytes, child));
    other.join();
    if (!words) return words.error();
    if (!drawing && drawing.error().code == ErrorCode::kMissingTool) return drawing.error();
    std::vector<PdfPage> pages;
    const bool drawn = drawing.ok() && read_pdf_pages(words.value(), drawing.value(), pages);
    if (!drawn && !read_pdf_pages(words.value(), "", pages))
        return pdf_error(ErrorCode::kDamaged, "error-pdf-damaged");
    words.value().clear();
    auto document = pdf_document(std::move(pages), limits.max_bytes);
    if (document && !drawn) document.value().notes.push_back({"note-pdf-no-rules", {}});
    return document;
}

}  // namespace duban
