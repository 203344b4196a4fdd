#include "programme/layout.h"

#include <algorithm>

#include "base/text.h"
#include "extraction/numeral.h"
#include "programme/import_steps.h"

namespace duban {
namespace {

constexpr std::size_t kMostColumns = 16;
constexpr std::size_t kLongestHeading = 60;  // bytes of a heading that is a line

using Cells = std::vector<std::string_view>;

struct Line {
    std::string_view text;
    std::uint32_t number = 0;
};

class Rows {
  public:
    explicit Rows(Document& document) : document_(document) {}

    void add(std::uint32_t line, const Cells& cells) {
        rows_.push_back({line, static_cast<std::uint32_t>(cells_.size()),
                         static_cast<std::uint32_t>(cells.size())});
        cells_.insert(cells_.end(), cells.begin(), cells.end());
    }
    void add(const Line& line) { add(line.number, {line.text}); }

    void put() {
        document_.cells = std::move(cells_);
        document_.rows = std::move(rows_);
    }

  private:
    Document& document_;
    std::vector<std::string_view> cells_;
    std::vector<DocumentRow> rows_;
};

bool is_heading(const Cells& cells) {
    Layout layout;
    std::vector<std::uint8_t> seen;
    return cells.size() >= 3 && cells.size() <= kMostColumns && read_heading(cells, layout, seen);
}

// Cells between bars; empty ones count.
Cells split_bars(std::string_view line) {
    Cells cells;
    if (line.starts_with('|')) line.remove_prefix(1);
    if (line.ends_with('|')) line.remove_suffix(1);
    for (std::size_t from = 0;;) {
        const std::size_t bar = line.find('|', from);
        cells.push_back(trimmed(line.substr(from, bar - from)));
        if (bar == std::string_view::npos) return cells;
        from = bar + 1;
    }
}

// Cells with two blanks or more between them.
Cells split_blanks(std::string_view line) {
    Cells cells;
    std::size_t from = 0;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t blanks = 0;
        std::size_t end = at;
        while (end < line.size()) {
            const CodePoint c = decode_at(line, end);
            if (!is_blank(c.value)) break;
            // A wide blank is as broad as two.
            blanks += c.value == 0x3000 ? 2 : 1;
            end += c.size;
        }
        if (blanks >= 2) {
            if (at > from) cells.push_back(line.substr(from, at - from));
            from = end;
        }
        at = std::max(end, at + decode_at(line, at).size);
    }
    if (from < line.size()) cells.push_back(line.substr(from));
    return cells;
}

std::vector<Line> lines_of(const Document& document) {
    std::vector<Line> lines;
    for (const DocumentRow& row : document.rows) {
        const std::string_view first = document.cell(row, 0);
        const std::string_view last = document.cell(row, row.count - 1);
        const std::string_view whole{
            first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
        lines.push_back({trimmed(whole), row.line});
    }
    return lines;
}

template <class Split>
bool joined(const std::vector<Line>& lines, Rows& rows, const Split& split) {
    std::size_t width = 0;
    for (const Line& line : lines) {
        const Cells cells = split(line.text);
        const bool heading = is_heading(cells);
        if (heading) width = cells.size();
        // Before the heading, and where a line has but one or far too many cells, it is text.
        if (heading || (width > 0 && cells.size() >= 2 && cells.size() <= width + 1)) {
            rows.add(line.number, cells);
        } else {
            rows.add(line);
        }
    }
    return width > 0;
}

// One cell a line.
class Stacked {
  public:
    explicit Stacked(const std::vector<Line>& lines) : lines_(lines) {}

    bool run(Rows& rows) {
        for (std::size_t i = 0; i < lines_.size();) {
            if (const std::size_t size = heading_at(i)) {
                rows.add(lines_[i].number, heading_);
                i = table(rows, i + size);
                found_ = true;
            } else {
                rows.add(lines_[i++]);
            }
        }
        return found_;
    }

  private:
    static bool could_be_heading(std::string_view text) {
        return !text.empty() && text.size() <= kLongestHeading &&
               !contains_any(text, kLabelColons) && heading_word(plain_heading(text)) != nullptr;
    }

    // Lines of the heading that begins here, 0 where none does; its cells go to heading_.
    std::size_t heading_at(std::size_t at) {
        if (!could_be_heading(lines_[at].text) && !begins_word(at)) return 0;
        Cells cells;
        std::size_t i = at;
        while (i < lines_.size() && cells.size() < kMostColumns) {
            // A heading may be broken over two lines.
            if (i + 1 < lines_.size() && begins_word(i)) {
                cells.push_back(both(i));
                i += 2;
                continue;
            }
            if (!could_be_heading(lines_[i].text)) {
                // One that is not known may stand among those that are.
                const bool between = i + 1 < lines_.size() && !cells.empty() &&
                                     lines_[i].text.size() <= kLongestHeading / 2 &&
                                     number_value(lines_[i].text) == 0 &&
                                     could_be_heading(lines_[i + 1].text) && !unknown_;
                if (!between) break;
                unknown_ = true;
            }
            cells.push_back(lines_[i].text);
            ++i;
        }
        unknown_ = false;
        if (!is_heading(cells)) return 0;
        heading_ = std::move(cells);
        Layout layout;
        std::vector<std::uint8_t> seen;
        read_heading(heading_, layout, seen);
        number_ = layout[static_cast<std::size_t>(Column::kNumber)];
        return i - at;
    }

    std::string_view both(std::size_t i) const {
        const std::string_view a = lines_[i].text;
        const std::string_view b = lines_[i + 1].text;
        return {a.data(), static_cast<std::size_t>(b.data() + b.size() - a.data())};
    }

    // Two lines that are one heading word together.
    bool begins_word(std::size_t i) const {
        if (i + 1 >= lines_.size() || lines_[i].text.size() > kLongestHeading / 3 ||
            lines_[i + 1].text.size() > kLongestHeading / 3)
            return false;
        const std::string words = plain_heading(lines_[i].text) + plain_heading(lines_[i + 1].text);
        return std::any_of(kHeadingWords.begin(), kHeadingWords.end(),
                           [&](const HeadingWord& w) { return w.word == words; });
    }

    // Puts the rows below a heading; the line behind them.
    std::size_t table(Rows& rows, std::size_t from) {
        const std::size_t width = heading_.size();
        if (number_ < 0) return by_width(rows, from, width);
        const auto lead = static_cast<std::size_t>(number_);  // cells before the number
        std::vector<std::size_t> starts;
        int expected = 0;
        for (std::size_t i = from; i < lines_.size(); ++i) {
            if (starts.size() > 1 && lines_[i].text == heading_.front()) break;
            const int value = plain_number(lines_[i].text);
            if (value == 0) continue;
            const bool apart = starts.empty() || i >= starts.back() + 2;
            if (!apart || (starts.empty() ? i > from + lead : value != expected)) continue;
            starts.push_back(i);
            expected = value + 1;
        }
        if (starts.empty()) return by_width(rows, from, width);
        Cells before(lines_cells(from, starts.front()));
        std::size_t end = from;
        for (std::size_t s = 0; s < starts.size(); ++s) {
            const bool last = s + 1 == starts.size();
            std::size_t next = last ? stop(starts[s], width - lead) : starts[s + 1];
            const std::size_t own = next - starts[s];
            // What is more than its own cells stands before the next number.
            std::size_t following = 0;
            if (!last && lead > 0 && own >= width) following = lead;
            Cells cells = before;
            cells.resize(lead);
            const Cells mine = fitted(starts[s], next - following, width - lead);
            cells.insert(cells.end(), mine.begin(), mine.end());
            rows.add(lines_[starts[s]].number, cells);
            before = lines_cells(next - following, next);
            end = next;
        }
        return end;
    }

    // The last row ends where its cells do, or where the next heading or a note begins.
    std::size_t stop(std::size_t start, std::size_t cells) const {
        std::size_t end = start;
        while (end < lines_.size() && end < start + cells && lines_[end].text != heading_.front())
            ++end;
        return end;
    }

    Cells lines_cells(std::size_t from, std::size_t to) const {
        Cells cells;
        for (std::size_t i = from; i < to; ++i) cells.push_back(lines_[i].text);
        return cells;
    }

    // As many cells as there are columns: of more lines the surplus belongs to the longest.
    Cells fitted(std::size_t from, std::size_t to, std::size_t width) const {
        Cells cells = lines_cells(from, to);
        if (cells.size() <= width) return cells;
        const std::size_t surplus = cells.size() - width;
        std::size_t longest = 1;
        std::size_t most = 0;
        for (std::size_t i = 1; i + surplus < cells.size(); ++i) {
            std::size_t size = 0;
            for (std::size_t k = i; k <= i + surplus; ++k) size += cells[k].size();
            if (size > most) {
                most = size;
                longest = i;
            }
        }
        const std::string_view first = cells[longest];
        const std::string_view final = cells[longest + surplus];
        cells[longest] = {first.data(),
                          static_cast<std::size_t>(final.data() + final.size() - first.data())};
        cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(longest) + 1,
                    cells.begin() + static_cast<std::ptrdiff_t>(longest + surplus) + 1);
        return cells;
    }

    // A line that is nothing but a number.
    static int plain_number(std::string_view text) {
        const auto numeral = parse_numeral(text);
        return numeral && numeral->size == text.size() && !numeral->scaled ? number_value(text) : 0;
    }

    // Without a number column every row has as many lines as there are columns.
    std::size_t by_width(Rows& rows, std::size_t from, std::size_t width) const {
        std::size_t i = from;
        while (i + width <= lines_.size() && lines_[i].text != heading_.front()) {
            rows.add(lines_[i].number, lines_cells(i, i + width));
            i += width;
        }
        return i;
    }

    const std::vector<Line>& lines_;
    Cells heading_;
    int number_ = -1;
    bool unknown_ = false;
    bool found_ = false;
};

}  // namespace

bool unflatten(Document& document) {
    const std::vector<Line> lines = lines_of(document);
    const auto bars = [](std::string_view line) { return split_bars(line); };
    const auto blanks = [](std::string_view line) { return split_blanks(line); };
    Rows by_bars(document);
    if (joined(lines, by_bars, bars)) {
        by_bars.put();
        return true;
    }
    Rows by_blanks(document);
    if (joined(lines, by_blanks, blanks)) {
        by_blanks.put();
        return true;
    }
    Rows stacked(document);
    if (!Stacked(lines).run(stacked)) return false;
    stacked.put();
    return true;
}

}  // namespace duban
