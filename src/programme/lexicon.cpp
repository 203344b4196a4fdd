#include "programme/lexicon.h"

#include <algorithm>
#include <iterator>

namespace duban {

SubjectNames::SubjectNames(const Lexicon& lexicon) {
    for (const Lexicon::Synonym& s : lexicon.subjects) {
        Pairs word = pairs_of(s.word);
        if (!word.empty()) names_.emplace_back(std::move(word), pairs_of(s.stands_for));
    }
}

void SubjectNames::settle(Pairs& pairs) const {
    for (const auto& [word, stands_for] : names_) {
        if (!std::includes(pairs.begin(), pairs.end(), word.begin(), word.end())) continue;
        Pairs rest;
        std::set_difference(pairs.begin(), pairs.end(), word.begin(), word.end(),
                            std::back_inserter(rest));
        merge(rest, stands_for);
        pairs = std::move(rest);
    }
}

}  // namespace duban
