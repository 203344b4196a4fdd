#include "app/unit_sheets.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace duban;

TEST_CASE("unit sheets: names of files that every system takes") {
    CHECK(safe_file_name("市民政局") == "市民政局");
    CHECK(safe_file_name("a/b\\c:d*e?f\"g<h>i|j") == "a-b-c-d-e-f-g-h-i-j");
    CHECK(safe_file_name("../etc") == "-.-etc");
    CHECK(safe_file_name("..") == "-");
    CHECK(safe_file_name(".hidden") == "-hidden");
    CHECK(safe_file_name("") == "-");
    CHECK(safe_file_name("  a　b. ") == "a b");
    CHECK(safe_file_name("a\nb") == "a-b");
    CHECK(safe_file_name("CON") == "-CON");
    CHECK(safe_file_name("com1.x") == "-com1.x");
    CHECK(safe_file_name("company") == "company");
    CHECK(safe_file_name("lpt") == "lpt");
    std::string longest;
    for (int i = 0; i < 100; ++i) longest += "局";
    CHECK(code_points(safe_file_name(longest)) == 60);
}
