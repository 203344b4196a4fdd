#include "app/official_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/official_words.h"

namespace duban {
namespace {

class TableMaker {
  public:
    TableMaker(const Programme& programme, bool clean) : programme_(programme), clean_(clean) {
        out_.title = programme.title;
        for (const OfficialColumn& column : kOfficialColumns) {
            if (column.always || filled(column.column)) columns_.push_back(&column);
        }
    }

    Printout make() {
        if (!programme_.title.empty()) add(BlockKind::kTitle, programme_.title);
        std::vector<const Task*> tasks;
        for (const Task& task : programme_.tasks) tasks.push_back(&task);
        std::stable_sort(tasks.begin(), tasks.end(),
                         [](const Task* a, const Task* b) { return a->line < b->line; });
        for (const Task* task : tasks) {
            if (task->preamble) {
                add(BlockKind::kBody, clean_ ? task->clean(Column::kProgress)
                                             : task->cell(Column::kProgress).raw);
                last_ = nullptr;
                continue;
            }
            if (last_ == nullptr || last_->section != task->section) begin_table();
            row(*task);
        }
        return std::move(out_);
    }

  private:
    bool filled(Column column) const {
        return std::any_of(programme_.tasks.begin(), programme_.tasks.end(), [&](const Task& t) {
            return !t.preamble && !t.cell(column).raw.empty();
        });
    }

    void add(BlockKind kind, std::string_view text) {
        PrintBlock block;
        block.kind = kind;
        block.text = text;
        block.landscape = true;
        out_.blocks.push_back(block);
    }

    void begin_table() {
        PrintTable table;
        for (const OfficialColumn* column : columns_) {
            const std::string_view own =
                programme_.heading_words[static_cast<std::size_t>(column->column)];
            table.columns.push_back({own.empty() ? column->heading : own, column->width,
                                     column->align});
        }
        add(BlockKind::kTable, "");
        out_.blocks.back().table = out_.tables.size();
        out_.tables.push_back(std::move(table));
        merged_from_ = 0;
        last_ = nullptr;
    }

    std::string_view text_of(const Task& task, Column column) const {
        const Text& cell = task.cell(column);
        const bool shared = column != Column::kMeasures && !cell.raw.empty() &&
                            cell.raw.data() == task.cell(Column::kMeasures).raw.data();
        return clean_ || shared || is_prose(task) ? std::string_view(cell.clean) : cell.raw;
    }

    // The cells of an item of prose are parts of one text.
    static bool is_prose(const Task& task) {
        const auto same = [&](Column a, Column b) {
            return !task.cell(a).raw.empty() && task.cell(a).raw.data() == task.cell(b).raw.data();
        };
        return same(Column::kMeasures, Column::kProgress) || same(Column::kTask, Column::kProgress);
    }

    void row(const Task& task) {
        PrintTable& table = out_.tables.back();
        const std::size_t index = table.rows();
        for (const OfficialColumn* column : columns_) {
            PrintCell cell;
            cell.text = text_of(task, column->column);
            if (column->column == Column::kCategory) {
                if (cell.text.empty() && programme_.headings == 0) {
                    cell.text =
                        programme_.categories[static_cast<std::size_t>(task.category)].name;
                }
                PrintCell* above =
                    index == 0 ? nullptr : &table.cells[merged_from_ * columns_.size()];
                if (above != nullptr && last_ != nullptr && last_->category == task.category &&
                    above->text == cell.text && !cell.text.empty()) {
                    ++above->rows;
                    cell.covered = true;
                } else {
                    merged_from_ = index;
                }
            }
            table.cells.push_back(cell);
        }
        last_ = &task;
    }

    const Programme& programme_;
    bool clean_;
    Printout out_;
    std::vector<const OfficialColumn*> columns_;
    const Task* last_ = nullptr;
    std::size_t merged_from_ = 0;  // the row whose category covers the ones that follow
};

}  // namespace

Printout official_table(const Programme& programme, bool clean) {
    return TableMaker(programme, clean).make();
}

}  // namespace duban
