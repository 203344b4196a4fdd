// Speed of the extractor in characters (code points) per second, beside memcpy of the same bytes,
// and its worst cases. Reads the shipped example; run from the root of the project, as ctest does.
//
//   build/release/extraction_bench --benchmark_counters_tabular=true
#include <benchmark/benchmark.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "extraction/quantity.h"
#include "extraction/repair.h"

namespace {

constexpr std::size_t kBytes = 2U << 20U;         // of the ordinary text, at least
constexpr std::size_t kWorstCharacters = 200000;  // of each worst case

// The example as it stands in the file, repeated.
const std::string& raw_text() {
    static const std::string text = [] {
        std::ifstream in("examples/qinghe-2024-12.txt", std::ios::binary);
        const std::string once{std::istreambuf_iterator<char>(in), {}};
        std::string all;
        while (!once.empty() && all.size() < kBytes) all += once;
        return all;
    }();
    return text;
}

// The same, repaired: what the extractor reads.
const std::string& clean_text() {
    static const std::string text = duban::repair(raw_text()).clean;
    return text;
}

std::string repeated(std::string_view part, std::size_t characters) {
    std::string text;
    const std::size_t each = duban::code_points(part);
    for (std::size_t n = 0; n < characters; n += each) text += part;
    return text;
}

void count(benchmark::State& state, std::string_view text) {
    const auto rounds = static_cast<double>(state.iterations());
    state.counters["chars/s"] = benchmark::Counter(
        rounds * static_cast<double>(duban::code_points(text)), benchmark::Counter::kIsRate);
    state.counters["bytes/s"] =
        benchmark::Counter(rounds * static_cast<double>(text.size()), benchmark::Counter::kIsRate);
}

bool missing(benchmark::State& state) {
    if (!raw_text().empty()) return false;
    state.SkipWithError("examples/qinghe-2024-12.txt is not here; run from the project's root");
    return true;
}

void copy(benchmark::State& state) {
    if (missing(state)) return;
    const std::string& text = clean_text();
    std::vector<char> target(text.size());
    for (auto _ : state) {
        std::memcpy(target.data(), text.data(), text.size());
        benchmark::DoNotOptimize(target.data());
        benchmark::ClobberMemory();
    }
    count(state, text);
}
BENCHMARK(copy)->Name("memcpy");

void extract(benchmark::State& state) {
    if (missing(state)) return;
    const std::string& text = clean_text();
    std::size_t found = 0;
    for (auto _ : state) {
        const auto quantities = duban::extract_quantities(text);
        found = quantities.size();
        benchmark::DoNotOptimize(quantities.data());
    }
    count(state, text);
    state.counters["quantities"] = static_cast<double>(found);
}
BENCHMARK(extract);

void repair_alone(benchmark::State& state) {
    if (missing(state)) return;
    const std::string& text = raw_text();
    for (auto _ : state) {
        const auto repaired = duban::repair(text);
        benchmark::DoNotOptimize(repaired.clean.data());
    }
    count(state, text);
}
BENCHMARK(repair_alone)->Name("repair");

// As the import does it: every cell is repaired, then read.
void repair_and_extract(benchmark::State& state) {
    if (missing(state)) return;
    const std::string& text = raw_text();
    std::vector<std::string_view> cells;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\t\n", at), text.size());
        if (end > at) cells.push_back(std::string_view(text).substr(at, end - at));
        at = end + 1;
    }
    for (auto _ : state) {
        for (const std::string_view cell : cells) {
            const auto repaired = duban::repair(cell);
            const auto quantities = duban::extract_quantities(repaired.clean);
            benchmark::DoNotOptimize(quantities.data());
        }
    }
    count(state, text);
}
BENCHMARK(repair_and_extract)->Name("repair+extract");

// The same part over and over: what could make a scan look at everything again and again.
void worst(benchmark::State& state, const char* part) {
    const std::string text = repeated(part, static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        const auto quantities = duban::extract_quantities(text);
        benchmark::DoNotOptimize(quantities.data());
    }
    count(state, text);
}
void worst_repair(benchmark::State& state, const char* part) {
    const std::string text = repeated(part, static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        const auto repaired = duban::repair(text);
        benchmark::DoNotOptimize(repaired.clean.data());
    }
    count(state, text);
}
// At two sizes, so that bench/ratios.txt can hold the second to a small multiple of the first.
constexpr auto kSmall = static_cast<std::int64_t>(kWorstCharacters / 4);
constexpr auto kLarge = static_cast<std::int64_t>(kWorstCharacters);
#define DUBAN_WORST(name, part) \
    BENCHMARK_CAPTURE(worst, name, part)->Arg(kSmall)->Arg(kLarge)->Unit(benchmark::kMicrosecond)
#define DUBAN_WORST_REPAIR(name, part)          \
    BENCHMARK_CAPTURE(worst_repair, name, part) \
        ->Arg(kSmall)                           \
        ->Arg(kLarge)                           \
        ->Unit(benchmark::kMicrosecond)

DUBAN_WORST(digits, "7");
DUBAN_WORST(one, "一");
DUBAN_WORST(percent, "%");
DUBAN_WORST(wan, "万");
DUBAN_WORST(long_numeral, "一千一百一十一万");
DUBAN_WORST(number_percent, "1%");
DUBAN_WORST(number_unit, "3个");
DUBAN_WORST(chinese_unit, "三个");
DUBAN_WORST(one_unit, "一个");
DUBAN_WORST(range, "1-");
DUBAN_WORST(range_unit, "1个-2个");
DUBAN_WORST(commas, "1,");
DUBAN_WORST(points, "1.");
DUBAN_WORST(scales, "1万");
DUBAN_WORST(more_than, "十余");
DUBAN_WORST(percent_words, "百分之");
DUBAN_WORST(open_titles, "《");
DUBAN_WORST(open_quotes, "“");
DUBAN_WORST(brackets, "（1）");
DUBAN_WORST(line_then_number, "\n1");
DUBAN_WORST(comparators, "不少于");
DUBAN_WORST_REPAIR(open_tags, "<");
DUBAN_WORST_REPAIR(open_paragraphs, "<p");
DUBAN_WORST_REPAIR(paragraphs, "<p>");
DUBAN_WORST_REPAIR(blanks, " ");
DUBAN_WORST_REPAIR(spaced_out, "完 ");
DUBAN_WORST_REPAIR(latin, "和and");

}  // namespace
