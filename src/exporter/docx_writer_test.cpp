#include "exporter/docx_writer.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "base/zip.h"
#include "reader/docx_reader.h"

namespace duban {
namespace {

constexpr ReadLimits kLimits{16 << 20};

std::string written(const Printout& printout) {
    std::string out;
    REQUIRE(write_docx(printout, [&](std::string_view bytes) { out += bytes; }).ok());
    return out;
}

std::string part(const std::string& bytes, const char* name) {
    auto reader = ZipReader::open(bytes, 16 << 20);
    REQUIRE(reader.ok());
    return reader.value().read(name).value();
}

bool has(const std::string& text, const char* piece) {
    return text.find(piece) != std::string::npos;
}

void add(Printout& p, BlockKind kind, std::string_view text, bool landscape = false) {
    PrintBlock block;
    block.kind = kind;
    block.text = text;
    block.landscape = landscape;
    p.blocks.push_back(block);
}

void add_table(Printout& p, bool landscape) {
    add(p, BlockKind::kTable, "", landscape);
    p.blocks.back().table = p.tables.size();
    PrintTable table;
    table.columns = {
        {"类别", 20, Align::kCenter}, {"任务", 60, Align::kLeft}, {"进度", 30, Align::kRight}};
    PrintCell first;
    first.text = "民生";
    first.rows = 2;
    PrintCell covered = first;
    covered.covered = true;
    PrintCell wide;
    wide.text = "合计";
    wide.columns = 2;
    table.cells = {first,
                   {"一\n二", 1, 1, false},
                   {"3", 1, 1, false},
                   covered,
                   {"", 1, 1, false},
                   {"<&\">", 1, 1, false},
                   wide,
                   covered,
                   {" 7 ", 1, 1, false}};
    p.tables.push_back(table);
}

TEST_CASE("docx: what is written is read again, merged cells too") {
    Printout p;
    p.title = "标题 & 其他";
    add(p, BlockKind::kTitle, "标题\n第二行");
    add_table(p, true);
    add_table(p, true);
    add(p, BlockKind::kBody, "说明");
    const std::string bytes = written(p);
    CHECK(bytes == written(p));
    const auto read = read_docx(bytes, kLimits);
    REQUIRE(read.ok());
    const Document& d = read.value();
    REQUIRE(d.rows.size() == 10);
    CHECK(d.cell(d.rows[0], 0) == "标题\n第二行");
    CHECK(d.cell(d.rows[1], 2) == "进度");
    CHECK(d.cell(d.rows[2], 1) == "一\n二");
    CHECK(d.cell(d.rows[3], 0) == "民生");
    CHECK(d.merged_at(d.rows[3], 0) == Merged::kAbove);
    CHECK(d.cell(d.rows[3], 2) == "<&\">");
    CHECK(d.merged_at(d.rows[4], 1) == Merged::kLeft);
    CHECK(d.cell(d.rows[4], 2) == " 7 ");
    CHECK(d.rows[5].table == 2);
    CHECK(d.cell(d.rows[9], 0) == "说明");
    const std::string document = part(bytes, "word/document.xml");
    CHECK(has(document, "w:orient=\"landscape\""));
    CHECK(has(document, "<w:tblHeader/>"));
    CHECK(has(part(bytes, "docProps/core.xml"), "标题 &amp; 其他"));
}

TEST_CASE("docx: an empty printout is a file all the same") {
    const std::string bytes = written({});
    CHECK(read_docx(bytes, kLimits).error().code == ErrorCode::kEmpty);
}

TEST_CASE("docx: the layout of an official document") {
    Printout p;
    p.style = PrintStyle::kOfficial;
    p.title = "关于2024年11月份民生实事推进情况的通报";
    add(p, BlockKind::kTitle, p.title);
    add(p, BlockKind::kReceivers, "各县区人民政府，市政府各部门：");
    for (int i = 0; i < 6; ++i) {
        add(p, BlockKind::kHeading1, "一、总体情况");
        add(p, BlockKind::kHeading2, "（一）推进较快的事项");
        add(p, BlockKind::kBody,
            "截至11月底，9件民生实事31项任务中，已完成全年目标的12项，达到序时进度的15项，滞后的4项"
            "，分别占"
            "39%、48%和13%。市民政局牵头的社区老年助餐点建设累计建成56处，占年度任务60处的93.3%。");
        add(p, BlockKind::kBody,
            "滞后事项由市住房城乡建设局、市交通运输局牵头，主要原因是征地手续未办结、施工受降雨影响"
            "。");
    }
    add(p, BlockKind::kAnnexNote, "附件：民生实事推进情况表");
    add(p, BlockKind::kSigned, "清禾市人民政府办公室");
    add(p, BlockKind::kSigned, "2024年12月5日");
    add(p, BlockKind::kAnnexLabel, "附件", true);
    add(p, BlockKind::kAnnexTitle, "民生实事推进情况表", true);
    add_table(p, true);
    add(p, BlockKind::kImprint, "抄送：市委办公室，市人大常委会办公室，市政协办公室。", true);
    add(p, BlockKind::kImprint, "清禾市人民政府办公室　　　　　　2024年12月5日印发", true);
    const std::string bytes = written(p);
    const std::string document = part(bytes, "word/document.xml");
    CHECK(has(document,
              "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\""
              " w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\""));
    CHECK(has(document, "<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/>"));
    CHECK(has(document, "w:orient=\"landscape\""));
    CHECK(has(document, "w:yAlign=\"bottom\""));
    CHECK(has(part(bytes, "word/styles.xml"), "<w:spacing w:val=\"-5\"/><w:sz w:val=\"32\"/>"));
    CHECK(has(part(bytes, "word/settings.xml"), "<w:evenAndOddHeaders/>"));
    CHECK(has(part(bytes, "word/footer1.xml"), "— "));
    CHECK(has(part(bytes, "word/footer2.xml"), "<w:jc w:val=\"left\"/>"));
    CHECK(has(part(bytes, "word/styles.xml"), "w:eastAsia=\"仿宋_GB2312\""));
    CHECK(has(part(bytes, "word/fontTable.xml"),
              "<w:altName w:val=\"仿宋,FangSong,Noto Serif CJK SC\"/>"));
    CHECK(read_docx(bytes, kLimits).ok());
    // For looking at.
    if (const char* folder = std::getenv("DUBAN_ARTEFACTS"))
        std::ofstream(std::string(folder) + "/official.docx", std::ios::binary) << bytes;
}

}  // namespace
}  // namespace duban
