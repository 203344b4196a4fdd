// The comparison of two documents, reading left out: the example repeated and renumbered.
// Run from the root of the project.
#include <benchmark/benchmark.h>

#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "programme/compare.h"
#include "programme/import.h"
#include "reader/text_reader.h"

namespace {

struct Read {
    duban::Programme programme;
    duban::Understanding understanding;
};

// Rows of the example with numbers of their own from `first` on, `rows` of them; every seventh has
// another promise where it is wanted.
std::unique_ptr<Read> example(int rows, int first, bool reworded) {
    std::ifstream in("examples/qinghe-2024-12.txt");
    std::string heading;
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        if (line.find("\t-") != std::string::npos || line.find('\t') == std::string::npos) continue;
        if (heading.empty()) {
            heading = line;
        } else if (line.compare(0, 6, heading, 0, 6) != 0) {
            lines.push_back(line);
        }
    }
    std::string text = heading + "\n";
    for (int i = 0; i < rows; ++i) {
        const std::string& line = lines[static_cast<std::size_t>(i) % lines.size()];
        const std::size_t number = line.find('\t') + 1;
        const std::size_t title = line.find('\t', number);
        text += line.substr(0, number) + std::to_string(first + i) + line.substr(title);
        if (reworded && i % 7 == 0) text.insert(text.rfind('\t'), "0");
        text += "\n";
    }
    auto read = std::make_unique<Read>();
    auto document = duban::read_text(text);
    auto programme = duban::import_programme(std::move(document.value()));
    read->programme = std::move(programme.value());
    read->understanding = duban::understand(read->programme);
    return read;
}

void compare_repeated(benchmark::State& state) {
    const int rows = static_cast<int>(state.range(0));
    const auto before = example(rows, 1, false);
    const auto after = example(rows - 5, 4, true);
    for (auto _ : state) {
        benchmark::DoNotOptimize(duban::compare(before->understanding, after->understanding));
    }
}
BENCHMARK(compare_repeated)->Arg(3050)->Arg(12200)->Unit(benchmark::kMillisecond);

}  // namespace
