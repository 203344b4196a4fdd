// Words of one office: which measure words and which names it uses for one another, and what its
// words for the status mean. Empty by default, and then nothing looks at it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "programme/clause.h"
#include "programme/programme.h"

namespace duban {

struct Lexicon {
    struct Synonym {
        std::string word;
        std::string stands_for;  // never itself the word of another synonym
    };
    struct StatusMeaning {
        std::string words;  // without blanks
        ClaimedStatus status = ClaimedStatus::kUnknown;
    };
    std::vector<Synonym> units;
    std::vector<Synonym> subjects;
    std::vector<StatusMeaning> status;
};

// What the measure word stands for; itself where it has no synonym.
inline std::string_view settled_unit(const Lexicon& lexicon, std::string_view unit) {
    for (const Lexicon::Synonym& s : lexicon.units) {
        if (s.word == unit) return s.stands_for;
    }
    return unit;
}
inline bool same_unit(const Lexicon& lexicon, std::string_view a, std::string_view b) {
    if (a == b) return true;
    a = settled_unit(lexicon, a);
    b = settled_unit(lexicon, b);
    return a == b || converted(Decimal(1), a, b) == Decimal(1);
}
// The value in the target's unit; itself where the units do not convert.
inline Decimal value_in(const Lexicon& lexicon, const Decimal& value, std::string_view unit,
                        std::string_view target_unit) {
    if (unit == target_unit) return value;
    return converted(value, settled_unit(lexicon, unit), settled_unit(lexicon, target_unit))
        .value_or(value);
}

// The pairs of the subjects' names, worked out once for a document. Pairs that hold a whole name
// get those of what it stands for in their place.
class SubjectNames {
  public:
    SubjectNames() = default;
    explicit SubjectNames(const Lexicon& lexicon);
    [[nodiscard]] bool empty() const { return names_.empty(); }
    void settle(Pairs& pairs) const;

  private:
    std::vector<std::pair<Pairs, Pairs>> names_;
};

}  // namespace duban
