// The whole chain: bytes as a document, imported, understood, checked, written in every form. Every
// place that a finding or a target points to must lie in its cell.
#include <cstdlib>

#include "app/findings_format.h"
#include "audit/audit.h"
#include "programme/import.h"
#include "reader/text_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size > 1 << 16) return 0;
    auto document = duban::read_text(std::string(reinterpret_cast<const char*>(data), size));
    if (!document) return 0;
    auto programme = duban::import_programme(std::move(document.value()));
    if (!programme) return 0;
    const duban::Understanding understanding = duban::understand(programme.value());
    const duban::Audit audit = duban::audit(understanding, {});
    const auto& tasks = programme.value().tasks;
    for (const duban::Target& t : understanding.targets) {
        const duban::Text& cell = tasks[static_cast<std::size_t>(t.task)].cell(t.cell);
        if (t.place.end > cell.clean.size() || t.place.begin > t.place.end) std::abort();
    }
    for (const duban::Finding& f : audit.findings) {
        if (f.code == "check-failed") std::abort();
        for (const duban::Evidence& e : f.evidence) {
            const std::string_view raw = tasks[static_cast<std::size_t>(e.task)].cell(e.cell).raw;
            if (e.place.end > raw.size() || e.place.begin > e.place.end) std::abort();
        }
    }
    const duban::Checked checked{"fuzz", understanding, audit};
    const duban::FormatSettings settings;
    for (const duban::FindingsFormat* format : duban::findings_formats()) {
        duban::Output nowhere("/dev/null");
        format->document(nowhere, settings, checked);
    }
    return 0;
}
