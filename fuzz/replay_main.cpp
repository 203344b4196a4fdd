// Gives a fuzz target every file of the named folders and files once, and the empty input first.
// Stands in for libFuzzer where the target is built with an ordinary compiler.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void replay(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    std::cout << "replay " << file.filename().string() << std::endl;
    // A buffer of exactly this size, so that the address sanitizer sees a step past its end.
    const std::vector<std::uint8_t> data(bytes.begin(), bytes.end());
    LLVMFuzzerTestOneInput(data.data(), data.size());
}

}  // namespace

int main(int count, char** words) {
    const std::uint8_t nothing = 0;
    LLVMFuzzerTestOneInput(&nothing, 0);
    int files = 0;
    for (const std::filesystem::path path : std::vector<std::string>(words + 1, words + count)) {
        if (std::filesystem::is_directory(path)) {
            for (const auto& entry : std::filesystem::directory_iterator(path)) {
                if (!entry.is_regular_file()) continue;
                replay(entry.path());
                ++files;
            }
        } else if (std::filesystem::exists(path)) {
            replay(path);
            ++files;
        }
    }
    std::cout << files << " files replayed" << std::endl;
}
