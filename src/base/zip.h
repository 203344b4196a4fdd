// Zip archives in memory (libzip): the containers of Word and Excel files.
//
// Nothing is ever unpacked to a disk, so that names inside cannot lead anywhere. What is unpacked
// is bounded by a limit over all parts together. Not thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace duban {

struct ZipPart {
    std::string name;
    std::string bytes;
};

class ZipReader {
  public:
    // The bytes must outlive the reader. Fails with kDamaged, and with kEncrypted where a part is
    // protected by a password; `where` is left to the caller. Cost: one look at each entry.
    static Result<ZipReader> open(std::string_view bytes, std::uint64_t max_unpacked);

    ZipReader(ZipReader&&) noexcept;
    ZipReader& operator=(ZipReader&&) noexcept;
    ~ZipReader();

    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    // The unpacked part. Fails with kDamaged (params: part) where it is missing or broken and with
    // kTooLarge (params: limit) where all that was read would go beyond the limit.
    Result<std::string> read(std::string_view name);

  private:
    struct Closer {
        void operator()(void* archive) const;
    };

    ZipReader() = default;

    std::unique_ptr<void, Closer> archive_;
    std::vector<std::string> names_;
    std::uint64_t left_ = 0;
    std::uint64_t limit_ = 0;
};

// An archive of the parts in their order. The same parts give the same bytes.
Result<std::string> make_zip(const std::vector<ZipPart>& parts);

// The archive with some parts replaced or added; the others keep their packed bytes.
Result<std::string> changed_zip(std::string_view archive, const std::vector<ZipPart>& parts);

}  // namespace duban
