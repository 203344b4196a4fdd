#include "reader/docx_reader.h"

#include "base/zip.h"
#include "reader/document_builder.h"
#include "reader/docx_walk.h"

namespace duban {

Result<Document> read_docx(std::string_view bytes, const ReadLimits& limits) {
    auto archive = ZipReader::open(bytes, limits.max_bytes);
    if (!archive) return archive.error();
    const auto parts = open_docx(archive.value());
    if (!parts) return parts.error();
    DocumentBuilder builder(FileKind::kDocx, limits.max_bytes);
    const auto walked = walk_docx(parts.value(), limits.max_bytes,
                                  [&](const DocumentRow& place, std::span<const DocxCell> cells) {
                                      builder.begin_row(place);
                                      for (const DocxCell& cell : cells)
                                          builder.cell(cell.text, cell.merged);
                                      builder.end_row();
                                      return !builder.full();
                                  });
    if (!walked) return walked.error();
    for (const Note& note : walked.value()) builder.note(note.key, note.params);
    return builder.finish();
}

}  // namespace duban
