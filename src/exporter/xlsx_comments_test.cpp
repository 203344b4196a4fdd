#include "exporter/xlsx_comments.h"

#include <doctest/doctest.h>

#include "base/zip.h"

namespace duban {
namespace {

const std::string kSheet =
    "<worksheet xmlns=\"m\"><sheetData><row r=\"2\" ht=\"200\"><c r=\"B2\"><v>1</v></c></row>"
    "</sheetData><pageMargins/>";

std::string book(const std::string& sheet, const std::vector<ZipPart>& more = {}) {
    std::vector<ZipPart> parts{
        {"[Content_Types].xml", "<Types><Default Extension=\"xml\" ContentType=\"a\"/></Types>"},
        {"_rels/.rels",
         "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" "
         "Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml",
         "<workbook><sheets><sheet name=\"s\" r:id=\"r1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" "
         "Target=\"worksheets/sheet1.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", sheet},
        {"docProps/other.bin", "other"},
    };
    parts.insert(parts.end(), more.begin(), more.end());
    return make_zip(parts).value();
}

std::string part(const std::string& bytes, const std::string& name) {
    auto zip = ZipReader::open(bytes, 1 << 24);
    return zip.value().has(name) ? zip.value().read(name).value() : "none";
}

bool has(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

TEST_CASE("a sheet without comments gets them") {
    const std::string before = book(kSheet + "<tableParts/></worksheet>");
    const auto after = commented_xlsx(
        before, {{1, 2, 2, "甲 <乙>"}, {1, 2, 2, "丙"}, {1, 3, 28, "_x0041_"}, {7, 1, 1, "无"}},
        1 << 24);
    REQUIRE(after.ok());
    CHECK(part(after.value(), "xl/worksheets/sheet1.xml") ==
          kSheet +
              "<legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
              "relationships\" r:id=\"dubanDrawing\"/><tableParts/></worksheet>");
    const std::string list = part(after.value(), "xl/dubanComments1.xml");
    CHECK(has(list, "<authors><author>duban</author></authors>"));
    CHECK(has(list,
              "<comment ref=\"B2\" authorId=\"0\"><text><r><t xml:space=\"preserve\">甲 "
              "&lt;乙&gt;\n\n丙</t></r></text></comment>"));
    CHECK(has(list, "<comment ref=\"AB3\""));
    CHECK(has(list, "_x005F_x0041_"));
    const std::string links = part(after.value(), "xl/worksheets/_rels/sheet1.xml.rels");
    CHECK(has(links, "/comments\" Target=\"/xl/dubanComments1.xml\""));
    CHECK(has(links, "/vmlDrawing\" Target=\"/xl/drawings/dubanDrawing1.vml\""));
    const std::string types = part(after.value(), "[Content_Types].xml");
    CHECK(has(types, "Extension=\"vml\""));
    CHECK(has(types, "PartName=\"/xl/dubanComments1.xml\""));
    const std::string shapes = part(after.value(), "xl/drawings/dubanDrawing1.vml");
    CHECK(has(shapes, "<x:Row>1</x:Row><x:Column>1</x:Column>"));
    CHECK(has(shapes, "2, 15, 1, 2, 5, 15, 1, 122"));  // the high row holds the whole box
    CHECK(part(after.value(), "docProps/other.bin") == "other");
}

TEST_CASE("comments that are there stay, and the same cell keeps one comment") {
    const std::vector<ZipPart> more{
        {"xl/worksheets/_rels/sheet1.xml.rels",
         "<Relationships><Relationship Id=\"c\" Type=\"x/comments\" Target=\"../comments1.xml\"/>"
         "<Relationship Id=\"v\" Type=\"x/vmlDrawing\" "
         "Target=\"../drawings/v.vml\"/></Relationships>"},
        {"xl/comments1.xml",
         "<k:comments xmlns:k=\"m\"><k:authors><k:author>王</k:author></k:authors><k:commentList>"
         "<k:comment ref=\"B2\" authorId=\"0\"><k:text><k:t>旧</k:t></k:text></k:comment>"
         "</k:commentList></k:comments>"},
        {"xl/drawings/v.vml", "<xml><v:shape id=\"_x0000_s2050\"/></xml>"},
    };
    const std::string sheet = kSheet + "<legacyDrawing r:id=\"v\"/></worksheet>";
    const auto after =
        commented_xlsx(book(sheet, more), {{1, 2, 2, "新"}, {1, 5, 1, "另"}}, 1 << 24);
    REQUIRE(after.ok());
    CHECK(part(after.value(), "xl/worksheets/sheet1.xml") == sheet);
    const std::string list = part(after.value(), "xl/comments1.xml");
    CHECK(has(list,
              "<k:t>旧</k:t><k:r><k:t xml:space=\"preserve\">\n\nduban: 新</k:t></k:r></k:text>"));
    CHECK(has(list, "<k:author>王</k:author><k:author>duban</k:author>"));
    CHECK(has(list, "<k:comment ref=\"A5\" authorId=\"1\">"));
    const std::string shapes = part(after.value(), "xl/drawings/v.vml");
    CHECK(has(shapes, "_x0000_s2051"));
    CHECK(!has(shapes, "<x:Row>1</x:Row>"));
}

TEST_CASE("without comments nothing changes") {
    const std::string before = book(kSheet + "</worksheet>");
    CHECK(part(commented_xlsx(before, {}, 1 << 24).value(), "xl/worksheets/sheet1.xml") ==
          kSheet + "</worksheet>");
    CHECK(!commented_xlsx("PK", {}, 1 << 24).ok());
    CHECK(!commented_xlsx(book("<worksheet>"), {{1, 1, 1, "a"}}, 1 << 24).ok());
}

}  // namespace
}  // namespace duban
