#include "reader/kind.h"

#include <doctest/doctest.h>

#include <string>

#include "base/zip.h"

namespace duban {
namespace {

std::string office(std::string_view type) {
    return make_zip(
               {{"[Content_Types].xml", "<Override ContentType=\"" + std::string(type) + "\"/>"},
                {"_rels/.rels", "x"}})
        .value();
}

std::string utf16(std::string_view ascii) {
    std::string out;
    for (const char c : ascii) (out += c) += '\0';
    return out;
}

const std::string kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

TEST_CASE("archives are known by what they hold") {
    const auto kind = [](const std::string& bytes) { return kind_of_bytes(bytes, 1 << 20); };
    const std::string ooxml = "application/vnd.openxmlformats-officedocument.";
    CHECK(kind(office(ooxml + "wordprocessingml.document.main+xml")).value() == FileKind::kDocx);
    CHECK(kind(office(ooxml + "spreadsheetml.sheet.main+xml")).value() == FileKind::kXlsx);
    CHECK(kind(office("application/vnd.ms-word.document.macroEnabled.main+xml")).value() ==
          FileKind::kDocx);
    CHECK(kind(office(ooxml + "presentationml.presentation.main+xml")).error().key ==
          "error-kind-pptx");
    CHECK(kind(office("application/vnd.ms-excel.sheet.binary.macroEnabled.main")).error().key ==
          "error-kind-xls");
    CHECK(kind(make_zip({{"a.txt", "x"}}).value()).error().key == "error-kind-archive");
    CHECK(kind(make_zip({{"OFD.xml", "x"}}).value()).error().key == "error-kind-ofd");
    const std::string odf = "application/vnd.oasis.opendocument.";
    CHECK(kind(make_zip({{"mimetype", odf + "spreadsheet"}}).value()).error().key ==
          "error-kind-ods");
    CHECK(kind(make_zip({{"mimetype", odf + "text"}}).value()).error().key == "error-kind-odt");
    CHECK(kind("PK\x03\x04 cut").error().code == ErrorCode::kDamaged);
}

TEST_CASE("old containers: a password, Word, Excel, others") {
    const auto kind = [](const std::string& inside) {
        return kind_of_bytes(kOle + inside, 1 << 20).error();
    };
    CHECK(kind(utf16("EncryptedPackage") + utf16("WordDocument")).code == ErrorCode::kEncrypted);
    CHECK(kind(utf16("WordDocument")).key == "error-kind-doc");
    CHECK(kind(utf16("Workbook")).key == "error-kind-xls");
    CHECK(kind("").key == "error-kind-old-office");
}

TEST_CASE("other marks of files") {
    const auto key = [](std::string_view bytes) { return kind_of_bytes(bytes, 100).error().key; };
    CHECK(kind_of_bytes("%PDF-1.7\n", 100).value() == FileKind::kPdf);
    CHECK(kind_of_bytes("\xEF\xBB\xBF\n%PDF-1.4", 100).value() == FileKind::kPdf);
    CHECK(key("\xFF\xD8\xFF\xE0 renamed") == "error-kind-picture");
    CHECK(key("\x89PNG\r\n\x1A\n") == "error-kind-picture");
    CHECK(key("GIF89a") == "error-kind-picture");
    CHECK(key(std::string_view("II*\0x", 5)) == "error-kind-picture");
    CHECK(key("\x1F\x8B\x08") == "error-kind-archive");
    CHECK(key("Rar!\x1A\x07\x01") == "error-kind-archive");
    CHECK(key("7z\xBC\xAF\x27\x1C") == "error-kind-archive");
    CHECK(key("{\\rtf1\\ansi") == "error-kind-rtf");
    CHECK(kind_of_bytes("II. 工作", 100).value() == FileKind::kText);
    CHECK(kind_of_bytes("", 100).value() == FileKind::kText);
}

TEST_CASE("texts") {
    const auto kind = [](std::string_view text) { return kind_of_text(text).value(); };
    CHECK(kind("<!DOCTYPE html><html><body>") == FileKind::kHtml);
    CHECK(kind("\n <!-- saved from url -->\n<HTML>") == FileKind::kHtml);
    CHECK(kind("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"\">") == FileKind::kHtml);
    CHECK(kind("<table border=1><tr><td>") == FileKind::kHtml);
    CHECK(kind("进度表\n<table><tr><td>甲</td></tr></table>") == FileKind::kHtml);
    CHECK(kind("{\"file\":\"a\"}") == FileKind::kJson);
    CHECK(kind(" [{\"a\":1}]") == FileKind::kJson);
    CHECK(kind("序号,任务,进展\r\n1,甲,\"乙,丙\"\r\n") == FileKind::kCsv);
    CHECK(kind("年度进度表\n序号;任务;进展\n1;甲;乙\n") == FileKind::kCsv);
    CHECK(kind("sep=;\n序号;任务\n") == FileKind::kCsv);
    CHECK(kind("序号\t任务\t进展\n1\t甲\t\"①乙\n②丙\"\n2\t甲\t乙\n") == FileKind::kCsv);
    CHECK(kind("# 进度表\n\n文字\n") == FileKind::kMarkdown);
    CHECK(kind("| 序号 | 任务 |\n|---|:-:|\n| 1 | 甲 |\n") == FileKind::kMarkdown);
    CHECK(kind("序号\t任务\t进展\n1\t甲\t乙\n") == FileKind::kText);
    CHECK(kind_of_text("From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: "
                       "multipart/related;")
              .error()
              .key == "error-kind-mhtml");
    CHECK(kind_of_text("<?xml version=\"1.0\"?><Workbook>").error().key == "error-kind-xml");
}

TEST_CASE("texts that only look like another kind stay texts") {
    const auto kind = [](std::string_view text) { return kind_of_text(text).value(); };
    // Mark-up inside of cells, commas inside of cells, quotes inside of cells.
    CHECK(kind("序号\t任务\t进展\n1\t<p>甲</p>\t<table><tr><td>乙</td></tr></table>\n") ==
          FileKind::kText);
    CHECK(kind("<div>题</div>\n序号\t任务\t进展\n1\t甲\t乙\n") == FileKind::kText);
    CHECK(kind("序号\t任务\t进展\n1\t甲\ta,b,c,d\n2\t甲\ta,b,c,d\n") == FileKind::kText);
    CHECK(kind("序号\t任务\t进展\n1\t\"甲\"乙\t丙\n2\t\"丁\t戊\n") == FileKind::kText);
    // Prose with figures, lists in braces or brackets, ruled lines.
    CHECK(kind("全年投入1,200万元。\n完成2,300户,惠及5,000人。\n") == FileKind::kText);
    CHECK(kind("[附件] 进度表\n") == FileKind::kText);
    CHECK(kind("{甲}\n") == FileKind::kText);
    CHECK(kind("----------\n甲 | 乙 | 丙\n") == FileKind::kText);
    CHECK(kind("#1 甲\n") == FileKind::kText);
    CHECK(kind("<甲> 乙\n") == FileKind::kText);
    CHECK(kind("") == FileKind::kText);
}

TEST_CASE("the encoding that a page names") {
    CHECK(declared_charset("<html><meta charset=\"gbk\">") == "gbk");
    CHECK(declared_charset("<html><meta http-equiv=Content-Type content=\"text/html; "
                           "charset=gb2312\">") == "gb2312");
    CHECK(declared_charset("charset=gbk").empty());
}

}  // namespace
}  // namespace duban
