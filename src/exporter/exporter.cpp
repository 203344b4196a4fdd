#include "exporter/exporter.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "exporter/csv_writer.h"
#include "exporter/docx_writer.h"
#include "exporter/html_writer.h"
#include "exporter/pdf_writer.h"
#include "exporter/xlsx_writer.h"

namespace duban {
namespace {

constexpr std::array kExporters{
    Exporter{".csv", write_csv},   Exporter{".docx", write_docx}, Exporter{".xlsx", write_xlsx},
    Exporter{".html", write_html}, Exporter{".pdf", write_pdf},
};

}  // namespace

std::span<const Exporter> exporters() { return kExporters; }

const Exporter* exporter_for(std::string_view path) {
    const auto at =
        std::find_if(kExporters.begin(), kExporters.end(),
                     [&](const Exporter& exporter) { return has_ending(path, exporter.ending); });
    return at == kExporters.end() ? nullptr : at;
}

}  // namespace duban
