#include "programme/subject.h"

#include <algorithm>

#include "base/text.h"
#include "programme/link_tools.h"
#include "programme/subject_words.h"

namespace duban {
namespace {

std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t generic = starts_with_any(text.substr(at), kGenericNouns);
        if (generic != 0) {
            at += generic;
            continue;
        }
        const CodePoint c = decode_at(text, at);
        if (is_han(c.value)) out.append(text.substr(at, c.size));
        at += c.size;
    }
    return out;
}

bool share_a_character(std::string_view a, std::string_view b) {
    for (std::size_t at = 0; at < a.size();) {
        const CodePoint c = decode_at(a, at);
        if (contains(b, a.substr(at, c.size))) return true;
        at += c.size;
    }
    return false;
}

// Names in quotation marks, with what stands behind them.
struct Named {
    Span name;
    Span behind;
};
std::vector<Named> quoted(std::string_view text, Span within) {
    constexpr std::size_t kNounBytes = 24;
    std::vector<Named> out;
    std::size_t at = within.begin;
    while (out.size() < 8) {
        const std::size_t open = text.find(kQuoteBegin, at);
        if (open == std::string_view::npos || open >= within.end) break;
        const std::size_t name = open + kQuoteBegin.size();
        const std::size_t close = text.find(kQuoteEnd, name);
        if (close == std::string_view::npos || close >= within.end) break;
        at = close + kQuoteEnd.size();
        const Span clause = clause_at(text, static_cast<std::uint32_t>(at));
        const auto end = static_cast<std::uint32_t>(
            std::min({std::size_t{clause.end}, text.size(), at + kNounBytes}));
        out.push_back(
            {{static_cast<std::uint32_t>(name), static_cast<std::uint32_t>(close)},
             {static_cast<std::uint32_t>(at), std::max(end, static_cast<std::uint32_t>(at))}});
    }
    return out;
}

// The same activity under another name in quotation marks.
bool other_name(const Task& task, Target& t, const Phrase& reported) {
    const std::string_view report = task.clean(Column::kProgress);
    const auto theirs = quoted(report, {reported.left.begin, reported.right.end});
    if (theirs.empty()) return false;
    for (const Column c : {Column::kTask, Column::kMeasures, Column::kPlan}) {
        const std::string_view text = task.clean(c);
        for (const Named& mine : quoted(text, {0, static_cast<std::uint32_t>(text.size())})) {
            const std::string_view name = mine.name.of(text);
            if (contains(report, name)) continue;
            const Pairs noun = pairs_of(mine.behind.of(text));
            for (const Named& other : theirs) {
                const std::string_view said = other.name.of(report);
                if (share_a_character(said, name) && shared(pairs_of(said), pairs_of(name)) > 0)
                    continue;
                if (contains(task.clean(Column::kTask), said) ||
                    contains(task.clean(Column::kMeasures), said) ||
                    contains(task.clean(Column::kPlan), said))
                    continue;
                if (noun.size() < 2 || covered(noun, pairs_of(other.behind.of(report))) < 0.6)
                    continue;
                t.subject_change = SubjectChange::kOtherName;
                t.changed_cell = c;
                t.changed_from = {mine.name.begin, mine.name.end};
                t.changed_to = {other.name.begin, other.name.end};
                return true;
            }
        }
    }
    return false;
}

// A narrower class was promised than is reported.
bool wider_class(const Task& task, Target& t, const Phrase& promised, const Phrase& reported) {
    const std::string_view report = task.clean(Column::kProgress);
    const std::string_view measures = task.clean(Column::kMeasures);
    const Span phrase{promised.left.begin, promised.right.end};
    const Span answer{reported.left.begin, reported.right.end};
    const auto found = [&](std::string_view word) {
        const std::size_t at = find_word(phrase.of(measures), word);
        if (at == std::string_view::npos) return Span{};
        const auto begin = phrase.begin + static_cast<std::uint32_t>(at);
        return Span{begin, begin + static_cast<std::uint32_t>(word.size())};
    };
    // The noun behind the word comes again without it: a report that leaves the noun out as well
    // only speaks briefly.
    const auto noun_repeated = [&](Span from) {
        std::string_view behind = measures.substr(from.end);
        behind.remove_prefix(starts_with_any(behind, kQualifierTails));
        std::size_t size = 0;
        for (int i = 0; i < 2 && size < behind.size(); ++i) {
            const CodePoint c = decode_at(behind, size);
            if (!is_han(c.value)) break;
            size += c.size;
        }
        const std::string_view noun = behind.substr(0, size);
        return !noun.empty() && starts_with_any(noun, kGenericNouns) == 0 &&
               contains(answer.of(report), noun);
    };
    const auto changed = [&](SubjectChange how, Span from) {
        t.subject_change = how;
        t.changed_from = from;
        t.changed_to = answer;
        return true;
    };
    for (const Qualifier& q : kQualifiers) {
        const Span from = found(q.word);
        if (!from.empty() && !contains(report, q.root) && noun_repeated(from))
            return changed(SubjectChange::kWiderClass, from);
    }
    for (const std::string_view level : kLevels) {
        const Span from = found(level);
        if (!from.empty() && !contains_any(phrase.of(measures), kLevelAndAbove) &&
            contains_any(answer.of(report), kLevelAndAbove))
            return changed(SubjectChange::kLevelAndAbove, from);
    }
    return false;
}

// The words next to the number: the noun that is counted.
std::string near(std::string_view text, const Phrase& phrase) {
    constexpr int kCharacters = 6;
    const std::string_view left = phrase.left.of(text);
    std::size_t from = left.size();
    for (int i = 0; i < kCharacters && from > 0; ++i) from -= decode_before(left, from).size;
    const std::string_view right = phrase.right.of(text);
    std::size_t end = 0;
    for (int i = 0; i < kCharacters && end < right.size(); ++i) end += decode_at(right, end).size;
    return std::string(left.substr(from)) + "|" + std::string(right.substr(0, end));
}

// The class beside the promised one.
bool sibling_class(const Task& task, Target& t, const Phrase& promised, const Phrase& reported) {
    const std::string_view report = task.clean(Column::kProgress);
    const std::string_view measures = task.clean(Column::kMeasures);
    const Span phrase{promised.left.begin, promised.right.end};
    const Span answer{reported.left.begin, reported.right.end};
    const std::string mine_near = near(measures, promised);
    const std::string theirs_near = near(report, reported);
    for (const auto& pair : kSiblings) {
        for (const bool swapped : {false, true}) {
            const std::string_view mine = pair[swapped ? 1 : 0];
            const std::string_view theirs = pair[swapped ? 0 : 1];
            if (!contains(mine_near, mine) || contains(measures, theirs) ||
                contains(report, mine) || !contains(theirs_near, theirs))
                continue;
            t.subject_change = SubjectChange::kOtherThing;
            t.changed_from = phrase;
            t.changed_to = answer;
            return true;
        }
    }
    return false;
}

// Another noun altogether stands with the figure, and the promised one nowhere in the report.
bool other_thing(const Task& task, Target& t, const Phrase& promised, const Phrase& reported) {
    constexpr std::size_t kLongEnough = 2;  // characters
    constexpr std::size_t kMoreThanAVerb = 4;
    const std::string_view report = task.clean(Column::kProgress);
    const Span phrase{promised.left.begin, promised.right.end};
    const Span answer{reported.left.begin, reported.right.end};
    if (bare_phrase(report, reported)) return false;
    const std::string mine = plain(t.subject);
    const std::string theirs = plain(reported.left.of(report)) + plain(reported.right.of(report));
    if (code_points(mine) < kLongEnough || code_points(theirs) < kMoreThanAVerb) return false;
    if (share_a_character(mine, theirs) || shared(pairs_of(mine), pairs_of(report)) > 0)
        return false;
    t.subject_change = SubjectChange::kOtherThing;
    t.changed_from = phrase;
    t.changed_to = answer;
    return true;
}

}  // namespace

void compare_subject(const Understanding& u, Target& t) {
    if (!t.value || !t.result || t.result_quantity < 0 || t.quantity < 0 ||
        t.cell != Column::kMeasures || t.extent || t.core.empty())
        return;
    const Task& task = u.task_of(t);
    const TaskView& view = u.views[static_cast<std::size_t>(t.task)];
    const Phrase& promised = view.phrases[0][static_cast<std::size_t>(t.quantity)];
    const Phrase& reported = view.phrases[2][static_cast<std::size_t>(t.result_quantity)];
    if (sibling_class(task, t, promised, reported) || other_name(task, t, reported)) return;
    // The very figure is hardly that of another thing.
    if (*t.result == *t.value || wider_class(task, t, promised, reported)) return;
    // What the office has named as the same is no other thing.
    if (!u.names.empty() && shared(t.pairs, reported.pairs) > 0) return;
    if (t.family != UnitFamily::kPercent) other_thing(task, t, promised, reported);
}

}  // namespace duban
