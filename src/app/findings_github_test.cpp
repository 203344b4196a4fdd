#include "app/findings_github.h"

#include <doctest/doctest.h>

using namespace duban;

TEST_CASE("github: messages and properties cannot break out of their command") {
    CHECK(github_message("110%, a:b\r\n::error::x") == "110%25, a:b%0D%0A::error::x");
    CHECK(github_property("a,b:c%\nd") == "a%2Cb%3Ac%25%0Ad");
    CHECK(github_message("中文") == "中文");
}
