// Tags the same text with cppjieba, copies it and extracts its quantities, in one process:
// characters (code points) per second of each. Compiled and run by cppjieba.sh.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cppjieba/Jieba.hpp"
#include "extraction/quantity.h"
#include "extraction/repair.h"

namespace {

// Characters per second in the best of five rounds of CPU time.
template <class Work>
double rate(std::size_t characters, int times, Work work) {
    double best = std::numeric_limits<double>::max();
    for (int round = 0; round < 5; ++round) {
        const std::clock_t begin = std::clock();
        for (int i = 0; i < times; ++i) work();
        best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / times);
    }
    return static_cast<double>(characters) / best;
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) return 2;
    std::ifstream in(words[1], std::ios::binary);
    const std::string once =
        duban::repair(std::string{std::istreambuf_iterator<char>(in), {}}).clean;
    if (once.empty()) return 2;
    std::string text;
    while (text.size() < (1U << 20U)) text += once + "\n";
    const std::size_t characters = duban::code_points(text);

    const std::string folder = std::string(words[2]) + "/";
    const auto begin = std::chrono::steady_clock::now();
    const cppjieba::Jieba jieba(folder + "jieba.dict.utf8", folder + "hmm_model.utf8",
                                folder + "user.dict.utf8", folder + "idf.utf8",
                                folder + "stop_words.utf8");
    const std::chrono::duration<double> load = std::chrono::steady_clock::now() - begin;

    // Line by line, as it is used: its memory grows with the length of a line.
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    std::size_t tagged = 0;
    const double tag = rate(characters, 1, [&] {
        std::vector<std::pair<std::string, std::string>> out;
        for (const std::string& line : lines) {
            jieba.Tag(line, out);
            tagged += out.size();
        }
    });
    std::size_t cut_words = 0;
    const double cut = rate(characters, 1, [&] {
        std::vector<std::string> out;
        for (const std::string& line : lines) {
            jieba.Cut(line, out);
            cut_words += out.size();
        }
    });
    std::size_t found = 0;
    const double extract =
        rate(characters, 20, [&] { found += duban::extract_quantities(text).size(); });
    const double repair_extract = rate(characters, 20, [&] {
        found += duban::extract_quantities(duban::repair(text).clean).size();
    });
    std::vector<char> target(text.size());
    const double copy = rate(characters, 200, [&] {
        std::memcpy(target.data(), text.data(), text.size());
        __asm__ volatile("" : : "r"(target.data()) : "memory");
    });
    std::printf("%zu characters, one thread, best of 5; million characters per second\n",
                characters);
    std::printf("%-16s %9.1f\n", "memcpy", copy / 1e6);
    std::printf("%-16s %9.1f\n", "extract", extract / 1e6);
    std::printf("%-16s %9.1f\n", "repair+extract", repair_extract / 1e6);
    std::printf("%-16s %9.2f   (loading its dictionaries: %.2f s)\n", "cppjieba cut", cut / 1e6,
                load.count());
    std::printf("%-16s %9.2f\n", "cppjieba tag", tag / 1e6);
    std::printf("extract is %.0f times as fast as cppjieba tag\n", extract / tag);
    return tagged != 0 && cut_words != 0 && found != 0 ? 0 : 1;
}
