#include "app/source_map.h"

#include <doctest/doctest.h>

#include <string>

using namespace duban;

TEST_CASE("source map: lines and columns from 1, columns in code points") {
    const std::string text = "甲乙\t丙丁\nab\n";
    const SourceMap map(text);
    const std::string_view view = text;
    const auto place = map.place(view.substr(7, 6));
    REQUIRE(place);
    CHECK(place->line == 1);
    CHECK(place->column == 4);
    CHECK(place->end_line == 1);
    CHECK(place->end_column == 6);
    const auto across = map.place(view.substr(10, 6));
    REQUIRE(across);
    CHECK(across->line == 1);
    CHECK(across->column == 5);
    CHECK(across->end_line == 2);
    CHECK(across->end_column == 3);
    const auto end = map.place(view.substr(view.size()));
    REQUIRE(end);
    CHECK(end->line == 3);
    CHECK(end->column == 1);
}

TEST_CASE("source map: nothing for a text of elsewhere") {
    const std::string text = "abc";
    const std::string other = "abc";
    const SourceMap map(text);
    CHECK_FALSE(map.place(other));
    CHECK_FALSE(map.place(std::string_view()));
    CHECK(
        SourceMap(std::string_view(text).substr(0, 0)).place(std::string_view(text).substr(0, 0)));
}

TEST_CASE("source map: a line longer than its stretches") {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "字";
    text += "x";
    const SourceMap map(text);
    const auto place = map.place(std::string_view(text).substr(text.size() - 1));
    REQUIRE(place);
    CHECK(place->column == 5001);
    CHECK(place->end_column == 5002);
}
