#include "exporter/xlsx_comments.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <utility>

#include "base/xlsx_package.h"
#include "base/xml_scanner.h"
#include "base/zip.h"
#include "exporter/xlsx_book.h"

namespace duban {
namespace {

constexpr std::string_view kAuthor = "duban";
constexpr std::string_view kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kStrictRelations =
    "http://purl.oclc.org/ooxml/officeDocument/relationships";
// Elements of a worksheet that stand behind its drawing of comments.
constexpr std::array<std::string_view, 9> kBehindDrawing{
    "legacyDrawingHF", "drawingHF",  "picture", "oleObjects",      "controls",
    "webPublishItems", "tableParts", "extLst",  "AlternateContent"};
constexpr double kUsualHeight = 15;  // of a row, points
constexpr double kBoxHeight = 90;    // of a comment, points

using Place = std::pair<std::uint32_t, std::uint32_t>;  // row, column
using Texts = std::map<Place, std::string>;

std::string cell_name(const Place& place) {
    std::string out;
    for (std::uint32_t column = place.second; column > 0; column = (column - 1) / 26)
        out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
    return out + std::to_string(place.first);
}

// What stands in front of the names of a part's elements, "x:" or nothing.
std::string prefix_of(std::string_view text) {
    XmlScanner xml(text);
    if (xml.next() != XmlToken::kStart) return "";
    const std::string_view tag = text.substr(xml.begin() + 1);
    const std::size_t name = tag.find(xml.name());
    return std::string(tag.substr(0, name));
}

// Puts the piece in front of the end of the first element of that name. False where it has none.
bool insert_at_end(std::string& text, std::string_view element, std::string_view piece) {
    XmlScanner xml(text);
    std::size_t level = 0;
    std::size_t begin = 0;
    std::size_t after = 0;
    for (XmlToken token = xml.next(); token != XmlToken::kFinished; token = xml.next()) {
        if (token == XmlToken::kBroken) return false;
        if (token == XmlToken::kStart && level == 0 && xml.name() == element) {
            level = xml.depth();
            begin = xml.begin();
            after = xml.at();
        } else if (token == XmlToken::kEnd && level != 0 && xml.depth() == level) {
            if (xml.at() != after || text[after - 2] != '/') {
                text.insert(xml.begin(), piece);
                return true;
            }
            // <a/> becomes <a>piece</a>.
            const std::size_t end = std::min(text.find_first_of(" \n\t\r/", begin), after - 2);
            const std::string name = text.substr(begin + 1, end - begin - 1);
            text.replace(after - 2, 2, ">" + std::string(piece) + "</" + name + ">");
            return true;
        }
    }
    return false;
}

std::string escaped(std::string_view text) {
    std::string out;
    append_xml_escaped(out, xlsx_text(text));
    return out;
}

// What the sheet's own part says.
struct SheetFacts {
    std::string drawing;     // id of the relationship to its drawing of comments
    std::size_t insert = 0;  // where the element that names it belongs
    bool strict = false;
    std::map<std::uint32_t, double> heights;  // of rows with comments, points
};

class Commenter {
  public:
    Commenter(ZipReader& zip, const std::vector<XlsxSheet>& sheets) : zip_(zip), sheets_(sheets) {}

    Result<std::vector<ZipPart>> parts(const std::vector<XlsxComment>& comments) {
        std::map<std::size_t, Texts> by_sheet;
        for (const XlsxComment& comment : comments) {
            if (comment.sheet == 0 || comment.sheet > sheets_.size()) continue;
            std::string& text = by_sheet[comment.sheet - 1][{comment.row, comment.column}];
            text += (text.empty() ? "" : "\n\n") + comment.text;
        }
        auto types = read_xml_part(zip_, "[Content_Types].xml");
        if (!types) return types.error();
        types_ = std::move(types.value());
        for (const auto& [sheet, texts] : by_sheet) {
            const auto done = annotate(sheet, texts);
            if (!done) return done.error();
        }
        if (types_changed_) parts_.push_back({"[Content_Types].xml", types_});
        return std::move(parts_);
    }

  private:
    Result<bool> annotate(std::size_t index, const Texts& texts) {
        const std::string& part = sheets_[index].part;
        auto sheet = read_xml_part(zip_, part);
        if (!sheet) return sheet.error();
        const auto links = read_relationships(zip_, part);
        if (!links) return links.error();
        SheetFacts facts;
        if (!look(sheet.value(), texts, facts)) return damaged_part(part);

        const auto find = [&](auto&& wanted) {
            const auto at = std::find_if(links.value().begin(), links.value().end(), wanted);
            return at == links.value().end() ? std::string() : at->part;
        };
        const std::string number = std::to_string(index + 1);
        std::string comments = find([](const Relationship& r) { return r.type == "comments"; });
        std::string drawing = find([&](const Relationship& r) {
            return !facts.drawing.empty() && r.type == "vmlDrawing" && r.id == facts.drawing;
        });
        std::string added;  // relationships
        const std::string office(facts.strict ? kStrictRelations : kRelations);
        const auto link = [&](std::string_view id, std::string_view type, const std::string& to) {
            added += "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + office + "/" +
                     std::string(type) + "\" Target=\"/" + to + "\"/>";
        };

        std::string list;
        if (comments.empty()) {
            comments = "xl/dubanComments" + number + ".xml";
            list =
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments "
                "xmlns=\"" +
                std::string(facts.strict
                                ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                                : "http://schemas.openxmlformats.org/spreadsheetml/2006/main") +
                "\"><authors/><commentList/></comments>";
            link("dubanComments", "comments", comments);
            add_type("<Override PartName=\"/" + comments +
                     "\" ContentType=\"application/vnd.openxmlformats-officedocument."
                     "spreadsheetml.comments+xml\"/>");
        } else {
            auto known = read_xml_part(zip_, comments);
            if (!known) return known.error();
            list = std::move(known.value());
        }
        Texts fresh = texts;  // cells that have no comment yet
        if (!add_texts(list, fresh)) return damaged_part(comments);
        parts_.push_back({comments, list});

        std::string shapes;
        if (drawing.empty()) {
            drawing = "xl/drawings/dubanDrawing" + number + ".vml";
            shapes =
                "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "
                "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
                "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">"
                "<o:idmap v:ext=\"edit\" data=\"" +
                number + "\"/></o:shapelayout></xml>";
            link("dubanDrawing", "vmlDrawing", drawing);
            if (types_.find("Extension=\"vml\"") == std::string::npos)
                add_type(
                    "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-"
                    "officedocument.vmlDrawing\"/>");
            sheet.value().insert(facts.insert, "<" + prefix_of(sheet.value()) +
                                                   "legacyDrawing xmlns:r=\"" + office +
                                                   "\" r:id=\"dubanDrawing\"/>");
            parts_.push_back({part, sheet.value()});
        } else {
            auto known = zip_.read(drawing);
            if (!known) return known.error();
            shapes = std::move(known.value());
        }
        add_shapes(shapes, index + 1, fresh, facts);
        parts_.push_back({drawing, shapes});

        if (added.empty()) return true;
        const std::string name = relationships_part(part);
        std::string relations =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
            "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
        if (zip_.has(name)) {
            auto known = read_xml_part(zip_, name);
            if (!known) return known.error();
            relations = std::move(known.value());
        }
        if (!insert_at_end(relations, "Relationships", added)) return damaged_part(name);
        parts_.push_back({name, relations});
        return true;
    }

    void add_type(const std::string& type) {
        types_changed_ = insert_at_end(types_, "Types", type) || types_changed_;
    }

    static bool look(std::string_view text, const Texts& texts, SheetFacts& facts) {
        XmlScanner xml(text);
        bool behind_cells = false;
        std::uint32_t row = 0;
        for (XmlToken token = xml.next(); token != XmlToken::kFinished; token = xml.next()) {
            if (token == XmlToken::kBroken) return false;
            if (xml.depth() == 1) {
                if (token == XmlToken::kStart) {
                    const std::size_t end = text.find('>', xml.begin());
                    facts.strict =
                        text.substr(xml.begin(), end - xml.begin()).find("purl.oclc.org") !=
                        std::string_view::npos;
                    if (xml.at() >= 2 && text[xml.at() - 2] == '/') return false;
                } else if (token == XmlToken::kEnd && facts.insert == 0) {
                    facts.insert = xml.begin();
                }
                continue;
            }
            if (token == XmlToken::kStart && xml.depth() == 3 && xml.name() == "row") {
                const std::uint32_t named = static_cast<std::uint32_t>(
                    std::strtoul(std::string(xml.attribute("r")).c_str(), nullptr, 10));
                row = named > row ? named : row + 1;
                const auto at = texts.lower_bound({row, 0});
                if (at != texts.end() && at->first.first == row) {
                    const double height =
                        std::strtod(std::string(xml.attribute("ht")).c_str(), nullptr);
                    facts.heights[row] = height >= 1 ? height : kUsualHeight;
                }
            }
            if (xml.depth() != 2) continue;
            if (xml.name() == "sheetData") behind_cells = true;
            if (token != XmlToken::kStart || !behind_cells) continue;
            if (xml.name() == "legacyDrawing") facts.drawing = xml_text(xml.attribute("id"));
            if (facts.insert == 0 && std::find(kBehindDrawing.begin(), kBehindDrawing.end(),
                                               xml.name()) != kBehindDrawing.end()) {
                facts.insert = xml.begin();
            }
        }
        return true;
    }

    // Writes the texts into the list of comments; those that follow a comment that is there already
    // leave `texts`.
    static bool add_texts(std::string& list, Texts& texts) {
        const std::string p = prefix_of(list);
        std::map<std::string, Place> places;
        for (const auto& [place, text] : texts) places.emplace(cell_name(place), place);
        std::vector<std::pair<std::size_t, std::string>> pieces;  // to put in, from front to back
        std::size_t authors = 0;
        std::size_t own = std::string::npos;
        {
            XmlScanner xml(list);
            const Place* here = nullptr;
            std::string author;
            bool in_author = false;
            for (XmlToken token = xml.next(); token != XmlToken::kFinished; token = xml.next()) {
                if (token == XmlToken::kBroken) return false;
                if (token == XmlToken::kText && in_author) append_xml_text(author, xml.text());
                if (token == XmlToken::kStart && xml.name() == "author") {
                    in_author = true;
                    author.clear();
                } else if (token == XmlToken::kEnd && xml.name() == "author") {
                    in_author = false;
                    if (author == kAuthor && own == std::string::npos) own = authors;
                    ++authors;
                } else if (token == XmlToken::kStart && xml.name() == "comment") {
                    const auto at = places.find(xml_text(xml.attribute("ref")));
                    here = at == places.end() ? nullptr : &at->second;
                } else if (token == XmlToken::kEnd && xml.name() == "text" && here != nullptr &&
                           list[xml.begin() + 1] == '/') {
                    pieces.emplace_back(
                        xml.begin(), run(p, "\n\n" + std::string(kAuthor) + ": " + texts[*here]));
                    texts.erase(*here);
                    here = nullptr;
                }
            }
        }
        std::reverse(pieces.begin(), pieces.end());
        for (const auto& [place, piece] : pieces) list.insert(place, piece);
        if (texts.empty()) return true;
        if (own == std::string::npos) {
            own = authors;
            if (!insert_at_end(list, "authors",
                               "<" + p + "author>" + std::string(kAuthor) + "</" + p + "author>")) {
                return false;
            }
        }
        std::string all;
        for (const auto& [place, text] : texts) {
            all += "<" + p + "comment ref=\"" + cell_name(place) + "\" authorId=\"" +
                   std::to_string(own) + "\"><" + p + "text>" + run(p, text) + "</" + p +
                   "text></" + p + "comment>";
        }
        return insert_at_end(list, "commentList", all);
    }

    static std::string run(const std::string& p, const std::string& text) {
        return "<" + p + "r><" + p + "t xml:space=\"preserve\">" + escaped(text) + "</" + p +
               "t></" + p + "r>";
    }

    static void add_shapes(std::string& drawing, std::size_t sheet, const Texts& texts,
                           const SheetFacts& facts) {
        // Above every number that a shape of the drawing has.
        std::size_t id = sheet * 1024;
        constexpr std::string_view kShape = "_x0000_s";
        for (std::size_t at = drawing.find(kShape); at != std::string::npos;
             at = drawing.find(kShape, at + 1)) {
            id = std::max<std::size_t>(
                id, std::strtoul(drawing.c_str() + at + kShape.size(), nullptr, 10) % 100000000);
        }
        std::string all;
        if (drawing.find("id=\"_x0000_t202\"") == std::string::npos) {
            all =
                "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" "
                "path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path "
                "gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
        }
        for (const auto& [place, text] : texts) {
            const std::uint32_t row = place.first - 1;
            const std::uint32_t column = place.second - 1;
            const auto known = facts.heights.find(place.first);
            const double height = known == facts.heights.end() ? kUsualHeight : known->second;
            // Boxes are placed by cells: in a high row the box ends in the same row.
            const auto rows = static_cast<std::uint32_t>(kBoxHeight / height);
            const auto rest =
                static_cast<std::uint32_t>((kBoxHeight - rows * height) * 4 / 3);  // pixels
            all +=
                "<v:shape id=\"" + std::string(kShape) + std::to_string(++id) +
                "\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;"
                "margin-top:2pt;width:240pt;height:90pt;z-index:1;visibility:hidden\" "
                "fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow "
                "on=\"t\" color=\"black\" obscured=\"t\"/><v:path "
                "o:connecttype=\"none\"/><v:textbox "
                "style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>"
                "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" +
                std::to_string(column + 1) + ", 15, " + std::to_string(row) + ", 2, " +
                std::to_string(column + 4) + ", 15, " + std::to_string(row + rows) + ", " +
                std::to_string(rest + 2) + "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" +
                std::to_string(row) + "</x:Row><x:Column>" + std::to_string(column) +
                "</x:Column></x:ClientData></v:shape>";
        }
        const std::size_t end = drawing.rfind("</xml>");
        if (end != std::string::npos) drawing.insert(end, all);
    }

    ZipReader& zip_;
    const std::vector<XlsxSheet>& sheets_;
    std::vector<ZipPart> parts_;
    std::string types_;
    bool types_changed_ = false;
};

}  // namespace

Result<std::string> commented_xlsx(std::string_view bytes, const std::vector<XlsxComment>& comments,
                                   std::uint64_t max_bytes) {
    auto zip = ZipReader::open(bytes, max_bytes);
    if (!zip) return zip.error();
    const auto package = read_xlsx_package(zip.value());
    if (!package) return package.error();
    const auto parts = Commenter(zip.value(), package.value().sheets).parts(comments);
    if (!parts) return parts.error();
    return changed_zip(bytes, parts.value());
}

}  // namespace duban
