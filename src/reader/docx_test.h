// For tests: Word files made of the XML of their parts.
#pragma once

#include <string>
#include <vector>

#include "base/zip.h"

namespace duban {

inline constexpr std::string_view kDocxSpace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

inline std::string docx_relation(const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + type +
           "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type +
           "\" Target=\"" + target + "\"/>";
}

inline std::string docx_relations(const std::string& inside) {
    return "<?xml version=\"1.0\"?><Relationships"
           " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
           inside + "</Relationships>";
}

// The whole of a main part with that body.
inline std::string docx_document(const std::string& body) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"" +
           std::string(kDocxSpace) +
           "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
           " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
           " xmlns:v=\"urn:schemas-microsoft-com:vml\""
           " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
           "<w:body>" +
           body + "<w:sectPr/></w:body></w:document>";
}

struct DocxSource {
    std::string document;  // of the main part
    std::string styles;    // of its body
    std::string numbering;
    std::vector<ZipPart> more;
};

inline std::string make_docx(const DocxSource& source) {
    const std::string kinds =
        "<?xml version=\"1.0\"?><Types"
        " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\""
        " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    const std::string root = " xmlns:w=\"" + std::string(kDocxSpace) + "\">";
    std::vector<ZipPart> parts{
        {"[Content_Types].xml", kinds},
        {"_rels/.rels", docx_relations(docx_relation("officeDocument", "word/document.xml"))},
        {"word/document.xml", source.document},
        {"word/_rels/document.xml.rels",
         docx_relations(docx_relation("styles", "styles.xml") +
                        docx_relation("numbering", "/word/numbering.xml"))}};
    if (!source.styles.empty())
        parts.push_back({"word/styles.xml", "<w:styles" + root + source.styles + "</w:styles>"});
    if (!source.numbering.empty()) {
        parts.push_back(
            {"word/numbering.xml", "<w:numbering" + root + source.numbering + "</w:numbering>"});
    }
    parts.insert(parts.end(), source.more.begin(), source.more.end());
    return make_zip(parts).value();
}

// Shorthand for what bodies are made of.
inline std::string docx_run(const std::string& text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
inline std::string docx_paragraph(const std::string& text, const std::string& properties = "") {
    return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") +
           docx_run(text) + "</w:p>";
}
inline std::string docx_cell(const std::string& text, const std::string& properties = "") {
    return "<w:tc>" + (properties.empty() ? "" : "<w:tcPr>" + properties + "</w:tcPr>") +
           docx_paragraph(text) + "</w:tc>";
}
inline std::string docx_row(const std::vector<std::string>& texts) {
    std::string out = "<w:tr>";
    for (const std::string& text : texts) out += docx_cell(text);
    return out + "</w:tr>";
}

}  // namespace duban
