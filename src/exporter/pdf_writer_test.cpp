#include "exporter/pdf_writer.h"

#include <doctest/doctest.h>

#include <string>

#include "base/child.h"

using namespace duban;

namespace {

PrintBlock block(BlockKind kind, std::string_view text, bool landscape = false) {
    PrintBlock out;
    out.kind = kind;
    out.text = text;
    out.landscape = landscape;
    return out;
}

std::string bytes_of(const Printout& printout) {
    std::string out;
    const auto done = write_pdf(printout, [&](std::string_view piece) { out += piece; });
    if (!done && done.error().code == ErrorCode::kMissingTool) return "";
    REQUIRE(done.ok());
    return out;
}

// Text of the page, all pages with 0; empty where poppler is not installed.
std::string text_of(const std::string& pdf, int page = 0) {
    std::vector<std::string> words{"pdftotext", "-raw", "-enc", "UTF-8"};
    if (page > 0) {
        words.insert(words.end(), {"-f", std::to_string(page), "-l", std::to_string(page)});
    }
    words.insert(words.end(), {kChildInput, "-"});
    const auto told = run_child(words, "poppler-utils", pdf);
    return told.ok() ? told.value().output : "";
}

Printout notice() {
    Printout out;
    out.style = PrintStyle::kOfficial;
    out.title = "关于重点工作推进情况的通报";
    out.blocks = {
        block(BlockKind::kTitle, "关于2024年度重点民生实事\n推进情况的通报"),
        block(BlockKind::kBody, "各县区人民政府，市直有关部门："),
        block(BlockKind::kBody, "现将截至11月底的推进情况通报如下。"),
        block(BlockKind::kHeading1, "一、总体情况"),
        block(BlockKind::kHeading2, "（一）进展"),
        block(BlockKind::kBody, out.keep([] {
            std::string text;
            for (int i = 0; i < 40; ++i)
                text += "全市共列入实事项目32项，已完成21项，占全部项目的65.6%，其余项目正在推进。";
            return text;
        }())),
        block(BlockKind::kAnnexNote, "附件：重点民生实事推进情况表"),
        block(BlockKind::kSigned, "清禾市人民政府办公室"),
        block(BlockKind::kSigned, "2024年12月3日"),
        block(BlockKind::kAnnexLabel, "附件", true),
        block(BlockKind::kAnnexTitle, "重点民生实事推进情况表", true),
        block(BlockKind::kTable, "", true),
        block(BlockKind::kImprint, "抄送：市委办公室，市人大常委会办公室。"),
        block(BlockKind::kImprint, "清禾市人民政府办公室　　2024年12月3日印发")};
    PrintTable table;
    table.columns = {{"类别", 24, Align::kCenter}, {"序号", 12, Align::kCenter}, {"推进情况", 90}};
    for (int i = 0; i < 30; ++i) {
        PrintCell first;
        first.text = "一、养老服务";
        first.rows = i == 0 ? 30 : 1;
        first.covered = i > 0;
        PrintCell number;
        number.text = out.keep(std::to_string(i + 1));
        PrintCell text;
        text.text = "已建成助餐点6处，累计建成14处，另有2处正在装修。\n下一步：抓紧施工。";
        table.cells.insert(table.cells.end(), {first, number, text});
    }
    out.tables.push_back(std::move(table));
    return out;
}

std::size_t count(std::string_view text, std::string_view word) {
    std::size_t out = 0;
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        ++out;
    }
    return out;
}

}  // namespace

TEST_CASE("an official document in the order of its parts, table across, imprint last") {
    const std::string pdf = bytes_of(notice());
    if (pdf.empty()) return;
    CHECK(pdf.starts_with("%PDF-"));
    const std::string text = text_of(pdf);
    if (text.empty()) return;
    CHECK(text.find("推进情况的通报") < text.find("一、总体情况"));
    CHECK(text.find("（一）进展") < text.find("附件：重点"));
    CHECK(text.find("2024年12月3日\n") < text.find("抄送："));
    CHECK(text.find("— 1 —") != std::string::npos);
    CHECK(text.find("— 2 —") != std::string::npos);
    // The heading row and the merged cell on each page of the table.
    CHECK(count(text, "序号") >= 2);
    CHECK(count(text, "一、养老服务") == count(text, "序号"));
    CHECK(count(text, "累计建成14处") == 30);
}

TEST_CASE("the type area holds 22 lines of 28 characters") {
    Printout out;
    out.style = PrintStyle::kOfficial;
    std::string text;
    for (int i = 0; i < 28 * 22 - 2; ++i) text += "督";
    text += "后";
    out.blocks = {block(BlockKind::kBody, text)};
    const std::string pdf = bytes_of(out);
    if (pdf.empty()) return;
    const std::string second = text_of(pdf, 2);
    if (second.empty()) return;
    CHECK(second.starts_with("后\n"));
}

TEST_CASE("the same printout gives the same bytes") {
    CHECK(bytes_of(notice()) == bytes_of(notice()));
}

TEST_CASE("a cell that is longer than a page comes out whole, beside awkward text") {
    Printout out;
    out.blocks = {block(BlockKind::kTitle, "表", true), block(BlockKind::kTable, "", true)};
    PrintTable table;
    table.columns = {{"A", 20}, {"B", 40}, {"C", 40}};
    std::string text;
    for (int i = 0; i < 400; ++i) text += "第" + std::to_string(i) + "项。\n";
    const std::string awkward =
        "=1+1 <a>&\"' \xF0\x9F\x98\x80 \xF0\xA0\xAE\xB7 \xD8\xA7\xD9\x84 \xE2\x80\x8F";
    PrintCell tall{text, 2, 1, false};
    table.cells = {tall,
                   {"1", 1, 1, false},
                   {awkward, 1, 1, false},
                   {"", 1, 1, true},
                   {text, 1, 2, false},
                   {"", 1, 1, true}};
    out.tables.push_back(std::move(table));
    const std::string pdf = bytes_of(out);
    if (pdf.empty()) return;
    const std::string read = text_of(pdf);
    if (read.empty()) return;
    CHECK(count(read, "第399项。") == 2);
    CHECK(count(read, "第200项。") == 2);
    CHECK(read.find("=1+1 <a>&\"'") != std::string::npos);
}

TEST_CASE("nothing to print is an empty page") {
    const std::string pdf = bytes_of({});
    CHECK((pdf.empty() || pdf.starts_with("%PDF-")));
}
