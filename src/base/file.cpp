#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace duban {
namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ > 0) close(fd_);  // standard input stays open
    }
    [[nodiscard]] int get() const { return fd_; }

  private:
    int fd_;
};

Error failed(ErrorCode code, const char* key, const std::string& path,
             std::vector<Param> params = {}) {
    return {code, key, std::move(params), path};
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes) {
    const Descriptor fd(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (fd.get() < 0) {
        if (errno == ENOENT) return failed(ErrorCode::kNotFound, "error-not-found", path);
        return failed(ErrorCode::kUnreadable, "error-unreadable", path,
                      {{"reason", std::strerror(errno)}});
    }
    struct stat status {};
    if (fstat(fd.get(), &status) == 0 && S_ISDIR(status.st_mode)) {
        return failed(ErrorCode::kNotAFile, "error-directory", path);
    }
    const auto too_large = [&] {
        return failed(ErrorCode::kTooLarge, "error-too-large", path,
                      {{"limit", std::to_string(max_bytes)}});
    };
    if (S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) > max_bytes) {
        return too_large();
    }
    std::string bytes;
    const std::size_t expected =
        S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
    std::size_t filled = 0;
    for (;;) {
        if (bytes.size() - filled == 0) {
            bytes.resize(std::max({expected + 1, filled * 2, std::size_t{65536}}));
        }
        const ssize_t got = read(fd.get(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0) {
            if (errno == EINTR) continue;
            return failed(ErrorCode::kUnreadable, "error-unreadable", path,
                          {{"reason", std::strerror(errno)}});
        }
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled > max_bytes) return too_large();
    }
    bytes.resize(filled);
    if (bytes.empty()) return failed(ErrorCode::kEmpty, "error-empty", path);
    return bytes;
}

int make_scratch_file(std::string& path) {
    std::error_code error;
    path = (std::filesystem::temp_directory_path(error) / "duban-XXXXXX").string();
    return error ? -1 : mkostemp(path.data(), O_CLOEXEC);
}

}  // namespace duban
