#include "exporter/docx_comments.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "base/xml_scanner.h"
#include "base/zip.h"
#include "reader/docx_walk.h"

namespace duban {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// ---- XML as it stands in a part that is known to be well formed ----

// Behind the tag that begins at `at`.
std::size_t tag_end(std::string_view xml, std::size_t at) {
    for (; at < xml.size() && xml[at] != '>'; ++at) {
        if (xml[at] == '"' || xml[at] == '\'') at = std::min(xml.find(xml[at], at + 1), xml.size());
    }
    return std::min(at + 1, xml.size());
}

// Behind the element whose tag begins at `at`.
std::size_t element_end(std::string_view xml, std::size_t at) {
    const auto behind = [&](std::string_view mark) {
        const std::size_t found = xml.find(mark, at);
        return found == std::string_view::npos ? xml.size() : found + mark.size();
    };
    int depth = 0;
    while (at < xml.size()) {
        const std::string_view rest = xml.substr(at);
        if (rest.starts_with("<!--")) {
            at = behind("-->");
        } else if (rest.starts_with("<![CDATA[")) {
            at = behind("]]>");
        } else if (rest.starts_with("<?")) {
            at = behind("?>");
        } else {
            const std::size_t end = tag_end(xml, at);
            if (rest.starts_with("</")) {
                --depth;
            } else if (end < 2 || xml[end - 2] != '/') {
                ++depth;
            }
            at = end;
        }
        if (depth <= 0) return at;
        at = std::min(xml.find('<', at), xml.size());
    }
    return at;
}

std::string_view tag_name(std::string_view xml, std::size_t at) {
    const std::string_view rest = xml.substr(std::min(at + 1, xml.size()));
    return rest.substr(0, rest.find_first_of(" \t\r\n/>"));
}

std::string_view prefix_of(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? "" : name.substr(0, colon + 1);
}

bool is_named(std::string_view name, std::string_view local) {
    return name.substr(prefix_of(name).size()) == local;
}

std::size_t root_of(std::string_view xml) {
    std::size_t at = xml.find('<');
    while (at != std::string_view::npos && at + 1 < xml.size() &&
           (xml[at + 1] == '?' || xml[at + 1] == '!'))
        at = xml.find('<', at + 1);
    return std::min(at, xml.size());
}

// Puts mark-up at the end of the root element.
std::string with_children(std::string xml, const std::string& inside) {
    const std::size_t root = root_of(xml);
    const std::size_t end = tag_end(xml, root);
    if (end >= 2 && xml[end - 2] == '/') {
        const std::string close = "></" + std::string(tag_name(xml, root)) + ">";
        xml.replace(end - 2, 2, close);
        xml.insert(end - 1, inside);
        return xml;
    }
    const std::size_t close = xml.rfind("</");
    if (close != std::string::npos) xml.insert(close, inside);
    return xml;
}

// The greatest number that an attribute `id` has.
int greatest_id(std::string_view xml) {
    int most = -1;
    for (std::size_t at = xml.find("id="); at != std::string_view::npos;
         at = xml.find("id=", at + 3)) {
        int value = 0;
        for (std::size_t i = at + 4; i < xml.size() && xml[i] >= '0' && xml[i] <= '9'; ++i)
            value = std::min(value * 10 + (xml[i] - '0'), 100000000);
        most = std::max(most, value);
    }
    return most;
}

// ---- where the places are ----

// From a piece of text to another, both included, and how much of them.
struct Range {
    DocxPiece first;
    DocxPiece last;
    std::uint32_t skipped = 0;  // characters of the first
    std::uint32_t taken = 0;    // characters of the last, all: kAll
    bool first_of_run = true;
    bool last_of_run = true;
};
constexpr std::uint32_t kAll = UINT32_MAX;

std::optional<Range> range_in(const DocxCell& cell, std::uint32_t begin, std::uint32_t end) {
    const auto& pieces = cell.pieces;
    if (pieces.empty()) return std::nullopt;
    std::size_t first = 0;
    while (first + 1 < pieces.size() && pieces[first].begin + pieces[first].size <= begin) ++first;
    std::size_t last = pieces.size() - 1;
    while (last > first && pieces[last].begin >= end) --last;
    Range range;
    range.first = pieces[first];
    range.last = pieces[last];
    range.first_of_run = first == 0 || pieces[first - 1].run != range.first.run;
    range.last_of_run = last + 1 == pieces.size() || pieces[last + 1].run != range.last.run;
    const std::string_view text = cell.text;
    const auto points = [&](std::uint32_t from, std::uint32_t to) {
        return static_cast<std::uint32_t>(code_points(text.substr(from, to - from)));
    };
    // A place beside all text takes the nearest piece whole, and so does one of no width.
    const bool touched =
        begin < end && range.first.begin < end && range.last.begin + range.last.size > begin;
    if (touched && begin > range.first.begin) range.skipped = points(range.first.begin, begin);
    const std::uint32_t last_end = range.last.begin + range.last.size;
    range.taken = touched && end < last_end ? points(range.last.begin, end) : kAll;
    return range;
}

// Finds for each place its range while the rows go by.
class Finder {
  public:
    explicit Finder(const std::vector<DocxComment>& comments)
        : comments_(comments), ranges_(comments.size()) {
        for (std::size_t i = 0; i < comments.size(); ++i) order_.push_back(i);
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
            return comments[a].place.begin < comments[b].place.begin;
        });
    }

    bool row(std::span<const DocxCell> cells) {
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const auto size = static_cast<std::uint32_t>(cells[c].text.size());
            while (next_ < order_.size() && comments_[order_[next_]].place.begin <= at_ + size) {
                const Span place = comments_[order_[next_]].place;
                const std::uint32_t begin = std::max(place.begin, at_) - at_;
                const std::uint32_t end = std::min(std::max(place.end, at_) - at_, size);
                ranges_[order_[next_++]] = nearest(cells, c, begin, end);
            }
            at_ += size + 1;
        }
        for (const DocxCell& cell : cells) {
            if (!cell.pieces.empty()) last_ = range_in(cell, 0, UINT32_MAX);
        }
        return true;
    }

    // Those that found no text of their own go to the last text before, if any.
    std::vector<std::optional<Range>> take() {
        for (; next_ < order_.size(); ++next_) ranges_[order_[next_]] = last_;
        return std::move(ranges_);
    }

  private:
    std::optional<Range> nearest(std::span<const DocxCell> cells, std::size_t c,
                                 std::uint32_t begin, std::uint32_t end) const {
        if (auto range = range_in(cells[c], begin, end)) return range;
        for (std::size_t away = 1; away < cells.size(); ++away) {
            for (const std::size_t other : {c - away, c + away}) {
                if (other >= cells.size()) continue;
                if (auto range = range_in(cells[other], 0, UINT32_MAX)) return range;
            }
        }
        return last_;
    }

    const std::vector<DocxComment>& comments_;
    std::vector<std::optional<Range>> ranges_;
    std::vector<std::size_t> order_;
    std::size_t next_ = 0;
    std::uint32_t at_ = 0;  // in the text of the document
    std::optional<Range> last_;
};

// ---- the main part with marks ----

class Marker {
  public:
    explicit Marker(std::string_view xml) : xml_(xml) {}

    void add(const Range& range, int id) {
        const std::string prefix(prefix_of(tag_name(xml_, range.first.run)));
        const std::string attribute =
            prefix + "id=\"" + std::to_string(id) + "\"/>";  // prefixes of attributes follow
        const std::string start = "<" + prefix + "commentRangeStart " + attribute;
        const std::string end = "<" + prefix + "commentRangeEnd " + attribute + "<" + prefix +
                                "r><" + prefix + "commentReference " + attribute + "</" + prefix +
                                "r>";
        const bool from_start = range.skipped == 0 && range.first_of_run;
        const std::size_t from = from_start ? 0 : split_at(range.first, range.skipped);
        if (from == 0) {
            before_run_[range.first.run] += start;
        } else {
            splits_[from].starts += start;
            splits_[from].run = range.first.run;
        }
        const bool to_end = range.taken == kAll && range.last_of_run;
        const std::size_t to = to_end ? 0 : split_at(range.last, range.taken);
        if (to == 0) {
            behind_run_[element_end(xml_, range.last.run)] += end;
        } else {
            splits_[to].ends += end;
            splits_[to].run = range.last.run;
        }
    }

    std::string take() {
        // Marks at one place: what ends goes before what begins.
        std::map<std::size_t, std::string> inserted;
        for (const auto& [at, text] : behind_run_) inserted[at] += text;
        for (const auto& [at, text] : before_run_) inserted[at] += text;
        for (const std::size_t tag : kept_blanks_)
            inserted[tag + 1 + tag_name(xml_, tag).size()] += " xml:space=\"preserve\"";
        for (const auto& [at, split] : splits_) {
            const std::string run(tag_name(xml_, split.run));
            const std::string text = prefix_text(run);
            inserted[at] += "</" + text + "></" + run + ">" + split.ends + split.starts + "<" +
                            run + ">" + look_of(split.run) + "<" + text +
                            " xml:space=\"preserve\">";
        }
        std::string out;
        std::size_t done = 0;
        for (const auto& [at, text] : inserted) {
            out += xml_.substr(done, at - done);
            out += text;
            done = at;
        }
        out += xml_.substr(done);
        return out;
    }

  private:
    struct Split {
        std::string ends;
        std::string starts;
        std::uint32_t run = 0;
    };

    static std::string prefix_text(std::string_view run) {
        return std::string(prefix_of(run)) + "t";
    }

    // The properties of a run, as they stand.
    std::string look_of(std::size_t run) const {
        std::size_t at = tag_end(xml_, run);
        at = std::min(xml_.find_first_not_of(kBlanks, at), xml_.size());
        if (at >= xml_.size() || xml_[at] != '<' || !is_named(tag_name(xml_, at), "rPr")) return "";
        return std::string(xml_.substr(at, element_end(xml_, at) - at));
    }

    // The place in the source behind so many characters of a piece; 0 where its run cannot be
    // divided there.
    std::size_t split_at(const DocxPiece& piece, std::uint32_t characters) {
        if (piece.text == 0) return 0;
        const std::size_t tag = xml_.rfind('<', piece.text);
        if (tag == std::string_view::npos || tag < piece.run) return 0;
        const std::string run(tag_name(xml_, piece.run));
        if (tag_name(xml_, tag) != prefix_text(run)) return 0;
        const std::size_t begin = tag_end(xml_, tag);
        const std::size_t end = std::min(xml_.find('<', piece.text), xml_.size());
        const std::string_view head = xml_.substr(tag, begin - tag);
        const bool kept = head.find(":space=\"preserve\"") != std::string_view::npos ||
                          head.find(":space='preserve'") != std::string_view::npos;
        if (!kept) {
            // Blanks at the ends, which do not count now, would begin to.
            const std::string_view text = xml_.substr(begin, end - begin);
            if (text.empty() || kBlanks.find(text.front()) != std::string_view::npos ||
                kBlanks.find(text.back()) != std::string_view::npos ||
                head.find("space") != std::string_view::npos)
                return 0;
            kept_blanks_.insert(tag);
        }
        std::size_t at = piece.text;
        for (std::uint32_t i = 0; at < end && i < characters; ++i) at = behind_character(at, end);
        return at;
    }

    // A reference is one character, and so is a line break of two bytes.
    std::size_t behind_character(std::size_t at, std::size_t end) const {
        if (xml_[at] == '&') {
            const std::size_t close = xml_.find(';', at);
            if (close < std::min(at + 12, end) && is_reference(xml_.substr(at + 1, close - at - 1)))
                return close + 1;
        }
        if (xml_[at] == '\r' && at + 1 < end && xml_[at + 1] == '\n') return at + 2;
        return std::min(at + decode_at(xml_, at).size, end);
    }

    static bool is_reference(std::string_view name) {
        return name.starts_with('#') || name == "amp" || name == "lt" || name == "gt" ||
               name == "quot" || name == "apos";
    }

    std::string_view xml_;
    std::map<std::size_t, std::string> before_run_;
    std::map<std::size_t, std::string> behind_run_;
    std::map<std::size_t, Split> splits_;
    std::set<std::size_t> kept_blanks_;  // tags of texts whose blanks must count from now on
};

// ---- the other parts ----

std::string comment_xml(const std::string& prefix, int id, std::string_view text) {
    std::string out = "<" + prefix + "comment " + prefix + "id=\"" + std::to_string(id) + "\" " +
                      prefix + "author=\"duban\" " + prefix + "initials=\"d\">";
    for (;;) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out += "<" + prefix + "p><" + prefix + "r><" + prefix + "t xml:space=\"preserve\">";
        append_xml_escaped(out, text.substr(0, end));
        out += "</" + prefix + "t></" + prefix + "r></" + prefix + "p>";
        if (end == text.size()) break;
        text.remove_prefix(end + 1);
    }
    return out + "</" + prefix + "comment>";
}

// The namespace of the main part's elements.
std::string space_of(std::string_view main) {
    const std::size_t root = root_of(main);
    const std::string_view tag = main.substr(root, tag_end(main, root) - root);
    std::string prefix(prefix_of(tag_name(main, root)));
    std::string name = "xmlns";
    if (!prefix.empty()) {
        prefix.pop_back();
        name += ":" + prefix;
    }
    const std::size_t at = tag.find(name + "=");
    if (at == std::string_view::npos) return "";
    const std::size_t begin = at + name.size() + 2;
    return std::string(tag.substr(begin, tag.find(tag[begin - 1], begin) - begin));
}

std::string file_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return std::string(slash == std::string_view::npos ? part : part.substr(slash + 1));
}

}  // namespace

Result<std::string> commented_docx(std::string_view bytes, const std::vector<DocxComment>& comments,
                                   std::uint64_t max_bytes) {
    auto archive = ZipReader::open(bytes, max_bytes);
    if (!archive) return archive.error();
    const auto opened = open_docx(archive.value());
    if (!opened) return opened.error();
    const DocxParts& parts = opened.value();
    Finder finder(comments);
    const auto walked = walk_docx(
        parts, max_bytes,
        [&](const DocumentRow&, std::span<const DocxCell> cells) { return finder.row(cells); });
    if (!walked) return walked.error();
    const auto ranges = finder.take();

    std::string name = docx_target(parts.main_name, parts.relations, "comments");
    const bool known = !name.empty() && archive.value().has(name);
    const std::string space = space_of(parts.main);
    std::string own;
    if (known) {
        auto read = docx_part(archive.value(), name);
        if (!read) return read.error();
        own = std::move(read.value());
    } else {
        const std::string folder =
            parts.main_name.substr(0, parts.main_name.size() - file_of(parts.main_name).size());
        name = folder + "comments.xml";
        for (int n = 1; archive.value().has(name); ++n)
            name = folder + "comments" + std::to_string(n) + ".xml";
        own =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments "
            "xmlns:w=\"" +
            space + "\"></w:comments>";
    }
    const std::string prefix(prefix_of(tag_name(own, root_of(own))));
    Marker marker(parts.main);
    std::string inside;
    int id = greatest_id(own);
    for (std::size_t i = 0; i < comments.size(); ++i) {
        if (!ranges[i]) continue;
        marker.add(*ranges[i], ++id);
        inside += comment_xml(prefix, id, comments[i].text);
    }
    std::vector<ZipPart> changed{{parts.main_name, marker.take()},
                                 {name, with_children(std::move(own), inside)}};
    if (!known) {
        const std::string office =
            space.starts_with("http://purl.oclc.org/")
                ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
                : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
        std::string relations = parts.relations;
        if (relations.empty()) {
            relations =
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships"
                " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                "</Relationships>";
        }
        std::string label = "rIdDuban";
        while (relations.find("\"" + label + "\"") != std::string::npos) label += "1";
        const std::string spaced(prefix_of(tag_name(relations, root_of(relations))));
        changed.push_back(
            {docx_relations_name(parts.main_name),
             with_children(relations, "<" + spaced + "Relationship Id=\"" + label + "\" Type=\"" +
                                          office + "\" Target=\"" + file_of(name) + "\"/>")});
        auto kinds = docx_part(archive.value(), "[Content_Types].xml");
        if (!kinds) return kinds.error();
        const std::string kind(prefix_of(tag_name(kinds.value(), root_of(kinds.value()))));
        changed.push_back(
            {"[Content_Types].xml",
             with_children(std::move(kinds.value()),
                           "<" + kind + "Override PartName=\"/" + name +
                               "\" ContentType=\"application/vnd.openxmlformats-officedocument."
                               "wordprocessingml.comments+xml\"/>")});
    }
    return changed_zip(bytes, changed);
}

}  // namespace duban
