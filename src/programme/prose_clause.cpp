#include "programme/prose_clause.h"

#include "programme/clause.h"
#include "programme/clause_words.h"
#include "programme/prose_words.h"

namespace duban {
namespace {

// Where "must" stands as a verb of the promise, npos where it does not.
std::size_t must_at(std::string_view text) {
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t found = find_word(text.substr(from), kMustWord);
        if (found == std::string_view::npos) break;
        const std::size_t at = from + found;
        from = at + kMustWord.size();
        if (starts_with_any(text.substr(from), kAfterNoMust) == 0 &&
            !ends_with_any(text.substr(0, at), kBeforeNoMust))
            return at;
    }
    return std::string_view::npos;
}

}  // namespace

std::size_t done_at(std::string_view text) {
    std::size_t first = std::string_view::npos;
    for (const std::string_view word : kDoneWords) {
        for (std::size_t from = 0;;) {
            const std::size_t found = find_word(text.substr(from), word);
            if (found == std::string_view::npos) break;
            const std::size_t at = from + found;
            from = at + word.size();
            if (starts_with_any(text.substr(at), kNotDone) != 0) continue;
            first = std::min(first, at);
            break;
        }
    }
    return first;
}

std::size_t will_at(std::string_view text) {
    std::size_t first = first_of(text, kWillWords);
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t found = find_word(text.substr(from), kPlanned);
        if (found == std::string_view::npos) break;
        const std::size_t at = from + found;
        from = at + kPlanned.size();
        if (starts_with_any(text.substr(from), kPlannedNouns) != 0 ||
            ends_with_any(text.substr(0, at), kBeforePlan))
            continue;
        first = std::min(first, at);
        break;
    }
    return first;
}

std::size_t promise_at(std::string_view text) {
    return std::min(first_of(text, kPromiseWords), must_at(text));
}

bool of_the_goal(std::string_view text) {
    const bool percent = contains(text, kPercentSign);
    return std::any_of(kOfTheGoal.begin(), kOfTheGoal.end(), [&](std::string_view word) {
        return (percent || !word.ends_with(kOfWord)) && contains(text, word);
    });
}

std::optional<Period> period_in(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const bool fresh = at == 0 || !is_ascii_digit(text[at - 1]);
        if (fresh) {
            if (const auto match = parse_period(text.substr(at, 96))) return match->period;
        }
        at += decode_at(text, at).size;
    }
    return std::nullopt;
}

}  // namespace duban
