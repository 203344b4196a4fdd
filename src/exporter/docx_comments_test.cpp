#include "exporter/docx_comments.h"

#include <doctest/doctest.h>

#include "base/zip.h"
#include "reader/docx_reader.h"
#include "reader/docx_test.h"

namespace duban {
namespace {

constexpr ReadLimits kLimits{16 << 20};

std::string part(const std::string& bytes, const std::string& name) {
    auto reader = ZipReader::open(bytes, 16 << 20);
    REQUIRE(reader.ok());
    const auto read = reader.value().read(name);
    return read ? read.value() : "";
}

// The file with a comment at each of the words, which its text holds.
std::string commented(const std::string& bytes, const std::vector<std::string>& words) {
    const auto document = read_docx(bytes, kLimits);
    REQUIRE(document.ok());
    const std::string& text = *document.value().text;
    std::vector<DocxComment> comments;
    for (const std::string& word : words) {
        const auto at = static_cast<std::uint32_t>(text.find(word));
        comments.push_back({{at, at + static_cast<std::uint32_t>(word.size())}, "注：" + word});
    }
    const auto out = commented_docx(bytes, comments, kLimits.max_bytes);
    REQUIRE(out.ok());
    const auto again = read_docx(out.value(), kLimits);
    REQUIRE(again.ok());
    CHECK(*again.value().text == text);
    return out.value();
}

// The body of the main part, with the marks of comments in short: [0 and 0].
std::string body(const std::string& bytes) {
    std::string xml = part(bytes, "word/document.xml");
    const std::size_t begin = xml.find("<w:body>") + 8;
    xml = xml.substr(begin, xml.find("<w:sectPr/>") - begin);
    for (int id = 0; id < 10; ++id) {
        const std::string n = std::to_string(id);
        const auto put = [&](const std::string& mark, const std::string& word) {
            const std::size_t at = xml.find(mark);
            if (at != std::string::npos) xml.replace(at, mark.size(), word);
        };
        put("<w:commentRangeStart w:id=\"" + n + "\"/>", "[" + n);
        put("<w:commentRangeEnd w:id=\"" + n + "\"/><w:r><w:commentReference w:id=\"" + n +
                "\"/></w:r>",
            n + "]");
    }
    return xml;
}

std::string in_body(const std::string& xml, const std::vector<std::string>& words) {
    return body(commented(make_docx({docx_document(xml), "", "", {}}), words));
}

TEST_CASE("docx comments: around runs, and within them") {
    CHECK(in_body("<w:p><w:r><w:t>共建成60处</w:t></w:r></w:p>", {"共建成60处"}) ==
          "<w:p>[0<w:r><w:t>共建成60处</w:t></w:r>0]</w:p>");
    CHECK(in_body("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>共建成60处</w:t></w:r></w:p>", {"建成"}) ==
          "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">共</w:t></w:r>[0<w:r><w:rPr>"
          "<w:b/></w:rPr><w:t xml:space=\"preserve\">建成</w:t></w:r>0]<w:r><w:rPr><w:b/></w:rPr>"
          "<w:t xml:space=\"preserve\">60处</w:t></w:r></w:p>");
    CHECK(in_body("<w:p><w:r><w:t>甲1</w:t></w:r><w:r><w:t>2乙</w:t></w:r></w:p>", {"12"}) ==
          "<w:p><w:r><w:t xml:space=\"preserve\">甲</w:t></w:r>[0<w:r><w:t xml:space=\"preserve\">1"
          "</w:t></w:r><w:r><w:t xml:space=\"preserve\">2</w:t></w:r>0]<w:r>"
          "<w:t xml:space=\"preserve\">乙</w:t></w:r></w:p>");
    // Several at one place, and side by side.
    CHECK(in_body("<w:p><w:r><w:t xml:space=\"preserve\">甲乙</w:t></w:r></w:p>",
                  {"甲", "乙", "甲乙"}) ==
          "<w:p>[0[2<w:r><w:t xml:space=\"preserve\">甲</w:t></w:r>0][1<w:r>"
          "<w:t xml:space=\"preserve\">乙</w:t></w:r>1]2]</w:p>");
}

TEST_CASE("docx comments: references, tabs, boxes, numbers and blank texts") {
    CHECK(in_body("<w:p><w:r><w:t>a&lt;b&#x4E00;c</w:t></w:r></w:p>", {"b一"}) ==
          "<w:p><w:r><w:t xml:space=\"preserve\">a&lt;</w:t></w:r>[0<w:r>"
          "<w:t xml:space=\"preserve\">b&#x4E00;</w:t></w:r>0]<w:r><w:t "
          "xml:space=\"preserve\">c</w:t>"
          "</w:r></w:p>");
    CHECK(in_body("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>", {"b"}) ==
          "<w:p><w:r><w:t>a</w:t><w:tab/><w:t xml:space=\"preserve\"></w:t></w:r>[0<w:r>"
          "<w:t xml:space=\"preserve\">b</w:t></w:r>0]</w:p>");
    const std::string box =
        "<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r>"
        "</w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>";
    CHECK(in_body(box, {"内"}) == "<w:p>[0" + box.substr(5, box.size() - 11) + "0]</w:p>");
    // Blanks that do not count must not begin to: the run stays whole.
    CHECK(in_body("<w:p><w:r><w:t> a b </w:t></w:r></w:p>", {"b"}) ==
          "<w:p>[0<w:r><w:t> a b </w:t></w:r>0]</w:p>");
    CHECK(in_body("<w:p><w:r><w:t><![CDATA[a b]]></w:t></w:r></w:p>", {"b"}) ==
          "<w:p>[0<w:r><w:t><![CDATA[a b]]></w:t></w:r>0]</w:p>");
    CHECK(in_body("<w:p><w:hyperlink><w:r><w:t>ab</w:t></w:r></w:hyperlink></w:p>", {"b"}) ==
          "<w:p><w:hyperlink><w:r><w:t xml:space=\"preserve\">a</w:t></w:r>[0<w:r>"
          "<w:t xml:space=\"preserve\">b</w:t></w:r>0]</w:hyperlink></w:p>");
}

TEST_CASE("docx comments: an empty cell has its comment beside it") {
    const std::string bytes =
        make_docx({docx_document("<w:tbl>" + docx_row({"1", "a", ""}) + "</w:tbl>"), "", "", {}});
    const auto out = commented_docx(bytes, {{{4, 4}, "x"}}, kLimits.max_bytes);
    REQUIRE(out.ok());
    CHECK(body(out.value()).find("[0" + docx_run("a") + "0]") != std::string::npos);
}

TEST_CASE("docx comments: the parts, old comments kept, everything else as it was") {
    const std::string space = " xmlns:w=\"" + std::string(kDocxSpace) + "\"";
    DocxSource source{docx_document("<w:p><w:commentRangeStart w:id=\"4\"/>" + docx_run("甲乙") +
                                    "<w:commentRangeEnd w:id=\"4\"/></w:p>"),
                      "",
                      "",
                      {{"word/media/a.bin", "bytes"}}};
    std::string bytes = make_docx(source);
    std::string out = commented(bytes, {"乙"});
    CHECK(out == commented(bytes, {"乙"}));
    CHECK(part(out, "word/media/a.bin") == "bytes");
    CHECK(part(out, "_rels/.rels") == part(bytes, "_rels/.rels"));
    CHECK(part(out, "word/comments.xml").find("w:author=\"duban\"") != std::string::npos);
    CHECK(part(out, "word/comments.xml").find("注：乙") != std::string::npos);
    CHECK(part(out, "[Content_Types].xml").find("PartName=\"/word/comments.xml\"") !=
          std::string::npos);
    CHECK(part(out, "word/_rels/document.xml.rels").find("Target=\"comments.xml\"") !=
          std::string::npos);

    source.more.push_back(
        {"word/notes.xml", "<w:comments" + space + "><w:comment w:id=\"4\"/></w:comments>"});
    bytes = make_docx(source);
    bytes = changed_zip(bytes, {{"word/_rels/document.xml.rels",
                                 docx_relations(docx_relation("comments", "notes.xml"))}})
                .value();
    out = commented(bytes, {"乙"});
    CHECK(part(out, "word/notes.xml").find("<w:comment w:id=\"4\"/><w:comment w:id=\"5\"") !=
          std::string::npos);
    CHECK(part(out, "word/_rels/document.xml.rels") == part(bytes, "word/_rels/document.xml.rels"));
    CHECK(part(out, "[Content_Types].xml") == part(bytes, "[Content_Types].xml"));
    CHECK(part(out, "word/document.xml").find("<w:commentRangeStart w:id=\"5\"/>") !=
          std::string::npos);
}

TEST_CASE("docx comments: broken files are told as the reader tells them") {
    CHECK(commented_docx("PK", {}, 100).error().code == ErrorCode::kDamaged);
    const std::string empty = make_docx({docx_document(""), "", "", {}});
    CHECK(commented_docx(empty, {{{0, 3}, "x"}}, kLimits.max_bytes).ok());
}

}  // namespace
}  // namespace duban
