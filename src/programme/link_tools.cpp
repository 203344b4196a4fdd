#include "programme/link_tools.h"

#include "base/text.h"
#include "programme/target_words.h"

namespace duban {
namespace {

template <class Words>
void erase_words(std::string& text, const Words& words) {
    for (const std::string_view w : words) {
        for (std::size_t at = text.find(w); at != std::string::npos; at = text.find(w))
            text.erase(at, w.size());
    }
}

// The name of a rate before its figure, without the noun that it ends with; "" where there is none.
struct RateName {
    std::string name;
    bool proportion = false;  // not a "rate" but a proportion of a whole
};
RateName rate_name(std::string_view text, const Phrase& phrase) {
    Phrase left;
    left.left = phrase.left;
    RateName rate{subject_text(text, left)};
    std::size_t end = 0;
    std::size_t last = 0;
    for (const std::string_view word : kRateEnds) {
        const std::size_t at = rate.name.rfind(word);
        if (at == std::string::npos || at + word.size() <= last) continue;
        last = at + word.size();
        end = at;
        rate.proportion = word != kRateEnds[0];
    }
    rate.name.resize(end);
    return rate;
}

std::string_view last_character(std::string_view text) {
    return text.substr(text.size() - decode_before(text, text.size()).size);
}

}  // namespace

bool abbreviates(std::string_view brief, std::string_view full) {
    std::size_t at = 0;
    int many = 0;
    for (std::size_t i = 0; i < brief.size();) {
        const CodePoint c = decode_at(brief, i);
        if (is_han(c.value)) {
            const std::size_t found = find_word(full.substr(at), brief.substr(i, c.size));
            if (found == std::string_view::npos) return false;
            at += found + c.size;
            ++many;
        }
        i += c.size;
    }
    return many >= 2;
}

std::string_view before(std::string_view text, std::uint32_t at, std::uint32_t bytes) {
    const std::uint32_t from = at > bytes ? at - bytes : 0;
    return text.substr(from, at - from);
}

std::string_view unit_text(const Task& task, Column c, const Quantity& q) {
    return q.family == UnitFamily::kPercent ? std::string_view("%") : q.unit.of(task.clean(c));
}

bool in_brackets(std::string_view text, Span place) {
    const Span sentence = sentence_at(text, place.begin);
    const std::string_view left = text.substr(sentence.begin, place.begin - sentence.begin);
    const std::size_t open = left.rfind(kOpenParen);
    const std::size_t close = left.rfind(kCloseParen);
    return open != std::string_view::npos && (close == std::string_view::npos || close < open);
}

bool other_rate(const Understanding& u, const Target& t, const Task& task, Column cell,
                const Phrase& phrase) {
    if (t.family != UnitFamily::kPercent || t.quantity < 0) return false;
    const Phrase& mine = u.views[static_cast<std::size_t>(t.task)]
                             .phrases[text_index(t.cell)][static_cast<std::size_t>(t.quantity)];
    const RateName a = rate_name(task.clean(t.cell), mine);
    const RateName b = rate_name(task.clean(cell), phrase);
    if (a.name.empty() || b.name.empty() || (a.proportion && b.proportion)) return false;
    if (a.proportion == b.proportion && last_character(a.name) == last_character(b.name))
        return false;
    return !abbreviates(a.name, b.name) && !abbreviates(b.name, a.name);
}

bool at_same_site(const Target& t, const Sentence& sentence) {
    return t.context.empty() || covered(t.context, sentence.pairs) >= 0.3;
}

bool bare_phrase(std::string_view text, const Phrase& phrase) {
    std::string left(phrase.left.of(text));
    if (left.find(kOfThem) != std::string::npos || contains_any(left, kPreparing)) return false;
    std::string right(phrase.right.of(text));
    erase_words(left, kWorks);
    for (std::string* words : {&left, &right}) {
        erase_words(*words, kUpToDay);
        erase_words(*words, kStarting);
        erase_words(*words, kFinishing);
        erase_words(*words, kInUse);
        erase_words(*words, kPays);
        erase_words(*words, kFunds);
    }
    return pairs_of(left).empty() && pairs_of(right).size() < 2;
}

}  // namespace duban
