#include "base/result.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace duban;

TEST_CASE("result: holds a value or an error") {
    Result<std::string> good(std::string("read"));
    CHECK(good.ok());
    CHECK(static_cast<bool>(good));
    good.value() += "!";
    CHECK(good.value() == "read!");

    const Result<std::string> bad(Error{ErrorCode::kEmpty, "error-empty", {{"a", "b"}}, "x.txt"});
    CHECK_FALSE(bad.ok());
    CHECK_FALSE(static_cast<bool>(bad));
    CHECK(bad.error().code == ErrorCode::kEmpty);
    CHECK(bad.error().key == "error-empty");
    CHECK(bad.error().where == "x.txt");
}

TEST_CASE("result: false and empty values are values") {
    CHECK(Result<bool>(false).ok());
    CHECK(Result<std::string>(std::string()).ok());
}

TEST_CASE("result: a value that cannot be copied can be moved out") {
    Result<std::unique_ptr<int>> held(std::make_unique<int>(7));
    REQUIRE(held.ok());
    CHECK(*std::move(held.value()) == 7);
}

TEST_CASE("result: released codes keep their numbers") {
    CHECK(static_cast<int>(ErrorCode::kUsage) == 1);
    CHECK(static_cast<int>(ErrorCode::kNotFound) == 2);
    CHECK(static_cast<int>(ErrorCode::kNotAFile) == 3);
    CHECK(static_cast<int>(ErrorCode::kUnreadable) == 4);
    CHECK(static_cast<int>(ErrorCode::kEmpty) == 5);
    CHECK(static_cast<int>(ErrorCode::kTooLarge) == 6);
    CHECK(static_cast<int>(ErrorCode::kBinary) == 7);
    CHECK(static_cast<int>(ErrorCode::kEncoding) == 8);
    CHECK(static_cast<int>(ErrorCode::kNoHeading) == 9);
}
