#include "app/html.h"

#include <doctest/doctest.h>

using namespace duban;

namespace {

std::string marked(std::string_view raw, std::vector<Mark> marks) {
    std::string out;
    append_marked(out, raw, {0, static_cast<std::uint32_t>(raw.size())}, std::move(marks),
                  {"n", "w", "e"});
    return out;
}

}  // namespace

TEST_CASE("html: everything that means something is escaped") {
    CHECK(html("<script>alert(\"x\" & 'y')</script>") ==
          "&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt;");
    CHECK(html("中文&") == "中文&amp;");
    CHECK(html(std::string_view("a\0b\x01\x7F", 5)) == "a\uFFFDb\uFFFD\uFFFD");
    CHECK(html("a\xFF") == "a\uFFFD");
    CHECK(html("a\nb\tc") == "a\nb\tc");
}

TEST_CASE("html: paragraphs of a cell become line breaks, other tags go") {
    CHECK(marked("<p>一</p> <p>二</p>", {}) == "一<br>二");
    CHECK(marked("一<br/>二\n三", {}) == "一<br>二<br>三");
    CHECK(marked("<span style=\"x\">一</span>", {}) == "一");
    CHECK(marked("a < b <3", {}) == "a &lt; b &lt;3");
    CHECK(marked("", {}).empty());
}

TEST_CASE("html: marks side by side, inside one another and overlapping") {
    CHECK(marked("abcdef", {{{1, 3}, 2, "[1]"}}) == "a<mark class=\"e\">bc</mark>[1]def");
    CHECK(marked("abcdef", {{{3, 5}, 0, "[2]"}, {{0, 3}, 1, "[1]"}}) ==
          "<mark class=\"w\">abc</mark>[1]<mark class=\"n\">de</mark>[2]f");
    CHECK(
        marked("abcdef", {{{0, 6}, 0, "[1]"}, {{2, 4}, 2, "[2]"}}) ==
        "<mark class=\"n\">ab</mark><mark class=\"e\">cd</mark>[2]<mark class=\"n\">ef</mark>[1]");
    CHECK(
        marked("abcdef", {{{0, 4}, 1, "[1]"}, {{2, 6}, 2, "[2]"}}) ==
        "<mark class=\"w\">ab</mark><mark class=\"e\">cd</mark>[1]<mark class=\"e\">ef</mark>[2]");
    CHECK(marked("abc", {{{1, 1}, 2, "[1]"}}) == "a[1]bc");
    // Out of bounds: what there is of it.
    CHECK(marked("abc", {{{2, 9}, 2, "[1]"}}) == "ab<mark class=\"e\">c</mark>[1]");
}

TEST_CASE("html: a mark over paragraphs stays well formed, one on a tag shows the tag") {
    CHECK(marked("<p>一</p><p>二</p>", {{{0, 20}, 1, ""}}) == "<mark class=\"w\">一<br>二</mark>");
    CHECK(marked("一<b>二", {{{3, 6}, 0, ""}}) == "一<mark class=\"n\">&lt;b&gt;</mark>二");
}

TEST_CASE("html: a range shows no more than itself") {
    std::string out;
    append_marked(out, "abcdef", {2, 5}, {{{3, 4}, 2, "!"}, {{0, 1}, 2, "?"}}, {"n", "w", "e"});
    CHECK(out == "c<mark class=\"e\">d</mark>!e");
}
