// What the words of a clause of prose say: that something was done, is still to come, was promised.
// Each returns where the word stands, npos where none does. The words are tables in prose_words.h
// and clause_words.h.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "extraction/period.h"

namespace duban {

// The first place of any of the words.
template <class Words>
std::size_t first_of(std::string_view text, const Words& words) {
    std::size_t first = std::string_view::npos;
    for (const std::string_view word : words) first = std::min(first, find_word(text, word));
    return first;
}

// Not where the next words deny it.
std::size_t done_at(std::string_view text);
// What is planned as a noun ("the planned tasks", "90% of the year's plan") is none.
std::size_t will_at(std::string_view text);
// Also "must" as a verb.
std::size_t promise_at(std::string_view text);
// Whether it is held against the goal ("90% of the year's goal").
bool of_the_goal(std::string_view text);
// The first period that the text names.
std::optional<Period> period_in(std::string_view text);

}  // namespace duban
