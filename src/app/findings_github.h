// Workflow commands of GitHub Actions: each finding becomes a line that the host shows as an
// annotation at its place in the file.
#pragma once

#include <string>
#include <string_view>

namespace duban {

// The escapes of a command's message and of its properties.
std::string github_message(std::string_view text);
std::string github_property(std::string_view text);

}  // namespace duban
