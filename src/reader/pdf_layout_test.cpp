#include "reader/pdf_layout.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"
#include "reader/pdf_lines.h"
#include "reader/pdf_reader.h"

using namespace duban;

namespace {

constexpr std::uint64_t kPlenty = 1 << 20;
constexpr double kEm = 10;

// A page of 600 by 400 that is written on word by word, as the programs would print it.
class Sheet {
  public:
    Sheet& word(double x, double y, const std::string& text) {
        double ems = 0;
        for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).size)
            ems += is_wide(decode_at(text, at).value) ? 1 : 0.5;
        words_ += "<block><line><word xMin=\"" + std::to_string(x) + "\" yMin=\"" +
                  std::to_string(y) + "\" xMax=\"" + std::to_string(x + ems * kEm) + "\" yMax=\"" +
                  std::to_string(y + 13) + "\">" + text + "</word></line></block>";
        return *this;
    }
    Sheet& rule(double x0, double y0, double x1, double y1) {
        drawing_ += "<path style=\"fill:none;stroke-width:0.5;stroke:rgb(0%,0%,0%);\" d=\"M " +
                    std::to_string(x0) + " " + std::to_string(y0) + " L " + std::to_string(x1) +
                    " " + std::to_string(y1) + " \"/>";
        return *this;
    }
    // The rules of a table.
    Sheet& grid(const std::vector<double>& xs, const std::vector<double>& ys) {
        for (const double x : xs) rule(x, ys.front(), x, ys.back());
        for (const double y : ys) rule(xs.front(), y, xs.back(), y);
        return *this;
    }
    [[nodiscard]] std::string words() const {
        return "<page width=\"600\" height=\"400\"><flow>" + words_ + "</flow></page>";
    }
    [[nodiscard]] std::string drawing() const { return "<page><g>" + drawing_ + "</g></page>"; }

  private:
    std::string words_;
    std::string drawing_;
};

Document read(const std::vector<Sheet>& sheets) {
    std::string words = "<html><body><doc>";
    std::string drawing = "<svg><pageSet>";
    for (const Sheet& sheet : sheets) {
        words += sheet.words();
        drawing += sheet.drawing();
    }
    std::vector<PdfPage> pages;
    REQUIRE(read_pdf_pages(words + "</doc></body></html>", drawing + "</pageSet></svg>", pages));
    auto document = pdf_document(std::move(pages), kPlenty);
    REQUIRE(document.ok());
    return std::move(document.value());
}

std::string text(const Document& document) { return *document.text; }

}  // namespace

TEST_CASE("words fall into the cells of the grid, lines of a cell are one") {
    const Document d = read({Sheet()
                                 .word(200, 20, "标题")
                                 .grid({10, 60, 130}, {50, 80, 120})
                                 .word(12, 55, "编号")
                                 .word(62, 55, "任务")
                                 .word(12, 85, "1")
                                 .word(62, 85, "新建助餐点")
                                 .word(112, 85, "6")
                                 .word(62, 100, "处。")});
    CHECK(text(d) == "标题\n编号\t任务\n1\t新建助餐点6处。\n");
    CHECK(d.kind == FileKind::kPdf);
    CHECK(d.rows[2].page == 1);
    CHECK(d.rows[2].table == 1);
    CHECK(d.rows[2].row == 2);
    CHECK(d.rows[0].table == 0);
}

TEST_CASE("a line break stays where a paragraph ends") {
    const Document d = read({Sheet()
                                 .grid({10, 30, 82}, {50, 150})
                                 .word(12, 55, "1")
                                 .word(32, 55, "一二三。")
                                 .word(32, 70, "四五六七")
                                 .word(32, 85, "八九十。")});
    CHECK(text(d) == "1\t一二三。四五六七八九十。\n");
    const Document apart = read({Sheet()
                                     .grid({10, 30, 82}, {50, 150})
                                     .word(12, 55, "1")
                                     .word(32, 55, "一二。")
                                     .word(32, 70, "四五六七")
                                     .word(32, 85, "八九十。")});
    CHECK(text(apart) == "1\t一二。\n四五六七八九十。\n");
    const Document items = read({Sheet()
                                     .grid({10, 30, 82}, {50, 150})
                                     .word(12, 55, "1")
                                     .word(32, 55, "一二三。")
                                     .word(32, 70, "②五六七")});
    CHECK(text(items) == "1\t一二三。\n②五六七\n");
}

TEST_CASE("merged cells stand in each place that they cover") {
    const Document d = read({Sheet()
                                 .rule(10, 50, 110, 50)
                                 .rule(40, 80, 110, 80)
                                 .rule(10, 110, 110, 110)
                                 .rule(10, 140, 110, 140)
                                 .rule(10, 50, 10, 140)
                                 .rule(40, 50, 40, 110)
                                 .rule(70, 50, 70, 140)
                                 .rule(110, 50, 110, 140)
                                 .word(12, 70, "一")
                                 .word(42, 55, "1")
                                 .word(72, 55, "甲")
                                 .word(42, 85, "2")
                                 .word(72, 85, "乙")
                                 .word(12, 115, "合计")
                                 .word(72, 115, "丙")});
    CHECK(text(d) == "一\t1\t甲\n一\t2\t乙\n合计\t\t丙\n");
    CHECK(d.merged_at(d.rows[1], 0) == Merged::kAbove);
    CHECK(d.merged_at(d.rows[2], 1) == Merged::kLeft);
}

TEST_CASE(
    "a table goes on over pages: headings dropped, a broken row joined, page numbers left out") {
    const auto page = [] {
        return Sheet()
            .grid({10, 40, 110}, {50, 80, 140, 200})
            .word(12, 55, "编号")
            .word(42, 55, "任务")
            .word(280, 380, "—")
            .word(295, 380, "1")
            .word(305, 380, "—");
    };
    const std::vector<Sheet> sheets{
        page()
            .word(12, 85, "1")
            .word(42, 85, "甲。")
            .word(12, 145, "2")
            .word(42, 145, "一二三四五六"),
        page().word(42, 85, "七八。").word(12, 145, "3").word(42, 145, "乙。")};
    const Document d = read(sheets);
    CHECK(text(d) == "编号\t任务\n1\t甲。\n2\t一二三四五六七八。\n3\t乙。\n");
    CHECK(d.rows[2].page == 1);
    CHECK(d.rows[3].page == 2);
}

TEST_CASE("an empty cell of an ordinary row joins nothing") {
    const auto page = [] {
        return Sheet()
            .grid({10, 40, 110}, {50, 80, 140, 200})
            .word(12, 55, "编号")
            .word(42, 55, "任务");
    };
    const Document d =
        read({page().word(12, 85, "1").word(42, 85, "甲").word(12, 145, "2").word(42, 145, "乙"),
              page().word(12, 85, "3").word(12, 145, "4").word(42, 145, "丁")});
    CHECK(text(d) == "编号\t任务\n1\t甲\n2\t乙\n3\t\n4\t丁\n");
}

TEST_CASE("a word across the rule between two cells is cut there") {
    const Document d = read({Sheet().grid({10, 50, 110}, {50, 80}).word(12, 55, "一二三四五六七")});
    CHECK(text(d) == "一二三四\t五六七\n");
}

TEST_CASE("thin boxes are rules, filled areas and white strokes are none") {
    std::vector<PdfPage> pages;
    REQUIRE(read_pdf_pages(
        R"x(<html><body><doc><page width="100" height="100"/></doc></body></html>)x",
        R"x(<svg><defs><path stroke="black" d="M 0 0 L 50 0"/></defs>)x"
        R"x(<path style="stroke:none;fill:rgb(0%,0%,0%);" d="M 0 10 L 50 10 L 50 10.5 L 0 10.5 Z M 0 10 "/>)x"
        R"x(<path fill="rgb(90%, 90%, 90%)" d="M 0 10 L 50 10 L 50 40 L 0 40 Z"/>)x"
        R"x(<path fill="none" stroke="rgb(100%,100%,100%)" d="M 0 20 L 50 20"/>)x"
        R"x(<path fill="none" stroke="rgb(0%,0%,0%)" d="M 0 20 C 1 2 3 4 5 6"/>)x"
        R"x(<g transform="matrix(1,0,0,-1,0,100)"><path fill="none" stroke="rgb(0%,0%,0%)" d="M 5 0 L 5 90"/></g></svg>)x",
        pages));
    REQUIRE(pages.size() == 1);
    REQUIRE(pages[0].rules.size() == 2);
    CHECK(pages[0].rules[0].at == doctest::Approx(10.25));
    CHECK(pages[0].rules[1].upright);
    CHECK(pages[0].rules[1].begin == doctest::Approx(10));
}

TEST_CASE("pages without words need OCR, and what is no PDF is damaged or needs poppler") {
    CHECK(pdf_document({PdfPage{}}, kPlenty).error().code == ErrorCode::kUnsupported);
    CHECK(is_pdf("\n%PDF-1.4"));
    CHECK(!is_pdf("PDF"));
    const ErrorCode code = read_pdf("%PDF-1.4 and nothing more", {}).error().code;
    CHECK((code == ErrorCode::kDamaged || code == ErrorCode::kMissingTool));
}

TEST_CASE("page numbers are known by their signs") {
    CHECK(is_page_number("— 12 —"));
    CHECK(is_page_number("第3页 共12页"));
    CHECK(is_page_number("3/12"));
    CHECK(!is_page_number("2024年"));
    CHECK(!is_page_number("——"));
}
