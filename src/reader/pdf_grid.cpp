#include "reader/pdf_grid.h"

#include <algorithm>
#include <numeric>

namespace duban {
namespace {

constexpr double kSame = 2.5;    // points within which rules are one
constexpr double kTouch = 3.0;   // within which they meet
constexpr double kBeyond = 8.0;  // by which the others go on where an outer rule is missing
constexpr std::size_t kMostPairs = 4000000;
constexpr std::size_t kMostPlaces = 200000;

std::vector<PdfRule> merged(const std::vector<PdfRule>& rules, bool upright) {
    std::vector<PdfRule> all;
    for (const PdfRule& rule : rules) {
        if (rule.upright == upright) all.push_back(rule);
    }
    std::sort(all.begin(), all.end(),
              [](const PdfRule& a, const PdfRule& b) { return a.at < b.at; });
    std::vector<PdfRule> out;
    for (auto begin = all.begin(); begin != all.end();) {
        auto end = begin + 1;
        while (end != all.end() && end->at - begin->at <= kSame) ++end;
        const double at = (begin->at + (end - 1)->at) / 2;
        std::sort(begin, end, [](const PdfRule& a, const PdfRule& b) { return a.begin < b.begin; });
        const std::size_t first = out.size();
        for (; begin != end; ++begin) {
            if (out.size() > first && begin->begin <= out.back().end + kTouch) {
                out.back().end = std::max(out.back().end, begin->end);
            } else {
                out.push_back({upright, at, begin->begin, begin->end});
            }
        }
    }
    return out;
}

std::vector<double> clustered(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    std::vector<double> out;
    for (const double value : values) {
        if (out.empty() || value - out.back() > kSame) out.push_back(value);
    }
    return out;
}

bool within(double value, double begin, double end) {
    return value >= begin - kTouch && value <= end + kTouch;
}

class Sets {
  public:
    explicit Sets(std::size_t count) : up_(count) { std::iota(up_.begin(), up_.end(), 0U); }
    std::size_t root(std::size_t i) {
        while (up_[i] != i) i = up_[i] = up_[up_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { up_[root(a)] = root(b); }

  private:
    std::vector<std::size_t> up_;
};

// Marks the places along a rule: those whose middle it passes.
template <class Mark>
void along(const std::vector<double>& edges, const PdfRule& rule, const Mark& mark) {
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        const double middle = (edges[i] + edges[i + 1]) / 2;
        if (middle > rule.begin && middle < rule.end) mark(i);
    }
}

std::size_t nearest(const std::vector<double>& edges, double value) {
    const auto at = std::lower_bound(edges.begin(), edges.end(), value - kSame);
    return std::min(static_cast<std::size_t>(at - edges.begin()), edges.size() - 1);
}

// Rectangles of places with no rule between them.
void find_cells(PdfGrid& grid, const std::vector<PdfRule>& levels,
                const std::vector<PdfRule>& uprights) {
    const std::size_t columns = grid.columns();
    const std::size_t rows = grid.rows();
    std::vector<char> left(columns * rows);  // a rule at the left of the place
    std::vector<char> above(columns * rows);
    for (const PdfRule& rule : uprights) {
        const std::size_t c = nearest(grid.xs, rule.at);
        if (c < columns) along(grid.ys, rule, [&](std::size_t r) { left[r * columns + c] = 1; });
    }
    std::size_t on_top = 0;
    std::size_t on_bottom = 0;
    for (const PdfRule& rule : levels) {
        const std::size_t r = nearest(grid.ys, rule.at);
        along(grid.xs, rule, [&](std::size_t c) {
            if (r < rows) above[r * columns + c] = 1;
            on_top += r == 0 ? 1 : 0;
            on_bottom += r == rows ? 1 : 0;
        });
    }
    grid.open_top = on_top == 0;
    grid.open_bottom = on_bottom == 0;
    const auto none = static_cast<std::uint32_t>(columns * rows);
    grid.owner.assign(columns * rows, none);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            const std::size_t place = r * columns + c;
            if (grid.owner[place] != none) continue;
            std::size_t right = c + 1;
            while (right < columns && left[r * columns + right] == 0 &&
                   grid.owner[r * columns + right] == none) {
                ++right;
            }
            std::size_t below = r + 1;
            const auto goes_on = [&] {
                for (std::size_t i = c; i < right; ++i) {
                    const std::size_t p = below * columns + i;
                    if (above[p] != 0 || grid.owner[p] != none || (i > c && left[p] != 0))
                        return false;
                }
                return true;
            };
            while (below < rows && goes_on()) ++below;
            for (std::size_t y = r; y < below; ++y) {
                for (std::size_t x = c; x < right; ++x)
                    grid.owner[y * columns + x] = static_cast<std::uint32_t>(place);
            }
        }
    }
}

void extend(std::vector<double>& edges, const std::vector<PdfRule>& others) {
    double begin = edges.front();
    double end = edges.back();
    for (const PdfRule& rule : others) {
        begin = std::min(begin, rule.begin);
        end = std::max(end, rule.end);
    }
    if (edges.front() - begin > kBeyond) edges.insert(edges.begin(), begin);
    if (end - edges.back() > kBeyond) edges.push_back(end);
}

}  // namespace

std::size_t PdfGrid::place(double x, double y) const {
    const std::size_t none = columns() * rows();
    if (x < xs.front() || x > xs.back() || y < ys.front() || y > ys.back()) return none;
    const auto c = std::upper_bound(xs.begin() + 1, xs.end() - 1, x) - xs.begin() - 1;
    const auto r = std::upper_bound(ys.begin() + 1, ys.end() - 1, y) - ys.begin() - 1;
    return static_cast<std::size_t>(r) * columns() + static_cast<std::size_t>(c);
}

std::vector<PdfGrid> pdf_grids(const PdfPage& page) {
    const std::vector<PdfRule> levels = merged(page.rules, false);
    const std::vector<PdfRule> uprights = merged(page.rules, true);
    if (levels.empty() || uprights.empty() || levels.size() * uprights.size() > kMostPairs)
        return {};
    Sets sets(levels.size() + uprights.size());
    for (std::size_t h = 0; h < levels.size(); ++h) {
        for (std::size_t v = 0; v < uprights.size(); ++v) {
            if (within(uprights[v].at, levels[h].begin, levels[h].end) &&
                within(levels[h].at, uprights[v].begin, uprights[v].end)) {
                sets.join(h, levels.size() + v);
            }
        }
    }
    struct Part {
        std::vector<PdfRule> levels;
        std::vector<PdfRule> uprights;
    };
    std::vector<Part> parts(levels.size() + uprights.size());
    for (std::size_t h = 0; h < levels.size(); ++h) parts[sets.root(h)].levels.push_back(levels[h]);
    for (std::size_t v = 0; v < uprights.size(); ++v)
        parts[sets.root(levels.size() + v)].uprights.push_back(uprights[v]);
    std::vector<PdfGrid> grids;
    for (const Part& part : parts) {
        if (part.levels.empty() || part.uprights.empty()) continue;
        if (part.levels.size() + part.uprights.size() < 3) continue;
        PdfGrid grid;
        for (const PdfRule& rule : part.uprights) grid.xs.push_back(rule.at);
        for (const PdfRule& rule : part.levels) grid.ys.push_back(rule.at);
        grid.xs = clustered(std::move(grid.xs));
        grid.ys = clustered(std::move(grid.ys));
        extend(grid.xs, part.levels);
        extend(grid.ys, part.uprights);
        if (grid.xs.size() < 2 || grid.ys.size() < 2) continue;
        if (grid.columns() > kMostPlaces || grid.rows() > kMostPlaces ||
            grid.columns() * grid.rows() > kMostPlaces) {
            continue;
        }
        find_cells(grid, part.levels, part.uprights);
        grids.push_back(std::move(grid));
    }
    std::sort(grids.begin(), grids.end(), [](const PdfGrid& a, const PdfGrid& b) {
        return (a.xs.back() - a.xs.front()) * (a.ys.back() - a.ys.front()) >
               (b.xs.back() - b.xs.front()) * (b.ys.back() - b.ys.front());
    });
    std::vector<PdfGrid> outer;
    for (PdfGrid& grid : grids) {
        const bool inside = std::any_of(outer.begin(), outer.end(), [&](const PdfGrid& other) {
            return within(grid.xs.front(), other.xs.front(), other.xs.back()) &&
                   within(grid.xs.back(), other.xs.front(), other.xs.back()) &&
                   within(grid.ys.front(), other.ys.front(), other.ys.back()) &&
                   within(grid.ys.back(), other.ys.front(), other.ys.back());
        });
        if (!inside && outer.size() < 1000) outer.push_back(std::move(grid));
    }
    std::sort(outer.begin(), outer.end(), [](const PdfGrid& a, const PdfGrid& b) {
        return a.ys.front() != b.ys.front() ? a.ys.front() < b.ys.front()
                                            : a.xs.front() < b.xs.front();
    });
    return outer;
}

}  // namespace duban
