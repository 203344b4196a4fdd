#include "base/file.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

using namespace duban;

namespace {

// A folder of its own for each test, gone afterwards.
class Folder {
  public:
    Folder() {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "duban-test-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::string operator/(const std::string& name) const {
        return (path_ / name).string();
    }
    [[nodiscard]] std::string path() const { return path_.string(); }

  private:
    std::filesystem::path path_;
};

std::string written(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

}  // namespace

TEST_CASE("file: read byte for byte") {
    const Folder folder;
    for (const std::string& bytes : {std::string("x"), std::string("a\0b\r\n", 5),
                                     std::string(300000, 'y'), std::string("建成3处\n")}) {
        const auto read = read_file(written(folder / "f", bytes), 1U << 20U);
        REQUIRE(read.ok());
        CHECK(read.value() == bytes);
    }
}

TEST_CASE("file: a limit is held, and named") {
    const Folder folder;
    const std::string path = written(folder / "f", std::string(100, 'x'));
    CHECK(read_file(path, 100).ok());
    const auto refused = read_file(path, 99);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::kTooLarge);
    CHECK(refused.error().where == path);
    REQUIRE(refused.error().params.size() == 1);
    CHECK(refused.error().params[0].name == "limit");
    CHECK(refused.error().params[0].value == "99");
    // A device has no size to look at beforehand.
    CHECK(read_file("/dev/zero", 100000).error().code == ErrorCode::kTooLarge);
}

TEST_CASE("file: what cannot be read is told apart") {
    const Folder folder;
    CHECK(read_file(folder / "missing", 100).error().code == ErrorCode::kNotFound);
    CHECK(read_file(folder / "missing", 100).error().where == folder / "missing");
    CHECK(read_file(folder.path(), 100).error().code == ErrorCode::kNotAFile);
    const std::string empty = written(folder / "empty", "");
    CHECK(read_file(empty, 100).error().code == ErrorCode::kEmpty);
    CHECK(read_file("/dev/null", 100).error().code == ErrorCode::kEmpty);
    CHECK(read_file(empty + "/below", 100).error().code == ErrorCode::kUnreadable);
}
