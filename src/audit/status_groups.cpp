#include "audit/status_groups.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "programme/clause.h"

namespace duban {
namespace {

struct Found {
    StatusGroup group = StatusGroup::kNone;
    std::string rest;  // the words without the one found
};

Found find_group(std::string_view words) {
    if (words.empty()) return {};
    const detail::CharacterFilter filter(words);
    for (const StatusGroupWord& w : kStatusGroupWords) {
        if (!filter.may_hold(w.word)) continue;
        const std::size_t at = find_word(words, w.word);
        if (at == std::string_view::npos) continue;
        Found f{w.group, std::string(words)};
        f.rest.erase(at, w.word.size());
        return f;
    }
    return {};
}

// Words that run on to the next figure are that one's.
std::string_view own_words_behind(std::string_view text, const std::vector<Quantity>& all,
                                  std::size_t i) {
    const std::string_view words = words_behind(text, all, i);
    const bool runs_on = i + 1 < all.size() && !words.empty() &&
                         words.data() + words.size() == text.data() + all[i + 1].span.begin;
    return runs_on ? std::string_view{} : words;
}

// What is counted is what the whole counts, or nothing is said of it.
bool same_things(std::string rest, std::string_view noun, StatusGroup group, const Pairs& whole) {
    for (const std::string_view filler : kStatusFillers) {
        for (std::size_t at = rest.find(filler); at != std::string::npos; at = rest.find(filler))
            rest.erase(at, filler.size());
    }
    Pairs mine = pairs_of(rest);
    // Behind the rest stands what becomes of it.
    if (group != StatusGroup::kRest) merge(mine, pairs_of(noun));
    return mine.empty() || shared(mine, whole) > 0;
}

}  // namespace

StatusGroup status_group(std::string_view text, const std::vector<Quantity>& all, std::size_t i) {
    const std::string_view left = words_before(text, all, i);
    if (contains_any(left, kNotCounted)) return StatusGroup::kNone;
    const StatusGroup before = find_group(left).group;
    if (before != StatusGroup::kNone) return before;
    return find_group(own_words_behind(text, all, i)).group;
}

StatusCount status_count(std::string_view text, const std::vector<Quantity>& all,
                         const Statement& statement, int whole) {
    StatusCount count;
    Pairs whole_words;
    const auto take_whole = [&](std::size_t i) {
        count.several_wholes = count.whole >= 0;
        count.whole = static_cast<int>(i);
        whole_words = pairs_of(words_before(text, all, i));
        merge(whole_words, pairs_of(words_behind(text, all, i)));
    };
    if (whole >= 0) take_whole(static_cast<std::size_t>(whole));
    for (std::size_t i = statement.first; i < statement.last; ++i) {
        const Quantity& q = all[i];
        if (q.kind != QuantityKind::kCount || q.unit.empty()) continue;
        const std::string_view left = words_before(text, all, i);
        const std::string_view right = own_words_behind(text, all, i);
        const StatusGroup group = status_group(text, all, i);
        if (group == StatusGroup::kNone) {
            // A whole stands before its parts.
            if (contains_any(left, kNotCounted) && !count.parts.empty()) continue;
            if (!count.parts.empty()) continue;
            take_whole(i);
            continue;
        }
        if (count.whole < 0) {
            // A count of what is done, with nothing that it is of.
            if (count.parts.empty() && group == StatusGroup::kRest) continue;
        } else if (!same_unit(text, all[static_cast<std::size_t>(count.whole)], q)) {
            continue;
        }
        Found here = find_group(left);
        const bool before = here.group != StatusGroup::kNone;
        if (!before) here = find_group(right);
        // A count of other things leaves the list open.
        if (count.whole >= 0 &&
            !same_things(before ? here.rest : std::string(left) + here.rest,
                         before ? right : std::string_view{}, group, whole_words)) {
            count.open = true;
            continue;
        }
        const bool subset = contains_any(left, kSubset);
        if (subset && !count.parts.empty()) {
            count.nested = true;
            continue;
        }
        count.open = count.open || q.comparator != Comparator::kEqual || q.rounded;
        count.parts.push_back(i);
        count.groups.push_back(group);
    }
    if (count.parts.empty()) return count;
    const std::uint32_t from = count.whole >= 0
                                   ? all[static_cast<std::size_t>(count.whole)].span.end
                                   : statement.span.begin;
    const std::string_view list = text.substr(from, statement.span.end - from);
    count.open = count.open || contains_any(list, kOpenListWords);
    return count;
}

}  // namespace duban
