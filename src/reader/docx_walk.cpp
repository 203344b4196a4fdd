#include "reader/docx_walk.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <utility>

#include <pugixml.hpp>

#include "base/text.h"
#include "reader/docx_numbering.h"
#include "reader/docx_words.h"

namespace duban {
namespace {

using pugi::xml_node;

constexpr int kDeepest = 256;
constexpr int kMostColumns = 256;  // Word itself stops at 63

std::string_view local(const char* name) {
    const std::string_view whole = name;
    return whole.substr(whole.find(':') + 1);
}

std::string_view local(const xml_node& node) { return local(node.name()); }

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

xml_node child(const xml_node& node, std::string_view name) {
    for (const xml_node& c : node.children()) {
        if (local(c) == name) return c;
    }
    return {};
}

std::string_view attribute(const xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& a : node.attributes()) {
        if (local(a.name()) == name) return a.value();
    }
    return {};
}

int number(std::string_view text, int otherwise) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

// A property that is there is on, unless it says that it is off.
bool is_on(const xml_node& node) {
    return !node.empty() && !is_one_of(attribute(node, "val"), {"0", "false", "off", "none"});
}

Error damaged(std::string_view part) {
    return {ErrorCode::kDamaged, "error-zip-part", {{"part", std::string(part)}}, ""};
}

bool parse(pugi::xml_document& document, std::string_view bytes) {
    return document
               .load_buffer(bytes.data(), bytes.size(),
                            pugi::parse_cdata | pugi::parse_escapes | pugi::parse_wconv_attribute |
                                pugi::parse_eol | pugi::parse_ws_pcdata_single,
                            pugi::encoding_utf8)
               .status == pugi::status_ok;
}

// Parts written as UTF-16 become UTF-8, without the declaration that says otherwise.
std::string as_utf8(std::string bytes) {
    if (!bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF")) return bytes;
    auto decoded = to_utf8(std::move(bytes));
    if (!decoded) return "";
    std::string text = std::move(decoded.value().text);
    if (text.starts_with("<?xml")) text.erase(0, text.find("?>") + 2);
    return text;
}

// ---- the package ----

std::string folder_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

std::string resolved(std::string_view source, std::string_view target) {
    std::string path = target.starts_with('/') ? "" : folder_of(source);
    path += target.starts_with('/') ? target.substr(1) : target;
    std::vector<std::string> steps;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string step = path.substr(at, end - at);
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.push_back(step);
        }
        at = end + 1;
    }
    std::string out;
    for (const std::string& step : steps) out += (out.empty() ? "" : "/") + step;
    return out;
}

// The main part by the list of kinds, where no relationship names it.
std::string main_by_kind(const std::string& kinds) {
    pugi::xml_document document;
    if (!parse(document, kinds)) return "";
    for (const xml_node& node : document.document_element().children()) {
        const std::string_view kind = attribute(node, "ContentType");
        const bool word = kind.find("wordprocessingml") != std::string_view::npos ||
                          kind.find("ms-word") != std::string_view::npos;
        if (word && kind.ends_with(".main+xml")) return resolved("", attribute(node, "PartName"));
    }
    return "";
}

// ---- numbering and styles ----

void read_level(const xml_node& node, DocxLevel& level) {
    for (const xml_node& c : node.children()) {
        const std::string_view name = local(c);
        const std::string_view value = attribute(c, "val");
        if (name == "start") level.start = std::max(number(value, 1), 0);
        if (name == "numFmt") level.format = value;
        if (name == "lvlText") level.text = value.substr(0, 256);
        if (name == "lvlRestart") level.restart = std::max(number(value, -1), -1);
        if (name == "isLgl") level.legal = is_on(c);
        if (name == "suff") level.blank = value != "nothing";
        // A format of its own stands in a choice beside one that every program knows.
        if (name == "AlternateContent") read_level(child(c, "Fallback"), level);
    }
}

void read_numbering(const std::string& bytes, DocxNumbering& out) {
    pugi::xml_document document;
    if (bytes.empty() || !parse(document, bytes)) return;
    for (const xml_node& node : document.document_element().children()) {
        if (local(node) == "abstractNum") {
            DocxAbstract& abstract = out.abstracts[std::string(attribute(node, "abstractNumId"))];
            abstract.style_link = attribute(child(node, "numStyleLink"), "val");
            for (const xml_node& c : node.children()) {
                const int level = number(attribute(c, "ilvl"), -1);
                if (local(c) == "lvl" && level >= 0 && level < kDocxLevels)
                    read_level(c, abstract.levels[static_cast<std::size_t>(level)]);
            }
        } else if (local(node) == "num") {
            DocxNum& num = out.nums[std::string(attribute(node, "numId"))];
            num.abstract = attribute(child(node, "abstractNumId"), "val");
            for (const xml_node& c : node.children()) {
                const int level = number(attribute(c, "ilvl"), -1);
                if (local(c) != "lvlOverride" || level < 0 || level >= kDocxLevels) continue;
                const xml_node start = child(c, "startOverride");
                if (!start.empty())
                    num.start[static_cast<std::size_t>(level)] =
                        std::max(number(attribute(start, "val"), 1), 0);
                const xml_node own = child(c, "lvl");
                if (!own.empty()) read_level(own, num.levels[level]);
            }
        }
    }
}

// A paragraph's own number, or its style's.
struct NumberOf {
    std::string num;
    int level = -1;
};

NumberOf number_of(const xml_node& properties) {
    const xml_node node = child(properties, "numPr");
    return {std::string(attribute(child(node, "numId"), "val")),
            number(attribute(child(node, "ilvl"), "val"), -1)};
}

void read_styles(const std::string& bytes, DocxNumbering& out, std::string& standard) {
    pugi::xml_document document;
    if (bytes.empty() || !parse(document, bytes)) return;
    for (const xml_node& node : document.document_element().children()) {
        if (local(node) != "style") continue;
        const std::string id(attribute(node, "styleId"));
        DocxStyle& style = out.styles[id];
        style.based_on = attribute(child(node, "basedOn"), "val");
        const xml_node paragraph = child(node, "pPr");
        NumberOf own = number_of(paragraph);
        style.num = std::move(own.num);
        style.level = own.level;
        style.hidden = is_on(child(child(node, "rPr"), "vanish"));
        style.centred = attribute(child(paragraph, "jc"), "val") == "center";
        if (attribute(node, "type") == "paragraph" &&
            is_one_of(attribute(node, "default"), {"1", "true", "on"}))
            standard = id;
    }
}

// ---- the body ----

struct GridCell {
    xml_node node;
    int start = 0;  // of the grid
    int end = 0;
    bool below = false;  // goes on from the cell above
};

struct GridRow {
    xml_node node;
    std::vector<GridCell> cells;
};

class Walker {
  public:
    Walker(const DocxRows& rows, std::uint64_t max_bytes) : rows_(rows), left_(max_bytes) {}

    void prepare(const DocxParts& parts) {
        read_styles(parts.styles, numbering_, standard_);
        read_numbering(parts.numbering, numbering_);
    }

    void run(const xml_node& body) {
        blocks(body, nullptr, 0);
        flush(nullptr);
    }

    [[nodiscard]] bool too_deep() const { return too_deep_; }

    std::vector<Note> notes(bool macros) const {
        std::vector<Note> out;
        const auto add = [&](const char* key, std::size_t n) {
            if (n > 0) out.push_back({key, {{"n", std::to_string(n)}}});
        };
        if (inserted_ + deleted_ > 0) {
            out.push_back(
                {"note-docx-changes",
                 {{"inserted", std::to_string(inserted_)}, {"deleted", std::to_string(deleted_)}}});
        }
        add("note-docx-hidden", hidden_);
        add("note-docx-footnotes", footnotes_);
        add("note-docx-parts", outside_);
        if (macros) out.push_back({"note-docx-macros", {}});
        return out;
    }

  private:
    bool stopped() const { return stopped_ || too_deep_; }

    bool deep(int depth) {
        if (depth > kDeepest) too_deep_ = true;
        return too_deep_;
    }

    // Of mark-up in alternatives the first is taken, which is the newest.
    static xml_node chosen(const xml_node& alternatives) {
        const xml_node choice = child(alternatives, "Choice");
        return choice.empty() ? child(alternatives, "Fallback") : choice;
    }

    // Elements that hold others of the same level; their content, or an empty node.
    xml_node content(const xml_node& node, std::string_view name) {
        if (name == "sdt") return child(node, "sdtContent");
        if (name == "AlternateContent") return chosen(node);
        if (is_one_of(name, {"ins", "moveTo"})) {
            ++inserted_;
            return node;
        }
        if (is_one_of(name, {"customXml", "smartTag", "sdtContent"})) return node;
        return {};
    }

    // Words that ask for words.
    static bool is_placeholder(const xml_node& node) {
        return is_on(child(child(node, "sdtPr"), "showingPlcHdr"));
    }

    // ---- blocks: paragraphs and tables, into a cell or, where it is null, as rows ----

    void blocks(const xml_node& parent, DocxCell* cell, int depth) {
        if (deep(depth)) return;
        for (const xml_node& node : parent.children()) {
            if (stopped()) return;
            const std::string_view name = local(node);
            if (name == "p") {
                paragraph(node, cell, depth + 1);
            } else if (name == "tbl") {
                flush(cell);
                table(node, cell, depth + 1);
            } else if (is_one_of(name, {"altChunk", "subDoc"})) {
                ++outside_;
            } else if (is_one_of(name, {"del", "moveFrom"})) {
                ++deleted_;
            } else if (const xml_node inner = content(node, name)) {
                const bool outer = placeholder_;
                placeholder_ = outer || is_placeholder(node);
                blocks(inner, cell, depth + 1);
                placeholder_ = outer;
            }
        }
    }

    // Puts a piece of text with its places behind that of the cell.
    // What goes beyond the limit is left out, and the row that holds it is refused.
    void append(DocxCell& cell, const DocxCell& more) {
        if (held_ > left_) return;
        held_ += more.text.size();
        const auto shift = static_cast<std::uint32_t>(cell.text.size());
        cell.text += more.text;
        for (DocxPiece piece : more.pieces) {
            piece.begin += shift;
            cell.pieces.push_back(piece);
        }
    }

    void add_line(DocxCell& cell, const DocxCell& line) {
        if (!cell.text.empty()) cell.text += '\n';
        append(cell, line);
    }

    void paragraph(const xml_node& node, DocxCell* cell, int depth) {
        const xml_node properties = child(node, "pPr");
        const std::string_view own_style = attribute(child(properties, "pStyle"), "val");
        const std::string_view style = own_style.empty() ? standard_ : own_style;
        DocxCell line = std::move(carried_);
        carried_ = {};
        carrying_ = false;
        const std::vector<xml_node> outer = std::move(boxes_);
        boxes_.clear();
        const bool outer_hidden = style_hidden_;
        style_hidden_ =
            numbering_.style(style, [](const DocxStyle& s) { return s.hidden; }) != nullptr;
        inline_content(node, line, depth);
        style_hidden_ = outer_hidden;
        while (!fields_.empty() && !fields_.back()) fields_.pop_back();
        const std::vector<xml_node> boxes = std::move(boxes_);
        boxes_ = outer;

        const xml_node mark = child(properties, "rPr");
        const bool mark_deleted = !child(mark, "del").empty() || !child(mark, "moveFrom").empty();
        if (!mark_deleted) number_paragraph(properties, style, line, cell != nullptr);
        if (mark_deleted) {
            carried_ = std::move(line);
            carrying_ = true;
        } else {
            put(std::move(line), cell, is_centred(properties, style));
        }
        for (const xml_node& box : boxes) text_box(box, cell, depth);
    }

    void text_box(const xml_node& box, DocxCell* cell, int depth) {
        const std::uint32_t outer = std::exchange(box_run_, box_runs_[box.offset_debug()]);
        const auto fields = std::exchange(fields_, {});
        blocks(box, cell, depth + 1);
        flush(cell);
        fields_ = fields;
        box_run_ = outer;
    }

    bool is_centred(const xml_node& properties, std::string_view style) const {
        const std::string_view own = attribute(child(properties, "jc"), "val");
        if (!own.empty()) return own == "center";
        return numbering_.style(style, [](const DocxStyle& s) { return s.centred; }) != nullptr;
    }

    // What a paragraph without end leaves.
    void flush(DocxCell* cell) {
        if (!carrying_) return;
        carrying_ = false;
        put(std::exchange(carried_, {}), cell, false);
    }

    // A paragraph ends. Lines of a paragraph of the text are paragraphs of their own, but for
    // centred ones, which are titles.
    void put(DocxCell line, DocxCell* cell, bool centred) {
        if (cell != nullptr) {
            if (!line.text.empty()) add_line(*cell, line);
            return;
        }
        if (centred) {
            emit_line(std::move(line));
            return;
        }
        for (std::size_t at = 0; at <= line.text.size();) {
            const std::size_t end = std::min(line.text.find('\n', at), line.text.size());
            if (at == 0 && end == line.text.size()) {
                emit_line(std::move(line));
                return;
            }
            DocxCell part;
            part.text = line.text.substr(at, end - at);
            for (DocxPiece piece : line.pieces) {
                if (piece.begin < at || piece.begin >= end) continue;
                piece.begin -= static_cast<std::uint32_t>(at);
                part.pieces.push_back(piece);
            }
            emit_line(std::move(part));
            at = end + 1;
        }
    }

    void emit_line(DocxCell line) {
        if (trimmed(line.text).empty()) return;
        DocumentRow place;
        place.table = frame_table_;
        place.row = frame_table_ == 0 ? ++paragraphs_ : frame_row_;
        emit(place, std::span(&line, 1));
    }

    void emit(const DocumentRow& place, std::span<const DocxCell> cells) {
        std::uint64_t size = 0;
        for (const DocxCell& cell : cells) size += cell.text.size() + 1;
        held_ = 0;
        if (!rows_(place, cells)) stopped_ = true;
        stopped_ = stopped_ || size > left_;
        left_ -= std::min(size, left_);
    }

    // Every paragraph counts; a cell may hold nothing but its number, blank lines are not read.
    void number_paragraph(const xml_node& properties, std::string_view style, DocxCell& line,
                          bool in_cell) {
        NumberOf own = number_of(properties);
        if (own.num.empty()) {
            const DocxStyle* numbered =
                numbering_.style(style, [](const DocxStyle& s) { return !s.num.empty(); });
            if (numbered == nullptr) return;
            own.num = numbered->num;
            if (own.level < 0) own.level = numbered->level;
        }
        if (own.num == "0") return;
        std::string text = numbering_.next(own.num, std::max(own.level, 0));
        if (line.text.empty()) text = in_cell ? std::string(trimmed(text)) : "";
        constexpr std::size_t kLongestNumber = 160;  // bytes
        if (text.size() > kLongestNumber) text.clear();
        if (text.empty()) return;
        for (DocxPiece& piece : line.pieces) piece.begin += static_cast<std::uint32_t>(text.size());
        line.text.insert(0, text);
    }

    // ---- text within a paragraph ----

    void inline_content(const xml_node& parent, DocxCell& out, int depth) {
        if (deep(depth)) return;
        for (const xml_node& node : parent.children()) {
            const std::string_view name = local(node);
            if (name == "r") {
                run_of(node, out, depth + 1);
            } else if (name == "t") {
                text_node(node, 0, out);  // of a formula
            } else if (is_one_of(name, {"del", "moveFrom"})) {
                ++deleted_;
            } else if (is_one_of(name, {"ins", "moveTo"})) {
                if (!node.first_child().empty()) ++inserted_;
                inline_content(node, out, depth + 1);
            } else if (name == "sdt") {
                const bool outer = placeholder_;
                placeholder_ = outer || is_placeholder(node);
                inline_content(child(node, "sdtContent"), out, depth + 1);
                placeholder_ = outer;
            } else if (name == "AlternateContent") {
                inline_content(chosen(node), out, depth + 1);
            } else if (name == "oMath") {
                const bool outer = std::exchange(formula_, true);
                inline_content(node, out, depth + 1);
                formula_ = outer;
            } else if (name == "f") {
                inline_content(child(node, "num"), out, depth + 1);
                literal("/", out);
                inline_content(child(node, "den"), out, depth + 1);
            } else if (!name.ends_with("Pr")) {
                inline_content(node, out, depth + 1);
            }
        }
    }

    bool shown() const {
        return !placeholder_ &&
               std::all_of(fields_.begin(), fields_.end(), [](bool result) { return result; });
    }

    void literal(std::string_view text, DocxCell& out) const {
        if (shown()) out.text += text;
    }

    void run_of(const xml_node& run, DocxCell& out, int depth) {
        const xml_node properties = child(run, "rPr");
        const xml_node vanish = child(properties, "vanish");
        const std::string_view style = attribute(child(properties, "rStyle"), "val");
        const bool by_style =
            style_hidden_ || (!style.empty() && numbering_.style(style, [](const DocxStyle& s) {
                return s.hidden;
            }) != nullptr);
        hide_ = vanish.empty() ? by_style : is_on(vanish);
        const auto at =
            static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(run.offset_debug(), 1)) - 1;
        run_content(run, at, out, depth);
        hide_ = false;
    }

    void run_content(const xml_node& parent, std::uint32_t run, DocxCell& out, int depth) {
        if (deep(depth)) return;
        for (const xml_node& node : parent.children()) {
            const std::string_view name = local(node);
            if (name == "t") {
                text_node(node, run, out);
            } else if (is_one_of(name, {"tab", "ptab"})) {
                literal(" ", out);
            } else if (is_one_of(name, {"br", "cr"})) {
                literal("\n", out);
            } else if (name == "noBreakHyphen") {
                literal("-", out);
            } else if (name == "sym") {
                symbol(node, out);
            } else if (name == "fldChar") {
                field(attribute(node, "fldCharType"));
            } else if (is_one_of(name, {"footnoteReference", "endnoteReference"})) {
                ++footnotes_;
            } else if (name == "ruby") {
                const std::uint32_t outer = std::exchange(box_run_, box_run_ != 0 ? box_run_ : run);
                inline_content(child(node, "rubyBase"), out, depth + 1);
                box_run_ = outer;
            } else if (name == "AlternateContent") {
                run_content(chosen(node), run, out, depth + 1);
            } else if (is_one_of(name, {"drawing", "pict", "object"})) {
                find_boxes(node, run);
            }
        }
    }

    // Text boxes anywhere in a drawing, but not those within one another.
    void find_boxes(const xml_node& drawing, std::uint32_t run) {
        if (!shown()) return;
        std::vector<xml_node> open{drawing};
        while (!open.empty()) {
            const xml_node node = open.back();
            open.pop_back();
            if (local(node) == "txbxContent") {
                boxes_.push_back(node);
                box_runs_[node.offset_debug()] = box_run_ != 0 ? box_run_ : run;
                continue;
            }
            if (local(node) == "AlternateContent") {
                open.push_back(chosen(node));
                continue;
            }
            for (xml_node c = node.last_child(); c; c = c.previous_sibling()) {
                if (c.type() == pugi::node_element) open.push_back(c);
            }
        }
    }

    void field(std::string_view kind) {
        if (kind == "begin" && fields_.size() < kDeepest) fields_.push_back(false);
        if (kind == "separate" && !fields_.empty()) fields_.back() = true;
        if (kind == "end" && !fields_.empty()) fields_.pop_back();
    }

    void symbol(const xml_node& node, DocxCell& out) const {
        unsigned code = 0;
        const std::string_view hex = attribute(node, "char");
        std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
        const std::string_view font = attribute(node, "font");
        for (const SymbolOfFont& s : kSymbols) {
            if (s.font == font && s.code == (code & 0xFF)) {
                literal(s.text, out);
                return;
            }
        }
        const bool real = code >= 0x20 && code < 0xE000;  // not of the private area
        if (!real || (code >= 0xD800 && code < 0xE000)) return;
        std::string text;
        append_utf8(text, code);
        literal(text, out);
    }

    void text_node(const xml_node& node, std::uint32_t run, DocxCell& out) {
        if (!shown()) return;
        const bool keep = attribute(node, "space") == "preserve";
        for (const xml_node& c : node.children()) {
            if (c.type() != pugi::node_pcdata && c.type() != pugi::node_cdata) continue;
            std::string_view value = c.value();
            std::size_t skipped = 0;
            if (!keep) {
                constexpr std::string_view kBlanks = " \t\r\n";
                skipped = std::min(value.find_first_not_of(kBlanks), value.size());
                value.remove_prefix(skipped);
                value = value.substr(0, value.find_last_not_of(kBlanks) + 1);
            }
            if (value.empty()) continue;
            if (hide_) {
                hidden_ += code_points(value);
                continue;
            }
            DocxPiece piece;
            piece.begin = static_cast<std::uint32_t>(out.text.size());
            append_clean(value, out.text);
            piece.size = static_cast<std::uint32_t>(out.text.size()) - piece.begin;
            piece.run = box_run_ != 0 ? box_run_ : run;
            const std::ptrdiff_t at = c.offset_debug();
            if (box_run_ == 0 && at > 0 && c.type() == pugi::node_pcdata)
                piece.text = static_cast<std::uint32_t>(at) + static_cast<std::uint32_t>(skipped);
            if (piece.run != 0 && !formula_) out.pieces.push_back(piece);
        }
    }

    // As the program that wrote it shows it: white space is a blank.
    static void append_clean(std::string_view value, std::string& out) {
        for (std::size_t at = 0; at < value.size();) {
            const CodePoint c = decode_at(value, at);
            if (c.value == '\n' || c.value == '\r' || c.value == '\t') {
                out += ' ';
            } else if (c.value == 0xFFFD) {
                out += "\xEF\xBF\xBD";
            } else if (c.value >= 0x20 && c.value != 0x7F) {
                out.append(value, at, c.size);
            }
            at += c.size;
        }
    }

    // ---- tables ----

    void collect(const xml_node& parent, std::string_view wanted, std::vector<xml_node>& out,
                 int depth) {
        if (deep(depth)) return;
        for (const xml_node& node : parent.children()) {
            const std::string_view name = local(node);
            if (name == wanted) {
                out.push_back(node);
            } else if (const xml_node inner = content(node, name)) {
                collect(inner, wanted, out, depth + 1);
            }
        }
    }

    static int width(const xml_node& node, int otherwise) {
        if (node.empty()) return otherwise;
        return std::clamp(number(attribute(node, "val"), otherwise), 0, kMostColumns);
    }

    GridRow grid_row(const xml_node& node, int depth) {
        GridRow row;
        row.node = node;
        std::vector<xml_node> cells;
        collect(node, "tc", cells, depth);
        int at = width(child(child(node, "trPr"), "gridBefore"), 0);
        for (const xml_node& c : cells) {
            const xml_node properties = child(c, "tcPr");
            const xml_node merge = child(properties, "vMerge");
            GridCell cell;
            cell.node = c;
            cell.start = std::min(at, kMostColumns);
            at += std::max(width(child(properties, "gridSpan"), 1), 1);
            cell.end = std::min(at, kMostColumns);
            cell.below = !merge.empty() && attribute(merge, "val") != "restart";
            // Old files merge to the left by a mark in each cell.
            const xml_node left = child(properties, "hMerge");
            const bool joins = !left.empty() && attribute(left, "val") != "restart";
            if ((joins || cell.start == cell.end) && !row.cells.empty()) {
                row.cells.back().end = cell.end;
                continue;
            }
            row.cells.push_back(cell);
        }
        return row;
    }

    // Boundaries of columns that were drawn a little apart from row to row are one: every cell lies
    // between two boundaries of which no cell lies within one group. Returns the column that each
    // place of the grid belongs to, and how many there are.
    static std::vector<int> columns_of(const std::vector<GridRow>& rows, int& count) {
        std::vector<int> column(kMostColumns + 1, -1);
        std::vector<int> shortest(kMostColumns + 1, kMostColumns + 1);  // end of the shortest cell
        std::vector<char> used(kMostColumns + 1, 0);
        for (const GridRow& row : rows) {
            for (const GridCell& cell : row.cells) {
                const auto at = static_cast<std::size_t>(cell.start);
                used[at] = 1;
                shortest[at] = std::min(shortest[at], cell.end);
            }
        }
        count = 0;
        int nearest = 0;  // end of the shortest cell that begins in the group
        for (int at = 0; at <= kMostColumns; ++at) {
            const auto i = static_cast<std::size_t>(at);
            if (used[i] != 0) {
                if (count == 0 || at >= nearest) {
                    ++count;
                    nearest = shortest[i];
                } else {
                    nearest = std::min(nearest, shortest[i]);
                }
            }
            column[i] = std::max(count - 1, 0);
        }
        return column;
    }

    void table(const xml_node& node, DocxCell* outer, int depth) {
        if (deep(depth)) return;
        std::vector<xml_node> nodes;
        collect(node, "tr", nodes, depth);
        std::vector<GridRow> rows;
        rows.reserve(nodes.size());
        for (const xml_node& row : nodes) rows.push_back(grid_row(row, depth));
        if (outer != nullptr) {
            nested_table(rows, *outer, depth);
            return;
        }
        int count = 0;
        const std::vector<int> column = columns_of(rows, count);
        const std::uint32_t number = ++tables_;
        std::vector<std::optional<DocxCell>> above(static_cast<std::size_t>(count));
        for (std::size_t r = 0; r < rows.size() && !stopped(); ++r) {
            const GridRow& row = rows[r];
            const xml_node properties = child(row.node, "trPr");
            if (!child(properties, "del").empty()) {
                ++deleted_;
                continue;
            }
            DocumentRow place;
            place.table = number;
            place.row = static_cast<std::uint32_t>(r) + 1;
            const bool whole = row.cells.size() == 1 && row.cells[0].start == 0 &&
                               (count == 1 || !child(row.cells[0].node, "tbl").empty());
            if (whole && !row.cells[0].below) {
                above.assign(above.size(), std::nullopt);
                frame(row.cells[0].node, place, depth);
                continue;
            }
            std::vector<DocxCell> cells(static_cast<std::size_t>(count));
            std::vector<std::optional<DocxCell>> next(cells.size());
            for (std::size_t n = 0; n < row.cells.size(); ++n) {
                const GridCell& cell = row.cells[n];
                const auto at =
                    static_cast<std::size_t>(column[static_cast<std::size_t>(cell.start)]);
                if (cell.below && above[at]) {
                    cells[at] = *above[at];
                    cells[at].merged = Merged::kAbove;
                } else {
                    blocks(cell.node, &cells[at], depth + 1);
                    flush(&cells[at]);
                }
                if (!child(child(cell.node, "tcPr"), "vMerge").empty()) {
                    next[at] = cells[at];
                    next[at]->merged = Merged::kNo;
                }
                const int end =
                    n + 1 < row.cells.size()
                        ? column[static_cast<std::size_t>(row.cells[n + 1].start)]
                        : column[static_cast<std::size_t>(std::max(cell.end - 1, 0))] + 1;
                for (std::size_t left = at + 1; left < static_cast<std::size_t>(end); ++left)
                    cells[left].merged = Merged::kLeft;
            }
            above = std::move(next);
            const bool one = row.cells.size() == 1 && row.cells[0].start == 0 &&
                             (count == 1 || cells.back().merged == Merged::kLeft);
            const bool empty = std::all_of(cells.begin(), cells.end(), [](const DocxCell& c) {
                return trimmed(c.text).empty();
            });
            if (empty || (one && cells[0].merged == Merged::kAbove)) continue;
            emit(place, one ? std::span(cells).first(1) : std::span(cells));
        }
    }

    // A cell that is a whole row and frames text, or other tables.
    void frame(const xml_node& cell, const DocumentRow& place, int depth) {
        const auto outer = std::pair(frame_table_, frame_row_);
        frame_table_ = place.table;
        frame_row_ = place.row;
        blocks(cell, nullptr, depth + 1);
        flush(nullptr);
        std::tie(frame_table_, frame_row_) = outer;
    }

    // A table within a cell: its rows are lines of it.
    void nested_table(const std::vector<GridRow>& rows, DocxCell& outer, int depth) {
        for (const GridRow& row : rows) {
            if (!child(child(row.node, "trPr"), "del").empty()) {
                ++deleted_;
                continue;
            }
            DocxCell line;
            for (const GridCell& cell : row.cells) {
                DocxCell text;
                if (!cell.below) {
                    blocks(cell.node, &text, depth + 1);
                    flush(&text);
                }
                if (text.text.empty()) continue;
                std::replace(text.text.begin(), text.text.end(), '\n', ' ');
                if (!line.text.empty()) line.text += ' ';
                append(line, text);
            }
            if (!line.text.empty()) add_line(outer, line);
        }
    }

    const DocxRows& rows_;
    std::uint64_t left_;      // bytes of text
    std::uint64_t held_ = 0;  // of the row that is being read
    DocxNumbering numbering_;
    std::string standard_;  // the style of paragraphs that name none
    bool stopped_ = false;
    bool too_deep_ = false;

    std::uint32_t paragraphs_ = 0;
    std::uint32_t tables_ = 0;
    std::uint32_t frame_table_ = 0;
    std::uint32_t frame_row_ = 0;

    DocxCell carried_;  // of a paragraph whose end was deleted
    bool carrying_ = false;
    std::vector<bool> fields_;  // open fields; true behind the mark where the result begins
    bool placeholder_ = false;
    bool style_hidden_ = false;
    bool hide_ = false;
    bool formula_ = false;
    std::vector<xml_node> boxes_;  // of the paragraph
    std::map<std::ptrdiff_t, std::uint32_t> box_runs_;
    std::uint32_t box_run_ = 0;

    std::size_t inserted_ = 0;
    std::size_t deleted_ = 0;
    std::size_t hidden_ = 0;
    std::size_t footnotes_ = 0;
    std::size_t outside_ = 0;
};

}  // namespace

std::string docx_target(std::string_view source, std::string_view relations,
                        std::string_view type) {
    pugi::xml_document document;
    if (relations.empty() || !parse(document, relations)) return "";
    for (const xml_node& node : document.document_element().children()) {
        const std::string_view kind = attribute(node, "Type");
        if (attribute(node, "TargetMode") == "External") continue;
        if (kind.substr(kind.rfind('/') + 1) == type)
            return resolved(source, attribute(node, "Target"));
    }
    return "";
}

std::string docx_relations_name(std::string_view part) {
    const std::string folder = folder_of(part);
    return folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

Result<std::string> docx_part(ZipReader& archive, const std::string& name) {
    if (name.empty() || !archive.has(name)) return std::string();
    auto bytes = archive.read(name);
    if (!bytes) return bytes.error();
    return as_utf8(std::move(bytes.value()));
}

Result<DocxParts> open_docx(ZipReader& archive) {
    DocxParts parts;
    const auto package = docx_part(archive, "_rels/.rels");
    if (!package) return package.error();
    parts.main_name = docx_target("", package.value(), "officeDocument");
    if (!archive.has(parts.main_name)) {
        const auto kinds = docx_part(archive, "[Content_Types].xml");
        if (!kinds) return kinds.error();
        parts.main_name = main_by_kind(kinds.value());
    }
    if (!archive.has(parts.main_name)) parts.main_name = "word/document.xml";
    if (!archive.has(parts.main_name)) return damaged(parts.main_name);
    for (const auto& [name, part] :
         {std::pair(parts.main_name, &parts.main),
          std::pair(docx_relations_name(parts.main_name), &parts.relations)}) {
        auto bytes = docx_part(archive, name);
        if (!bytes) return bytes.error();
        *part = std::move(bytes.value());
    }
    for (const auto& [type, part] :
         {std::pair("styles", &parts.styles), std::pair("numbering", &parts.numbering)}) {
        auto bytes = docx_part(archive, docx_target(parts.main_name, parts.relations, type));
        if (!bytes) return bytes.error();
        *part = std::move(bytes.value());
    }
    parts.macros = std::any_of(archive.names().begin(), archive.names().end(),
                               [](const std::string& n) { return n.ends_with("vbaProject.bin"); });
    return parts;
}

Result<std::vector<Note>> walk_docx(const DocxParts& parts, std::uint64_t max_bytes,
                                    const DocxRows& rows) {
    // The tree is many times larger than a text that is nothing but mark-up.
    const auto marks = static_cast<std::uint64_t>(std::count_if(
        parts.main.begin(), parts.main.end(), [](char c) { return c == '<' || c == '='; }));
    if (marks > std::max<std::uint64_t>(max_bytes / 16, 100000)) {
        return Error{ErrorCode::kTooLarge,
                     "error-docx-elements",
                     {{"n", std::to_string(marks)}, {"limit", std::to_string(max_bytes / 16)}},
                     ""};
    }
    pugi::xml_document document;
    if (!parse(document, parts.main)) return damaged(parts.main_name);
    xml_node body = document.document_element();
    if (local(body) == "document") body = child(body, "body");
    Walker walker(rows, max_bytes);
    walker.prepare(parts);
    walker.run(body);
    if (walker.too_deep()) {
        return Error{
            ErrorCode::kTooLarge, "error-docx-depth", {{"limit", std::to_string(kDeepest)}}, ""};
    }
    return walker.notes(parts.macros);
}

}  // namespace duban
