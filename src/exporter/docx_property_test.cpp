#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>

#include "exporter/docx_comments.h"
#include "exporter/docx_writer.h"
#include "reader/docx_reader.h"

namespace duban {
namespace {

constexpr ReadLimits kLimits{16 << 20};

// Pieces that are awkward in XML, in Word or in both.
std::string awkward_text() {
    static constexpr std::array<std::string_view, 24> kPieces{
        "<",        ">",  "&",  "\"",          "'",  "\n",    "\n\n",   " ",
        "  ",       "=1", "+2", "-3",          "@a", "&amp;", "]]>",    "<!--",
        "建成60处", "😀", "𠮷", "\u202Eעברית", "a",  "％",    "\u3000", "<w:t>"};
    std::string out;
    const int n = *rc::gen::inRange(0, 12);
    for (int i = 0; i < n; ++i) out += kPieces[*rc::gen::inRange<std::size_t>(0, kPieces.size())];
    if (*rc::gen::inRange(0, 20) == 0) out += std::string(70000, 'x');
    return out;
}

std::string written(const Printout& printout) {
    std::string out;
    static_cast<void>(write_docx(printout, [&](std::string_view bytes) { out += bytes; }));
    return out;
}

Printout random_table() {
    Printout p;
    PrintTable table;
    const auto columns = *rc::gen::inRange<std::size_t>(2, 5);
    const auto rows = *rc::gen::inRange<std::size_t>(1, 5);
    for (std::size_t c = 0; c < columns; ++c)
        table.columns.push_back({"列", 10.0 * static_cast<double>(c + 1), Align::kLeft});
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            PrintCell cell;
            cell.text = p.keep(c == 0 ? std::to_string(r) : awkward_text());
            table.cells.push_back(cell);
        }
    }
    PrintBlock block;
    block.kind = BlockKind::kTable;
    p.blocks.push_back(block);
    p.tables.push_back(std::move(table));
    return p;
}

TEST_CASE("docx: every text of a cell comes back as it was") {
    CHECK(rc::check([] {
        const Printout p = random_table();
        const auto read = read_docx(written(p), kLimits);
        RC_ASSERT(read.ok());
        const Document& d = read.value();
        const PrintTable& table = p.tables[0];
        RC_ASSERT(d.rows.size() == table.rows() + 1);
        for (std::size_t r = 0; r < table.rows(); ++r) {
            for (std::size_t c = 0; c < table.columns.size(); ++c)
                RC_ASSERT(d.cell(d.rows[r + 1], c) == table.at(r, c).text);
        }
    }));
}

TEST_CASE("docx: comments anywhere change no text") {
    CHECK(rc::check([] {
        const std::string bytes = written(random_table());
        const auto before = read_docx(bytes, kLimits);
        RC_ASSERT(before.ok());
        const auto size = static_cast<std::uint32_t>(before.value().text->size());
        std::string file = bytes;
        for (int round = 0; round < 2; ++round) {  // the second finds comments and divided runs
            std::vector<DocxComment> comments;
            const int n = *rc::gen::inRange(0, 8);
            for (int i = 0; i < n; ++i) {
                const auto a = *rc::gen::inRange<std::uint32_t>(0, size + 2);
                const auto b = *rc::gen::inRange<std::uint32_t>(0, size + 2);
                comments.push_back({{std::min(a, b), std::max(a, b)}, awkward_text()});
            }
            auto commented = commented_docx(file, comments, kLimits.max_bytes);
            RC_ASSERT(commented.ok());
            const auto after = read_docx(commented.value(), kLimits);
            RC_ASSERT(after.ok());
            RC_ASSERT(*after.value().text == *before.value().text);
            file = std::move(commented.value());
        }
    }));
}

}  // namespace
}  // namespace duban
