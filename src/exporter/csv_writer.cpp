#include "exporter/csv_writer.h"

#include <string>
#include <vector>

#include "base/csv.h"

namespace duban {
namespace {

constexpr std::size_t kWorthWriting = 1 << 20;

void write_table(const PrintTable& table, std::string& out, const Sink& sink) {
    std::vector<std::string> cells;
    for (const PrintColumn& column : table.columns) cells.emplace_back(column.heading);
    append_csv_row(out, cells);
    std::vector<std::string_view> above(table.columns.size());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const PrintCell& cell = table.at(row, c);
            if (!cell.covered) above[c] = cell.text;
            cells[c] = above[c];
        }
        append_csv_row(out, cells);
        if (out.size() > kWorthWriting) {
            sink(out);
            out.clear();
        }
    }
}

}  // namespace

Result<bool> write_csv(const Printout& printout, const Sink& sink) {
    std::string out = "\xEF\xBB\xBF";
    for (const PrintBlock& block : printout.blocks) {
        if (block.kind == BlockKind::kTable) {
            write_table(printout.tables[block.table], out, sink);
        } else {
            append_csv_row(out, {std::string(block.text)});
        }
    }
    sink(out);
    return true;
}

}  // namespace duban
