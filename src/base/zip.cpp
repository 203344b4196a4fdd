#include "base/zip.h"

#include <zip.h>

#include <algorithm>
#include <cstdint>

namespace duban {
namespace {

constexpr std::int64_t kMostEntries = 10000;
constexpr std::uint16_t kDay = (1U << 5U) | 1U;  // the first that an archive can state

Error damaged(std::string_view part) {
    return {ErrorCode::kDamaged,
            part.empty() ? "error-zip-damaged" : "error-zip-part",
            {{"part", std::string(part)}},
            ""};
}

using Archive = std::unique_ptr<zip_t, void (*)(zip_t*)>;
using Source = std::unique_ptr<zip_source_t, void (*)(zip_source_t*)>;

// An archive over the source, which it then owns together with whoever holds it too.
Archive open_archive(zip_source_t* source, int flags) {
    zip_error_t error;
    zip_error_init(&error);
    zip_t* archive = zip_open_from_source(source, flags, &error);
    zip_error_fini(&error);
    return {archive, zip_discard};
}

// Puts the parts into the archive and returns the bytes of the whole.
Result<std::string> written(Archive archive, zip_source_t* source,
                            const std::vector<ZipPart>& parts) {
    for (const ZipPart& part : parts) {
        zip_source_t* bytes =
            zip_source_buffer(archive.get(), part.bytes.data(), part.bytes.size(), 0);
        if (bytes == nullptr) return damaged(part.name);
        const zip_int64_t index = zip_file_add(archive.get(), part.name.c_str(), bytes,
                                               ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(bytes);
            return damaged(part.name);
        }
        const auto at = static_cast<zip_uint64_t>(index);
        zip_file_set_dostime(archive.get(), at, 0, kDay, 0);
        zip_set_file_compression(archive.get(), at, ZIP_CM_DEFLATE, 6);
    }
    if (zip_close(archive.get()) != 0) return damaged("");
    static_cast<void>(archive.release());
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return damaged("");
    std::string out(stat.size, '\0');
    const zip_int64_t got = zip_source_read(source, out.data(), out.size());
    zip_source_close(source);
    if (got < 0 || static_cast<std::size_t>(got) != out.size()) return damaged("");
    return out;
}

Result<std::string> with_parts(std::string_view archive, const std::vector<ZipPart>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    const Source source(zip_source_buffer_create(archive.data(), archive.size(), 0, &error),
                        zip_source_free);
    zip_error_fini(&error);
    if (source == nullptr) return damaged("");
    zip_source_keep(source.get());  // the archive frees its own hold
    Archive opened = open_archive(source.get(), archive.empty() ? ZIP_TRUNCATE : 0);
    if (opened == nullptr) {
        zip_source_free(source.get());
        return damaged("");
    }
    return written(std::move(opened), source.get(), parts);
}

}  // namespace

void ZipReader::Closer::operator()(void* archive) const {
    zip_discard(static_cast<zip_t*>(archive));
}

ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

Result<ZipReader> ZipReader::open(std::string_view bytes, std::uint64_t max_unpacked) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_error_fini(&error);
    if (source == nullptr) return damaged("");
    Archive opened = open_archive(source, ZIP_RDONLY);
    if (opened == nullptr) {
        zip_source_free(source);
        return damaged("");
    }
    ZipReader reader;
    reader.left_ = max_unpacked;
    reader.limit_ = max_unpacked;
    reader.archive_.reset(opened.release());
    auto* archive = static_cast<zip_t*>(reader.archive_.get());
    const zip_int64_t entries = zip_get_num_entries(archive, 0);
    if (entries < 0 || entries > kMostEntries) return damaged("");
    for (zip_int64_t i = 0; i < entries; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) != 0)
            return damaged("");
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
            stat.encryption_method != ZIP_EM_NONE) {
            return Error{ErrorCode::kEncrypted, "error-encrypted", {}, ""};
        }
        reader.names_.emplace_back(stat.name);
    }
    return reader;
}

bool ZipReader::has(std::string_view name) const {
    return std::find(names_.begin(), names_.end(), name) != names_.end();
}

Result<std::string> ZipReader::read(std::string_view name) {
    auto* archive = static_cast<zip_t*>(archive_.get());
    const auto at = std::find(names_.begin(), names_.end(), name);
    if (at == names_.end()) return damaged(name);
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
        zip_fopen_index(archive, static_cast<zip_uint64_t>(at - names_.begin()), 0), zip_fclose);
    if (file == nullptr) return damaged(name);
    // What an entry says of its size is not trusted.
    std::string out;
    constexpr std::size_t kStep = std::size_t{1} << 18;
    for (;;) {
        const std::size_t filled = out.size();
        out.resize(filled + kStep);
        const zip_int64_t got = zip_fread(file.get(), out.data() + filled, kStep);
        if (got < 0) return damaged(name);
        out.resize(filled + static_cast<std::size_t>(got));
        if (out.size() > left_) {
            return Error{ErrorCode::kTooLarge,
                         "error-unpacked-too-large",
                         {{"limit", std::to_string(limit_)}},
                         ""};
        }
        if (got == 0) break;
    }
    left_ -= out.size();
    return out;
}

Result<std::string> make_zip(const std::vector<ZipPart>& parts) { return with_parts({}, parts); }

Result<std::string> changed_zip(std::string_view archive, const std::vector<ZipPart>& parts) {
    return with_parts(archive, parts);
}

}  // namespace duban
