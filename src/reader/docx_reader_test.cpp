#include "reader/docx_reader.h"

#include <doctest/doctest.h>

#include "reader/docx_number.h"
#include "reader/docx_test.h"

namespace duban {
namespace {

constexpr ReadLimits kLimits{16 << 20};

// "a|b" for each row; cells that are merged upwards with ^ before them, to the left "<".
std::string rows_of(const Document& document) {
    std::string out;
    for (const DocumentRow& row : document.rows) {
        for (std::size_t c = 0; c < row.count; ++c) {
            if (c > 0) out += '|';
            if (document.merged_at(row, c) == Merged::kAbove) out += '^';
            if (document.merged_at(row, c) == Merged::kLeft) out += '<';
            out += document.cell(row, c);
        }
        out += ';';
    }
    return out;
}

Result<Document> read(const DocxSource& source) { return read_docx(make_docx(source), kLimits); }

std::string rows(const std::string& body) {
    const auto document = read({docx_document(body), "", "", {}});
    return document ? rows_of(document.value()) : document.error().key;
}

std::string note_keys(const Document& document) {
    std::string out;
    for (const Note& note : document.notes) {
        out += note.key;
        for (const Param& p : note.params) out += " " + p.name + "=" + p.value;
        out += ';';
    }
    return out;
}

std::string table(const std::string& inside) { return "<w:tbl>" + inside + "</w:tbl>"; }

TEST_CASE("docx: paragraphs and tables come in their order, with their places") {
    const auto document =
        read({docx_document(
                  docx_paragraph("标题") + docx_paragraph(" ") +
                  table(docx_row({"序号", "任务"}) + docx_row({"1", "建桥"}) + docx_row({"", ""})) +
                  docx_paragraph("说明") + table(docx_row({"2", "修路"}))),
              "",
              "",
              {}});
    REQUIRE(document.ok());
    const Document& d = document.value();
    CHECK(rows_of(d) == "标题;序号|任务;1|建桥;说明;2|修路;");
    CHECK(d.kind == FileKind::kDocx);
    CHECK(d.rows[0].table == 0);
    CHECK(d.rows[2].table == 1);
    CHECK(d.rows[2].row == 2);
    CHECK(d.rows[3].row == 2);
    CHECK(d.rows[4].table == 2);
    CHECK(d.notes.empty());
}

TEST_CASE("docx: merged cells, with and without a value, and rows of one cell") {
    CHECK(rows(table(
              "<w:tr>" + docx_cell("类", "<w:vMerge w:val=\"restart\"/>") + docx_cell("a") +
              "</w:tr><w:tr>" + docx_cell("", "<w:vMerge/>") + docx_cell("b") + "</w:tr><w:tr>" +
              docx_cell("", "<w:vMerge w:val=\"continue\"/>") + docx_cell("c") + "</w:tr><w:tr>" +
              docx_cell("别", "<w:vMerge w:val=\"restart\"/>") + docx_cell("d") + "</w:tr>")) ==
          "类|a;^类|b;^类|c;别|d;");
    // One that goes on from nothing is a cell of its own.
    CHECK(rows(table("<w:tr>" + docx_cell("类", "<w:vMerge/>") + docx_cell("a") + "</w:tr>")) ==
          "类|a;");
    CHECK(rows(table("<w:tr>" + docx_cell("二", "<w:gridSpan w:val=\"3\"/>") + "</w:tr><w:tr>" +
                     docx_cell("x", "<w:gridSpan w:val=\"2\"/>") + docx_cell("y") + "</w:tr>" +
                     docx_row({"1", "2", "3"}))) == "二;x|<|y;1|2|3;");
    CHECK(rows(table("<w:tr>" + docx_cell("x", "<w:hMerge w:val=\"restart\"/>") +
                     docx_cell("", "<w:hMerge/>") + docx_cell("y") + "</w:tr>" +
                     docx_row({"1", "2", "3"}))) == "x|<|y;1|2|3;");
    CHECK(rows(table("<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + docx_cell("b") +
                     "</w:tr>" + docx_row({"1", "2"}))) == "|b;1|2;");
}

TEST_CASE("docx: boundaries drawn a little apart from row to row are one column") {
    CHECK(rows(table("<w:tr>" + docx_cell("a", "<w:gridSpan w:val=\"2\"/>") + docx_cell("b") +
                     docx_cell("c") + "</w:tr><w:tr>" + docx_cell("1") +
                     docx_cell("2", "<w:gridSpan w:val=\"2\"/>") + docx_cell("3") + "</w:tr>")) ==
          "a|b|c;1|2|3;");
    // A row that has all three keeps them apart.
    CHECK(
        rows(table("<w:tr>" + docx_cell("a", "<w:gridSpan w:val=\"2\"/>") + docx_cell("b") +
                   "</w:tr><w:tr>" + docx_cell("1") + docx_cell("2", "<w:gridSpan w:val=\"2\"/>") +
                   "</w:tr>" + docx_row({"x", "y", "z"}))) == "a|<|b;1|2|<;x|y|z;");
}

TEST_CASE("docx: a table within a cell is lines of it, one that a cell frames is a table") {
    const std::string inner = table(docx_row({"区", "数"}) + docx_row({"东", "3"}));
    CHECK(rows(table("<w:tr>" + docx_cell("1") + "<w:tc>" + docx_paragraph("分布：") + inner +
                     "<w:p/></w:tc></w:tr>")) == "1|分布：\n区 数\n东 3;");
    CHECK(rows(table("<w:tr><w:tc>" + docx_paragraph("题") + inner + "<w:p/></w:tc></w:tr>")) ==
          "题;区|数;东|3;");
}

TEST_CASE("docx: split runs, breaks, tabs and signs") {
    CHECK(rows("<w:p>" + docx_run("建成1") + "<w:proofErr/>" + docx_run("2") + docx_run("0处") +
               "</w:p>") == "建成120处;");
    CHECK(rows(table("<w:tr><w:tc><w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t>"
                     "<w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t>"
                     "<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p><w:p>"
                     "<w:r><w:t>f</w:t></w:r></w:p></w:tc>" +
                     docx_cell("2") + "</w:tr>")) == "a\nb c-de√\nf|2;");
    // Lines of the text are paragraphs, a title broken over lines is one.
    CHECK(rows("<w:p><w:r><w:t>一、甲</w:t><w:br/><w:t>二、乙</w:t></w:r></w:p>") ==
          "一、甲;二、乙;");
    CHECK(rows("<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>某市</w:t><w:br/>"
               "<w:t>情况</w:t></w:r></w:p>") == "某市\n情况;");
    // White space counts where the file says so.
    CHECK(rows(docx_paragraph(" a ") + "<w:p><w:r><w:t> b\n </w:t></w:r></w:p>") == " a ;b;");
}

TEST_CASE("docx: tracked changes are accepted, and counted") {
    const auto document =
        read({docx_document("<w:p>" + docx_run("共") + "<w:del>" +
                            "<w:r><w:delText>50</w:delText></w:r></w:del><w:ins>" + docx_run("60") +
                            "</w:ins>" + docx_run("处") + "<w:moveFrom>" + docx_run("旧") +
                            "</w:moveFrom><w:moveTo>" + docx_run("新") + "</w:moveTo></w:p>" +
                            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + docx_run("上半") +
                            "</w:p>" + docx_paragraph("下半") +
                            table(docx_row({"1", "a"}) + "<w:tr><w:trPr><w:del/></w:trPr>" +
                                  docx_cell("2") + docx_cell("b") + "</w:tr>")),
              "",
              "",
              {}});
    REQUIRE(document.ok());
    CHECK(rows_of(document.value()) == "共60处新;上半下半;1|a;");
    CHECK(note_keys(document.value()) == "note-docx-changes inserted=2 deleted=3;");
}

TEST_CASE("docx: text boxes once, controls, links, fields and alternatives") {
    const std::string box = "<w:txbxContent>" + docx_paragraph("框内") + "</w:txbxContent>";
    CHECK(rows("<w:p>" + docx_run("前") +
               "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + box +
               "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
               "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + docx_run("后") +
               "</w:p>") == "前后;框内;");
    CHECK(rows("<w:p><w:r><w:pict><v:textbox>" + box + "</v:textbox></w:pict></w:r></w:p>") ==
          "框内;");
    CHECK(rows("<w:sdt><w:sdtPr/><w:sdtContent>" + docx_paragraph("甲") +
               "</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtContent>" + docx_run("乙") +
               "</w:sdtContent></w:sdt><w:hyperlink>" + docx_run("丙") +
               "</w:hyperlink><w:smartTag>" + docx_run("丁") + "</w:smartTag></w:p>") ==
          "甲;乙丙丁;");
    CHECK(rows("<w:p>" + docx_run("x") +
               "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + docx_run("单击此处") +
               "</w:sdtContent></w:sdt></w:p>") == "x;");
    CHECK(rows(table("<w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>" + docx_cell("1") +
                     "</w:sdtContent></w:sdt>" + docx_cell("2") +
                     "</w:tr></w:sdtContent></w:sdt>")) == "1|2;");
    CHECK(rows("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>=SUM(A1)"
               "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
               docx_run("42") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:fldSimple>" +
               docx_run("处") + "</w:fldSimple></w:p>") == "42处;");
    // A field that never ends hides nothing of the next paragraph.
    CHECK(rows("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>" +
               docx_paragraph("a")) == "a;");
    CHECK(rows("<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t>"
               "</m:r></m:den></m:f></m:oMath></w:p>") == "1/2;");
    CHECK(rows("<w:p><w:r><w:ruby><w:rt>" + docx_run("dū") + "</w:rt><w:rubyBase>" +
               docx_run("督") + "</w:rubyBase></w:ruby></w:r></w:p>") == "督;");
}

TEST_CASE("docx: what is left out is named") {
    const auto document =
        read({docx_document("<w:p>" + docx_run("看") +
                            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏着</w:t></w:r>"
                            "<w:r><w:rPr><w:rStyle w:val=\"h\"/></w:rPr><w:t>也</w:t></w:r>"
                            "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>得见</w:t></w:r>"
                            "<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p><w:altChunk/>"),
              "<w:style w:styleId=\"h\"><w:rPr><w:vanish/></w:rPr></w:style>",
              "",
              {{"word/vbaProject.bin", "x"}}});
    REQUIRE(document.ok());
    CHECK(rows_of(document.value()) == "看得见;");
    CHECK(note_keys(document.value()) ==
          "note-docx-hidden n=3;note-docx-footnotes n=1;note-docx-parts n=1;note-docx-macros;");
}

TEST_CASE("docx: any prefix, strict names, another main part, UTF-16") {
    const std::string body =
        "<document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body><p><r><t>甲</t>"
        "</r></p></body></document>";
    const std::string strict =
        make_zip(
            {{"_rels/.rels",
              docx_relations(
                  "<Relationship "
                  "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\""
                  " Target=\"/else/where.xml\"/>")},
             {"else/where.xml", body}})
            .value();
    auto document = read_docx(strict, kLimits);
    REQUIRE(document.ok());
    CHECK(rows_of(document.value()) == "甲;");
    document =
        read_docx(make_zip({{"[Content_Types].xml",
                             "<Types><Override PartName=\"/w/d.xml\" ContentType=\"application/"
                             "vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"},
                            {"w/d.xml", body}})
                      .value(),
                  kLimits);
    REQUIRE(document.ok());
    CHECK(rows_of(document.value()) == "甲;");
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("<?xml version=\"1.0\" encoding=\"UTF-16\"?><document><body><p>"
                                    "<r><t>abc</t></r></p></body></document>")) {
        wide += c;
        wide += '\0';
    }
    document = read_docx(make_zip({{"word/document.xml", wide}}).value(), kLimits);
    REQUIRE(document.ok());
    CHECK(rows_of(document.value()) == "abc;");
}

const std::string kLevels =
    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt"
    " w:val=\"chineseCountingThousand\"/><w:suff w:val=\"nothing\"/><w:lvlText "
    "w:val=\"%1、\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
    "<w:lvlText w:val=\"（%2）\"/></w:lvl><w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt"
    " w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1.%3\"/></w:lvl><w:lvl w:ilvl=\"3\">"
    "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\xEF\x82\xB7\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
    "<w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";

std::string numbered(const std::string& text, int num, int level) {
    return docx_paragraph(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
                                    "\"/><w:numId w:val=\"" + std::to_string(num) +
                                    "\"/></w:numPr>");
}

TEST_CASE("docx: automatic numbers are printed, counted and begun anew") {
    auto document =
        read({docx_document(numbered("甲", 1, 0) + numbered("子", 1, 1) + numbered("丑", 1, 1) +
                            numbered("乙", 1, 0) + numbered("寅", 1, 1) + numbered("三级", 1, 2) +
                            numbered("点", 1, 3) + numbered("无", 0, 0) + numbered("戊", 2, 0) +
                            numbered("己", 2, 0) + numbered("缺", 9, 0)),
              "",
              kLevels,
              {}});
    REQUIRE(document.ok());
    CHECK(rows_of(document.value()) ==
          "一、甲;（1）子;（2）丑;二、乙;（1）寅;2.1 三级;点;无;五、戊;六、己;缺;");
    // A column that holds nothing but numbers, by a style that rests on another.
    const std::string cell = "<w:tc><w:p><w:pPr><w:pStyle w:val=\"b\"/></w:pPr></w:p></w:tc>";
    document = read({docx_document(table("<w:tr>" + cell + docx_cell("x") + "</w:tr><w:tr>" + cell +
                                         docx_cell("y") + "</w:tr>")),
                     "<w:style w:styleId=\"a\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId"
                     " w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"b\"><w:basedOn"
                     " w:val=\"a\"/></w:style>",
                     kLevels,
                     {}});
    REQUIRE(document.ok());
    CHECK(rows_of(document.value()) == "（1）|x;（2）|y;");
}

TEST_CASE("docx: formats of numbers") {
    CHECK(docx_number("chineseCounting", 10) == "十");
    CHECK(docx_number("chineseCountingThousand", 112) == "一百一十二");
    CHECK(docx_number("chineseCountingThousand", 1005) == "一千零五");
    CHECK(docx_number("japaneseCounting", 20) == "二十");
    CHECK(docx_number("chineseLegalSimplified", 12) == "壹拾贰");
    CHECK(docx_number("ideographDigital", 10) == "一〇");
    CHECK(docx_number("ideographTraditional", 3) == "丙");
    CHECK(docx_number("ideographTraditional", 11) == "11");
    CHECK(docx_number("decimalEnclosedCircle", 3) == "③");
    CHECK(docx_number("decimalEnclosedCircleChinese", 21) == "㉑");
    CHECK(docx_number("decimalEnclosedParen", 2) == "⑵");
    CHECK(docx_number("decimalFullWidth", 12) == "１２");
    CHECK(docx_number("upperLetter", 28) == "BB");
    CHECK(docx_number("lowerRoman", 14) == "xiv");
    CHECK(docx_number("decimalZero", 7) == "07");
    CHECK(docx_number("none", 7).empty());
    CHECK(docx_number("decimal", -3) == "-3");
    CHECK(docx_number("chineseCounting", 1 << 30) == std::to_string(1 << 30));
}

TEST_CASE("docx: bad input gives a message") {
    const auto key = [](const std::string& bytes) {
        const auto document = read_docx(bytes, kLimits);
        return document ? "read" : document.error().key;
    };
    CHECK(key("PK\x03\x04 nothing") == "error-zip-damaged");
    CHECK(key(make_zip({{"a.txt", "a"}}).value()) == "error-zip-part");
    CHECK(key(make_zip({{"word/document.xml", "<a><b></a>"}}).value()) == "error-zip-part");
    CHECK(key(make_zip({{"word/document.xml", ""}}).value()) == "error-zip-part");
    CHECK(key(make_docx({docx_document(""), "", "", {}})) == "error-no-text");
    const std::string whole = make_docx({docx_document(docx_paragraph("a")), "", "", {}});
    CHECK(key(whole) == "read");
    for (std::size_t size = 4; size < whole.size(); size += 97)
        CHECK(key(whole.substr(0, size)) != "read");
    CHECK(key(make_docx({docx_document(docx_paragraph(std::string(17 << 20, 'a'))), "", "", {}})) ==
          "error-unpacked-too-large");
    std::string many;
    for (int i = 0; i < 1100000; ++i) many += "<w:p/>";
    CHECK(key(make_docx({docx_document(many), "", "", {}})) == "error-docx-elements");
}

TEST_CASE("docx: nesting is bounded, wherever it is") {
    for (const char* name : {"w:ins", "w:sdt", "w:tbl", "w:p", "w:r", "w:drawing", "x"}) {
        std::string open;
        std::string close;
        for (int i = 0; i < 100000; ++i) {
            open += "<" + std::string(name) + ">";
            close += "</" + std::string(name) + ">";
        }
        const auto document = read({docx_document(open + close + docx_paragraph("a")), "", "", {}});
        if (!document) CHECK(document.error().key == "error-docx-depth");
    }
    std::string deep = docx_paragraph("a");
    for (int i = 0; i < 20; ++i) deep = table("<w:tr><w:tc>" + deep + "</w:tc></w:tr>");
    CHECK(rows(deep) == "a;");
    for (int i = 0; i < 300; ++i) deep = table("<w:tr><w:tc>" + deep + "</w:tc></w:tr>");
    CHECK(rows(deep) == "error-docx-depth");
}

TEST_CASE("docx: entities of the document stay what they are") {
    const auto document =
        read({"<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM"
              " \"file:///etc/passwd\">]><w:document><w:body>" +
                  docx_paragraph("x&b;&f;") + "</w:body></w:document>",
              "",
              "",
              {}});
    REQUIRE(document.ok());
    CHECK(rows_of(document.value()) == "x&b;&f;;");
}

TEST_CASE("docx: merges and spans beyond all bounds") {
    CHECK(
        rows(table("<w:tr>" + docx_cell("a", "<w:gridSpan w:val=\"999999999\"/>") + docx_cell("b") +
                   "</w:tr><w:tr>" + docx_cell("c", "<w:gridSpan w:val=\"-5\"/>") +
                   docx_cell("d", "<w:gridSpan w:val=\"x\"/>") + "</w:tr>"))
            .starts_with("a"));
}

}  // namespace
}  // namespace duban
