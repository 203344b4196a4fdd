#include "base/child.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace duban;

TEST_CASE("a child reads its input and is heard") {
    const auto told = run_child({"cat", kChildInput}, "coreutils", "text\n");
    REQUIRE(told.ok());
    CHECK(told.value().end == ChildEnd::kExited);
    CHECK(told.value().status == 0);
    CHECK(told.value().output == "text\n");
    const auto failed = run_child({"sh", "-c", "echo no >&2; exit 3"}, "dash", "");
    REQUIRE(failed.ok());
    CHECK(failed.value().status == 3);
    CHECK(failed.value().messages == "no\n");
}

TEST_CASE("words are no shell and the environment is small") {
    const auto told = run_child({"echo", "$HOME; ls"}, "coreutils", "");
    REQUIRE(told.ok());
    CHECK(told.value().output == "$HOME; ls\n");
    const auto environment = run_child({"env"}, "coreutils", "");
    REQUIRE(environment.ok());
    CHECK(environment.value().output.find("LANG=C.UTF-8\n") != std::string::npos);
    CHECK(environment.value().output.find("USER=") == std::string::npos);
}

TEST_CASE("a child that is not there is named with its package") {
    const auto told = run_child({"duban-no-such-program"}, "some-package", "");
    REQUIRE(!told.ok());
    CHECK(told.error().code == ErrorCode::kMissingTool);
    CHECK(told.error().params.at(1).value == "some-package");
}

TEST_CASE("a child that takes too long or writes too much is stopped") {
    ChildLimits limits;
    limits.seconds = 1;
    const auto begin = std::chrono::steady_clock::now();
    const auto slow = run_child({"sh", "-c", "sleep 30 & sleep 30"}, "dash", "", limits);
    REQUIRE(slow.ok());
    CHECK(slow.value().end == ChildEnd::kTooLong);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(15));
    limits.seconds = 20;
    limits.max_output = 100000;
    const auto loud = run_child({"yes"}, "coreutils", "", limits);
    REQUIRE(loud.ok());
    CHECK(loud.value().end == ChildEnd::kTooMuch);
    CHECK(loud.value().output.size() <= limits.max_output);
    const auto writer = run_child({"sh", "-c", "echo x > /tmp/duban-child-test"}, "dash", "");
    REQUIRE(writer.ok());
    const bool stopped = writer.value().end == ChildEnd::kSignalled || writer.value().status != 0;
    CHECK(stopped);
}
