// Work on many rows, shared among the processors. The result does not depend on how it was shared:
// every range writes only to what belongs to it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace duban {

inline constexpr std::size_t kRowsWorthAThread = 512;

// How many ranges the rows are cut into: one for a document of everyday size.
inline std::size_t range_count(std::size_t rows) {
    const std::size_t processors =
        std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 16);
    return std::clamp<std::size_t>(rows / kRowsWorthAThread, 1, processors);
}

// Calls work(range, begin, end) for each of the ranges, on a thread of its own if there are
// several. The first exception that any of them throws is thrown here.
template <class Work>
void for_ranges(std::size_t rows, std::size_t ranges, const Work& work) {
    std::vector<std::exception_ptr> failed(ranges);
    const auto run = [&](std::size_t range) {
        try {
            work(range, rows * range / ranges, rows * (range + 1) / ranges);
        } catch (...) {
            failed[range] = std::current_exception();
        }
    };
    std::vector<std::thread> threads;
    for (std::size_t range = 1; range < ranges; ++range) threads.emplace_back(run, range);
    run(0);
    for (std::thread& thread : threads) thread.join();
    for (const std::exception_ptr& error : failed) {
        if (error) std::rethrow_exception(error);
    }
}

// Frees what many items hold; the ranges are those that it was made in.
template <class Item>
void discard(std::vector<Item>& items) {
    const std::size_t ranges = range_count(items.size());
    if (ranges < 2) return;
    for_ranges(items.size(), ranges, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) items[i] = Item{};
    });
}

}  // namespace duban
