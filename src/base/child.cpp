#include "base/child.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/file.h"

namespace duban {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMessages = 4096;
constexpr const char* kUsualPath = "/usr/local/bin:/usr/bin:/bin";

class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~Descriptor() { shut(); }
    void shut() {
        if (fd_ >= 0) close(fd_);
        fd_ = -1;
    }
    [[nodiscard]] int get() const { return fd_; }

  private:
    int fd_ = -1;
};

struct Pipe {
    Descriptor out;  // to read from
    Descriptor in;
};

bool open_pipe(Pipe& pipe) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    pipe.out = Descriptor(ends[0]);
    pipe.in = Descriptor(ends[1]);
    return true;
}

Error system_error() {
    return {ErrorCode::kUnreadable, "error-unreadable", {{"reason", std::strerror(errno)}}, ""};
}

// The full path of the program, or nothing.
std::string found(const std::string& program, const std::string& path) {
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find(':', at), path.size());
        std::string whole = path.substr(at, end - at) + '/' + program;
        if (whole.front() == '/' && access(whole.c_str(), X_OK) == 0) return whole;
        at = end + 1;
    }
    return "";
}

// The bytes in an unlinked file, read from its beginning.
Result<Descriptor> input_file(std::string_view bytes) {
    std::string name;
    Descriptor file(make_scratch_file(name));
    if (file.get() < 0) return system_error();
    unlink(name.c_str());
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t put = write(file.get(), bytes.data() + at, bytes.size() - at);
        if (put < 0 && errno != EINTR) return system_error();
        if (put > 0) at += static_cast<std::size_t>(put);
    }
    if (lseek(file.get(), 0, SEEK_SET) != 0) return system_error();
    return file;
}

void limit(__rlimit_resource_t what, std::uint64_t most) {
    const struct rlimit bound {
        static_cast<rlim_t>(most), static_cast<rlim_t>(most)
    };
    setrlimit(what, &bound);
}

// In the child: only calls that are safe after a fork.
constexpr int kMostFiles = 64;

[[noreturn]] void become(const char* program, char* const* words, char* const* environment,
                         int input, int output, int messages, const ChildLimits& limits) {
    setsid();
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(messages, STDERR_FILENO);
    alarm(static_cast<unsigned>(limits.seconds) + 1);  // also where it no longer holds the pipes
    limit(RLIMIT_AS, limits.max_memory);
    limit(RLIMIT_CPU, static_cast<std::uint64_t>(limits.seconds));
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, kMostFiles);
#ifdef CLONE_NEWNET
    static_cast<void>(unshare(CLONE_NEWUSER | CLONE_NEWNET));  // refused in some containers
#endif
    for (int fd = STDERR_FILENO + 1; fd < kMostFiles; ++fd) close(fd);
    execve(program, words, environment);
    _exit(127);
}

// Reads both pipes until they end, the time is up or there is too much.
ChildEnd listen(Pipe& output, Pipe& messages, const ChildLimits& limits, ChildResult& result) {
    const auto last = Clock::now() + std::chrono::seconds(limits.seconds);
    std::array<pollfd, 2> ends{pollfd{output.out.get(), POLLIN, 0},
                               pollfd{messages.out.get(), POLLIN, 0}};
    std::array<char, 65536> piece{};
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(last - Clock::now()).count();
        if (left <= 0) return ChildEnd::kTooLong;
        const int ready = poll(ends.data(), ends.size(), static_cast<int>(left));
        if (ready < 0 && errno != EINTR) return ChildEnd::kTooLong;
        for (std::size_t i = 0; ready > 0 && i < ends.size(); ++i) {
            if (ends[i].fd < 0 || ends[i].revents == 0) continue;
            const ssize_t got = read(ends[i].fd, piece.data(), piece.size());
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) {
                ends[i].fd = -1;
                continue;
            }
            const auto size = static_cast<std::size_t>(got);
            if (i == 0) {
                if (result.output.size() + size > limits.max_output) return ChildEnd::kTooMuch;
                result.output.append(piece.data(), size);
            } else {
                result.messages.append(piece.data(),
                                       std::min(size, kMessages - result.messages.size()));
            }
        }
    }
    return ChildEnd::kExited;
}

}  // namespace

Result<ChildResult> run_child(const std::vector<std::string>& words, std::string_view package,
                              std::string_view input, const ChildLimits& limits) {
    const char* set = std::getenv("PATH");
    const std::string path = set == nullptr ? kUsualPath : set;
    const std::string program = found(words.front(), path);
    if (program.empty()) {
        return Error{ErrorCode::kMissingTool,
                     "error-missing-tool",
                     {{"program", words.front()}, {"package", std::string(package)}},
                     ""};
    }
    auto file = input_file(input);
    if (!file) return file.error();
    Pipe output;
    Pipe messages;
    if (!open_pipe(output) || !open_pipe(messages)) return system_error();

    std::vector<std::string> kept = words;
    std::vector<std::string> settings{"PATH=" + path, "LANG=C.UTF-8", "HOME=/"};
    std::vector<char*> argv;
    std::vector<char*> environment;
    for (std::string& word : kept) argv.push_back(word.data());
    for (std::string& setting : settings) environment.push_back(setting.data());
    argv.push_back(nullptr);
    environment.push_back(nullptr);

    const pid_t child = fork();
    if (child < 0) return system_error();
    if (child == 0) {
        become(program.c_str(), argv.data(), environment.data(), file.value().get(),
               output.in.get(), messages.in.get(), limits);
    }
    output.in.shut();
    messages.in.shut();
    ChildResult result;
    result.end = listen(output, messages, limits, result);
    if (result.end != ChildEnd::kExited) {
        kill(-child, SIGKILL);  // with all that it started
        kill(child, SIGKILL);   // where it had no time for a session of its own
    }
    int status = 0;
    pid_t waited = 0;
    do waited = waitpid(child, &status, 0);
    while (waited < 0 && errno == EINTR);
    if (waited != child) return system_error();
    if (result.end == ChildEnd::kExited && WIFSIGNALED(status)) {
        result.end = WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGALRM
                         ? ChildEnd::kTooLong
                         : ChildEnd::kSignalled;
    }
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return result;
}

}  // namespace duban
