#include "base/zip.h"

#include <doctest/doctest.h>

namespace duban {
namespace {

TEST_CASE("an archive gives back what was put into it, and the same bytes each time") {
    const std::vector<ZipPart> parts{{"a.xml", std::string(100000, 'a')}, {"b/c.xml", "二"}};
    const auto zip = make_zip(parts);
    REQUIRE(zip.ok());
    CHECK(zip.value() == make_zip(parts).value());
    auto reader = ZipReader::open(zip.value(), 1 << 20);
    REQUIRE(reader.ok());
    CHECK(reader.value().names() == std::vector<std::string>{"a.xml", "b/c.xml"});
    CHECK(reader.value().has("b/c.xml"));
    CHECK(!reader.value().has("c.xml"));
    CHECK(reader.value().read("b/c.xml").value() == "二");
    CHECK(reader.value().read("a.xml").value() == parts[0].bytes);
    CHECK(reader.value().read("none").error().code == ErrorCode::kDamaged);
}

TEST_CASE("what is unpacked is bounded over all parts") {
    const auto zip = make_zip({{"a", std::string(6000, 'a')}, {"b", std::string(6000, 'b')}});
    auto reader = ZipReader::open(zip.value(), 10000);
    REQUIRE(reader.ok());
    CHECK(reader.value().read("a").ok());
    CHECK(reader.value().read("b").error().code == ErrorCode::kTooLarge);
}

TEST_CASE("a changed archive keeps the other parts") {
    const auto zip = make_zip({{"a", "one"}, {"b", "two"}});
    const auto changed = changed_zip(zip.value(), {{"b", "three"}, {"c", "four"}});
    REQUIRE(changed.ok());
    auto reader = ZipReader::open(changed.value(), 1 << 20);
    REQUIRE(reader.ok());
    CHECK(reader.value().read("a").value() == "one");
    CHECK(reader.value().read("b").value() == "three");
    CHECK(reader.value().read("c").value() == "four");
}

TEST_CASE("bytes that are no archive, and one cut short") {
    CHECK(ZipReader::open("no archive", 100).error().code == ErrorCode::kDamaged);
    const std::string zip = make_zip({{"a", std::string(1000, 'x')}}).value();
    CHECK(!ZipReader::open(std::string_view(zip).substr(0, zip.size() - 30), 1 << 20).ok());
}

}  // namespace
}  // namespace duban
