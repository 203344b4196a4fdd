// Any bytes as a file of a kind yet to be found: read as something or refused with a sentence.
#include <cstdlib>

#include "base/text.h"
#include "reader/reader.h"

using namespace duban;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size > 1 << 16) return 0;
    const auto document =
        read_document(std::string(reinterpret_cast<const char*>(data), size), {1 << 20});
    if (!document) {
        if (document.error().key.empty()) std::abort();
        return 0;
    }
    if (first_invalid(*document.value().text) != std::string::npos) std::abort();
    return 0;
}
