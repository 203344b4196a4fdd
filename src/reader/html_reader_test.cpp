#include "reader/html_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace duban {
namespace {

// Rows as "a|b", paragraphs as they are; merged cells end in "^" (above) or are "<" (left).
std::vector<std::string> rows_of(const std::string& html) {
    const auto document = read_html(html, {});
    if (!document) return {document.error().key};
    std::vector<std::string> out;
    for (const DocumentRow& row : document.value().rows) {
        std::string line;
        for (std::uint32_t i = 0; i < row.count; ++i) {
            if (i > 0) line += '|';
            line += document.value().cell(row, i);
            if (document.value().merged_at(row, i) == Merged::kAbove) line += '^';
            if (document.value().merged_at(row, i) == Merged::kLeft) line += '<';
        }
        out.push_back(line);
    }
    return out;
}

using Rows = std::vector<std::string>;

TEST_CASE("merged cells stand in each place that they cover") {
    CHECK(rows_of("<table><tr><th>类别<th>序号<th>任务<tr><td rowspan=2>甲<td>1<td>a"
                  "<tr><td>2<td>b<tr><td colspan=2>乙<td>c</table>") ==
          Rows{"类别|序号|任务", "甲|1|a", "甲^|2|b", "乙|<|c"});
    // A block of two by two.
    CHECK(rows_of("<table><tr><td rowspan=2 colspan=2>甲<td>1<tr><td>2<tr><td>x<td>y<td>z"
                  "</table>") == Rows{"甲|<|1", "甲^|<|2", "x|y|z"});
    // To the end of the table, and more than there is.
    CHECK(rows_of("<table><tr><td rowspan=0>甲<td>1<td>a<tr><td>2<td>b</table>") ==
          Rows{"甲|1|a", "甲^|2|b"});
    CHECK(rows_of("<table><tr><td rowspan=99999>甲<td>1<td>a<tr><td>2<td>b</table>") ==
          Rows{"甲|1|a", "甲^|2|b"});
    CHECK(rows_of("<table><tr><td colspan=99999999>题<tr><td>1<td>a<td>b</table>") ==
          Rows{"题", "1|a|b"});
}

TEST_CASE("a cell alone in its row is a paragraph, the caption too") {
    CHECK(rows_of("<table><caption>表一</caption><tr><td colspan=3>题<tr><td>1<td>a<td>b"
                  "</table>") == Rows{"表一", "题", "1|a|b"});
}

TEST_CASE("head, bodies and foot in their order") {
    CHECK(rows_of("<table><tfoot><tr><td>f<td>1<td>x</tfoot><tbody><tr><td>b<td>2<td>y</tbody>"
                  "<thead><tr><td>h<td>3<td>z</thead></table>") == Rows{"h|3|z", "b|2|y", "f|1|x"});
}

TEST_CASE("paragraphs in a cell are lines, blanks are one") {
    CHECK(rows_of("<table><tr><td>a<td>b<td>c<tr><td> <p>①甲 \n 乙</p>\n<p>②丙</p> <td>x<br>y"
                  "<td>&nbsp;</table>") == Rows{"a|b|c", "①甲 乙\n②丙|x\ny|"});
    CHECK(rows_of("<table><tr><td>a<td>b<td>c<tr><td><ul><li>甲<li>乙</ul>"
                  "<td>x<span style='display:none'>y</span><script>z</script>"
                  "<td style=\"white-space:pre-wrap\"> d  e </table>") ==
          Rows{"a|b|c", "甲\n乙|x| d  e "});
}

TEST_CASE("tables that lay out a page are text, tables in cells too") {
    CHECK(rows_of("<table><tr><td><p>题</p><table><tr><td>1<td>a<td>b<tr><td>2<td>c<td>d</table>"
                  "</td></tr></table>") == Rows{"题", "1|a|b", "2|c|d"});
    CHECK(rows_of("<table><tr><td>序号<td>任务<td>进展<tr><td>1<td>任务名称很长很长"
                  "<td><table><tr><td>甲</td></tr><tr><td>乙</td></tr></table></table>") ==
          Rows{"序号|任务|进展", "1|任务名称很长很长|甲\n乙"});
}

TEST_CASE("the furniture of a page is left out") {
    const std::string page =
        "<html><head><title>清禾市民生实事12月份进展情况_清禾市人民政府</title>"
        "<style>td{color:red}</style></head><body>"
        "<div class=top><ul><li><a href=1>首页栏目</a><li><a href=2>政务公开</a>"
        "<li><a href=3>政民互动</a><li><a href=4>走进清禾</a></ul></div>"
        "<div>当前位置：<a href=1>首页</a> &gt; <a href=2>公开</a></div>"
        "<div class=main><div class=bt>清禾市民生实事12月份进展情况</div>"
        "<div>发布时间：2025-01-03　字号：大 中 小</div>"
        "<table border=1><tr><td>序号<td>工作任务<td>进展情况"
        "<tr><td>1<td>建设助餐点<td>建成60处<tr><td>2<td>建设公厕<td>建成30座</table>"
        "<p>上一篇：无</p><p>其他</p></div>"
        "<div hidden>隐藏</div><footer>版权所有</footer></body></html>";
    CHECK(rows_of(page) == Rows{"清禾市民生实事12月份进展情况", "序号|工作任务|进展情况",
                                "1|建设助餐点|建成60处", "2|建设公厕|建成30座"});
}

TEST_CASE("the title of the page stands in where the article has none") {
    CHECK(rows_of("<title>清禾市民生实事进展情况_清禾市政府</title><body><table>"
                  "<tr><td>序号<td>任务<td>进展<tr><td>1<td>甲<td>乙</table>") ==
          Rows{"清禾市民生实事进展情况", "序号|任务|进展", "1|甲|乙"});
}

TEST_CASE("the article of a page without a table") {
    std::string page = "<title>关于民生实事进展情况的通报</title><body><div id=menu>";
    for (int i = 0; i < 20; ++i) page += "<a href=x>栏目名称</a> ";
    page +=
        "</div><div class=wrap><div class=left><p>通知公告</p></div><div><div class=con>"
        "<h1>关于民生实事进展情况的通报</h1>";
    for (int i = 0; i < 8; ++i)
        page += "<p>　　一、建设社区助餐点。全年计划新建六十处，截至年底已全部建成投用。</p>";
    page += "</div></div></div><div>版权所有：清禾市</div></body>";
    const Rows rows = rows_of(page);
    REQUIRE(rows.size() == 9);
    CHECK(rows[0] == "关于民生实事进展情况的通报");
    CHECK(rows[8] == "一、建设社区助餐点。全年计划新建六十处，截至年底已全部建成投用。");
}

TEST_CASE("tasks that are links stay") {
    CHECK(rows_of("<body><table><tr><td>序号<td>任务<td>进展"
                  "<tr><td><a href=1>1</a><td><a href=1>建设</a><td><a href=1>建成</a>"
                  "<tr><td><a href=1>2</a><td><a href=1>改造</a><td><a href=1>完工</a></table>") ==
          Rows{"序号|任务|进展", "1|建设|建成", "2|改造|完工"});
}

TEST_CASE("hostile pages end in a message or in what they hold") {
    const auto many = [](std::string_view piece, std::size_t n) {
        std::string out;
        for (std::size_t i = 0; i < n; ++i) out += piece;
        return out;
    };
    CHECK(rows_of(many("<div>", 100000)) == Rows{"error-html-deep"});
    CHECK(rows_of(many("<table><tr><td>", 100000)) == Rows{"error-html-deep"});
    CHECK(rows_of(many("<ul><li>", 100000)) == Rows{"error-html-deep"});
    CHECK(rows_of(many("<p>", 100000) + "甲") == Rows{"甲"});
    CHECK(rows_of(many("<b><i><font color=1>", 100000) + "甲") == Rows{"甲"});
    CHECK(rows_of(many("<a href=1><p>", 20000) + "甲") == Rows{"甲"});
    CHECK(rows_of(many("<svg>", 100000) + "甲") == Rows{"甲"});
    CHECK(rows_of(many("</div></p></td>", 100000) + "甲") == Rows{"甲"});
    // A parser that compares each attribute with all before it would take minutes.
    std::string crowded = "<div";
    for (int i = 0; i < 200000; ++i) crowded += " a" + std::to_string(i) + "=1";
    CHECK(rows_of(crowded + ">甲") == Rows{"甲"});
    CHECK(rows_of("<div><!-- never closed") == Rows{"error-no-text"});
    CHECK(rows_of("<td") == Rows{"error-no-text"});
    // Each row covers a thousand columns and all rows that follow.
    CHECK(rows_of("<table>" + many("<tr><td colspan=1000 rowspan=0>x<td>y", 10000)) ==
          Rows{"error-html-merged"});
}

}  // namespace
}  // namespace duban
