#include "reader/xlsx_reader.h"

#include <doctest/doctest.h>

#include "base/zip.h"

namespace duban {
namespace {

const std::string kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";

// A workbook of the sheets, each the inside of a worksheet element.
struct Book {
    std::vector<std::string> sheets;
    std::string strings;     // items
    std::string formats;     // numFmt elements
    std::string styles;      // xf elements of cells
    std::string workbook;    // in place of the list of sheets made here
    std::string properties;  // attributes of workbookPr
    std::vector<ZipPart> more;
    std::string office = kOffice;

    [[nodiscard]] std::string bytes() const {
        std::string list;
        std::string links;
        for (std::size_t i = 1; i <= sheets.size(); ++i) {
            const std::string n = std::to_string(i);
            list += "<sheet name=\"表" + n + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
            links += "<Relationship Id=\"rId" + n + "\" Type=\"" + office +
                     "/worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>";
        }
        links += "<Relationship Id=\"s1\" Type=\"" + office +
                 "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                 "<Relationship Id=\"s2\" Type=\"" +
                 office + "/styles\" Target=\"../xl/styles.xml\"/>";
        std::vector<ZipPart> parts{
            {"_rels/.rels", "<Relationships xmlns=\"" + kPackage +
                                "\"><Relationship Id=\"a\" Type=\"" + office +
                                "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
            {"xl/workbook.xml", "<?xml version=\"1.0\"?><workbook xmlns=\"" + kMain +
                                    "\" xmlns:r=\"" + office + "\"><workbookPr " + properties +
                                    "/><sheets>" + (workbook.empty() ? list : workbook) +
                                    "</sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels", "<Relationships>" + links + "</Relationships>"},
            {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
            {"xl/styles.xml",
             "<styleSheet><numFmts>" + formats +
                 "</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs>" + styles +
                 "</cellXfs></styleSheet>"},
        };
        for (std::size_t i = 1; i <= sheets.size(); ++i) {
            parts.push_back(
                {"xl/worksheets/sheet" + std::to_string(i) + ".xml",
                 "<worksheet xmlns=\"" + kMain + "\">" + sheets[i - 1] + "</worksheet>"});
        }
        parts.insert(parts.end(), more.begin(), more.end());
        return make_zip(parts).value();
    }

    [[nodiscard]] Result<Document> read() const { return read_xlsx(bytes(), {}); }
};

// "sheet/row: a|b" a line; ^ and < in front of merged cells.
std::string shown(const Result<Document>& read) {
    if (!read) return read.error().key;
    const Document& document = read.value();
    std::string out;
    for (const DocumentRow& row : document.rows) {
        out += std::to_string(row.sheet) + "/" + std::to_string(row.row) + ": ";
        for (std::uint32_t c = 0; c < row.count; ++c) {
            if (c > 0) out += '|';
            const Merged merged = document.merged_at(row, c);
            if (merged == Merged::kAbove) out += '^';
            if (merged == Merged::kLeft) out += '<';
            out += document.cell(row, c);
        }
        out += '\n';
    }
    return out;
}

std::string sheet_data(const std::string& rows, const std::string& behind = "") {
    return "<sheetData>" + rows + "</sheetData>" + behind;
}

std::string text(const std::string& place, const std::string& words) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
}

bool has_note(const Result<Document>& read, std::string_view key) {
    for (const Note& note : read.value().notes) {
        if (note.key == key) return true;
    }
    return false;
}

TEST_CASE("strings of every kind") {
    Book book;
    book.strings =
        "<si><t xml:space=\"preserve\"> 甲 </t></si>"
        "<si><r><rPr><b/></rPr><t>新建</t></r><r><t>60处</t></r>"
        "<rPh sb=\"0\" eb=\"1\"><t>shin</t></rPh></si><si/>";
    book.sheets = {
        sheet_data("<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" t=\"s\"><v>1</v></c>"
                   "<c r=\"C3\" t=\"str\"><f>A1&amp;B1</f><v>a&lt;b&amp;c &#x4E00;</v></c>"
                   "<c r=\"D3\" t=\"b\"><v>1</v></c><c r=\"E3\" t=\"s\"><v>2</v></c></row>"
                   "<row r=\"5\">" +
                   text("A5", "一_x000D_\n二_x0041__x005F_x0042_") +
                   text("B5", "<![CDATA[<p>]]>&amp;") + text("C5", "_xD83D__xDE00_") + "</row>")};
    CHECK(shown(book.read()) == "1/3:  甲 |新建60处|a<b&c 一|TRUE\n1/5: 一\n二A_x0042_|<p>&|😀|\n");
}

TEST_CASE("numbers as they are shown") {
    Book book;
    book.formats = "<numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>";
    book.styles =
        "<xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"176\"/><xf numFmtId=\"14\"/>";
    const std::string cells =
        "<row><c><v>0.28999999999999998</v></c><c s=\"1\"><v>0.5</v></c><c s=\"2\"><v>45601</v></c>"
        "<c s=\"3\"><v>1</v></c><c s=\"99\"><v>7</v></c><c t=\"d\" "
        "s=\"2\"><v>2024-11-05</v></c></row>";
    book.sheets = {sheet_data(cells)};
    CHECK(shown(book.read()) == "1/1: 0.29|50.00%|2024年11月|1900-01-01|7|2024年11月\n");
    book.properties = "date1904=\"1\"";
    CHECK(shown(book.read()) == "1/1: 0.29|50.00%|2028年11月|1904-01-02|7|2024年11月\n");
}

TEST_CASE("merged cells") {
    Book book;
    book.sheets = {sheet_data(
        "<row r=\"1\">" + text("A1", "标题") + "</row><row r=\"2\">" + text("A2", "类") +
            text("B2", "项") + text("C2", "值") + "</row><row r=\"3\">" + text("A3", "一") +
            text("B3", "甲") + text("C3", "1") + "</row><row r=\"4\">" + text("A4", "旧") +
            text("B4", "乙") + "</row><row r=\"5\">" + text("A5", "二、教育") +
            "</row><row r=\"6\">" + text("A6", "三") + text("B6", "宽") + "</row><row r=\"7\">" +
            text("A7", "四") + "</row>",
        "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A3:A4\"/>"
        "<mergeCell ref=\"A5:C5\"/><mergeCell ref=\"B6:C7\"/><mergeCell ref=\"A1:B9\"/>"
        "<mergeCell ref=\"C9:A1\"/><mergeCell ref=\"x\"/></mergeCells>")};
    CHECK(shown(book.read()) ==
          "1/1: 标题\n1/2: 类|项|值\n1/3: 一|甲|1\n1/4: ^一|乙|\n1/5: 二、教育\n"
          "1/6: 三|宽|<\n1/7: 四|^宽|<\n");
}

TEST_CASE("a table that begins further right, and rows without places") {
    Book book;
    book.sheets = {sheet_data("<row>" + text("C1", "标题") + "</row><row><c/>" + text("B2", "甲") +
                                  "<c t=\"inlineStr\"><is><t>乙</t></is></c></row><row r=\"9\">" +
                                  text("B9", "小计") + "</row><row/><row>" + text("C11", "丙") +
                                  text("B11", "倒") + "</row>",
                              "<mergeCells><mergeCell ref=\"B9:C9\"/></mergeCells>")};
    CHECK(shown(book.read()) == "1/1: 标题\n1/2: |甲|乙\n1/9: 小计\n1/11: |倒|丙\n");
}

TEST_CASE("what is hidden, computed or wrong is told") {
    Book book;
    book.workbook =
        "<sheet name=\"甲&amp;乙\" r:id=\"rId2\" state=\"veryHidden\"/>"
        "<sheet name=\"丙\" r:id=\"rId1\"/><sheet name=\"图\" r:id=\"s2\"/>";
    book.sheets = {
        "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>" +
            sheet_data("<row hidden=\"1\">" + text("A1", "藏") + text("B1", "列") +
                       "</row><row><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c><f>A1</f></c>" +
                       text("C2", "实") + text("D2", "在") + "</row><row hidden=\"1\"/>"),
        sheet_data("<row>" + text("A1", "另") + "</row>")};
    const auto read = book.read();
    CHECK(shown(read) == "1/1: 另\n2/1: 藏|列\n2/2: ||实|在\n");
    CHECK(read.value().sheets == std::vector<std::string>{"甲&乙", "丙"});
    CHECK(has_note(read, "note-hidden-sheet"));
    CHECK(has_note(read, "note-hidden-rows"));
    CHECK(has_note(read, "note-hidden-columns"));
    CHECK(has_note(read, "note-cell-error"));
    CHECK(has_note(read, "note-formula-without-value"));
    CHECK(read.value().notes.size() == 5);
}

TEST_CASE("strict names, prefixes, other capitals") {
    Book book;
    book.office = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    book.sheets = {
        "<x:sheetData xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:row>"
        "<x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c><x:c r=\"B1\"><x:v>2</x:v></x:c></x:row>"
        "<x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData>"
        "<x:mergeCells><x:mergeCell ref=\"B1:B2\"/></x:mergeCells>"};
    book.strings = "<x:si><x:t>甲</x:t></x:si>";
    CHECK(shown(book.read()) == "1/1: 甲|2\n1/2: 5|^2\n");
}

TEST_CASE("a million rows without content cost little") {
    Book book;
    std::string rows;
    for (int i = 0; i < 1000000; ++i) rows += "<row><c s=\"1\"/></row>";
    book.sheets = {sheet_data(rows + "<row>" + text("A1000001", "末") + "</row>")};
    CHECK(shown(book.read()) == "1/1000001: 末\n");
}

TEST_CASE("hostile files end with a sentence") {
    Book book;
    const auto key = [&](const std::string& sheet) {
        book.sheets = {sheet};
        return shown(book.read());
    };
    CHECK(key("") == "error-no-text");
    CHECK(key("<sheetData><row>") == "error-zip-part");
    CHECK(key("<!DOCTYPE a [<!ENTITY b \"c\">]>" +
              sheet_data("<row>" + text("A1", "&b;") + "</row>")) == "error-zip-part");
    CHECK(key(sheet_data("<row>" + text("A1", "&b;") + "</row>")) == "1/1: &b;\n");
    CHECK(key(sheet_data("<row><c t=\"s\"><v>7</v></c></row>")) == "error-zip-part");
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += "<a>";
    CHECK(key(deep) == "error-zip-part");
    for (int i = 0; i < 100000; ++i) deep += "</a>";
    CHECK(key(deep + sheet_data("<row>" + text("A1", "底") + "</row>")) == "1/1: 底\n");
    std::string wide;
    for (int i = 1; i <= 3000; ++i) {
        wide += "<row r=\"" + std::to_string(i) + "\">" + text("XFD" + std::to_string(i), "远") +
                text("A" + std::to_string(i), "近") + "</row>";
    }
    CHECK(key(sheet_data(wide)) == "error-too-many-cells");
    book.sheets = {sheet_data("<row>" + text("A1", std::string(100000, 'a')) + "</row>")};
    CHECK(read_xlsx(book.bytes(), {60000}).error().code == ErrorCode::kTooLarge);
    const std::string whole = book.bytes();
    for (const std::size_t size : {std::size_t{4}, whole.size() / 2, whole.size() - 20})
        CHECK(!read_xlsx(whole.substr(0, size), {}).ok());
    CHECK(!read_xlsx(make_zip({{"xl/workbook.xml", "<workbook><sheets/></workbook>"}}).value(), {})
               .ok());
    CHECK(!read_xlsx(make_zip({{"a", "b"}}).value(), {}).ok());
}

TEST_CASE("macros are told and never run") {
    Book book;
    book.sheets = {sheet_data("<row>" + text("A1", "甲") + "</row>")};
    std::string bytes = book.bytes();
    bytes = changed_zip(bytes, {{"xl/_rels/workbook.xml.rels",
                                 "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" "
                                 "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"v\" "
                                 "Type=\"http://schemas.microsoft.com/office/2006/relationships/"
                                 "vbaProject\" Target=\"vbaProject.bin\"/></Relationships>"}})
                .value();
    CHECK(has_note(read_xlsx(bytes, {}), "note-macros"));
}

}  // namespace
}  // namespace duban
