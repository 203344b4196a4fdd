// What the writers of Excel files share: how texts are measured and made fit for a cell, and the
// bytes of a finished workbook. No header of the library is seen here.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace duban {

inline constexpr std::size_t kLongestCell = 32767;  // UTF-16 units that Excel keeps
inline constexpr double kHighestRow = 409;          // points

// UTF-16 units.
std::size_t xlsx_length(std::string_view text);
// Without what XML forbids; text that looks like an escape of Excel (_x0041_) stays text.
std::string xlsx_text(std::string_view text);
// How many lines the text takes in a cell so many half-width characters wide.
std::size_t xlsx_lines(std::string_view text, double width);

// A file of its own in the system's folder for such files, removed with this value.
class ScratchFile {
  public:
    ScratchFile();
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    ~ScratchFile();
    // Empty where none could be made.
    [[nodiscard]] const std::string& path() const { return path_; }
    Result<std::string> bytes() const;

  private:
    std::string path_;
};

Error xlsx_failed(std::string_view reason);

}  // namespace duban
