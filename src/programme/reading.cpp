#include "programme/reading.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.h"
#include "programme/changes.h"
#include "programme/link.h"
#include "programme/match.h"
#include "programme/subject.h"

namespace duban {
namespace {

constexpr std::size_t kMostCandidates = 8;  // of a question
constexpr double kSameWords = 0.6;

std::string_view unit_of(const Task& task, const Quantity& q) {
    return q.family == UnitFamily::kPercent ? std::string_view("%")
                                            : q.unit.of(task.clean(Column::kProgress));
}

std::string phrase_text(const Task& task, const Quantity& q) {
    const std::string_view text = task.clean(Column::kProgress);
    return std::string(trimmed(clause_at(text, q.span.begin).of(text)));
}

// The words of a phrase that stay from month to month.
std::string lasting(std::string_view phrase) { return masked(phrase, false); }

std::string key_of(const ReadTarget& t) { return t.title + "\t" + t.promise + "\t" + t.text; }

ReadTarget described(const Understanding& u, std::size_t index) {
    const Target& t = u.targets[index];
    const Task& task = u.task_of(t);
    const std::string_view text = task.clean(t.cell);
    ReadTarget out;
    out.title = without_blanks(task.clean(Column::kTask));
    out.promise = without_blanks(t.clause.of(text));
    out.text = without_blanks(t.place.of(text));
    out.target = static_cast<int>(index);
    return out;
}

ReportedFigure reported(const Task& task, std::size_t quantity) {
    const Quantity& q = task.of(Column::kProgress)[quantity];
    const Text& cell = task.cell(Column::kProgress);
    const Span raw = cell.raw_span(q.span);
    ReportedFigure out;
    out.text = raw.of(cell.raw);
    out.phrase = phrase_text(task, q);
    out.begin = static_cast<std::uint32_t>(code_points(cell.raw.substr(0, raw.begin)));
    out.end = out.begin + static_cast<std::uint32_t>(code_points(out.text));
    out.quantity = static_cast<int>(quantity);
    return out;
}

// The quantities of the row's report that could answer the target at all.
std::vector<std::size_t> comparable_figures(const Understanding& u, const Target& t) {
    std::vector<std::size_t> out;
    const Task& task = u.task_of(t);
    const auto& all = task.of(Column::kProgress);
    if (all.size() > kMostFigures) return out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (comparable(t.family, t.unit, all[i].family, unit_of(task, all[i]))) out.push_back(i);
    }
    return out;
}

// The figure in the report of the target's row, -1 where it is not there (or more than once).
int find_figure(const Understanding& u, const Target& t, const ReportedFigure& figure,
                bool earlier) {
    const Task& task = u.task_of(t);
    const std::vector<std::size_t> figures = comparable_figures(u, t);
    const auto only = [&](const auto& fits) {
        int found = -1;
        for (const std::size_t i : figures) {
            if (!fits(i)) continue;
            if (found >= 0) return -1;
            found = static_cast<int>(i);
        }
        return found;
    };
    const auto& all = task.of(Column::kProgress);
    if (!earlier) {
        const Text& cell = task.cell(Column::kProgress);
        const int same_place = only([&](std::size_t i) {
            const Span raw = cell.raw_span(all[i].span);
            return raw.of(cell.raw) == figure.text &&
                   code_points(cell.raw.substr(0, raw.begin)) == figure.begin;
        });
        if (same_place >= 0) return same_place;
        return only([&](std::size_t i) {
            return cell.raw_slice(all[i].span) == figure.text &&
                   phrase_text(task, all[i]) == figure.phrase;
        });
    }
    const std::string words = lasting(figure.phrase);
    const int same_words =
        only([&](std::size_t i) { return lasting(phrase_text(task, all[i])) == words; });
    if (same_words >= 0) return same_words;
    // The words of the clause, a little changed: one that is clearly closest.
    const Pairs pairs = pairs_of(figure.phrase);
    double best = 0;
    double second = 0;
    int found = -1;
    for (const std::size_t i : figures) {
        const double like = alike(pairs, pairs_of(phrase_text(task, all[i])));
        if (like > best) {
            second = best;
            best = like;
            found = static_cast<int>(i);
        } else {
            second = std::max(second, like);
        }
    }
    return best >= kSameWords && second + 0.15 <= best ? found : -1;
}

void tie(Understanding& u, Target& t, int quantity) {
    const Task& task = u.task_of(t);
    const Quantity& q = task.of(Column::kProgress)[static_cast<std::size_t>(quantity)];
    // Of a surplus the result was worked out when it was tied.
    if (quantity != t.result_quantity || !t.result) t.result = q.value;
    t.result_quantity = quantity;
    t.result_likeness = std::max(t.result_likeness, kSameWords);
    t.certain = true;
    t.larger_elsewhere = false;
    t.other_unit = t.other_subject = -1;
    t.subject_change = SubjectChange::kNone;
    t.mention = sentence_at(task.clean(Column::kProgress), q.span.begin);
}

void untie(Target& t) {
    t.result_quantity = -1;
    t.result.reset();
    t.certain = true;
    t.larger_elsewhere = false;
    t.subject_change = SubjectChange::kNone;
}

bool rejects(const ReadTarget& read, const std::string& phrase, bool earlier) {
    return std::any_of(read.rejected.begin(), read.rejected.end(), [&](const std::string& no) {
        return earlier ? lasting(no) == lasting(phrase) : no == phrase;
    });
}

// Figures that could be meant, the likeliest first: not those that surely answer another target.
std::vector<ReportedFigure> candidates_for(const Understanding& u, const Target& t) {
    const Task& task = u.task_of(t);
    const TaskView& view = u.views[static_cast<std::size_t>(t.task)];
    const auto& all = task.of(Column::kProgress);
    struct Candidate {
        double like;
        std::size_t quantity;
    };
    std::vector<Candidate> list;
    for (const std::size_t i : comparable_figures(u, t)) {
        const bool mine = t.result_quantity == static_cast<int>(i);
        const bool taken = std::any_of(view.targets.begin(), view.targets.end(), [&](int other) {
            const Target& o = u.targets[static_cast<std::size_t>(other)];
            return !mine && o.certain && o.result_quantity == static_cast<int>(i);
        });
        const double like = likeness(t, view.phrases[2][i]);
        // Of a target without a tie only what has some of its words.
        const bool far = !mine && t.other_subject != static_cast<int>(i) && like < 0.15;
        if (taken || far || all[i].mode == Mode::kShareOfGoal) continue;
        list.push_back({mine ? 2.0 : like, i});
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Candidate& a, const Candidate& b) { return a.like > b.like; });
    if (list.size() > kMostCandidates) list.resize(kMostCandidates);
    std::vector<ReportedFigure> out;
    for (const Candidate& c : list) {
        out.push_back(reported(task, c.quantity));
        out.back().id = static_cast<char>('a' + (out.size() - 1));
    }
    return out;
}

// Returns whether the reading settles the tie.
bool settle(Understanding& u, Target& t, const ReadTarget& read, bool earlier, Applied& applied) {
    if (!read.confirmed) {
        // What was computed and sure when it was saved.
        if (!read.result || (earlier && t.certain)) return false;
        const int quantity = find_figure(u, t, *read.result, earlier);
        if (quantity < 0 || quantity == t.result_quantity) return false;
        tie(u, t, quantity);
        compare_subject(u, t);
        return false;
    }
    if (read.result) {
        const int quantity = find_figure(u, t, *read.result, earlier);
        if (quantity < 0) {
            ++applied.lost;
            return false;
        }
        tie(u, t, quantity);
        return true;
    }
    // None of those that were there is the answer: settled as long as no other figure came.
    for (const ReportedFigure& figure : candidates_for(u, t)) {
        if (rejects(read, figure.phrase, earlier)) continue;
        ++applied.lost;
        return false;
    }
    untie(t);
    return true;
}

std::optional<Doubt> doubt_of(const Understanding& u, const Target& t) {
    if (t.result && t.subject_change >= SubjectChange::kOtherName) return Doubt::kOtherThing;
    if (t.certain) return std::nullopt;
    if (t.result) {
        // The subject word for word before the figure leaves nothing to ask.
        const Phrase& phrase = u.views[static_cast<std::size_t>(t.task)]
                                   .phrases[2][static_cast<std::size_t>(t.result_quantity)];
        const std::string_view left = phrase.left.of(u.task_of(t).clean(Column::kProgress));
        const bool named = code_points(t.subject) >= 2 && contains(left, t.subject);
        return named ? std::nullopt : std::optional(Doubt::kUnlike);
    }
    if (t.other_subject >= 0) return Doubt::kOtherThing;
    if (t.verdict == Verdict::kNotReported || t.verdict == Verdict::kUnverifiable)
        return Doubt::kNotTied;
    return std::nullopt;
}

}  // namespace

std::string_view name_of(Doubt doubt) {
    constexpr std::array<std::string_view, 4> kNames{"unlike", "not-tied", "other-thing", "lost"};
    return kNames[static_cast<std::size_t>(doubt)];
}

Applied apply_reading(Understanding& u, const Reading& reading, bool earlier) {
    Applied applied;
    applied.same_document = !earlier;
    applied.targets = reading.targets.size();
    applied.settled_by.resize(u.targets.size(), nullptr);
    applied.lost_at.resize(u.targets.size(), false);
    // Equal keys are taken in the order in which they stand.
    std::unordered_map<std::string, std::pair<std::size_t, std::vector<const ReadTarget*>>> read;
    for (const ReadTarget& t : reading.targets) read[key_of(t)].second.push_back(&t);
    std::vector<const ReadTarget*> found(u.targets.size(), nullptr);
    for (std::size_t i = 0; i < u.targets.size(); ++i) {
        if (!u.targets[i].value) continue;
        const auto entry = read.find(key_of(described(u, i)));
        if (entry == read.end()) continue;
        auto& [next, list] = entry->second;
        if (next == list.size()) continue;
        found[i] = list[next++];
        ++applied.found;
    }
    applied.fits = applied.targets == 0 ||
                   (earlier ? applied.found > 0 : 2 * applied.found >= applied.targets);
    if (!applied.fits) return applied;
    for (std::size_t i = 0; i < u.targets.size(); ++i) {
        // An open question settles nothing.
        if (found[i] == nullptr || found[i]->doubt) continue;
        const std::size_t lost = applied.lost;
        if (settle(u, u.targets[i], *found[i], earlier, applied)) {
            applied.settled_by[i] = found[i];
            ++applied.confirmed;
        }
        applied.lost_at[i] = applied.lost > lost;
    }
    return applied;
}

Reading make_reading(const Understanding& u, const Applied& applied) {
    Reading out;
    out.title = u.programme->title;
    out.period = u.programme->period();
    for (std::size_t i = 0; i < u.targets.size(); ++i) {
        const Target& t = u.targets[i];
        if (!t.value) continue;
        ReadTarget read = described(u, i);
        if (t.result_quantity >= 0)
            read.result = reported(u.task_of(t), static_cast<std::size_t>(t.result_quantity));
        const bool known = i < applied.settled_by.size();
        const ReadTarget* settled = known ? applied.settled_by[i] : nullptr;
        if (settled != nullptr) {
            read.confirmed = true;
            read.rejected = settled->rejected;
        } else {
            auto doubt = doubt_of(u, t);
            // Where the words of another month are not there, what is sure by itself is not asked.
            if (known && applied.lost_at[i] && applied.same_document) doubt = Doubt::kLost;
            if (doubt) read.candidates = candidates_for(u, t);
            if (!read.candidates.empty()) read.doubt = doubt;
        }
        out.targets.push_back(std::move(read));
    }
    return out;
}

}  // namespace duban
