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

// The noun of a rate: the two characters that end with it, "" where there is none.
std::string_view rate_noun(std::string_view text, const Phrase& phrase) {
    const std::string_view left = phrase.left.of(text);
    std::size_t end = std::string_view::npos;
    if (!contains_any(left, kRateEnds)) return {};
    for (const std::string_view word : kRateEnds) {
        const std::size_t at = left.rfind(word);
        if (at != std::string_view::npos &&
            (end == std::string_view::npos || at + word.size() > end))
            end = at + word.size();
    }
    if (end == std::string_view::npos) return {};
    std::size_t from = end;
    for (int i = 0; i < 2 && from > 0; ++i) from -= decode_before(left, from).size;
    return left.substr(from, end - from);
}

}  // namespace

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
    const std::string_view a = rate_noun(task.clean(t.cell), mine);
    const std::string_view b = rate_noun(task.clean(cell), phrase);
    return !a.empty() && !b.empty() && a != b;
}

bool at_same_site(const Target& t, const Sentence& sentence) {
    return t.context.empty() || covered(t.context, sentence.pairs) >= 0.3;
}

bool bare_phrase(std::string_view text, const Phrase& phrase) {
    std::string left(phrase.left.of(text));
    if (left.find(kOfThem) != std::string::npos || contains_any(left, kPreparing)) return false;
    std::string right(phrase.right.of(text));
    for (std::string* words : {&left, &right}) {
        erase_words(*words, kUpToDay);
        erase_words(*words, kStarting);
        erase_words(*words, kFinishing);
        erase_words(*words, kInUse);
    }
    return pairs_of(left).empty() && pairs_of(right).size() < 2;
}

}  // namespace duban
