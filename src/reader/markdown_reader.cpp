#include "reader/markdown_reader.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "reader/document_builder.h"

namespace duban {
namespace {

// Without the marks of stress and with the breaks that HTML gives it.
std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (rest.size() > 1 && rest[0] == '\\' &&
            std::string_view("\\|*#_`<>[]-+.!{}()").find(rest[1]) != std::string_view::npos) {
            out += rest[1];
            at += 2;
        } else if (rest.starts_with("**")) {
            at += 2;
        } else if (rest.starts_with("<br>") || rest.starts_with("<br/>") ||
                   rest.starts_with("<br />")) {
            out += '\n';
            at += rest.find('>') + 1;
        } else {
            out += rest[0];
            ++at;
        }
    }
    return out;
}

class Reader {
  public:
    Reader(std::string_view text, std::uint64_t max_bytes)
        : text_(text), builder_(FileKind::kMarkdown, max_bytes) {}

    Result<Document> read() {
        std::uint32_t number = 0;
        for (std::size_t at = 0; at < text_.size();) {
            std::size_t end = text_.find('\n', at);
            if (end == std::string_view::npos) end = text_.size();
            take(++number, trimmed(text_.substr(at, end - at)),
                 end < text_.size()
                     ? trimmed(text_.substr(end + 1, text_.find('\n', end + 1) - end - 1))
                     : std::string_view());
            at = end + 1;
        }
        auto document = builder_.finish();
        if (document) document.value().lines = number;
        return document;
    }

  private:
    void take(std::uint32_t number, std::string_view line, std::string_view next) {
        const std::size_t ruled =
            line.find('|') == std::string_view::npos ? 0 : markdown_columns(next);
        if (ruled >= 2 && markdown_cells(line).size() == ruled) {
            ++table_;
            row_ = 0;
            in_table_ = true;
        } else if (in_table_ && row_ == 1 && markdown_columns(line) > 0) {
            return;
        } else if (line.find('|') == std::string_view::npos) {
            in_table_ = false;
        }
        if (in_table_) {
            builder_.begin_row({number, 0, 0, 0, 0, table_, ++row_});
            for (const std::string_view cell : markdown_cells(line)) builder_.cell(plain(cell));
            builder_.end_row();
            return;
        }
        const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
        const bool heading =
            hashes > 0 && hashes <= 6 && hashes < line.size() && line[hashes] == ' ';
        const bool rule = line.size() >= 3 && line.find_first_not_of("-*_= ") == line.npos;
        if (line.empty() || rule) return;
        // A line is a paragraph: people who write Chinese end a line where a paragraph ends.
        builder_.paragraph({number, 0, 0, 0, 0, 0, ++paragraph_},
                           plain(trimmed(heading ? line.substr(hashes) : line)));
    }

    std::string_view text_;
    DocumentBuilder builder_;
    std::uint32_t table_ = 0;
    std::uint32_t row_ = 0;
    std::uint32_t paragraph_ = 0;
    bool in_table_ = false;
};

}  // namespace

Result<Document> read_markdown(std::string_view text, const ReadLimits& limits) {
    return Reader(text, limits.max_bytes).read();
}

std::vector<std::string_view> markdown_cells(std::string_view line) {
    line = trimmed(line);
    if (line.starts_with('|')) line.remove_prefix(1);
    std::vector<std::string_view> cells;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\\') {
            ++at;
        } else if (line[at] == '|') {
            cells.push_back(trimmed(line.substr(begin, at - begin)));
            begin = at + 1;
        }
    }
    if (begin < line.size()) cells.push_back(trimmed(line.substr(begin)));
    return cells;
}

std::size_t markdown_columns(std::string_view line) {
    if (line.find("--") == std::string_view::npos && line.find(":-") == std::string_view::npos &&
        line.find("|-") == std::string_view::npos)
        return 0;
    const auto cells = markdown_cells(line);
    const bool all = std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
        if (cell.starts_with(':')) cell.remove_prefix(1);
        if (cell.ends_with(':')) cell.remove_suffix(1);
        return !cell.empty() && cell.find_first_not_of('-') == std::string_view::npos;
    });
    return all && line.find('|') != std::string_view::npos ? cells.size() : 0;
}

}  // namespace duban
