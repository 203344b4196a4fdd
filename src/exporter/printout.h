// What a writer puts on paper: paragraphs by the part that they play and tables, in their order.
// Knows no programme and no finding; each format is a writer of its own.
//
// Texts are views: whatever they point into must outlive the Printout; texts made for it are kept
// in `own`. Moving a Printout keeps them valid.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace duban {

enum class Align : std::uint8_t { kLeft, kCenter, kRight };

struct PrintColumn {
    std::string_view heading;
    double width = 20;  // millimetres on the page; writers keep the proportions
    Align align = Align::kLeft;
};

struct PrintCell {
    std::string_view text;      // paragraphs are separated by LF
    std::uint32_t rows = 1;     // that it covers, itself included
    std::uint32_t columns = 1;  // likewise
    bool covered = false;       // by another cell
};

struct PrintTable {
    std::vector<PrintColumn> columns;
    std::vector<PrintCell> cells;  // row by row, columns.size() each

    [[nodiscard]] std::size_t rows() const {
        return columns.empty() ? 0 : cells.size() / columns.size();
    }
    [[nodiscard]] const PrintCell& at(std::size_t row, std::size_t column) const {
        return cells[row * columns.size() + column];
    }
};

// Parts of an official document in the order of GB/T 9704-2012.
enum class BlockKind : std::uint8_t {
    kTitle,
    kHeading1,   // first level
    kHeading2,   // second level
    kReceivers,  // whom it is sent to: a line without indent
    kBody,
    kAnnexNote,   // names the annexes, below the body
    kSigned,      // who issues it, and when: right-aligned, one block a line
    kAnnexLabel,  // at the head of an annex, which begins a page
    kAnnexTitle,
    kTable,
    kImprint,  // who gets copies, who prints: one block a line, at the foot of the last page
};

struct PrintBlock {
    BlockKind kind = BlockKind::kBody;
    std::string_view text;
    std::size_t table = 0;   // index into Printout::tables
    bool landscape = false;  // a page of another orientation than the one before begins a new one
};

enum class PrintStyle : std::uint8_t {
    kTable,     // a table to be read on its own: small type, narrow margins
    kOfficial,  // the layout of GB/T 9704-2012
};

struct Printout {
    std::string_view title;  // of the file's properties
    std::string_view language = "zh-CN";
    PrintStyle style = PrintStyle::kTable;
    std::vector<PrintBlock> blocks;
    std::vector<PrintTable> tables;
    std::deque<std::string> own;

    std::string_view keep(std::string text) { return own.emplace_back(std::move(text)); }
};

}  // namespace duban
