// Clauses, sentences and subjects: what a number in a text speaks of.
//
// Two subjects are compared by the pairs of neighbouring ideographs that they share, after turns of
// speech that every report is full of (complete, carry out, the whole city) are taken out. That
// needs no segmenter and is not put off by a word more or less.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "extraction/quantity.h"

namespace duban {

// Sentences end at full stops, semicolons and line breaks; clauses at commas too.
std::vector<Span> sentences_of(std::string_view text);
std::vector<Span> clauses_of(std::string_view text, Span within);
// The sentence or clause of the text that the byte lies in.
Span sentence_at(std::string_view text, std::uint32_t at);
Span clause_at(std::string_view text, std::uint32_t at);

// Pairs of neighbouring ideographs, sorted, each once.
using Pairs = std::vector<std::uint32_t>;
Pairs pairs_of(std::string_view text);
void merge(Pairs& into, const Pairs& more);
// How many of `these` are in `those`.
std::size_t shared(const Pairs& these, const Pairs& those);
// Share of `these` that is in `those`; 0 where these are empty.
double covered(const Pairs& these, const Pairs& those);

// One sentence of a cell with the pairs of its subject words. In a report also what is said there
// to be still awaited or to have fallen away, empty where nothing is.
struct Sentence {
    Span span;
    Pairs pairs;
    Span waiting;
    Span fell_away;
    bool waits_for_a_step = false;  // "to be ... once ...": what follows may be beside the promise
};

// The phrase that a quantity counts: from the end of the quantity before it or the beginning of its
// clause to the beginning of the next quantity or the end of the clause, number and unit left out.
struct Phrase {
    Span left;
    Span right;
    Pairs pairs;  // of both sides
    Pairs core;   // of the nearest characters on both sides: the noun that is counted
    const Sentence* sentence =
        nullptr;  // that it stands in, never null; owned by the list of sentences
};
Phrase phrase_of(std::string_view text, const std::vector<Quantity>& all, std::size_t index,
                 const std::vector<Sentence>& sentences);

// The words of a phrase as a subject to show: without the verbs in front and the comparator.
std::string subject_text(std::string_view text, const Phrase& phrase);

}  // namespace duban
