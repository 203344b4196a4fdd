#include "audit/prose.h"

#include <algorithm>

#include "audit/bulletin_words.h"
#include "base/text.h"

namespace duban {
namespace {

constexpr std::size_t kMostInStatement = 40;
constexpr std::size_t kFarthest = 120;  // bytes of words that a figure has on one side

// Where the last of the marks ends, 0 if none stands there.
std::size_t after_last_mark(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && !ends_with_any(text.substr(0, at), kFigureMarks))
        at -= decode_before(text, at).size;
    return at;
}

}  // namespace

std::vector<Statement> statements_of(std::string_view text, const std::vector<Quantity>& all,
                                     bool at_semicolons) {
    std::vector<Statement> out;
    std::size_t i = 0;
    for (std::size_t begin = 0; begin < text.size() && i < all.size();) {
        std::size_t end = text.size();
        std::size_t next = text.size();
        for (std::size_t at = begin; at < text.size(); ++at) {
            const auto byte = static_cast<unsigned char>(text[at]);
            if (byte >= 0x80 && byte != 0xE3 && byte != 0xEF) continue;
            std::size_t mark = starts_with_any(text.substr(at), kStatementEnds);
            if (at_semicolons && text.substr(at).starts_with(kClauseGroupEnd))
                mark = kClauseGroupEnd.size();
            if (mark != 0) {
                end = at;
                next = at + mark;
                break;
            }
        }
        Statement s{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, i, i};
        while (i < all.size() && all[i].span.begin < next) ++i;
        s.last = i;
        if (s.last > s.first && s.last - s.first <= kMostInStatement) out.push_back(s);
        begin = next;
    }
    return out;
}

std::string_view words_before(std::string_view text, const std::vector<Quantity>& all,
                              std::size_t i) {
    const std::size_t end = all[i].span.begin;
    std::size_t from = i > 0 ? all[i - 1].span.end : 0;
    if (from >= end) return {};
    if (end - from > kFarthest) {
        from = end - kFarthest;
        while (from < end && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
    }
    std::string_view words = text.substr(from, end - from);
    words.remove_prefix(after_last_mark(words));
    return trimmed(words);
}

std::string_view words_behind(std::string_view text, const std::vector<Quantity>& all,
                              std::size_t i) {
    const std::size_t next = i + 1 < all.size() ? all[i + 1].span.begin : text.size();
    if (all[i].span.end >= next) return {};
    std::string_view words =
        text.substr(all[i].span.end, next - all[i].span.end).substr(0, kFarthest);
    for (const std::string_view mark : kFigureMarks) {
        const std::size_t at = words.find(mark);
        if (at != std::string_view::npos) words = words.substr(0, at);
    }
    return trimmed(words);
}

bool same_unit(std::string_view text, const Quantity& a, const Quantity& b) {
    if (a.kind != b.kind) return false;
    const std::string_view x = a.unit.of(text);
    const std::string_view y = b.unit.of(text);
    if (x.empty() || y.empty()) return false;
    return x.starts_with(y) || y.starts_with(x);
}

int written_places(std::string_view text, const Quantity& q) {
    const std::string_view digits = q.number.of(text);
    const std::size_t point = digits.find('.');
    if (point == std::string_view::npos) return 0;
    int places = 0;
    for (std::size_t i = point + 1; i < digits.size() && digits[i] >= '0' && digits[i] <= '9'; ++i)
        ++places;
    return places;
}

Decimal half_step(std::string_view text, const Quantity& q) {
    const int places = written_places(text, q);
    // The power of ten of the scale behind the digits.
    const std::string_view number = q.number.of(text);
    std::size_t size = 0;
    while (size < number.size() && ((number[size] >= '0' && number[size] <= '9') ||
                                    number[size] == '.' || number[size] == ','))
        ++size;
    int scale = 0;
    if (const auto digits = Decimal::parse(number.substr(0, size)); digits && !digits->is_zero()) {
        while (scale < 13 && digits->scaled(scale) != q.value) ++scale;
        if (scale == 13) scale = 0;
    }
    if (places == 0 && scale == 0 && q.kind == QuantityKind::kCount) return {};
    return Decimal(5, scale - places - 1);
}

}  // namespace duban
