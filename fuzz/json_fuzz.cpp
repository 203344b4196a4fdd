// Any bytes as JSON of a programme: read without harm or refused, and what is read is imported
// without harm.
#include "base/text.h"
#include "programme/import.h"
#include "reader/json_reader.h"

using namespace duban;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size > 1 << 16) return 0;
    auto decoded = to_utf8(std::string(reinterpret_cast<const char*>(data), size));
    if (!decoded) return 0;
    auto document = read_json(std::move(decoded.value().text), {});
    if (document) static_cast<void>(import_programme(std::move(document.value())));
    return 0;
}
