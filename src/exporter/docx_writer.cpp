#include "exporter/docx_writer.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/xml_scanner.h"
#include "base/zip.h"
#include "exporter/docx_words.h"

namespace duban {
namespace {

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kSpaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

// Lengths in twentieths of a point.
constexpr int twips(double millimetres) {
    const double exact = millimetres * 1440 / 25.4;
    const int below = static_cast<int>(exact);
    return exact - below < 0.5 ? below : below + 1;
}

// The page of GB/T 9704-2012: a type area of 156 x 225 mm with 22 lines of 28 characters.
constexpr int kLine = twips(225) / 22;
constexpr int kCharacter = 320;  // of 16 points
// How much closer than their width 28 of them are set to a line. As spacing of the styles, since
// a grid of characters is drawn differently by every program.
constexpr int kCloser = -(kCharacter * 28 - twips(156) + 27) / 28;

struct Page {
    int width, height, top, bottom, left, right, footer;

    [[nodiscard]] int inner() const { return width - left - right; }
};

Page page_of(PrintStyle style, bool landscape) {
    const int narrow = twips(210);
    const int high = twips(297);
    if (style == PrintStyle::kTable) {
        const int margin = twips(15);
        const Page page{high, narrow, margin, margin, margin, margin, twips(7)};
        return landscape ? page : Page{narrow, high, margin, margin, margin, margin, twips(7)};
    }
    // Seven millimetres between the type area and a page number of 14 points.
    const int number = 7 + 5;
    if (landscape) {
        return {high, narrow, twips(28), twips(26), twips(37), twips(35), twips(26 - number)};
    }
    return {narrow, high, twips(37), twips(35), twips(28), twips(26), twips(35 - number)};
}

class Xml {
  public:
    Xml& raw(std::string_view text) {
        out_ += text;
        return *this;
    }
    Xml& number(int value) {
        out_ += std::to_string(value);
        return *this;
    }
    Xml& text(std::string_view text) {
        append_xml_escaped(out_, text);
        return *this;
    }
    std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

class Writer {
  public:
    explicit Writer(const Printout& printout)
        : p_(printout), official_(printout.style == PrintStyle::kOfficial) {}

    std::vector<ZipPart> parts() {
        std::vector<ZipPart> out;
        const auto add = [&](const char* name, std::string bytes) {
            out.push_back({name, std::move(bytes)});
        };
        add("[Content_Types].xml", content_types());
        add("_rels/.rels", package_relations());
        add("docProps/core.xml", properties());
        add("word/document.xml", document());
        add("word/_rels/document.xml.rels", relations());
        add("word/styles.xml", styles());
        add("word/settings.xml", settings());
        add("word/fontTable.xml", fonts());
        add("word/footer1.xml", footer(false));
        if (official_) add("word/footer2.xml", footer(true));
        return out;
    }

  private:
    // ---- the document ----

    std::string document() {
        x_.raw(kHead).raw("<w:document").raw(kSpaces).raw("><w:body>");
        bool landscape = p_.blocks.empty() ? !official_ : p_.blocks.front().landscape;
        bool fresh = true;  // at the head of a section
        bool table_last = true;
        for (std::size_t i = 0; i < p_.blocks.size(); ++i) {
            const PrintBlock& block = p_.blocks[i];
            if (block.landscape != landscape) {
                x_.raw("<w:p><w:pPr><w:pStyle w:val=\"Small\"/>");
                section(landscape);
                x_.raw("</w:pPr></w:p>");
                landscape = block.landscape;
                fresh = true;
            }
            // Two tables in a row would be one.
            const bool table = block.kind == BlockKind::kTable;
            if (table && table_last && i > 0) x_.raw(kSmall);
            if (table) {
                write_table(p_.tables[block.table], page_of(p_.style, landscape));
            } else {
                write_block(block, i, fresh, landscape);
            }
            table_last = table;
            fresh = false;
        }
        const bool loose =
            p_.blocks.empty() || table_last || p_.blocks.back().kind == BlockKind::kImprint;
        if (loose) x_.raw(kSmall);
        section(landscape);
        x_.raw("</w:body></w:document>");
        return x_.take();
    }

    static constexpr std::string_view kSmall =
        "<w:p><w:pPr><w:pStyle w:val=\"Small\"/></w:pPr></w:p>";

    void section(bool landscape) {
        const Page page = page_of(p_.style, landscape);
        x_.raw("<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>");
        if (official_) x_.raw("<w:footerReference w:type=\"even\" r:id=\"rId5\"/>");
        x_.raw("<w:pgSz w:w=\"").number(page.width).raw("\" w:h=\"").number(page.height);
        if (landscape) x_.raw("\" w:orient=\"landscape");
        x_.raw("\"/><w:pgMar w:top=\"").number(page.top).raw("\" w:right=\"").number(page.right);
        x_.raw("\" w:bottom=\"").number(page.bottom).raw("\" w:left=\"").number(page.left);
        x_.raw("\" w:header=\"").number(page.footer).raw("\" w:footer=\"").number(page.footer);
        x_.raw("\" w:gutter=\"0\"/>");
        if (official_) {
            x_.raw("<w:docGrid w:type=\"lines\" w:linePitch=\"").number(kLine).raw("\"/>");
        }
        x_.raw("</w:sectPr>");
    }

    static std::string_view style_of(BlockKind kind) {
        switch (kind) {
            case BlockKind::kTitle: return "Title";
            case BlockKind::kHeading1: return "Heading1";
            case BlockKind::kHeading2: return "Heading2";
            case BlockKind::kReceivers: return "Receivers";
            case BlockKind::kBody: return "BodyText";
            case BlockKind::kAnnexNote: return "AnnexNote";
            case BlockKind::kSigned: return "Signature";
            case BlockKind::kAnnexLabel: return "AnnexLabel";
            case BlockKind::kAnnexTitle: return "AnnexTitle";
            case BlockKind::kImprint: return "Imprint";
            case BlockKind::kTable: break;
        }
        return "BodyText";
    }

    void write_block(const PrintBlock& block, std::size_t index, bool fresh, bool landscape) {
        const bool follows = index > 0 && p_.blocks[index - 1].kind == block.kind;
        x_.raw("<w:p><w:pPr><w:pStyle w:val=\"").raw(style_of(block.kind)).raw("\"/>");
        if (block.kind == BlockKind::kAnnexLabel && !fresh) x_.raw("<w:pageBreakBefore/>");
        if (block.kind == BlockKind::kImprint) {
            x_.raw("<w:framePr w:w=\"").number(page_of(p_.style, landscape).inner());
            x_.raw(
                "\" w:wrap=\"notBeside\" w:vAnchor=\"margin\" w:hAnchor=\"margin\""
                " w:xAlign=\"left\" w:yAlign=\"bottom\"/>");
        }
        const bool apart = block.kind == BlockKind::kSigned || block.kind == BlockKind::kAnnexNote;
        if (apart && !follows) {
            const int blank = block.kind == BlockKind::kSigned ? 2 * kLine : kLine;
            x_.raw("<w:spacing w:before=\"").number(blank).raw("\"/>");
        }
        x_.raw("</w:pPr>");
        lines(block.text, "<w:br/>");
        x_.raw("</w:p>");
    }

    void run(std::string_view text) {
        if (text.empty()) return;
        x_.raw("<w:r><w:t xml:space=\"preserve\">").text(text).raw("</w:t></w:r>");
    }

    // Line after line, parted by the mark-up.
    void lines(std::string_view text, std::string_view between) {
        for (;;) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            run(text.substr(0, end));
            if (end == text.size()) return;
            x_.raw("<w:r>").raw(between).raw("</w:r>");
            text.remove_prefix(end + 1);
        }
    }

    // ---- tables ----

    std::vector<int> widths(const PrintTable& table, int inner) const {
        double sum = 0;
        for (const PrintColumn& c : table.columns) sum += std::max(c.width, 1.0);
        std::vector<int> out;
        double done = 0;
        int used = 0;
        for (const PrintColumn& c : table.columns) {
            done += std::max(c.width, 1.0);
            const int edge = static_cast<int>(std::lround(done / sum * inner));
            out.push_back(edge - used);
            used = edge;
        }
        return out;
    }

    void write_table(const PrintTable& table, const Page& page) {
        if (table.columns.empty()) return;
        const std::vector<int> wide = widths(table, page.inner());
        x_.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"").number(page.inner());
        x_.raw("\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (const int w : wide) x_.raw("<w:gridCol w:w=\"").number(w).raw("\"/>");
        x_.raw("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (std::size_t c = 0; c < wide.size(); ++c) {
            begin_cell(wide[c], 1, "", true);
            cell_text(table.columns[c].heading, "TableHead");
            x_.raw("</w:tc>");
        }
        x_.raw("</w:tr>");
        std::vector<std::size_t> below(wide.size());     // rows that a cell above covers still
        std::vector<std::uint32_t> across(wide.size());  // and how many columns
        for (std::size_t r = 0; r < table.rows(); ++r) {
            // Rows of an annex are short and stay whole; those of a table may fill a page.
            x_.raw(official_ ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>" : "<w:tr>");
            for (std::size_t c = 0; c < wide.size();) {
                const PrintCell& cell = table.at(r, c);
                const bool goes_on = cell.covered && below[c] > 0;
                if (!goes_on) {
                    below[c] = cell.covered ? 1 : std::max<std::uint32_t>(cell.rows, 1);
                    across[c] = cell.covered ? 1 : std::max<std::uint32_t>(cell.columns, 1);
                }
                const std::size_t end = std::min<std::size_t>(c + across[c], wide.size());
                int width = 0;
                for (std::size_t i = c; i < end; ++i) width += wide[i];
                const bool merged = goes_on || below[c] > 1;
                const Align align = table.columns[c].align;
                begin_cell(width, end - c, merged ? (goes_on ? "continue" : "restart") : "",
                           official_ || align != Align::kLeft);
                cell_text(goes_on || cell.covered ? std::string_view() : cell.text,
                          align == Align::kLeft     ? "TableText"
                          : align == Align::kCenter ? "TableCenter"
                                                    : "TableRight");
                x_.raw("</w:tc>");
                --below[c];
                for (std::size_t i = c + 1; i < end; ++i) below[i] = 0;
                c = end;
            }
            x_.raw("</w:tr>");
        }
        x_.raw("</w:tbl>");
    }

    void begin_cell(int width, std::size_t columns, std::string_view merge, bool middle) {
        x_.raw("<w:tc><w:tcPr><w:tcW w:w=\"").number(width).raw("\" w:type=\"dxa\"/>");
        if (columns > 1)
            x_.raw("<w:gridSpan w:val=\"").number(static_cast<int>(columns)).raw("\"/>");
        if (!merge.empty()) x_.raw("<w:vMerge w:val=\"").raw(merge).raw("\"/>");
        if (middle) x_.raw("<w:vAlign w:val=\"center\"/>");
        x_.raw("</w:tcPr>");
    }

    // A paragraph a line; blank lines are breaks within one, as a cell's last paragraph may be
    // blank without saying anything.
    void cell_text(std::string_view text, std::string_view style) {
        const auto begin = [&] {
            x_.raw("<w:p><w:pPr><w:pStyle w:val=\"").raw(style).raw("\"/></w:pPr>");
        };
        begin();
        const std::size_t last = text.find_last_not_of('\n');
        bool filled = false;
        for (std::size_t at = 0;;) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            run(text.substr(at, end - at));
            filled = filled || end > at;
            if (end == text.size()) break;
            at = end + 1;
            if (filled && last != std::string_view::npos && at <= last) {
                x_.raw("</w:p>");
                begin();
                filled = false;
            } else {
                x_.raw("<w:r><w:br/></w:r>");
            }
        }
        x_.raw("</w:p>");
    }

    // ---- the other parts ----

    std::string styles() const {
        Xml x;
        x.raw(kHead).raw("<w:styles").raw(kSpaces).raw("><w:docDefaults><w:rPrDefault><w:rPr>");
        const DocxFont& body = official_ ? kDocxBodyFont : kDocxSongFont;
        font(x, body);
        x.raw("<w:sz w:val=\"").number(official_ ? 32 : 18).raw("\"/><w:lang w:val=\"en-US\"");
        x.raw(" w:eastAsia=\"").text(p_.language).raw("\"/></w:rPr></w:rPrDefault><w:pPrDefault>");
        x.raw(
            "<w:pPr/></w:pPrDefault></w:docDefaults>"
            "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
            "<w:name w:val=\"Normal\"/><w:pPr><w:jc w:val=\"both\"/></w:pPr></w:style>");
        const std::string line =
            official_ ? "<w:spacing w:line=\"" + std::to_string(kLine) + "\" w:lineRule=\"exact\"/>"
                      : "<w:spacing w:before=\"40\" w:after=\"40\"/>";
        const std::string indent = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"" +
                                   std::to_string(2 * (official_ ? kCharacter : 180)) + "\"/>";
        const int title = official_ ? 44 : 30;
        const std::string tall = "<w:snapToGrid w:val=\"0\"/><w:spacing w:after=\"" +
                                 std::to_string(official_ ? kLine : 120) + "\" w:line=\"" +
                                 std::to_string(official_ ? 700 : 440) +
                                 "\" w:lineRule=\"exact\"/>";
        const std::string centred = "<w:jc w:val=\"center\"/>";
        style(x, "Title", "Title", tall + centred, kDocxTitleFont, title);
        style(x, "Heading1", "heading 1", line + indent + "<w:outlineLvl w:val=\"0\"/>",
              kDocxHeadingFont, official_ ? 32 : 21, "<w:keepNext/>");
        style(x, "Heading2", "heading 2", line + indent + "<w:outlineLvl w:val=\"1\"/>",
              kDocxSubheadingFont, official_ ? 32 : 21, "<w:keepNext/>");
        style(x, "BodyText", "Body Text", line + indent, body, official_ ? 32 : 21);
        style(x, "Receivers", "receivers", line, body, official_ ? 32 : 21);
        style(x, "AnnexNote", "annex note", line + indent, body, official_ ? 32 : 21);
        style(x, "Signature", "Signature",
              line + "<w:ind w:rightChars=\"400\" w:right=\"" + std::to_string(4 * kCharacter) +
                  "\"/><w:jc w:val=\"right\"/>",
              body, official_ ? 32 : 21);
        style(x, "AnnexLabel", "annex label", line, kDocxHeadingFont, official_ ? 32 : 21);
        style(x, "AnnexTitle", "annex title", tall + centred, kDocxTitleFont, title);
        const std::string rule = "w:val=\"single\" w:space=\"2\" w:color=\"000000\" w:sz=";
        style(x, "Imprint", "imprint",
              "<w:pBdr><w:top " + rule + "\"8\"/><w:bottom " + rule + "\"8\"/><w:between " + rule +
                  "\"6\"/></w:pBdr><w:spacing w:line=\"480\" w:lineRule=\"exact\"/>"
                  "<w:ind w:left=\"280\" w:right=\"280\"/>",
              body, official_ ? 28 : 18);
        const std::string loose = "<w:snapToGrid w:val=\"0\"/>";
        const int small = official_ ? 21 : 18;
        style(x, "TableText", "table text", loose, kDocxSongFont, small);
        style(x, "TableCenter", "table centre", loose + centred, kDocxSongFont, small);
        style(x, "TableRight", "table right", loose + "<w:jc w:val=\"right\"/>", kDocxSongFont,
              small);
        style(x, "TableHead", "table heading", loose + centred, kDocxHeadingFont, small);
        style(x, "Small", "small", loose + "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>",
              kDocxSongFont, 2);
        style(x, "Footer", "footer", loose, kDocxSongFont, official_ ? 28 : 18);
        x.raw(
            "<w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Table Grid\"/>"
            "<w:tblPr><w:tblBorders>");
        for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
            x.raw("<w:").raw(side);
            x.raw(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
        }
        x.raw(
            "</w:tblBorders><w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/>"
            "<w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>");
        return x.take();
    }

    static void font(Xml& x, const DocxFont& font) {
        x.raw("<w:rFonts w:ascii=\"")
            .raw(kDocxLatinFont.name)
            .raw("\" w:hAnsi=\"")
            .raw(kDocxLatinFont.name);
        x.raw("\" w:cs=\"")
            .raw(kDocxLatinFont.name)
            .raw("\" w:eastAsia=\"")
            .raw(font.name)
            .raw("\"/>");
    }

    static void style(Xml& x, std::string_view id, std::string_view name,
                      std::string_view paragraph, const DocxFont& family, int half_points,
                      std::string_view before = "") {
        x.raw("<w:style w:type=\"paragraph\" w:styleId=\"").raw(id).raw("\"><w:name w:val=\"");
        x.raw(name).raw("\"/><w:basedOn w:val=\"Normal\"/><w:pPr>").raw(before).raw(paragraph);
        x.raw("</w:pPr><w:rPr>");
        font(x, family);
        if (half_points == 32) x.raw("<w:spacing w:val=\"").number(kCloser).raw("\"/>");
        x.raw("<w:sz w:val=\"").number(half_points).raw("\"/><w:szCs w:val=\"");
        x.number(half_points).raw("\"/></w:rPr></w:style>");
    }

    std::string footer(bool even) const {
        Xml x;
        x.raw(kHead).raw("<w:ftr").raw(kSpaces).raw("><w:p><w:pPr><w:pStyle w:val=\"Footer\"/>");
        if (!official_) {
            x.raw("<w:jc w:val=\"center\"/>");
        } else if (even) {
            x.raw("<w:ind w:leftChars=\"100\" w:left=\"280\"/><w:jc w:val=\"left\"/>");
        } else {
            x.raw("<w:ind w:rightChars=\"100\" w:right=\"280\"/><w:jc w:val=\"right\"/>");
        }
        x.raw("</w:pPr>");
        const auto words = [&](std::string_view text) {
            x.raw("<w:r><w:t xml:space=\"preserve\">").raw(text).raw("</w:t></w:r>");
        };
        const auto field = [&](std::string_view name) {
            x.raw("<w:fldSimple w:instr=\" ").raw(name).raw(" \"><w:r><w:t>1</w:t></w:r>");
            x.raw("</w:fldSimple>");
        };
        if (official_) {
            words(std::string(kPageDash) + " ");
            field("PAGE");
            words(" " + std::string(kPageDash));
        } else {
            field("PAGE");
            words(" / ");
            field("NUMPAGES");
        }
        x.raw("</w:p></w:ftr>");
        return x.take();
    }

    std::string settings() const {
        Xml x;
        x.raw(kHead).raw("<w:settings").raw(kSpaces).raw(">");
        if (official_) x.raw("<w:evenAndOddHeaders/>");
        x.raw(
            "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat>"
            "<w:compatSetting w:name=\"compatibilityMode\""
            " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
            "</w:settings>");
        return x.take();
    }

    static std::string fonts() {
        Xml x;
        x.raw(kHead).raw("<w:fonts").raw(kSpaces).raw(">");
        for (const DocxFont& f : kDocxFonts) {
            x.raw("<w:font w:name=\"").raw(f.name).raw("\"><w:altName w:val=\"").raw(f.instead);
            x.raw("\"/><w:family w:val=\"").raw(f.family).raw("\"/></w:font>");
        }
        x.raw("</w:fonts>");
        return x.take();
    }

    std::string properties() const {
        Xml x;
        x.raw(kHead).raw(
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
            "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
        x.text(p_.title).raw("</dc:title><dc:creator>duban</dc:creator><dc:language>");
        x.text(p_.language).raw("</dc:language></cp:coreProperties>");
        return x.take();
    }

    std::string content_types() const {
        Xml x;
        x.raw(kHead).raw(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            "<Default Extension=\"rels\""
            " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            "<Override PartName=\"/docProps/core.xml\""
            " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>");
        const auto part = [&](const char* name, const char* kind) {
            x.raw("<Override PartName=\"/word/").raw(name).raw(".xml\" ContentType=\"application/");
            x.raw("vnd.openxmlformats-officedocument.wordprocessingml.").raw(kind).raw("+xml\"/>");
        };
        part("document", "document.main");
        part("styles", "styles");
        part("settings", "settings");
        part("fontTable", "fontTable");
        part("footer1", "footer");
        if (official_) part("footer2", "footer");
        x.raw("</Types>");
        return x.take();
    }

    static constexpr std::string_view kRelations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    static constexpr std::string_view kOffice =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    static std::string package_relations() {
        Xml x;
        x.raw(kHead).raw(kRelations).raw("<Relationship Id=\"rId1\" Type=\"").raw(kOffice);
        x.raw("officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"");
        x.raw(
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
            "core-properties\" Target=\"docProps/core.xml\"/></Relationships>");
        return x.take();
    }

    std::string relations() const {
        Xml x;
        x.raw(kHead).raw(kRelations);
        const auto relation = [&](const char* id, const char* type, const char* target) {
            x.raw("<Relationship Id=\"").raw(id).raw("\" Type=\"").raw(kOffice).raw(type);
            x.raw("\" Target=\"").raw(target).raw("\"/>");
        };
        relation("rId1", "styles", "styles.xml");
        relation("rId2", "settings", "settings.xml");
        relation("rId3", "fontTable", "fontTable.xml");
        relation("rId4", "footer", "footer1.xml");
        if (official_) relation("rId5", "footer", "footer2.xml");
        x.raw("</Relationships>");
        return x.take();
    }

    const Printout& p_;
    bool official_;
    Xml x_;
};

}  // namespace

Result<bool> write_docx(const Printout& printout, const Sink& sink) {
    const auto bytes = make_zip(Writer(printout).parts());
    if (!bytes) return bytes.error();
    sink(bytes.value());
    return true;
}

}  // namespace duban
