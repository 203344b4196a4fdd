// What is done with one document between reading and writing: the targets are found and tied, the
// checks run. On the example, or on the document that DUBAN_DOCUMENT names, alone and repeated.
// Run from the root of the project.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "audit/audit.h"
#include "programme/import.h"
#include "reader/text_reader.h"

namespace {

std::string document() {
    const char* path = std::getenv("DUBAN_DOCUMENT");
    std::ifstream in(path == nullptr ? "examples/qinghe-2024-12.txt" : path);
    return {std::istreambuf_iterator<char>(in), {}};
}

duban::Programme imported(std::string text) {
    auto read = duban::read_text(std::move(text));
    auto programme = duban::import_programme(std::move(read.value()));
    return std::move(programme.value());
}

void chain(benchmark::State& state, const std::string& text) {
    const duban::Programme programme = imported(text);
    for (auto _ : state) {
        const duban::Understanding understanding = duban::understand(programme);
        benchmark::DoNotOptimize(duban::audit(understanding, {}));
    }
    state.counters["rows"] = programme.rows;
}

void understand(benchmark::State& state) {
    const duban::Programme programme = imported(document());
    for (auto _ : state) benchmark::DoNotOptimize(duban::understand(programme));
}

void audit(benchmark::State& state) {
    const duban::Programme programme = imported(document());
    const duban::Understanding understanding = duban::understand(programme);
    for (auto _ : state) benchmark::DoNotOptimize(duban::audit(understanding, {}));
}

void import(benchmark::State& state) {
    const std::string text = document();
    for (auto _ : state) benchmark::DoNotOptimize(imported(text));
}

void one(benchmark::State& state) { chain(state, document()); }

void repeated(benchmark::State& state) {
    std::string text;
    for (int i = 0; i < state.range(0); ++i) text += document() + "\n";
    chain(state, text);
}

constexpr const char* kHeading =
    "序号\t工作任务\t具体措施\t月度计划\t推进情况\t工作成效\t牵头单位\n";

std::string row(const std::string& number, const std::string& measures, const std::string& report) {
    return number + "\t建设食堂\t" + measures +
           "\t①6月，累计新建食堂10处。②12月，累计新建食堂30处。\t" + report +
           "\t已完成\t市民政局\n";
}

// Documents that nobody would write, of n rows, items or sentences.
struct Odd {
    const char* name;
    std::function<std::string(int)> text;
};

std::string table(int n, const std::function<std::string(int)>& line) {
    std::string text = kHeading;
    for (int i = 0; i < n; ++i) text += line(i);
    return text;
}

std::string times(const std::string& text, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += text;
    return out;
}

const std::vector<Odd>& odd_documents() {
    static const std::vector<Odd> documents{
        {"one_number",
         [](int n) {
             return table(n, [](int i) {
                 return row("7", "新建食堂" + std::to_string(i) + "处。", "新建食堂30处。");
             });
         }},
        {"identical",
         [](int n) {
             return table(n, [](int) {
                 return row("7", "新建食堂30处，培训500人。", "新建食堂30处，培训500人。");
             });
         }},
        {"same_texts",
         [](int n) {
             return table(n, [](int i) {
                 return row(std::to_string(i), "新建食堂30处。",
                            "全年新建食堂30处，都已投用并通过验收。");
             });
         }},
        {"long_measures",
         [](int n) { return kHeading + row("1", times("新建食堂30处，", n), "。"); }},
        {"long_report",
         [](int n) {
             return kHeading + row("1", "新建食堂30处。", times("新建食堂30处，占60%。", n));
         }},
        {"unmarked",
         [](int n) {
             const std::string text = times("新建公厕10个", n);
             return kHeading + row("1", text, text);
         }},
        {"wide", [](int n) { return kHeading + times("食堂\t", n) + "\n" + row("1", "", ""); }},
        {"short_items",
         [](int n) {
             std::string text = "民生实事进展情况\n";
             for (int i = 1; i <= n; ++i)
                 text += std::to_string(i) + ".新建食堂30处。已建成20处。\n";
             return text;
         }},
        {"long_paragraph",
         [](int n) {
             return "民生实事进展情况\n\n" + times("已完成24项，占45项的53.3%。", n) +
                    "\n\n1.新建食堂30处。已建成20处。\n2.培训500人。已培训520人。\n";
         }},
    };
    return documents;
}

const int registered = [] {
    using benchmark::kMillisecond;
    benchmark::RegisterBenchmark("import", import)->Unit(kMillisecond);
    benchmark::RegisterBenchmark("understand", understand)->Unit(kMillisecond);
    benchmark::RegisterBenchmark("audit", audit)->Unit(kMillisecond);
    benchmark::RegisterBenchmark("one", one)->Unit(kMillisecond);
    benchmark::RegisterBenchmark("repeated", repeated)->Arg(50)->Arg(200)->Unit(kMillisecond);
    for (const Odd& odd : odd_documents()) {
        const auto run = [&odd](benchmark::State& state) {
            const std::string text = odd.text(static_cast<int>(state.range(0)));
            for (auto _ : state) {
                const duban::Programme programme = imported(text);
                const duban::Understanding understanding = duban::understand(programme);
                benchmark::DoNotOptimize(duban::audit(understanding, {}));
            }
        };
        benchmark::RegisterBenchmark((std::string("odd/") + odd.name).c_str(), run)
            ->Arg(3000)
            ->Arg(12000)
            ->Unit(kMillisecond);
    }
    return 0;
}();

}  // namespace
