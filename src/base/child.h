// Another program as a bounded child process: for file kinds whose libraries stay outside of this
// program.
//
// No shell; the input is an unlinked temporary file as the child's standard input, which the child
// may also open as kChildInput. The child has a session of its own, a reduced environment, no other
// open file, no network where the system allows to take it away, and limits of time, memory and
// output; it is killed with all that it started where it goes beyond them. Safe to call from
// several threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace duban {

inline constexpr const char* kChildInput = "/dev/fd/0";

struct ChildLimits {
    std::uint64_t max_output = 256ULL << 20;
    std::uint64_t max_memory = 2ULL << 30;
    int seconds = 60;
};

enum class ChildEnd : std::uint8_t {
    kExited,
    kTooLong,    // killed: out of time
    kTooMuch,    // killed: wrote more than it may
    kSignalled,  // died of a fault or a limit of the system
};

struct ChildResult {
    ChildEnd end = ChildEnd::kExited;
    int status = 0;        // of the exit
    std::string output;    // standard output
    std::string messages;  // the first 4096 bytes of standard error
};

// words[0] is looked for in PATH. Fails with kMissingTool (params: program, package) where it is
// not there and with kUnreadable (params: reason) where the system has no room for it; `where` is
// left to the caller.
Result<ChildResult> run_child(const std::vector<std::string>& words, std::string_view package,
                              std::string_view input, const ChildLimits& limits = {});

}  // namespace duban
