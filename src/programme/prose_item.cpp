#include "programme/prose_item.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "extraction/period.h"
#include "programme/clause.h"
#include "programme/clause_words.h"
#include "programme/import.h"
#include "programme/import_steps.h"
#include "programme/outline.h"
#include "programme/outline_words.h"
#include "programme/prose_clause.h"
#include "programme/prose_words.h"

namespace duban {
namespace {

constexpr int kYearIsOver = 11;  // from this month on a report tells of the whole year

enum class Kind : std::uint8_t { kNone, kMeasures, kPlan, kProgress, kOther };

struct Clause {
    Span span;  // with the mark that ends it
    Kind kind = Kind::kNone;
    bool title = false;
    bool begins = false;  // a sentence
    bool labelled = false;
};

Span span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::max(begin, end))};
}

class ItemReader {
  public:
    ItemReader(std::string_view raw, std::uint32_t mark, const Manner& manner)
        : whole_(repair(raw)), manner_(manner) {
        from_ = clean_at(mark);
    }

    void read(Task& task) {
        find_labels();
        split();
        classify();
        settle();
        cells(task);
        plan_items(task);
    }

    [[nodiscard]] ItemLabels labels() const {
        return {whole_.raw_slice(category_), whole_.raw_slice(number_)};
    }

  private:
    std::string_view text() const { return whole_.clean; }
    std::string_view of(Span s) const { return s.of(whole_.clean); }

    // The place in the repaired text of a place in the raw one.
    std::size_t clean_at(std::size_t raw) const {
        std::size_t low = 0;
        std::size_t high = whole_.clean.size();
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            const Span place = whole_.raw_span(span_of(middle, middle));
            if (place.begin < raw) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    struct Label {
        Column column = Column::kNumber;
        std::size_t begin = 0;  // of the repaired text
        std::size_t value = 0;
        std::size_t end = 0;
    };

    // Labels stand where a sentence or a line begins, behind blanks, and in brackets.
    void find_labels() {
        const std::string_view raw = whole_.raw;
        const std::size_t start = whole_.raw_span(span_of(from_, from_)).begin;
        bool may = true;
        bool bracket = false;
        for (std::size_t at = start; at < raw.size();) {
            const CodePoint c = decode_at(raw, at);
            if (may && !is_blank(c.value) && c.value != '\n') {
                const LabelMatch match = label_at(raw, at);
                const bool fits = match.size != 0 && (!bracket || match.column == Column::kLead ||
                                                      match.column == Column::kPerson ||
                                                      match.column == Column::kStatus);
                if (fits) {
                    Label label;
                    label.column = match.column;
                    label.begin = clean_at(at);
                    label.value = clean_at(at + match.size);
                    labels_.push_back(label);
                    at += match.size;
                    bracket = false;
                    continue;
                }
            }
            const std::string_view rest = raw.substr(at);
            bracket = starts_with_any(rest, kRoundOpens) != 0;
            may = bracket || is_blank(c.value) || c.value == '\n' || ends_sentence(c.value) ||
                  (may && starts_with_any(rest, kOpenSquare) != 0);
            at += c.size;
        }
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            Label& label = labels_[i];
            const std::size_t next = i + 1 < labels_.size() ? labels_[i + 1].begin : text().size();
            label.end = next;
            const bool short_value =
                label.column == Column::kLead || label.column == Column::kPerson ||
                label.column == Column::kPercent || label.column == Column::kStatus ||
                label.column == Column::kNumber || label.column == Column::kTask ||
                label.column == Column::kCategory;
            if (!short_value) continue;
            for (std::size_t at = label.value; at < next;) {
                const CodePoint c = decode_at(text(), at);
                const bool closed = starts_with_any(text().substr(at), kRoundCloses) != 0 &&
                                    label.column != Column::kTask;
                if (closed || c.value == '\n' ||
                    (ends_sentence(c.value) && !is_semicolon(c.value))) {
                    label.end = at;
                    break;
                }
                at += c.size;
            }
        }
    }

    static bool is_semicolon(char32_t c) {
        return std::find(kSemicolons.begin(), kSemicolons.end(), c) != kSemicolons.end();
    }

    template <class Marks>
    static bool is_one_of(char32_t c, const Marks& marks) {
        return std::any_of(marks.begin(), marks.end(),
                           [&](std::string_view mark) { return decode_at(mark, 0).value == c; });
    }

    static bool ends_sentence(char32_t c) { return is_one_of(c, kSentenceMarks); }

    // Cuts the item into its title, its labelled values and clauses.
    void split() {
        std::size_t at = from_;
        const bool labelled_first =
            !labels_.empty() && trimmed(of(span_of(from_, labels_[0].begin))).empty();
        if (!labelled_first) {
            const std::size_t limit = labels_.empty() ? text().size() : labels_[0].begin;
            const std::string_view rest = text().substr(from_, limit - from_);
            const TitleEnd end = title_end(rest);
            title_ = without_end(span_of(from_, from_ + end.end));
            title_apart_ = end.apart || end.end == rest.size();
            title_close_ = title_.end;
            while (title_close_ < limit) {
                const CodePoint c = decode_at(text(), title_close_);
                if (!is_mark(c.value) && c.value != kDashMark) break;
                title_close_ += c.size;
            }
        }
        for (const Label& label : labels_) {
            clauses(at, label.begin, Kind::kNone);
            value(label);
            at = label.end;
        }
        clauses(at, text().size(), Kind::kNone);
        if (title_.empty()) {
            for (const Clause& c : clauses_) {
                if (c.kind == Kind::kOther) continue;
                title_ = without_end(c.span);
                break;
            }
        }
    }

    // Without the marks at its end, and a bracket that opens there.
    Span without_end(Span s) const {
        while (s.end > s.begin) {
            const CodePoint c = decode_before(text(), s.end);
            if (!is_mark(c.value) && !is_blank(c.value) && !opens(c.value)) break;
            s.end -= c.size;
        }
        return s;
    }

    static bool opens(char32_t c) {
        return std::find(kOpeningMarks.begin(), kOpeningMarks.end(), c) != kOpeningMarks.end();
    }

    // Nothing but marks and brackets.
    bool bare(Span s) const {
        for (std::size_t at = s.begin; at < s.end;) {
            const CodePoint c = decode_at(text(), at);
            const bool digit = is_ascii_digit(c.value);
            if (is_han(c.value) || is_ascii_letter(c.value) || digit || is_circled(c.value))
                return false;
            at += c.size;
        }
        return true;
    }

    static bool is_mark(char32_t c) { return is_one_of(c, kClauseMarks); }

    void value(const Label& label) {
        const Span place = without_end(span_of(label.value, label.end));
        const auto add = [&](Kind kind) {
            clauses_.push_back(
                {span_of(label.begin, label.value), Kind::kOther, false, true, true});
            clauses(label.value, label.end, kind);
        };
        // A second value of a column that holds one stays in the text where it stands.
        const auto keep = [&](Span& kept, Kind kind) {
            if (kept.empty()) {
                kept = place;
            } else if (!bare(place)) {
                clauses(label.begin, label.end, kind);
            }
        };
        switch (label.column) {
            case Column::kMeasures: add(Kind::kMeasures); return;
            case Column::kPlan: add(Kind::kPlan); return;
            case Column::kProgress:
                if (read_status(of(place)).standard) {
                    keep(status_, Kind::kProgress);
                    return;
                }
                add(Kind::kProgress);
                return;
            case Column::kStatus:
                if (read_status(of(place)).status == ClaimedStatus::kUnknown && place.size() > 60) {
                    add(Kind::kProgress);
                    return;
                }
                keep(status_, Kind::kProgress);
                return;
            case Column::kTask:
                if (title_.empty()) {
                    title_ = place;
                    clauses(label.value, label.end, Kind::kNone);
                    return;
                }
                add(Kind::kMeasures);
                return;
            default: keep(others_[static_cast<std::size_t>(label.column)], Kind::kNone); return;
        }
    }

    // Clauses of a stretch; what stands in brackets stays with its clause, unless it reports.
    void clauses(std::size_t from, std::size_t to, Kind kind) {
        std::size_t begin = from;
        bool begins = true;
        int depth = 0;
        const auto close = [&](std::size_t end, bool sentence) {
            if (!trimmed(of(span_of(begin, end))).empty()) {
                Clause c;
                c.span = span_of(begin, end);
                c.kind = kind;
                c.begins = begins;
                c.labelled = kind != Kind::kNone;
                c.title = !title_.empty() && c.span.begin < title_.end;
                if (bare(c.span)) c.kind = Kind::kOther;
                clauses_.push_back(c);
            }
            begin = end;
            begins = sentence;
        };
        for (std::size_t at = from; at < to;) {
            const CodePoint c = decode_at(text(), at);
            const std::string_view rest = text().substr(at);
            if (starts_with_any(rest, kRoundOpens) != 0) {
                if (depth == 0 && kind == Kind::kNone &&
                    (reports_in_brackets(rest) || promises_in_brackets(rest) ||
                     units_in_brackets(rest)))
                    close(at, true);
                ++depth;
            } else if (const std::size_t size = starts_with_any(rest, kRoundCloses);
                       size != 0 && depth > 0) {
                --depth;
                if (depth == 0 && kind == Kind::kNone &&
                    starts_with_any(text().substr(begin), kRoundOpens) != 0)
                    close(at + size, false);
            }
            if (depth == 0 && kind == Kind::kNone && rest.starts_with(kGoalQuote)) {
                // "... the year's goal "of 4 schools, 900 places", ...".
                if (const std::size_t quoted = quoted_goal(rest); quoted != 0) {
                    at += quoted;
                    continue;
                }
            }
            const bool in_number = c.size == 1 && at > 0 && is_ascii_digit(text()[at - 1]) &&
                                   at + 1 < to && is_ascii_digit(text()[at + 1]);
            at += c.size;
            const bool line = c.value == '\n';
            if (line) depth = 0;
            const bool in_title = at < title_close_ && at > title_.end;
            if (line || (depth == 0 && is_mark(c.value) && !in_number && !in_title) ||
                at == title_close_)
                close(at, ends_sentence(c.value) || (at == title_close_ && title_apart_));
        }
        close(to, true);
    }

    // What the brackets hold that the text begins with; empty where they are not closed soon.
    static std::string_view in_brackets(std::string_view text) {
        constexpr std::size_t kLongest = 240;  // bytes
        text = text.substr(0, kLongest);
        std::size_t end = std::string_view::npos;
        for (const std::string_view close : kRoundCloses) end = std::min(end, text.find(close));
        if (end == std::string_view::npos) return {};
        const std::size_t open = starts_with_any(text, kRoundOpens);
        return text.substr(open, end - open);
    }

    // The bytes of a quotation that the text begins with and that is called a goal behind it; 0
    // where it is none.
    static std::size_t quoted_goal(std::string_view text) {
        constexpr std::size_t kLongest = 480;  // bytes
        constexpr std::size_t kNear = 30;      // likewise
        const std::string_view inside = text.substr(0, std::min(text.find('\n'), kLongest));
        const std::size_t close = inside.find(kGoalQuoteEnd);
        if (close == std::string_view::npos) return 0;
        const std::size_t end = close + kGoalQuoteEnd.size();
        std::string_view behind = text.substr(end, kNear);
        for (const std::string_view comma : kTitleCommas)
            behind = behind.substr(0, std::min(behind.find(comma), behind.size()));
        return behind.starts_with(kOfWord) && contains_any(behind, kNamesOfGoal) ? end : 0;
    }

    // "(the year's task: 12)".
    static bool promises_in_brackets(std::string_view text) {
        const std::string_view inside = in_brackets(text);
        return starts_with_any(inside, kBracketPromises) != 0 && !of_the_goal(inside) &&
               done_at(inside) == std::string_view::npos && !contains(inside, kPercentSign) &&
               std::any_of(inside.begin(), inside.end(), is_ascii_digit);
    }

    static bool reports_in_brackets(std::string_view text) {
        const std::string_view inside = in_brackets(text);
        return done_at(inside) != std::string_view::npos || of_the_goal(inside);
    }

    static bool units_in_brackets(std::string_view text) {
        const std::string_view inside = in_brackets(text);
        return !inside.empty() &&
               (ends_with_any(inside, kLeadingRoles) || ends_with_any(inside, kUnitTails)) &&
               std::none_of(inside.begin(), inside.end(), is_ascii_digit) &&
               !contains_any(inside, kNoUnits);
    }

    // What a clause says by its own words; kNone where it says nothing of it.
    Kind own_kind(std::string_view words, Kind before, bool same_sentence) const {
        const std::size_t open = starts_with_any(words, kRoundOpens);
        if (open != 0 && promises_in_brackets(words)) return Kind::kMeasures;
        const std::size_t done = done_at(words);
        const std::size_t will = will_at(words);
        const bool is_done = done != std::string_view::npos;
        const bool goal = of_the_goal(words);
        const std::size_t promises = promise_at(words);
        // "is to be built and put into use": what the promise ends in is not done yet.
        const bool outcome =
            is_done && promises < done && starts_with_any(words.substr(done), kOutcomeWords) != 0;
        if (outcome && !goal && done_at(words.substr(0, promises)) == std::string_view::npos)
            return Kind::kMeasures;
        if (is_done && done <= will) return Kind::kProgress;
        if (goal && will == std::string_view::npos) return Kind::kProgress;
        const auto period = period_in(words);
        const bool step = period && !(period->first == 12 || period->first < period->last);
        const bool promise = promises != std::string_view::npos;
        const bool after_report = before == Kind::kProgress;
        if (goal || will != std::string_view::npos) {
            if (promise && (!step || states_goal(words))) return Kind::kMeasures;
            if (after_report || before == Kind::kPlan) return Kind::kPlan;
            if (same_sentence && before == Kind::kMeasures && !step) return Kind::kMeasures;
            return step && promised_ ? Kind::kPlan : Kind::kMeasures;
        }
        if (promise)
            return step && (promised_ || after_report) && !states_goal(words) ? Kind::kPlan
                                                                              : Kind::kMeasures;
        if (const std::size_t until = starts_with_any(words, kUntilWords); until != 0) {
            // "by the end of the year all were open".
            const auto match = parse_period(words.substr(until));
            const bool over = match && (manner_.month == 0 || match->period.last <= manner_.month);
            if (manner_.reports && promised_ &&
                (over || words.substr(until).starts_with(kEndOfYear)))
                return Kind::kProgress;
        }
        if (const auto match = parse_period(words); match) {
            const std::string_view rest = words.substr(match->size);
            const bool over = manner_.month == 0 || match->period.first <= manner_.month;
            const bool from =
                rest.starts_with(kFromThen) || words.substr(0, match->size).ends_with(kFromThen);
            if (from && over && promised_) return Kind::kNone;
            const bool ahead = from || starts_with_any(rest, kAheadWords) != 0 ||
                               ends_with_any(words.substr(0, match->size), kAheadWords);
            if (!ahead && manner_.reports && over && promised_) return Kind::kProgress;
            if (promised_ || after_report) return Kind::kPlan;
            return ahead ? Kind::kMeasures : Kind::kNone;
        }
        if (contains_any(words, kWholeYear)) {
            // Of a year that is over, after the promise: what came of it.
            const bool over =
                manner_.reports && (manner_.month == 0 || manner_.month >= kYearIsOver);
            const std::size_t at = first_of(words, kWholeYear);
            const bool came = starts_with_any(words.substr(at + kWholeYear[0].size()), kWeakDone);
            return over && (promised_ || after_report || came) ? Kind::kProgress : Kind::kMeasures;
        }
        return Kind::kNone;
    }

    static bool has_quantity(std::string_view words) { return !extract_quantities(words).empty(); }

    // "The goal is 40", "40 were promised at the beginning of the year".
    static bool states_goal(std::string_view words) {
        return contains_any(words, kGoalSaid) && !of_the_goal(words);
    }

    // "Against the year's goal of "40 schools", ...": what follows the clause is the result.
    static bool closes_goal(std::string_view words) {
        while (!words.empty()) {
            const CodePoint c = decode_before(words, words.size());
            if (!is_mark(c.value) && !is_blank(c.value)) break;
            words.remove_suffix(c.size);
        }
        return ends_with_any(words, kNamesOfGoal) && starts_with_any(words, kHeldAgainst) != 0 &&
               std::any_of(words.begin(), words.end(), is_ascii_digit);
    }

    // In the manner of "built 43, the goal was 40" the result stands first: the number of clauses
    // before the goal, 0 where the item is not written so.
    std::size_t results_first() const {
        if (!manner_.reports) return 0;
        std::size_t goal = 0;
        bool figure = false;
        for (; goal < clauses_.size(); ++goal) {
            const Clause& c = clauses_[goal];
            const std::string_view words = of(c.span);
            if (c.labelled) return 0;
            if (c.kind == Kind::kOther) continue;
            if (states_goal(words) && done_at(words) == std::string_view::npos) break;
            if (promise_at(words) != std::string_view::npos && !of_the_goal(words)) return 0;
            figure = figure || (has_quantity(words) && starts_with_any(words, kRoundOpens) == 0);
        }
        if (!figure || goal == clauses_.size()) return 0;
        bool same_sentence = true;
        for (std::size_t i = goal + 1; i < clauses_.size(); ++i) {
            same_sentence = same_sentence && !clauses_[i].begins;
            if (!same_sentence && done_at(of(clauses_[i].span)) != std::string_view::npos) return 0;
        }
        return goal;
    }

    void classify() {
        Kind before = Kind::kNone;
        bool next = false;  // what comes next is being told
        const std::size_t results = results_first();
        bool closed = false;   // the clause before named the goal that is held against
        bool told = false;     // the sentence before said in words that it promises
        bool telling = false;  // this one does
        for (std::size_t i = 0; i < clauses_.size(); ++i) {
            Clause& c = clauses_[i];
            const std::string_view words = trimmed(of(c.span));
            const bool line = c.span.begin == 0 || text()[c.span.begin - 1] == '\n';
            if (line) next = false;
            if (c.kind == Kind::kOther) {
                next = false;
                continue;
            }
            const bool says_next = first_of(words, kNextWords) <= 9;
            if (c.labelled) {
                if (c.kind == Kind::kProgress) {
                    next = next || says_next;
                    if (next) c.kind = Kind::kPlan;
                }
                promised_ = promised_ || c.kind == Kind::kMeasures;
                before = c.kind;
                continue;
            }
            if (c.begins && next && done_at(words) != std::string_view::npos && !says_next)
                next = false;
            next = next || (says_next && !c.title);
            if (c.begins) {
                told = telling || (told && before == Kind::kMeasures);
                telling = false;
            }
            promised_ = promised_ || i < results;
            c.kind = next ? Kind::kPlan : own_kind(words, before, !c.begins);
            if (c.kind == Kind::kNone) {
                const bool result = i < results && (!c.title || has_quantity(words));
                const bool aside =
                    results != 0 && i > results && starts_with_any(words, kAsideWords) != 0;
                const bool after = told && manner_.reports && c.begins && !c.title &&
                                   starts_with_any(words, kGoesOn) == 0;
                if (result || aside || closed || after) {
                    c.kind = Kind::kProgress;
                } else if (before != Kind::kProgress && before != Kind::kPlan && !c.title &&
                           contains_any(words, kSetLimits)) {
                    c.kind = Kind::kMeasures;
                }
            }
            closed = manner_.reports && c.kind == Kind::kMeasures && closes_goal(words);
            telling = telling || (c.kind == Kind::kMeasures && !c.title &&
                                  promise_at(words) != std::string_view::npos);
            if (c.kind == Kind::kProgress || c.kind == Kind::kPlan) told = telling = false;
            if (c.kind == Kind::kNone && before != Kind::kProgress && has_quantity(words))
                promised_ = true;
            promised_ = promised_ || c.kind == Kind::kMeasures;
            if (c.kind != Kind::kNone) before = c.kind;
        }
    }

    // Gives the clauses a kind that have none of their own.
    void settle() {
        std::vector<bool> reported_later(clauses_.size() + 1, false);
        for (std::size_t i = clauses_.size(); i-- > 0;) {
            reported_later[i] = reported_later[i + 1] || clauses_[i].kind == Kind::kProgress;
        }
        Kind sentence = Kind::kNone;  // of the sentence before
        Kind before = Kind::kNone;
        bool promised = false;
        for (std::size_t i = 0; i < clauses_.size(); ++i) {
            Clause& c = clauses_[i];
            if (c.kind == Kind::kOther) {
                before = Kind::kNone;
                continue;
            }
            if (c.begins) {
                if (before != Kind::kNone) sentence = before;
                before = Kind::kNone;
            }
            if (c.kind == Kind::kNone) {
                if (c.title) {
                    c.kind = before == Kind::kNone ? Kind::kMeasures : before;
                } else if (before != Kind::kNone) {
                    c.kind = before;
                } else {
                    c.kind = opening(i, sentence, promised, reported_later[i]);
                }
            }
            promised =
                promised || (c.kind == Kind::kMeasures && (!c.title || has_quantity(of(c.span))));
            // The title stands alone: what follows it does not go on with its kind.
            before = c.title && title_apart_ && c.span.end >= title_.end ? Kind::kNone : c.kind;
            if (c.title && before == Kind::kNone) sentence = Kind::kNone;
        }
    }

    // Of a clause that begins a sentence and has no words of its own.
    Kind opening(std::size_t i, Kind sentence, bool promised, bool reported_later) const {
        const std::string_view words = of(clauses_[i].span);
        Kind following = Kind::kNone;          // the first in the rest of its sentence that has one
        bool measured = false;                 // and that measures this against the goal
        constexpr std::size_t kFarthest = 32;  // clauses
        for (std::size_t j = i + 1; j < clauses_.size() && j < i + kFarthest && !clauses_[j].begins;
             ++j) {
            if (clauses_[j].kind == Kind::kNone) continue;
            following = clauses_[j].kind;
            const std::string_view rest = of(clauses_[j].span);
            measured = of_the_goal(rest) && first_of(rest, kOfTheGoal) <= done_at(rest);
            break;
        }
        // A point of a list begins anew.
        const std::uint32_t begin = clauses_[i].span.begin;
        const bool point = begin > 0 && text()[begin - 1] == '\n' && list_mark_of(words).size != 0;
        if (point && following == Kind::kProgress && !measured && has_quantity(words))
            return Kind::kMeasures;
        if (sentence == Kind::kProgress || sentence == Kind::kPlan)
            return following != Kind::kNone ? following : sentence;
        if (following == Kind::kProgress)
            return has_quantity(words) && !promised && !measured ? Kind::kMeasures
                                                                 : Kind::kProgress;
        if (following != Kind::kNone) return following;
        if (reported_later)
            return contains_any(words, kWeakDone) && promised && manner_.reports ? Kind::kProgress
                                                                                 : Kind::kMeasures;
        return manner_.reports ? Kind::kProgress : Kind::kMeasures;
    }

    // The label, mark or bracket of a status in a sentence of its own.
    void find_status() {
        if (!status_.empty()) return;
        for (const Clause& c : clauses_) {
            if (c.kind == Kind::kOther || c.kind == Kind::kPlan) continue;
            Span place = without_end(c.span);
            const bool bracket = starts_with_any(of(place), kRoundOpens) != 0;
            if (bracket) {
                place.begin += static_cast<std::uint32_t>(starts_with_any(of(place), kRoundOpens));
                for (const std::string_view close : kRoundCloses) {
                    if (of(place).ends_with(close))
                        place.end -= static_cast<std::uint32_t>(close.size());
                }
            }
            const bool alone =
                bracket || (c.begins && ends_sentence(decode_before(text(), c.span.end).value)) ||
                (c.begins && c.span.end == text().size());
            Span words = place;
            while (const std::size_t size = starts_with_any(of(words), kStatusSubjects))
                words.begin += static_cast<std::uint32_t>(size);
            const Status status = read_status(of(words));
            const bool of_year =
                contains_any(of(place), kYearTasks) && code_points(of(place)) <= 18 &&
                !contains_any(of(place), kWillWords) && !contains(of(place), kPercentSign) &&
                !has_quantity(of(place)) && status.status != ClaimedStatus::kUnknown;
            if ((alone && !c.title && status.standard) || (bracket && status.standard) || of_year) {
                status_ = of_year && !status.standard ? place : words;
                return;
            }
        }
        // At the end of the report the state of the work, if it is not that it is done: what is
        // done there may be a part.
        for (std::size_t i = clauses_.size(); i-- > 0;) {
            if (clauses_[i].kind != Kind::kProgress) continue;
            const Span words = without_end(clauses_[i].span);
            const Status status = read_status(of(words));
            if (status.standard && !claims_done(status.status) && !clauses_[i].title)
                status_ = words;
            return;
        }
    }

    // Lead units in brackets of their own.
    void lead_in_brackets() {
        Span& lead = others_[static_cast<std::size_t>(Column::kLead)];
        for (Clause& c : clauses_) {
            if (c.title || c.labelled || starts_with_any(of(c.span), kRoundOpens) == 0) continue;
            Span place = without_end(c.span);
            place.begin += static_cast<std::uint32_t>(starts_with_any(of(place), kRoundOpens));
            for (const std::string_view close : kRoundCloses) {
                if (of(place).ends_with(close))
                    place.end -= static_cast<std::uint32_t>(close.size());
            }
            const Span units = without_role(place);
            if (place.size() > 120 || !names_units(place, units)) continue;
            if (lead.empty()) lead = units;
            c.kind = Kind::kOther;
        }
    }

    Span without_role(Span place) const {
        for (const std::string_view role : kLeadingRoles) {
            if (of(place).ends_with(role)) place.end -= static_cast<std::uint32_t>(role.size());
        }
        return place;
    }

    bool names_units(Span inside, Span units) const {
        return !has_quantity(of(units)) && done_at(of(units)) == std::string_view::npos &&
               (units.end < inside.end || ends_with_any(of(units), kUnitTails));
    }

    // Lead units in the brackets behind a title; the title is then without them.
    void lead_in_title(Span& lead) {
        const std::string_view title = of(title_);
        std::size_t open = std::string_view::npos;
        std::size_t size = 0;
        for (const std::string_view mark : kRoundOpens) {
            const std::size_t at = title.rfind(mark);
            if (at == std::string_view::npos || (open != std::string_view::npos && at < open))
                continue;
            open = at;
            size = mark.size();
        }
        if (open == std::string_view::npos) return;
        std::string_view inside = title.substr(open + size);
        for (const std::string_view close : kRoundCloses) {
            if (inside.ends_with(close)) inside.remove_suffix(close.size());
        }
        const std::size_t begin = title_.begin + open + size;
        const Span place = span_of(begin, begin + inside.size());
        const Span units = without_role(place);
        const bool is_lead = names_units(place, units);
        if (is_lead && lead.empty()) lead = units;
        if (is_lead || read_status(inside).standard || reports_in_brackets(title.substr(open))) {
            title_.end = title_.begin + static_cast<std::uint32_t>(open);
            lead_bracket_ = is_lead ? span_of(title_.end, begin + inside.size() + size) : Span{};
        }
    }

    void own_cell(Task& task, Column column, Span place) const {
        if (!place.empty()) task.cell(column).raw = whole_.raw_slice(place);
    }

    void cells(Task& task) {
        find_status();
        lead_in_brackets();
        const Span full_title = title_;
        Span lead = others_[static_cast<std::size_t>(Column::kLead)];
        lead_in_title(lead);
        std::vector<Span> pieces[3];
        for (const Clause& c : clauses_) {
            if (c.kind == Kind::kOther || c.kind == Kind::kNone) continue;
            // A title without figure or date names the task and promises nothing by itself.
            if (c.title && c.kind == Kind::kMeasures && !c.labelled) {
                const std::string_view words = of(span_of(full_title.begin, full_title.end));
                if (!has_quantity(words) && !period_in(words) && c.span.end <= full_title.end + 4)
                    continue;
            }
            auto& list = pieces[static_cast<std::size_t>(c.kind) - 1];
            Span piece = c.span;
            if (!lead_bracket_.empty() && piece.begin <= lead_bracket_.begin &&
                piece.end >= lead_bracket_.end) {
                list.push_back(span_of(piece.begin, lead_bracket_.begin));
                piece.begin = lead_bracket_.end;
            }
            list.push_back(piece);
        }
        for (int k = 0; k < 3; ++k) {
            std::vector<Span> joined;
            for (const Span piece : pieces[k]) {
                if (!joined.empty() && joined.back().end == piece.begin) {
                    joined.back().end = piece.end;
                } else {
                    joined.push_back(piece);
                }
            }
            // Cut off at a comma a text is whole all the same.
            for (Span& piece : joined) {
                while (piece.end > piece.begin && text()[piece.end - 1] == '\n') --piece.end;
                if (piece.empty()) continue;
                const CodePoint end = decode_before(text(), piece.end);
                if (is_mark(end.value) && !ends_sentence(end.value)) piece = without_end(piece);
            }
            Text part = part_of(whole_, joined);
            if (!part.clean.empty())
                task.cells[static_cast<std::size_t>(Column::kMeasures) +
                           static_cast<std::size_t>(k)] = std::move(part);
        }
        task.next_steps = manner_.reports;
        own_cell(task, Column::kTask, title_);
        own_cell(task, Column::kStatus, status_);
        own_cell(task, Column::kLead, lead);
        for (const Column c : {Column::kPerson, Column::kPercent, Column::kTrouble})
            own_cell(task, c, others_[static_cast<std::size_t>(c)]);
        category_ = others_[static_cast<std::size_t>(Column::kCategory)];
        number_ = others_[static_cast<std::size_t>(Column::kNumber)];
    }

    // Steps of the plan with the period that each names.
    static void plan_items(Task& task) {
        const std::string_view text = task.clean(Column::kPlan);
        if (text.empty()) return;
        const auto split = split_plan(text);
        const bool dated =
            std::any_of(split.items.begin(), split.items.end(),
                        [](const PlanItem& item) { return item.period.has_value(); });
        if (dated) return;
        for (const Span sentence : sentences_of(text)) {
            bool first = true;
            for (const Span clause : clauses_of(text, sentence)) {
                const auto period = period_in(clause.of(text));
                const bool starts = first || (period && task.plan.items.back().period);
                if (starts) {
                    task.plan.items.push_back({period, {}, clause, clause});
                } else {
                    PlanItem& item = task.plan.items.back();
                    item.text.end = item.whole.end = clause.end;
                    if (!item.period) item.period = period;
                }
                first = false;
            }
        }
    }

    Text whole_;
    const Manner& manner_;
    std::size_t from_ = 0;
    std::vector<Label> labels_;
    std::vector<Clause> clauses_;
    Span title_;
    std::size_t title_close_ = 0;  // behind the marks that end it
    bool title_apart_ = true;      // more than a comma ends it
    Span status_;
    Span lead_bracket_;
    Span category_;
    Span number_;
    std::array<Span, kColumns> others_{};
    bool promised_ = false;
};

}  // namespace

ItemLabels read_prose_item(std::string_view raw, std::uint32_t mark, const Manner& manner,
                           Task& task) {
    ItemReader reader(raw, mark, manner);
    reader.read(task);
    return reader.labels();
}

}  // namespace duban
