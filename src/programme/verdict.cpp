#include "programme/verdict.h"

#include <algorithm>

#include "base/text.h"
#include "programme/stage.h"
#include "programme/stage_words.h"
#include "programme/target_words.h"

namespace duban {
namespace {

// The first of the words that the sentence holds, as a span of the text; empty if none.
template <class Words>
Span find_words(std::string_view text, Span sentence, const Words& words) {
    const std::string_view part = sentence.of(text);
    for (std::size_t at = 0; at < part.size(); ++at) {
        const std::size_t size = word_at(part, at, words);
        if (size == 0) continue;
        const auto begin = sentence.begin + static_cast<std::uint32_t>(at);
        return {begin, begin + static_cast<std::uint32_t>(size)};
    }
    return {};
}

// "from 1 January 2023": a start that the sentence names later than the promised month of the
// programme's year; one in time sets `timely`.
Span later_start(std::string_view text, Span sentence, int year, int month, bool& timely) {
    const std::string_view part = sentence.of(text);
    for (const std::string_view from : kFrom) {
        for (std::size_t at = part.find(from); at != std::string_view::npos;
             at = part.find(from, at + from.size())) {
            std::size_t i = at + from.size();
            const auto number = [&]() {
                int n = -1;
                while (i < part.size() && part[i] == ' ') ++i;
                while (i < part.size() && part[i] >= '0' && part[i] <= '9' && n < 10000) {
                    n = (n < 0 ? 0 : n * 10) + (part[i] - '0');
                    ++i;
                }
                while (i < part.size() && part[i] == ' ') ++i;
                return n;
            };
            int y = number();
            int m = -1;
            if (y >= 1900 && part.substr(i).starts_with(kYearSign)) {
                i += kYearSign.size();
                m = number();
            } else {
                m = y;
                y = year;
            }
            if (m < 1 || m > 12 || !part.substr(i).starts_with(kMonthSign)) continue;
            if (y < year || (y == year && m <= month)) timely = true;
            if (y > year || (y == year && m > month)) {
                const auto begin = sentence.begin + static_cast<std::uint32_t>(at);
                return {begin, sentence.begin + static_cast<std::uint32_t>(i + kMonthSign.size())};
            }
        }
    }
    return {};
}

// "was completed in September": a month of completion that the sentence names after the promised
// one; empty where it names one in time too, or only a cut-off day.
Span completed_later(std::string_view text, Span sentence, int month) {
    Span late;
    for (const Span clause : clauses_of(text, sentence)) {
        const std::string_view words = clause.of(text);
        if (!contains_any(words, kCompleted)) continue;
        for (std::size_t at = find_word(words, kMonthSign); at != std::string_view::npos;) {
            // A month or a day of it; "from January to September" is no day of completion.
            std::size_t from = at;
            while (from > 0 && words[from - 1] >= '0' && words[from - 1] <= '9') --from;
            const bool several = ends_with_any(words.substr(0, from), kRangeSigns);
            const int named = at - from == 1   ? words[from] - '0'
                              : at - from == 2 ? (words[from] - '0') * 10 + words[from + 1] - '0'
                                               : 0;
            if (named >= 1 && named <= 12 && !several &&
                !contains_any(words.substr(0, from), kCutOff)) {
                if (named <= month) return {};
                if (late.empty())
                    late = {clause.begin + static_cast<std::uint32_t>(from),
                            clause.begin + static_cast<std::uint32_t>(at + kMonthSign.size())};
            }
            const std::size_t next = find_word(words.substr(at + kMonthSign.size()), kMonthSign);
            at = next == std::string_view::npos ? next : at + kMonthSign.size() + next;
        }
    }
    return late;
}

// Half of the last digit that is written.
Decimal half_step(const Quantity& how, std::string_view text) {
    const std::string_view digits = how.number.of(text);
    std::size_t places = 0;
    const std::size_t point = digits.find('.');
    if (point != std::string_view::npos) {
        for (std::size_t i = point + 1; i < digits.size() && digits[i] >= '0' && digits[i] <= '9';
             ++i)
            ++places;
    }
    int scale = 0;
    if (digits.find(kWan) != std::string_view::npos) scale = 4;
    if (digits.find(kYi) != std::string_view::npos) scale += 8;
    return {5, scale - static_cast<int>(places) - 1};
}

Verdict compare(const Understanding& u, const Target& t, const Quantity& result,
                std::string_view text) {
    const Decimal& want = *t.value;
    const std::string_view unit = result.unit.of(text);
    // What was worked out from another unit is as exact as it was written.
    const bool same = t.family == UnitFamily::kPercent || unit.empty() ||
                      same_unit(u.lexicon, unit, t.unit) || t.family != result.family;
    const Decimal slack =
        same ? Decimal() : value_in(u.lexicon, half_step(result, text), unit, t.unit);
    const Decimal have = (*t.result - want).abs() < slack ? want : *t.result;
    const bool upper = t.comparator == Comparator::kAtMost ||
                       t.comparator == Comparator::kLessThan || t.direction == Direction::kLess;
    if (upper) return have <= want ? Verdict::kMet : Verdict::kShort;
    if (same ? equal_as_written(want, have, result, text) : want == have) {
        return t.comparator == Comparator::kMoreThan && result.comparator == Comparator::kEqual
                   ? Verdict::kShort
                   : Verdict::kMet;
    }
    if (have < want) {
        // "Nearly" the figure is not the figure, but a floor of a count ("more than 280") may be.
        return Verdict::kShort;
    }
    if (t.comparator == Comparator::kAbout) {
        const auto ratio = have.divided(want, 3);
        if (ratio && *ratio < Decimal(105, -2)) return Verdict::kMet;
    }
    return Verdict::kExceeded;
}

// The total and the number of persons that the report gives make the amount for each.
bool per_head_from_total(const Target& t, const Task& task) {
    const auto& all = task.of(Column::kProgress);
    for (const Quantity& money : all) {
        if (money.family != UnitFamily::kMoney) continue;
        for (const Quantity& heads : all) {
            if ((heads.family == UnitFamily::kPerson || heads.family == UnitFamily::kHousehold) &&
                !heads.value.is_zero() && heads.value * *t.value == money.value)
                return true;
        }
    }
    return false;
}

// "to be fitted once the power supply is extended": waiting for something, in so many words.
Span once_something_is_done(std::string_view text, Span sentence) {
    constexpr std::size_t kReach = 60;  // bytes
    for (const Span clause : clauses_of(text, sentence)) {
        const std::string_view words = clause.of(text);
        const std::size_t at = find_word(words, kUntil);
        if (at == std::string_view::npos) continue;
        if (ends_with_any(words.substr(0, at + kUntil.size()), kNotUntil)) continue;
        const std::string_view rest = words.substr(at + kUntil.size(), kReach);
        const std::size_t then = find_word(rest, kThen);
        if (then == std::string_view::npos || starts_with_any(rest, kNotAwaited) != 0 ||
            rest.substr(0, then).ends_with(kThereupon))
            continue;
        const auto begin = clause.begin + static_cast<std::uint32_t>(at);
        return {begin, begin + static_cast<std::uint32_t>(kUntil.size() + then + kThen.size())};
    }
    return {};
}

// Enough of the subject stands in the sentence; less will do where no other promise of the row has
// as much of it.
bool speaks_most_of(const Understanding& u, const TaskView& view, const Sentence& s,
                    const Target& t) {
    const double mine = covered(t.own, s.pairs);
    if (mine >= 0.2) return true;
    if (mine < 0.12) return false;
    return std::none_of(view.targets.begin(), view.targets.end(), [&](int other) {
        const Target& o = u.targets[static_cast<std::size_t>(other)];
        return o.id != t.id && covered(o.own, s.pairs) >= mine;
    });
}

}  // namespace

bool equal_as_written(const Decimal& exact, const Decimal& written, const Quantity& how,
                      std::string_view text) {
    if (exact == written) return true;
    if (!how.rounded) return false;
    return (exact - written).abs() <= half_step(how, text);
}

void mark_awaited(std::string_view text, Sentence& sentence) {
    sentence.fell_away = find_words(text, sentence.span, kFellAway);
    // A minor part that waits ("some results not yet out") says nothing of the whole.
    if (!contains_any(sentence.span.of(text), kMinorWaiting))
        sentence.waiting = find_words(text, sentence.span, kWaiting);
    if (sentence.waiting.empty()) {
        sentence.waiting = once_something_is_done(text, sentence.span);
        sentence.waits_for_a_step = !sentence.waiting.empty();
    }
    if (sentence.waiting.of(text) == kWait &&
        starts_with_any(text.substr(sentence.waiting.end), kWaitingTimes) != 0) {
        sentence.waiting = {};
    }
}

void judge(Understanding& u, int index) {
    Target& t = u.targets[static_cast<std::size_t>(index)];
    const Task& task = u.task_of(t);
    const TaskView& view = u.views[static_cast<std::size_t>(t.task)];
    const std::string_view text = task.clean(Column::kProgress);
    const Programme& programme = *u.programme;
    if (t.value && t.result) t.ratio = t.result->divided(*t.value, 3);

    // The sentence that speaks of the target: that of its result, or else the one that is most like
    // it.
    const Sentence* speaks = nullptr;
    if (t.result_quantity >= 0) {
        speaks = view.phrases[2][static_cast<std::size_t>(t.result_quantity)].sentence;
    } else if (!t.mention.empty()) {
        speaks = &*std::find_if(view.sentences[2].begin(), view.sentences[2].end(),
                                [&](const Sentence& s) { return s.span == t.mention; });
    }
    if (speaks != nullptr) {
        const Span fell = speaks->fell_away;
        const bool firm =
            t.commitment == Commitment::kFirm || t.commitment == Commitment::kBestEffort;
        if (!fell.empty() && (!firm || !t.value)) {
            t.waiting = fell;
            t.verdict = Verdict::kVoid;
            return;
        }
        if (t.result_quantity >= 0) {
            // "Once all are in use 5400 places can be offered": not yet.
            const auto& all = task.of(Column::kProgress);
            const Span clause =
                clause_at(text, all[static_cast<std::size_t>(t.result_quantity)].span.begin);
            // Allocated is not paid.
            if (t.family == UnitFamily::kMoney &&
                contains_any(t.clause.of(task.clean(t.cell)), kPays) &&
                contains_any(clause.of(text), kAllocates) &&
                !contains_any(clause.of(text), kPays)) {
                t.verdict = Verdict::kPending;
                return;
            }
            const Span once = find_words(text, clause, kOnceDone);
            if (!once.empty()) {
                t.waiting = once;
                t.verdict = Verdict::kPending;
                return;
            }
        }
        const bool reached =
            speaks->waits_for_a_step &&
            (t.result
                 ? compare(u, t,
                           task.of(Column::kProgress)[static_cast<std::size_t>(t.result_quantity)],
                           text) != Verdict::kShort
                 : contains_any(speaks->span.of(text), kAllDone));
        if (!speaks->waiting.empty() && !reached) {
            t.waiting = speaks->waiting;
            t.verdict = Verdict::kPending;
            return;
        }
    }
    if (t.result_quantity < 0) {
        // A sentence that waits and speaks of it, if less than another does.
        for (const Sentence& s : view.sentences[2]) {
            if (s.waiting.empty() || s.waits_for_a_step || !speaks_most_of(u, view, s, t)) continue;
            t.waiting = s.waiting;
            t.verdict = Verdict::kPending;
            return;
        }
    }
    if (view.sentences[2].size() == 1 && t.result_quantity < 0) {
        // A report of one sentence speaks of the task as a whole.
        const Span waiting = view.sentences[2][0].waiting;
        if (!waiting.empty() && t.result_likeness > 0) {
            t.waiting = waiting;
            t.verdict = Verdict::kPending;
            return;
        }
    }
    if (t.due_by && t.due_month != 0 && speaks != nullptr) {
        const Span late = completed_later(text, speaks->span, t.due_month);
        if (!late.empty()) {
            t.late_place = late;
            t.verdict = Verdict::kLate;
            return;
        }
    } else if (t.due_month != 0 && programme.year != 0) {
        // A start in time, anywhere in the report, settles it.
        bool timely = false;
        Span late;
        for (const Sentence& s : view.sentences[2]) {
            const Span here = later_start(text, s.span, programme.year, t.due_month, timely);
            if (late.empty() && covered(t.own, s.pairs) >= 0.15) late = here;
        }
        if (!late.empty() && !timely) {
            t.late_place = late;
            t.verdict = Verdict::kLate;
            return;
        }
    }
    if (!t.value) {
        t.verdict = Verdict::kNotQuantified;
        return;
    }
    if (!t.joint_with.empty()) {
        t.verdict = Verdict::kUnverifiable;
        return;
    }
    if (!t.result && t.family == UnitFamily::kMoney && per_head_from_total(t, task)) {
        t.verdict = Verdict::kMet;
        return;
    }
    if (!t.result && !t.named_done.empty()) {
        t.verdict = Verdict::kMet;
        return;
    }
    // One thing that is still at an earlier stage is not there.
    if (!t.result && *t.value == Decimal(1) && !t.each && stage_below_for_one(task, t)) {
        t.verdict = Verdict::kShort;
        return;
    }
    if (!t.result) {
        const bool money_reported =
            std::any_of(task.of(Column::kProgress).begin(), task.of(Column::kProgress).end(),
                        [](const Quantity& q) { return q.family == UnitFamily::kMoney; });
        const double spoken = t.mention.empty() ? 0 : covered(t.own, u.pairs(t.mention.of(text)));
        const bool money = t.family == UnitFamily::kMoney && money_reported;
        t.verdict = (money && !t.derived) || spoken >= 0.85 || t.other_unit >= 0 ||
                            t.other_subject >= 0 || (t.each && spoken >= 0.5)
                        ? Verdict::kUnverifiable
                        : Verdict::kNotReported;
        return;
    }
    // Of nothing promised nothing can be more.
    if (t.value->is_zero() && t.direction != Direction::kLess) {
        t.verdict = t.result->is_zero() ? Verdict::kMet : Verdict::kUnverifiable;
        return;
    }
    t.verdict = compare(
        u, t, task.of(Column::kProgress)[static_cast<std::size_t>(t.result_quantity)], text);
    // Another figure, or the figures together, would reach it: the tie does not tell.
    if (t.verdict == Verdict::kShort && t.larger_elsewhere) t.verdict = Verdict::kUnverifiable;
    // Nor does a length of time in a unit that does not convert (days, working days).
    if (t.verdict == Verdict::kShort && t.family == UnitFamily::kTime &&
        !converted(
            Decimal(1), t.unit,
            task.of(Column::kProgress)[static_cast<std::size_t>(t.result_quantity)].unit.of(text)))
        t.verdict = Verdict::kUnverifiable;
    // Nor does a figure of other things, or of the same things at an earlier stage.
    if (t.subject_change >= SubjectChange::kWiderClass ||
        (t.verdict != Verdict::kShort && stage_below(task, t)))
        t.verdict = Verdict::kUnverifiable;
}

}  // namespace duban
