#include "reader/html_reader.h"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "reader/document_builder.h"
#include "reader/html_reduce.h"
#include "reader/html_words.h"

namespace duban {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;
constexpr std::uint32_t kWidest = 1000;        // columns that a cell covers, as browsers have it
constexpr std::size_t kMostCovered = 4000000;  // places that merged cells cover in all tables

// The page in document order: what an element holds stands right behind it.
struct Node {
    GumboTag tag = GUMBO_TAG_UNKNOWN;  // of text: GUMBO_TAG_LAST
    std::string_view text;
    std::uint32_t parent = kNone;
    std::uint32_t end = 0;      // one past the last node inside
    std::uint32_t letters = 0;  // bytes of text inside that are no blanks
    std::uint32_t linked = 0;   // of them in links
    std::uint32_t links = 0;
    std::uint16_t rows = 1;
    std::uint16_t columns = 1;
    bool pre = false;      // blanks and line breaks are kept
    bool skipped = false;  // hidden, or furniture
    bool article = false;  // its name says that it holds the article
    bool data = false;     // a table that is to be read as one

    [[nodiscard]] bool is_text() const { return tag == GUMBO_TAG_LAST; }
};

std::string lower_without_blanks(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) <= ' ') continue;
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

std::string_view attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? std::string_view() : found->value;
}

bool has_attribute(const GumboElement& element, const char* name) {
    return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

bool has(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

std::uint16_t span_of(std::string_view value, std::uint32_t none) {
    std::uint32_t number = 0;
    bool any = false;
    for (const char c : trimmed(value)) {
        if (c < '0' || c > '9') break;
        any = true;
        number = std::min(number * 10 + static_cast<std::uint32_t>(c - '0'), 65534U);
    }
    return static_cast<std::uint16_t>(any ? number : none);
}

bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

bool is_block(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_LAST:
        case GUMBO_TAG_A:
        case GUMBO_TAG_SPAN:
        case GUMBO_TAG_BR: return false;
        default: return true;
    }
}

bool is_container(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_CENTER:
        case GUMBO_TAG_FIELDSET:
        case GUMBO_TAG_TD: return true;
        default: return false;
    }
}

// Cells and rows may be full of links to the tasks that they name.
bool may_be_menu(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_TR:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
        case GUMBO_TAG_TBODY:
        case GUMBO_TAG_THEAD:
        case GUMBO_TAG_TFOOT:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3: return false;
        default: return is_block(tag);
    }
}

bool is_heading(GumboTag tag) {
    return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3;
}

// Gathers text as it is shown: blanks are one blank, unless they are kept.
class Flow {
  public:
    void text(std::string_view more, bool pre) {
        if (pre) {
            text_ += more;
            kept_ = true;
            return;
        }
        for (const char c : more) {
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') text_ += ' ';
            } else {
                text_ += c;
            }
        }
    }

    void line_break(bool pre) {
        if (!pre && text_.ends_with(' ')) text_.pop_back();
        text_ += '\n';
        kept_ = kept_ || pre;
    }

    // Between two blocks.
    void block() {
        if (!text_.empty() && text_.back() != '\n' && !kept_) line_break(false);
    }

    [[nodiscard]] std::string_view seen() const {
        return kept_ ? std::string_view(text_) : trimmed(text_);
    }
    void clear() {
        text_.clear();
        kept_ = false;
    }

  private:
    std::string text_;
    bool kept_ = false;
};

class Page {
  public:
    Page(const ReducedHtml& reduced, const GumboNode* root, std::uint64_t max_bytes)
        : own_(reduced.own), builder_(FileKind::kHtml, max_bytes) {
        flatten(root);
        count();
        if (!own_) {
            drop_furniture();
            count();
        }
        find_tables();
    }

    Result<Document> read(std::string_view title) {
        std::uint32_t root = 0;
        if (!own_) {
            root = article();
            find_title(root, title);
        }
        flow(root);
        if (covered_ > kMostCovered) {
            return Error{ErrorCode::kTooLarge,
                         "error-html-merged",
                         {{"limit", std::to_string(kMostCovered)}},
                         ""};
        }
        return builder_.finish();
    }

  private:
    struct Cell {
        std::uint32_t node = 0;
        std::uint32_t column = 0;
    };

    // ---- the page as a list

    void flatten(const GumboNode* root) {
        struct Open {
            const GumboNode* node;
            std::uint32_t at;
            unsigned next;
        };
        std::vector<Open> open;
        enter(root, kNone);
        open.push_back({root, 0, 0});
        while (!open.empty()) {
            Open& top = open.back();
            const GumboVector& children = top.node->v.element.children;
            if (top.next == children.length) {
                nodes_[top.at].end = static_cast<std::uint32_t>(nodes_.size());
                open.pop_back();
                continue;
            }
            const auto* child = static_cast<const GumboNode*>(children.data[top.next++]);
            const std::uint32_t parent = top.at;
            if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE) {
                Node node;
                node.tag = GUMBO_TAG_LAST;
                node.text = child->v.text.text;
                node.parent = parent;
                node.end = static_cast<std::uint32_t>(nodes_.size()) + 1;
                node.pre = nodes_[parent].pre;
                nodes_.push_back(node);
            } else if (child->type == GUMBO_NODE_ELEMENT &&
                       child->v.element.tag != GUMBO_TAG_HEAD) {
                const auto at = static_cast<std::uint32_t>(nodes_.size());
                if (enter(child, parent)) open.push_back({child, at, 0});
            }
        }
    }

    // False where the element is hidden or furniture by its name.
    bool enter(const GumboNode* from, std::uint32_t parent) {
        const GumboElement& element = from->v.element;
        Node node;
        node.tag = element.tag;
        node.parent = parent;
        const std::string style = lower_without_blanks(attribute(element, "style"));
        if (has(style, "display:none") || has(style, "visibility:hidden") ||
            has_attribute(element, "hidden") ||
            lower_without_blanks(attribute(element, "aria-hidden")) == "true")
            return false;
        if (!own_ && (node.tag == GUMBO_TAG_NAV || node.tag == GUMBO_TAG_FOOTER ||
                      node.tag == GUMBO_TAG_ASIDE))
            return false;
        node.pre = parent != kNone && nodes_[parent].pre;
        if (node.tag == GUMBO_TAG_PRE || has(style, "white-space:pre")) {
            node.pre = true;
        } else if (has(style, "white-space:normal") || has(style, "white-space:nowrap")) {
            node.pre = false;
        }
        if (is_cell(node.tag)) {
            node.rows = span_of(attribute(element, "rowspan"), 1);
            node.columns = static_cast<std::uint16_t>(
                std::clamp<std::uint32_t>(span_of(attribute(element, "colspan"), 1), 1, kWidest));
        }
        if (is_container(node.tag)) {
            const std::string names = lower_without_blanks(attribute(element, "id")) + ' ' +
                                      lower_without_blanks(attribute(element, "class"));
            node.article = node.tag == GUMBO_TAG_ARTICLE || has(names, "article") ||
                           has(names, "trs_editor") || has(names, "zoom") ||
                           has(names, "content") || has(names, "detail");
        }
        nodes_.push_back(node);
        return true;
    }

    // Letters and links of every element.
    void count() {
        for (Node& node : nodes_) node.letters = node.linked = node.links = 0;
        for (std::size_t i = nodes_.size(); i-- > 0;) {
            Node& node = nodes_[i];
            if (node.skipped) continue;
            if (node.is_text()) {
                node.letters = static_cast<std::uint32_t>(
                    std::count_if(node.text.begin(), node.text.end(),
                                  [](char c) { return static_cast<unsigned char>(c) > ' '; }));
            } else if (node.tag == GUMBO_TAG_A) {
                node.linked = node.letters;
                node.links = node.letters > 0 ? 1 : 0;
            }
            if (node.parent == kNone) continue;
            Node& parent = nodes_[node.parent];
            parent.letters += node.letters;
            parent.linked += node.linked;
            parent.links += node.links;
        }
    }

    // ---- furniture

    // Lists of links, in blocks without a table of rows.
    void drop_furniture() {
        std::vector<bool> holds_table(nodes_.size(), false);
        for (std::size_t i = nodes_.size(); i-- > 0;) {
            const Node& node = nodes_[i];
            if (node.tag == GUMBO_TAG_TABLE && rows_of(static_cast<std::uint32_t>(i)).size() > 2)
                holds_table[i] = true;
            if (holds_table[i] && node.parent != kNone) holds_table[node.parent] = true;
        }
        for (std::size_t i = 0; i < nodes_.size();) {
            Node& node = nodes_[i];
            const bool list = may_be_menu(node.tag) && node.links >= 3 &&
                              node.linked * 10ULL >= node.letters * 6ULL && !holds_table[i];
            const bool head = node.tag == GUMBO_TAG_HEADER && !inside(i, GUMBO_TAG_ARTICLE) &&
                              !inside(i, GUMBO_TAG_MAIN) && !holds_table[i];
            if (list || head) {
                node.skipped = true;
                i = node.end;
            } else {
                ++i;
            }
        }
        for (Node& node : nodes_) {
            if (node.parent != kNone && nodes_[node.parent].skipped) node.skipped = true;
        }
    }

    [[nodiscard]] bool inside(std::size_t at, GumboTag tag) const {
        for (std::uint32_t up = nodes_[at].parent; up != kNone; up = nodes_[up].parent) {
            if (nodes_[up].tag == tag) return true;
        }
        return false;
    }

    // ---- tables

    // The rows of a table itself: head, bodies, foot.
    [[nodiscard]] std::vector<std::uint32_t> rows_of(std::uint32_t table) const {
        std::vector<std::uint32_t> head;
        std::vector<std::uint32_t> body;
        std::vector<std::uint32_t> foot;
        for (std::uint32_t i = table + 1; i < nodes_[table].end;) {
            const Node& node = nodes_[i];
            if (node.tag == GUMBO_TAG_TR) {
                const GumboTag group = nodes_[node.parent].tag;
                (group == GUMBO_TAG_THEAD   ? head
                 : group == GUMBO_TAG_TFOOT ? foot
                                            : body)
                    .push_back(i);
            }
            const bool group = node.tag == GUMBO_TAG_THEAD || node.tag == GUMBO_TAG_TBODY ||
                               node.tag == GUMBO_TAG_TFOOT;
            i = group ? i + 1 : node.end;
        }
        head.insert(head.end(), body.begin(), body.end());
        head.insert(head.end(), foot.begin(), foot.end());
        return head;
    }

    // How many cells the widest row has, and of how many rows.
    struct Extent {
        std::size_t rows = 0;
        std::size_t columns = 0;
    };
    [[nodiscard]] Extent extent_of(std::uint32_t table) const {
        Extent extent;
        for (const std::uint32_t row : rows_of(table)) {
            std::size_t cells = 0;
            for (std::uint32_t i = row + 1; i < nodes_[row].end; i = nodes_[i].end)
                cells += is_cell(nodes_[i].tag) ? 1 : 0;
            extent.rows += cells > 0 ? 1 : 0;
            extent.columns = std::max(extent.columns, cells);
        }
        return extent;
    }

    // A table of rows has two columns at least, and most of its text outside of tables inside it.
    void find_tables() {
        std::vector<std::uint32_t> data(nodes_.size(), 0);  // letters in tables of rows inside
        for (std::size_t at = nodes_.size(); at-- > 0;) {
            Node& node = nodes_[at];
            if (node.tag == GUMBO_TAG_TABLE && !node.skipped) {
                const Extent extent = extent_of(static_cast<std::uint32_t>(at));
                node.data = extent.columns >= 2 && data[at] * 2ULL <= node.letters &&
                            (extent.rows >= 2 || own_);
                if (node.data) {
                    data[at] = node.letters;
                    for (std::uint32_t i = static_cast<std::uint32_t>(at) + 1; i < node.end; ++i)
                        nodes_[i].data = false;
                }
            }
            if (node.parent != kNone) data[node.parent] += data[at];
        }
    }

    void table(std::uint32_t at) {
        flush();
        ++tables_;
        for (std::uint32_t i = at + 1; i < nodes_[at].end; i = nodes_[i].end) {
            if (nodes_[i].tag == GUMBO_TAG_CAPTION) paragraph(cell_text(i));
        }
        struct Above {
            std::size_t row = 0;     // of the builder
            std::uint32_t left = 0;  // rows still covered
            bool begins = false;     // the first column that the cell covers
            std::uint32_t column = 0;
        };
        std::vector<Above> above;
        std::size_t standing = 0;  // columns with rows still covered
        const auto rows = rows_of(at);
        const std::size_t widest = width_of(rows);
        std::uint32_t number = 0;
        for (const std::uint32_t row : rows) {
            ++number;
            std::vector<std::uint32_t> cells;
            for (std::uint32_t i = row + 1; i < nodes_[row].end; i = nodes_[i].end) {
                if (is_cell(nodes_[i].tag)) cells.push_back(i);
            }
            const std::size_t built = builder_.rows();
            DocumentRow place;
            place.table = tables_;
            place.row = number;
            // One cell over the whole width is a paragraph.
            const bool covered = standing > 0;
            const bool alone = cells.size() == 1 && !covered && widest > 1 &&
                               (nodes_[cells[0]].columns >= widest || nodes_[cells[0]].rows == 1);
            if (alone) {
                const std::string text = cell_text(cells[0]);
                if (!trimmed(text).empty()) builder_.paragraph(place, text);
                continue;
            }
            if (cells.empty() && !covered) continue;
            builder_.begin_row(place);
            std::size_t column = 0;
            std::size_t begun = 0;
            const auto take_above = [&] {
                while (column < above.size() && above[column].left > 0) {
                    Above& a = above[column];
                    if (a.begins) {
                        copy_ = builder_.text_of(a.row, a.column);
                        builder_.cell(copy_, Merged::kAbove);
                    } else {
                        builder_.cell("", Merged::kLeft);
                    }
                    standing -= --a.left == 0 ? 1 : 0;
                    ++column;
                    ++covered_;
                }
            };
            for (const std::uint32_t cell : cells) {
                take_above();
                const Node& node = nodes_[cell];
                const std::size_t columns =
                    std::min<std::size_t>(node.columns, widest > column ? widest - column : 1);
                const std::uint32_t down =
                    node.rows == 0 ? 0xFFFF : std::max<std::uint32_t>(node.rows, 1);
                for (std::size_t c = 0; c < columns; ++c, ++column) {
                    if (column >= above.size()) above.resize(column + 1);
                    if (c > 0 && above[column].left > 0) break;
                    builder_.cell(c == 0 ? cell_text(cell) : std::string(),
                                  c == 0 ? Merged::kNo : Merged::kLeft);
                    above[column] = {built, down - 1, c == 0, static_cast<std::uint32_t>(column)};
                    begun += down > 1 ? 1 : 0;
                    covered_ += c > 0 ? 1 : 0;
                }
                if (covered_ > kMostCovered || builder_.full()) break;
            }
            take_above();
            standing += begun;
            builder_.end_row();
            if (covered_ > kMostCovered || builder_.full()) return;
        }
    }

    // The columns of the grid, without what a merged cell alone in its row claims.
    [[nodiscard]] std::size_t width_of(const std::vector<std::uint32_t>& rows) const {
        std::size_t plain = 0;    // cells of the widest row
        std::size_t merged = 0;   // columns of the widest row with more than one cell
        std::size_t covered = 0;  // columns of the row that cells above cover
        std::vector<std::size_t> ends(rows.size() + 1, 0);  // of them, those that end above a row
        for (std::size_t r = 0; r < rows.size(); ++r) {
            covered -= ends[r];
            std::size_t cells = 0;
            std::size_t columns = covered;
            std::size_t begun = 0;
            for (std::uint32_t i = rows[r] + 1; i < nodes_[rows[r]].end; i = nodes_[i].end) {
                const Node& node = nodes_[i];
                if (!is_cell(node.tag)) continue;
                ++cells;
                columns += node.columns;
                if (node.rows == 1) continue;
                begun += node.columns;
                const std::size_t end = node.rows == 0 ? rows.size() : r + node.rows;
                ends[std::min(end, rows.size())] += node.columns;
            }
            plain = std::max(plain, cells);
            if (cells > 1 || covered > 0) merged = std::max(merged, columns);
            covered += begun;
        }
        return std::max(plain, std::min<std::size_t>(merged, 16384));
    }

    // What a cell shows, tables inside it as text.
    [[nodiscard]] std::string cell_text(std::uint32_t cell) const {
        Flow flow;
        std::vector<std::uint32_t> ends;
        bool first_cell = true;
        for (std::uint32_t i = cell + 1; i < nodes_[cell].end;) {
            while (!ends.empty() && ends.back() <= i) {
                ends.pop_back();
                flow.block();
            }
            const Node& node = nodes_[i];
            if (node.skipped) {
                i = node.end;
                continue;
            }
            if (node.is_text()) {
                // Between the parts of a table inside there is no text.
                const GumboTag parent = nodes_[node.parent].tag;
                const bool between = parent == GUMBO_TAG_TABLE || parent == GUMBO_TAG_TBODY ||
                                     parent == GUMBO_TAG_THEAD || parent == GUMBO_TAG_TR;
                if (!between) flow.text(node.text, node.pre);
            } else if (node.tag == GUMBO_TAG_BR) {
                flow.line_break(node.pre);
            } else if (is_cell(node.tag)) {
                if (!first_cell) flow.text(" ", false);
                first_cell = false;
            } else if (is_block(node.tag)) {
                flow.block();
                ends.push_back(node.end);
                first_cell = true;
            }
            ++i;
        }
        return std::string(flow.seen());
    }

    // ---- the article

    // The element that holds the tables, or most of the text, and what belongs to them.
    [[nodiscard]] std::uint32_t article() const {
        std::uint32_t best = kNone;
        for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
            if (nodes_[i].data && !nodes_[i].skipped &&
                (best == kNone || nodes_[i].letters > nodes_[best].letters) &&
                extent_of(i).columns >= 3)
                best = i;
        }
        if (best == kNone) return text_article();
        // Tables of as many columns as the largest belong to it.
        const std::size_t columns = extent_of(best).columns;
        std::uint32_t root = nodes_[best].parent;
        for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
            if (!nodes_[i].data || nodes_[i].skipped || extent_of(i).columns != columns) continue;
            while (i < root || i >= nodes_[root].end) root = nodes_[root].parent;
        }
        return widened(root, nodes_[best].letters);
    }

    // Upwards as long as what comes in is less than what is there; an article ends it.
    [[nodiscard]] std::uint32_t widened(std::uint32_t root, std::uint32_t letters) const {
        while (nodes_[root].parent != kNone && !nodes_[root].article) {
            const Node& up = nodes_[nodes_[root].parent];
            if (up.letters - up.linked > letters + letters / 2 + 1500) break;
            root = nodes_[root].parent;
        }
        return root;
    }

    [[nodiscard]] std::uint32_t text_article() const {
        std::vector<std::uint32_t> own(nodes_.size(), 0);  // letters in no container inside
        std::vector<std::uint32_t> score(nodes_.size(), 0);
        for (const Node& node : nodes_) {
            if (!node.is_text() || node.skipped) continue;
            std::uint32_t up = node.parent;
            bool link = false;
            for (; nodes_[up].parent != kNone && !is_container(nodes_[up].tag);
                 up = nodes_[up].parent)
                link = link || nodes_[up].tag == GUMBO_TAG_A;
            if (!link) own[up] += node.letters;
        }
        for (std::size_t i = nodes_.size(); i-- > 0;) {
            score[i] += own[i];
            std::uint32_t up = nodes_[i].parent;
            while (up != kNone && !is_container(nodes_[up].tag)) up = nodes_[up].parent;
            if (up != kNone && own[i] > 0) score[up] += own[i];
        }
        std::uint32_t best = 0;
        for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
            if (score[i] > score[best]) best = i;
        }
        return widened(best, nodes_[best].letters);
    }

    // The title of the page, where the article does not begin with it; furniture above the title is
    // left out.
    void find_title(std::uint32_t root, std::string_view title) {
        std::string name = without_blanks(title);
        for (const std::string_view mark : {"_", "-", "|", "\xE2\x80\x94", "\xE2\x80\x93"})
            name.resize(std::min(name.find(mark), name.size()));
        constexpr std::size_t kLooked = 30;  // paragraphs
        std::vector<std::string> paragraphs;
        std::size_t heading = kNone;
        listing_ = &paragraphs;
        heading_at_ = &heading;
        flow(root);
        listing_ = nullptr;
        heading_at_ = nullptr;
        paragraphs.resize(std::min(paragraphs.size(), kLooked));
        for (std::size_t i = 0; i < paragraphs.size() && name.size() >= 12; ++i) {
            if (!contains(paragraphs[i], name)) continue;
            left_out_ = i;
            return;
        }
        if (heading < paragraphs.size()) {
            left_out_ = heading;
        } else if (name.size() >= 12) {
            paragraph(title_text(title, name));
        }
    }

    // The words of the page's title up to where the name of the site follows.
    static std::string title_text(std::string_view title, const std::string& name) {
        std::size_t end = 0;
        while (end < title.size() && without_blanks(title.substr(0, end)).size() < name.size())
            end += decode_at(title, end).size;
        return std::string(trimmed(title.substr(0, end)));
    }

    // ---- text in its order

    void flow(std::uint32_t root) {
        flow_.clear();
        seen_ = 0;
        foot_ = false;
        std::vector<std::uint32_t> ends;
        const std::uint32_t end = nodes_[root].end;
        for (std::uint32_t i = root; i < end;) {
            while (!ends.empty() && ends.back() <= i) {
                ends.pop_back();
                flush();
            }
            const Node& node = nodes_[i];
            if (node.skipped) {
                i = node.end;
                continue;
            }
            if (node.is_text()) {
                flow_.text(node.text, node.pre);
            } else if (node.tag == GUMBO_TAG_BR) {
                if (node.pre) {
                    flow_.line_break(true);
                } else {
                    flush();
                }
            } else if (node.data) {
                flush();
                foot_ = false;
                if (listing_ == nullptr) {
                    left_out_ = 0;
                    table(i);
                } else {
                    listing_closed_ = true;
                }
                i = node.end;
                continue;
            } else if (is_block(node.tag)) {
                flush();
                if (heading_at_ != nullptr && *heading_at_ == kNone && is_heading(node.tag) &&
                    node.letters > 0 && !listing_closed_)
                    *heading_at_ = listing_->size();
                ends.push_back(node.end);
            }
            ++i;
        }
        flush();
        listing_closed_ = false;
    }

    void flush() {
        const std::string_view text = flow_.seen();
        if (!trimmed(text).empty() || (own_ && !text.empty())) {
            if (listing_ != nullptr) {
                if (!listing_closed_ && !is_furniture(text))
                    listing_->push_back(without_blanks(text));
            } else if (own_) {
                paragraph(text);
            } else if (!is_furniture(text)) {
                if (seen_++ >= left_out_ && !foot_) paragraph(text);
            }
        }
        flow_.clear();
    }

    bool is_furniture(std::string_view text) {
        constexpr std::size_t kLong = 240;  // bytes; a longer line is matter
        if (text.size() > kLong) return false;
        const auto begins = [&](std::string_view word) { return text.starts_with(word); };
        if (std::any_of(kFootLines.begin(), kFootLines.end(), begins)) {
            foot_ = true;
            return true;
        }
        return std::any_of(kFurnitureLines.begin(), kFurnitureLines.end(), begins);
    }

    void paragraph(std::string_view text) {
        if (trimmed(text).empty()) return;
        DocumentRow place;
        place.row = ++paragraphs_;
        builder_.paragraph(place, text);
    }

    bool own_;
    std::vector<Node> nodes_;
    DocumentBuilder builder_;
    Flow flow_;
    std::string copy_;
    std::size_t covered_ = 0;
    std::uint32_t tables_ = 0;
    std::uint32_t paragraphs_ = 0;
    std::size_t left_out_ = 0;  // paragraphs at the beginning
    std::size_t seen_ = 0;
    bool foot_ = false;                            // of the page
    std::vector<std::string>* listing_ = nullptr;  // where paragraphs are only listed
    std::size_t* heading_at_ = nullptr;
    bool listing_closed_ = false;
};

GumboOptions options() {
    GumboOptions out = kGumboDefaultOptions;
    out.max_errors = 0;
    return out;
}

using Output = std::unique_ptr<GumboOutput, void (*)(GumboOutput*)>;

Output parsed(std::string_view html) {
    const GumboOptions how = options();
    return {gumbo_parse_with_options(&how, html.data(), html.size()), [](GumboOutput* output) {
                const GumboOptions same = options();
                gumbo_destroy_output(&same, output);
            }};
}

// With its entities read.
std::string plain_title(const std::string& title) {
    const Output output = parsed("<p>" + title);
    std::string out;
    const GumboNode* node = output->root;
    while (node->type == GUMBO_NODE_ELEMENT && node->v.element.children.length > 0) {
        const GumboVector& children = node->v.element.children;
        node = static_cast<const GumboNode*>(children.data[children.length - 1]);
    }
    if (node->type == GUMBO_NODE_TEXT) out = node->v.text.text;
    return out;
}

}  // namespace

Result<Document> read_html(std::string_view text, const ReadLimits& limits) {
    const auto reduced = reduce_html(text);
    if (!reduced) return reduced.error();
    const Output output = parsed(reduced.value().html);
    Page page(reduced.value(), output->root, limits.max_bytes);
    return page.read(plain_title(reduced.value().title));
}

}  // namespace duban
