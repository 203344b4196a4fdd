#include "app/source_map.h"

#include <algorithm>
#include <functional>

#include "base/text.h"

namespace duban {
namespace {

constexpr std::size_t kStretch = 4096;

}  // namespace

SourceMap::SourceMap(std::string_view text) : text_(text), lines_{0} {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1))
        lines_.push_back(at + 1);
    std::size_t points = 0;
    for (std::size_t at = 0; at < text.size(); at += kStretch) {
        points_.push_back(points);
        points += code_points(text.substr(at, kStretch));
    }
    points_.push_back(points);
}

std::optional<SourcePlace> SourceMap::place(std::string_view slice) const {
    const std::less<> before;
    if (slice.data() == nullptr || before(slice.data(), text_.data()) ||
        before(text_.data() + text_.size(), slice.data() + slice.size()))
        return std::nullopt;
    const auto begin = static_cast<std::size_t>(slice.data() - text_.data());
    const std::size_t end = begin + slice.size();
    const std::size_t first = line_of(begin);
    const std::size_t last = line_of(end);
    return SourcePlace{first + 1, points_before(begin) - points_before(lines_[first]) + 1, last + 1,
                       points_before(end) - points_before(lines_[last]) + 1};
}

std::size_t SourceMap::points_before(std::size_t byte) const {
    const std::size_t stretch = byte / kStretch;
    return points_[stretch] + code_points(text_.substr(stretch * kStretch, byte % kStretch));
}

std::size_t SourceMap::line_of(std::size_t byte) const {
    return static_cast<std::size_t>(std::upper_bound(lines_.begin(), lines_.end(), byte) -
                                    lines_.begin()) -
           1;
}

}  // namespace duban
