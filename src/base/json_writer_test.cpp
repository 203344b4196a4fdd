#include "base/json_writer.h"

#include <doctest/doctest.h>

#include <string>

using duban::Decimal;
using duban::JsonWriter;

namespace {

std::string written(std::string_view text) {
    std::string out;
    JsonWriter(out).value(text);
    return out;
}

}  // namespace

TEST_CASE("json: members and elements are separated, nested ones too") {
    std::string out = "kept ";
    JsonWriter json(out);
    json.begin_object();
    json.member("row", 1);
    json.key("cells");
    json.begin_array();
    json.value("a");
    json.begin_array();
    json.end_array();
    json.begin_object();
    json.end_object();
    json.value(true);
    json.null();
    json.end_array();
    json.member_null("unit");
    json.member("done", false);
    json.end_object();
    CHECK(out == R"(kept {"row":1,"cells":["a",[],{},true,null],"unit":null,"done":false})");
}

TEST_CASE("json: numbers are exact") {
    std::string out;
    JsonWriter json(out);
    json.begin_array();
    json.value(*Decimal::parse("0.1"));
    json.value(Decimal(205, 7));
    json.value(-Decimal(5, -3));
    json.value(std::size_t{7});
    json.value(-9007199254740993LL);
    json.end_array();
    CHECK(out == "[0.1,2050000000,-0.005,7,-9007199254740993]");
}

TEST_CASE("json: what must be escaped is escaped, the rest stands as it is") {
    CHECK(written("建成“3”处") == "\"建成“3”处\"");
    CHECK(written("a\"b\\c\n\t") == R"("a\"b\\c\n\t")");
    CHECK(written(std::string_view("\0\x01\x1F\x7F\r", 5)) ==
          R"("\u0000\u0001\u001f\u007f\u000d")");
    CHECK(written("") == "\"\"");
}

TEST_CASE("json: invalid bytes become the replacement character, one each") {
    CHECK(written("a\xFF\xE4\xB8z") == "\"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz\"");
    CHECK(written("\xED\xA0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    CHECK(written("\xEF\xBF\xBD") == "\"\xEF\xBF\xBD\"");
}

TEST_CASE("json: values that other writers wrote join an array") {
    std::string part;
    JsonWriter of_part(part);
    of_part.value(1);
    of_part.begin_object();
    of_part.end_object();
    std::string out;
    JsonWriter json(out);
    json.begin_array();
    json.written("");
    json.written(part);
    json.written(part);
    json.end_array();
    CHECK(out == "[1,{},1,{}]");
}
