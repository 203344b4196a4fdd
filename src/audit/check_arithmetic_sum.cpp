// arithmetic-sum: parts that do not add up to the whole.
//
// Six forms of a sum are known: figures in brackets before a total, a breakdown in brackets behind
// it, "of which", "altogether" behind the parts, a list by region behind the whole, and running
// totals month by month. Three outcomes: it holds, it does not, it cannot be added up (a part
// without a figure, an opening value that is not stated, a rounded total).
#include <algorithm>
#include <map>
#include <string>

#include "audit/audit_words.h"
#include "audit/check.h"
#include "audit/plan_sums.h"
#include "audit/status_groups.h"
#include "audit/sum_tools.h"
#include "base/text.h"
#include "programme/link.h"

namespace duban {
namespace {

constexpr std::array kCells{Column::kMeasures, Column::kPlan, Column::kProgress};

class Sums {
  public:
    Sums(Bench& bench, int task, Column cell)
        : bench_(bench),
          index_(task),
          cell_(cell),
          task_(bench.task(task)),
          text_(task_.clean(cell)),
          all_(task_.of(cell)) {}

    void run() {
        // A cell with more figures than a table has is none (see link.h).
        if (all_.size() > kMostFigures) return;
        find_brackets();
        find_status_counts();
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (all_[i].kind == QuantityKind::kPercent || all_[i].unit.empty()) continue;
            if (by_status_[i]) continue;
            if (figures_before(i)) continue;
            if (breakdown_behind(i)) continue;
            if (of_which(i)) continue;
            if (altogether(i)) continue;
            if (cell_ == Column::kProgress) by_region(i);
        }
        if (cell_ == Column::kPlan) running_totals();
        if (cell_ == Column::kProgress) {
            falling_totals();
            shares_of_hundred();
            more_placed_than_places();
        }
    }

  private:
    bool same_sentence(std::size_t a, std::size_t b) const {
        return phrases()[a].sentence == phrases()[b].sentence;
    }
    const std::vector<Phrase>& phrases() const {
        return bench_.view(index_).phrases[text_index(cell_)];
    }
    std::string_view between(std::size_t a, std::size_t b) const {
        return text_.substr(all_[a].span.end, all_[b].span.begin - all_[a].span.end);
    }
    bool bracketed(std::size_t i) const { return bracketed_[i]; }
    // One pass over the text: which figures stand inside brackets of their sentence.
    void find_brackets() {
        bracketed_.assign(all_.size(), false);
        if (all_.empty()) return;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const std::uint32_t from = i > 0 && same_sentence(i - 1, i)
                                           ? all_[i - 1].span.end
                                           : phrases()[i].sentence->span.begin;
            bool inside = from != phrases()[i].sentence->span.begin && bracketed_[i - 1];
            for (std::uint32_t at = from; at < all_[i].span.begin; ++at) {
                const auto c = static_cast<unsigned char>(text_[at]);
                if (c >= 0x80 && c != 0xEF) continue;
                if (starts_with_any(text_.substr(at), kOpenBrackets) != 0) inside = true;
                if (starts_with_any(text_.substr(at), kCloseBrackets) != 0) inside = false;
            }
            bracketed_[i] = inside;
        }
    }
    // Wholes divided by status are status-count's matter.
    void find_status_counts() {
        by_status_.assign(all_.size(), false);
        if (cell_ != Column::kProgress) return;
        for (const Statement& s : statements_of(text_, all_)) {
            const StatusCount count = status_count(text_, all_, s);
            if (count.whole >= 0 && count.parts.size() > 1)
                by_status_[static_cast<std::size_t>(count.whole)] = true;
        }
    }
    Sum sum(std::size_t whole) const {
        Sum s;
        s.task = index_;
        s.cell = cell_;
        s.stated = all_[whole].value;
        s.stated_rounded = all_[whole].rounded;
        s.unit = all_[whole].unit.of(text_);
        if (cell_ == Column::kPlan) s.when = period_at(bench_, index_, all_[whole].span.begin);
        return s;
    }
    Evidence plain(std::size_t i) const { return bench_.at(index_, cell_, all_[i].span); }

    // "A (969), B (548) and C (217): 2000": figures in brackets, then the total.
    bool figures_before(std::size_t whole) {
        if (all_[whole].bracketed || whole == 0 || !all_[whole - 1].bracketed) return false;
        std::size_t first = whole;
        while (first > 0 && all_[first - 1].bracketed && same_sentence(first - 1, whole)) --first;
        if (first == whole) return false;
        Sum s = sum(whole);
        // Names without a figure between the ones that have one.
        const Span clause = clause_at(text_, all_[first].span.begin);
        std::uint32_t from = clause.begin;
        if (first > 0 && all_[first - 1].span.end > from) from = all_[first - 1].span.end;
        bool missing = lists(text_.substr(from, all_[first].span.begin - from), false);
        for (std::size_t i = first; i < whole; ++i) {
            s.parts.push_back(all_[i].value);
            s.evidence.push_back(plain(i));
            if (i + 1 < whole) missing = missing || lists(after_bracket(between(i, i + 1)), true);
        }
        const std::string_view tail = after_bracket(between(whole - 1, whole));
        const bool open_list = tail.starts_with(kEtc);
        if (!open_list && starts_with_any(tail, kElementMarks) != 0) missing = true;
        s.evidence.push_back(bench_.figure(index_, cell_, static_cast<int>(whole)));
        Decimal total;
        for (const Decimal& p : s.parts) total = total + p;
        if (total == s.stated) {
            report_sum(bench_, s);
            return true;
        }
        if (missing || (open_list && total < s.stated) || s.parts.size() < 2) {
            if (s.parts.size() < 2 && !missing) return false;
            cannot_add(s, total);
            return true;
        }
        s.asserted = cell_ == Column::kProgress;
        report_sum(bench_, s);
        return true;
    }

    static std::string_view after_bracket(std::string_view text) {
        for (const std::string_view close : kCloseBrackets) {
            const std::size_t at = text.find(close);
            if (at <= 3) return text.substr(at + close.size());
        }
        return text;
    }

    // True where the words name more than one thing.
    static bool lists(std::string_view text, bool leading_mark) {
        if (leading_mark) text.remove_prefix(starts_with_any(text, kElementMarks));
        return text.find(kComma) != std::string_view::npos;
    }

    void cannot_add(const Sum& s, const Decimal& total,
                    std::string_view message = "finding-sum-open") {
        Finding f;
        f.code = "arithmetic-sum";
        f.severity = total > s.stated && compare_sum(total, s.stated, s.stated_rounded,
                                                     bench_.tolerances) == SumOutcome::kDiffers
                         ? Severity::kWarning
                         : Severity::kNote;
        f.origin = cell_ == Column::kProgress ? Origin::kReport : Origin::kPlan;
        f.task = index_;
        f.evidence = s.evidence;
        f.message = message;
        f.arithmetic = joined(s.parts) + " = " + amount(total) + "; " + amount(s.stated) + " - " +
                       amount(total) + " = " + amount(s.stated - total);
        f.params = {{"sum", amount(total)},
                    {"stated", amount(s.stated)},
                    {"rest", amount(s.stated - total)},
                    {"unit", s.unit},
                    {"when", s.when.empty() ? "" : s.when + ": "}};
        bench_.add(std::move(f));
    }

    // "816 households (A 716 households, B 100 households)".
    bool breakdown_behind(std::size_t whole) {
        if (bracketed(whole) || whole + 2 >= all_.size()) return false;
        const std::string_view gap = between(whole, whole + 1);
        std::string_view inside = trimmed(gap);
        if (starts_with_any(inside, kOpenBrackets) == 0) return false;
        inside.remove_prefix(inside.starts_with('(') ? 1 : 3);
        const bool some = starts_with_any(inside, kOfWhichWords) != 0;
        if (!some && starts_with_any(inside, kNotExhaustive) != 0) return false;
        Sum s = sum(whole);
        std::size_t i = whole + 1;
        for (; i < all_.size() && bracketed(i) && same_sentence(i, whole); ++i) {
            if (all_[i].family != all_[whole].family) return false;
            if (i > whole + 1 &&
                last_word(between(i - 1, i), kOpenBrackets) != std::string_view::npos)
                break;
            s.parts.push_back(all_[i].value);
            s.evidence.push_back(plain(i));
        }
        if (s.parts.size() < 2) return false;
        // Some of the parts may divide the whole and the others describe it: a run that holds is
        // enough.
        for (std::size_t from = 0; from + 1 < s.parts.size() && s.parts.size() <= kMostParts;
             ++from) {
            Decimal run = s.parts[from];
            for (std::size_t to = from + 1; to < s.parts.size(); ++to) {
                run = run + s.parts[to];
                if (run != s.stated) continue;
                s.parts = {s.parts.begin() + static_cast<std::ptrdiff_t>(from),
                           s.parts.begin() + static_cast<std::ptrdiff_t>(to + 1)};
                s.evidence = {s.evidence.begin() + static_cast<std::ptrdiff_t>(from),
                              s.evidence.begin() + static_cast<std::ptrdiff_t>(to + 1)};
                s.evidence.insert(s.evidence.begin(),
                                  bench_.figure(index_, cell_, static_cast<int>(whole)));
                report_sum(bench_, s);
                return true;
            }
        }
        const std::string_view list =
            text_.substr(all_[whole].span.end, all_[i - 1].span.end + 12 - all_[whole].span.end);
        if (contains_any(list, kOtherYears) || !divides(whole + 1, i)) return true;
        s.evidence.insert(s.evidence.begin(),
                          bench_.figure(index_, cell_, static_cast<int>(whole)));
        s.asserted = cell_ == Column::kProgress;
        Decimal total;
        for (const Decimal& p : s.parts) total = total + p;
        if (some && total < s.stated) {
            cannot_add(s, total, "finding-sum-rest");
            return true;
        }
        report_sum(bench_, s);
        return true;
    }

    // True where each of the figures names another member of one division (men and women, town and
    // country, one county and another), so that none can be counted twice.
    bool divides(std::size_t from, std::size_t to) const {
        for (const auto& group : kPartitions) {
            std::size_t taken = 0;
            bool all = true;
            for (std::size_t i = from; i < to && all; ++i) {
                const std::string_view words = words_before(i);
                std::size_t member = group.size();
                for (std::size_t m = 0; m < group.size() && member == group.size(); ++m) {
                    if (!group[m].empty() && contains(words, group[m])) member = m;
                }
                all = member < group.size() && (taken >> member & 1U) == 0;
                if (all) taken |= std::size_t{1} << member;
            }
            if (all) return true;
        }
        // One county, one section or one batch and another.
        for (std::size_t i = from; i < to; ++i) {
            const std::string words = without_blanks(words_before(i));
            if (!names_region(words) && !ends_with_any(words, kSectionEnds)) return false;
        }
        return true;
    }
    static constexpr std::size_t kMostParts = 40;

    // An average, a rate or a standard is no sum of what its parts have.
    bool is_level(std::size_t i) const {
        const Quantity& q = all_[i];
        if (q.mode == Mode::kLevel || q.family == UnitFamily::kRate ||
            q.family == UnitFamily::kTime || q.family == UnitFamily::kClock ||
            q.family == UnitFamily::kAge || q.kind == QuantityKind::kConcentration ||
            q.kind == QuantityKind::kPercent)
            return true;
        const Span clause = clause_at(text_, q.span.begin);
        return contains_any(text_.substr(clause.begin, q.span.begin - clause.begin), kAverages);
    }

    // Names that end alike, as one road and another do: one division of the whole, not two of it.
    bool of_one_kind(std::size_t from, std::size_t to) const {
        std::string_view last;
        for (std::size_t i = from; i < to; ++i) {
            const std::string_view words = trimmed(words_before(i));
            if (words.empty()) return false;
            const std::string_view end =
                words.substr(words.size() - decode_before(words, words.size()).size);
            if (i > from && end != last) return false;
            last = end;
        }
        return true;
    }

    // Works and money, not persons, who may belong to two groups.
    bool things(std::size_t i) const {
        const UnitFamily family = all_[i].family;
        return family == UnitFamily::kThing || family == UnitFamily::kLength ||
               family == UnitFamily::kArea || family == UnitFamily::kMoney ||
               family == UnitFamily::kHousehold;
    }

    // "47,300, of which A 42,000 and B 5,300": the parts must not exceed the whole.
    bool of_which(std::size_t whole) {
        // The first figure behind it in its unit; others in between are of other things.
        std::size_t first = whole + 1;
        while (first < all_.size() && same_sentence(whole, first) &&
               unit_of(first) != unit_of(whole))
            ++first;
        if (first >= all_.size() || !same_sentence(whole, first) || bracketed(whole)) return false;
        const std::string_view gap = between(first - 1, first);
        if (last_word(gap, kOfWhichWords) == std::string_view::npos) return false;
        if (all_[first].family != all_[whole].family) return false;
        if (is_level(whole)) return true;
        Sum s = sum(whole);
        bool rest = false;
        bool each = false;
        bool sure = true;
        std::size_t last_part = first;
        for (std::size_t i = first; i < all_.size() && same_sentence(whole, i); ++i) {
            if (all_[i].family != all_[whole].family || unit_of(i) != unit_of(whole)) {
                // "the other 10 counties 1 each": the count of regions belongs to the next figure.
                if (i + 1 < all_.size() && all_[i + 1].each) continue;
                break;
            }
            if (i > first && last_word(between(i - 1, i), kGrandTotal) != std::string_view::npos)
                break;
            const std::string_view left = between(i - 1, i);
            const bool remainder = last_word(left, kRestWords) != std::string_view::npos;
            // A comma ends the list, unless what follows is the rest; brackets divide a part
            // further.
            if (bracketed(i)) continue;
            if (i > first && !remainder && contains(left, kFullCommaMark)) break;
            if (s.parts.size() >= kMostParts) break;
            rest = rest || remainder;
            last_part = i;
            Decimal part = all_[i].value;
            if (all_[i].each) {
                each = true;
                const int times = times_each(i, first - 1);
                sure = sure && times > 0;
                part = part * Decimal(std::max(times, 1));
            }
            s.parts.push_back(part);
            s.evidence.push_back(plain(i));
        }
        if (s.parts.empty() || !sure) return s.parts.size() > 1;
        Decimal total;
        for (const Decimal& p : s.parts) total = total + p;
        s.evidence.insert(s.evidence.begin(),
                          bench_.figure(index_, cell_, static_cast<int>(whole)));
        if (total > s.stated) {
            // A part larger than its whole, or parts that cannot overlap; others may.
            const bool one = std::any_of(s.parts.begin(), s.parts.end(),
                                         [&](const Decimal& p) { return p > s.stated; });
            const bool apart = one || rest || divides(first, last_part + 1);
            // Three things or more that come to a little too much were hardly meant to overlap.
            const bool list = s.parts.size() >= 3 && things(whole) &&
                              total * Decimal(10) < s.stated * Decimal(11) &&
                              of_one_kind(first, last_part + 1);
            if (!apart && !list) return true;
            s.asserted = cell_ == Column::kProgress && !each && apart;
            report_sum(bench_, s);
        } else if (total == s.stated || rest) {
            report_sum(bench_, s);
        }
        return true;
    }
    std::string_view unit_of(std::size_t i) const { return all_[i].unit.of(text_); }

    // How many names "each" stands for; 0 if that cannot be told.
    int times_each(std::size_t i, std::size_t whole) const {
        const Span clause = clause_at(text_, all_[i].span.begin);
        if (i > whole + 1 && all_[i - 1].span.begin >= clause.begin &&
            (all_[i - 1].family == UnitFamily::kThing ||
             all_[i - 1].family == UnitFamily::kRegion)) {
            const Decimal& n = all_[i - 1].value;
            if (n.is_integer() && n < Decimal(1000) &&
                between(i - 1, i).find(kEachMark) != std::string_view::npos)
                return std::stoi(n.text());
        }
        const std::string_view left = text_.substr(clause.begin, all_[i].span.begin - clause.begin);
        const std::size_t each = left.rfind(kEachMark);
        if (each == std::string_view::npos) return 0;
        int names = 1;
        for (std::size_t at = left.find(kComma); at != std::string_view::npos && at < each;
             at = left.find(kComma, at + 1))
            ++names;
        return names;
    }

    // "..., 5002 altogether": some of the figures before must make it.
    bool altogether(std::size_t whole) {
        const std::string_view left =
            text_.substr(all_[whole].span.begin > 30 ? all_[whole].span.begin - 30 : 0,
                         all_[whole].span.begin > 30 ? 30 : all_[whole].span.begin);
        const std::size_t mark = last_word(left, kGrandTotal);
        if (mark == std::string_view::npos || whole < 2) return false;
        std::vector<std::size_t> parts;
        for (std::size_t i = whole; i-- > 0 && parts.size() < 10 && whole - i <= kMostParts;) {
            if (all_[i].family != all_[whole].family || unit_of(i) != unit_of(whole) ||
                bracketed(i) || all_[i].bracketed)
                continue;
            const Span clause = clause_at(text_, all_[i].span.begin);
            const std::string_view before =
                text_.substr(clause.begin, all_[i].span.begin - clause.begin);
            if (last_word(before, kNotAPart) != std::string_view::npos) continue;
            // The same paragraph.
            if (text_.substr(all_[i].span.end, all_[whole].span.begin - all_[i].span.end)
                    .find('\n') != std::string_view::npos)
                break;
            parts.insert(parts.begin(), i);
        }
        if (parts.size() < 2) return false;
        // Any two or more of them that make it, the longest run first.
        for (unsigned mask = (1U << parts.size()) - 1; mask != 0; --mask) {
            Decimal total;
            int n = 0;
            for (std::size_t b = 0; b < parts.size(); ++b) {
                if ((mask >> b & 1U) == 0) continue;
                total = total + all_[parts[b]].value;
                ++n;
            }
            if (n < 2 || total != all_[whole].value) continue;
            Sum s = sum(whole);
            for (std::size_t b = 0; b < parts.size(); ++b) {
                if ((mask >> b & 1U) == 0) continue;
                s.parts.push_back(all_[parts[b]].value);
                s.evidence.push_back(plain(parts[b]));
            }
            s.evidence.push_back(plain(whole));
            report_sum(bench_, s);
            return true;
        }
        // None of them makes it: then it is the total of something else.
        return false;
    }

    // "35.3 in all: county A 6, county B 6, district C 2.3 ...".
    void by_region(std::size_t whole) {
        if (bracketed(whole)) return;
        // The whole comes first; a figure inside a list is none.
        if (whole > 0 && same_sentence(whole - 1, whole) && unit_of(whole - 1) == unit_of(whole))
            return;
        Sum s = sum(whole);
        for (std::size_t i = whole + 1; i < all_.size() && same_sentence(whole, i); ++i) {
            if (unit_of(i) != unit_of(whole) || !(all_[i].value < all_[whole].value) ||
                bracketed(i))
                return;
            std::string left(between(i - 1, i));
            if (!names_region(left)) return;
            s.parts.push_back(all_[i].value);
            s.evidence.push_back(plain(i));
        }
        if (s.parts.size() < 3 || s.parts.size() > kMostParts) return;
        // "and others": the list is not whole.
        Decimal total;
        for (const Decimal& part : s.parts) total = total + part;
        if (total < s.stated &&
            contains(text_.substr(all_[whole].span.end,
                                  phrases()[whole].sentence->span.end - all_[whole].span.end),
                     kEtc))
            return;
        s.evidence.insert(s.evidence.begin(),
                          bench_.figure(index_, cell_, static_cast<int>(whole)));
        report_sum(bench_, s);
    }

    static bool names_region(std::string_view left) {
        // Within the last clause, a name that ends as regions do.
        std::size_t from = 0;
        for (const std::string_view mark :
             {std::string_view(kComma), std::string_view(kFullCommaMark)}) {
            const std::size_t at = left.rfind(mark);
            if (at != std::string_view::npos) from = std::max(from, at + mark.size());
        }
        const std::string_view clause = left.substr(from);
        for (const std::string_view end : kRegionEnds) {
            const std::size_t at = clause.find(end);
            if (at != std::string_view::npos && at >= 3 && code_points(clause.substr(0, at)) <= 5)
                return true;
        }
        return false;
    }

    // What a running total counts, without the words that only say that it is one.
    std::string key_of(std::size_t i) const {
        const Phrase& phrase = bench_.view(index_).phrases[text_index(cell_)][i];
        std::string key = without_blanks(phrase.left.of(text_));
        for (const auto word : kCumulativeMarks) {
            for (std::size_t at = key.find(word); at != std::string::npos; at = key.find(word))
                key.erase(at, word.size());
        }
        const std::size_t colon = key.rfind(kFullColon);
        if (colon != std::string::npos) key.erase(0, colon + 3);
        return key + "|" + std::string(unit_of(i));
    }

    // "started 2, in all 14": last month's total and this month's amount make this month's total.
    void running_totals() {
        struct Last {
            Decimal total;
            std::size_t at;
            int item;
        };
        std::map<std::string, Last> last;
        const auto& items = task_.plan.items;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const Quantity& q = all_[i];
            if (q.mode != Mode::kCumulative || q.unit.empty() || q.kind == QuantityKind::kPercent)
                continue;
            const PlanItem* item = task_.plan_item_at(q.span.begin);
            if (item == nullptr || !item->period) continue;
            const int number = static_cast<int>(item - items.data());
            const std::string key = key_of(i);
            const auto before = last.find(key);
            const bool amount_beside = i > 0 && all_[i - 1].mode != Mode::kCumulative &&
                                       all_[i - 1].mode != Mode::kLevel &&
                                       unit_of(i - 1) == unit_of(i) && same_sentence(i - 1, i) &&
                                       !all_[i - 1].of_which && goes_with(i - 1, i);
            std::optional<Decimal> base;
            std::size_t base_at = 0;
            if (before != last.end()) {
                base = before->second.total;
                base_at = before->second.at;
            } else if (amount_beside) {
                // The first total may follow amounts that had none yet.
                const auto first = first_amount(i, number);
                if (first) {
                    base = all_[*first].value;
                    base_at = *first;
                }
            }
            if (base && amount_beside) {
                Sum s = sum(i);
                s.parts = {*base, all_[i - 1].value};
                s.evidence = {bench_.figure(index_, cell_, static_cast<int>(base_at)),
                              bench_.figure(index_, cell_, static_cast<int>(i - 1)),
                              bench_.figure(index_, cell_, static_cast<int>(i))};
                // A month between without a total: the amounts of that month are not known here.
                const bool neighbours =
                    before == last.end() ||
                    months_apart(items[static_cast<std::size_t>(before->second.item)], *item) <= 1;
                if (neighbours || *base + all_[i - 1].value == q.value) report_sum(bench_, s);
            }
            last[key] = {q.value, i, number};
        }
    }

    static int months_apart(const PlanItem& a, const PlanItem& b) {
        return static_cast<int>(b.period->first) - static_cast<int>(a.period->last);
    }

    // An amount goes with a total where both speak of the same, or the total has no words of its
    // own.
    bool goes_with(std::size_t amount_at, std::size_t total_at) const {
        const auto& phrases = bench_.view(index_).phrases[text_index(cell_)];
        const Pairs total = bench_.u.pairs(phrases[total_at].left.of(text_));
        const Pairs part = bench_.u.pairs(phrases[amount_at].left.of(text_));
        if (total.empty() || part.empty()) return true;
        if (shared(total, part) > 0) return true;
        // One amount and one total of the unit in the item: they can only be meant for one another.
        const PlanItem* item = task_.plan_item_at(all_[total_at].span.begin);
        int amounts = 0;
        int totals = 0;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (task_.plan_item_at(all_[i].span.begin) != item || unit_of(i) != unit_of(total_at))
                continue;
            const bool clause_near = same_sentence(i, total_at);
            if (!clause_near) continue;
            (all_[i].mode == Mode::kCumulative ? totals : amounts) += 1;
        }
        return amounts == 1 && totals == 1;
    }

    // The only amount of the same words in the item before, where the series has no total yet.
    std::optional<std::size_t> first_amount(std::size_t total_at, int item) const {
        if (item == 0) return std::nullopt;
        const PlanItem& before = task_.plan.items[static_cast<std::size_t>(item - 1)];
        const PlanItem& here = task_.plan.items[static_cast<std::size_t>(item)];
        if (!before.period || months_apart(before, here) != 1) return std::nullopt;
        std::optional<std::size_t> found;
        const std::string key = key_of(total_at);
        for (std::size_t i = 0; i < total_at; ++i) {
            if (all_[i].span.begin < before.whole.begin || all_[i].span.end > before.whole.end) {
                if (all_[i].span.end <= before.whole.begin && key_of(i) == key)
                    return std::nullopt;  // earlier amounts as well
                continue;
            }
            if (key_of(i) != key || all_[i].mode == Mode::kCumulative) continue;
            if (found) return std::nullopt;
            found = i;
        }
        return found;
    }

    // A report that goes through the months: a total up to then is not less than the one before.
    void falling_totals() {
        struct Last {
            int month;
            std::size_t at;
        };
        std::map<std::string, Last> last;
        if (contains_any(text_, kChanged) || contains_any(text_, kTakenOut)) return;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const std::string_view left = phrases()[i].left.of(text_);
            if (all_[i].unit.empty() || all_[i].kind == QuantityKind::kPercent || bracketed(i) ||
                all_[i].of_which || !contains(left, kCumulativeMarks[0]))
                continue;
            const int month = month_before(i);
            if (month == 0) continue;
            std::string key = key_of(i);
            const std::size_t named = key.rfind(kMonthWord);
            if (named != std::string::npos) key.erase(0, named + kMonthWord.size());
            if (const std::size_t end = starts_with_any(key, kAfterMonth)) key.erase(0, end);
            const auto [before, fresh] = last.try_emplace(key, Last{month, i});
            if (fresh) continue;
            const std::size_t earlier = before->second.at;
            if (month > before->second.month && all_[i].value < all_[earlier].value) {
                Finding f;
                f.code = "arithmetic-sum";
                f.severity = Severity::kWarning;
                f.task = index_;
                f.evidence = {plain(earlier), plain(i)};
                f.message = "finding-total-falls";
                f.arithmetic = amount(all_[i].value) + " - " + amount(all_[earlier].value) + " = " +
                               amount(all_[i].value - all_[earlier].value);
                f.params = {{"before", amount(all_[earlier].value)},
                            {"now", amount(all_[i].value)},
                            {"unit", std::string(unit_of(i))}};
                bench_.add(std::move(f));
            }
            before->second = {month, i};
        }
    }

    // The month that a figure's sentence names last before it, 0 where it names none.
    int month_before(std::size_t i) const {
        const std::uint32_t from = phrases()[i].sentence->span.begin;
        if (from > all_[i].span.begin) return 0;
        const std::string_view left = text_.substr(from, all_[i].span.begin - from);
        const std::size_t at = left.rfind(kMonthWord);
        if (at == std::string_view::npos) return 0;
        int month = 0;
        std::size_t digits = at;
        while (digits > 0 && left[digits - 1] >= '0' && left[digits - 1] <= '9') --digits;
        for (std::size_t d = digits; d < at && month < 100; ++d)
            month = month * 10 + (left[d] - '0');
        return month <= 12 ? month : 0;
    }

    // Shares that are said to be of one whole make a hundred.
    void shares_of_hundred() {
        for (const Sentence& sentence : bench_.view(index_).sentences[text_index(cell_)]) {
            Sum s;
            s.task = index_;
            s.cell = cell_;
            s.stated = Decimal(100);
            s.unit = "%";
            bool all_shares = true;
            int places = 0;
            for (std::size_t i = 0; i < all_.size(); ++i) {
                const Quantity& q = all_[i];
                if (q.span.begin < sentence.span.begin || q.span.end > sentence.span.end ||
                    q.kind != QuantityKind::kPercent)
                    continue;
                const std::string_view left =
                    text_.substr(q.span.begin > 6 ? q.span.begin - 6 : 0, 6);
                all_shares = all_shares && left.find(kAccountsFor) != std::string_view::npos;
                s.parts.push_back(q.value);
                s.evidence.push_back(plain(i));
                places = std::max(places, q.value.places());
            }
            if (s.parts.size() < 3 || !all_shares) continue;
            Decimal total;
            for (const Decimal& p : s.parts) total = total + p;
            // Each share may be off by half of its last digit.
            const Decimal slack = Decimal(static_cast<long long>(s.parts.size()) * 5, -places - 1);
            const Decimal off = (total - s.stated).abs();
            if (off <= slack) {
                s.stated = total;
                report_sum(bench_, s);
            } else if (off < Decimal(3)) {
                report_sum(bench_, s);
            }
        }
    }

    // More people in positions than there are positions, more approved than applied.
    void more_placed_than_places() {
        for (std::size_t a = 0; a < all_.size(); ++a) {
            for (std::size_t b = a + 1; b < all_.size() && b <= a + 3; ++b) {
                if (!same_sentence(a, b)) break;
                const std::string_view left_a = words_before(a);
                const std::string_view left_b = words_before(b);
                const bool places =
                    contains_any(left_a, kPositions) && contains_any(left_b, kPlaced) &&
                    all_[a].family == UnitFamily::kThing && all_[b].family == UnitFamily::kPerson;
                const bool approvals = contains_any(left_a, kApplied) &&
                                       contains_any(left_b, kApproved) &&
                                       all_[a].family == all_[b].family;
                if ((!places && !approvals) || !(all_[b].value > all_[a].value)) continue;
                Finding f;
                f.code = "arithmetic-sum";
                f.severity = Severity::kWarning;
                f.task = index_;
                f.evidence = {bench_.figure(index_, cell_, static_cast<int>(a)),
                              bench_.figure(index_, cell_, static_cast<int>(b))};
                f.message = "finding-sum-more-than-places";
                f.arithmetic = amount(all_[b].value) + " - " + amount(all_[a].value) + " = " +
                               amount(all_[b].value - all_[a].value);
                f.params = {{"placed", amount(all_[b].value)}, {"places", amount(all_[a].value)}};
                bench_.add(std::move(f));
            }
        }
    }

    std::string_view words_before(std::size_t i) const {
        return bench_.view(index_).phrases[text_index(cell_)][i].left.of(text_);
    }

    Bench& bench_;
    int index_;
    Column cell_;
    const Task& task_;
    std::string_view text_;
    const std::vector<Quantity>& all_;
    std::vector<bool> bracketed_;
    std::vector<bool> by_status_;
};

// "3 are built, the other 4 are being fitted out" where 6 were promised: what is done and the rest
// make the promise.
void done_and_rest(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const std::string_view text = row.clean(Column::kProgress);
    const auto& all = row.of(Column::kProgress);
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (!t.value || !t.result || t.result_quantity < 0 || t.cell != Column::kMeasures ||
            t.each || t.family == UnitFamily::kPercent || t.family == UnitFamily::kMoney ||
            t.comparator != Comparator::kEqual || !t.joint_with.empty() ||
            t.subject_change != SubjectChange::kNone)
            continue;
        const auto done = static_cast<std::size_t>(t.result_quantity);
        const Quantity& q = all[done];
        // Who has reached the promise may have more in hand than was promised.
        if (!(q.value < *t.value)) continue;
        std::size_t rest = done + 1;
        while (rest < all.size() && all[rest].family == UnitFamily::kPercent) ++rest;
        if (rest >= all.size() || all[rest].unit.of(text) != q.unit.of(text) ||
            sentence_at(text, all[rest].span.begin) != sentence_at(text, q.span.begin))
            continue;
        const std::string_view gap = text.substr(q.span.end, all[rest].span.begin - q.span.end);
        if (!ends_with_any(trimmed(gap), kRestWords)) continue;
        // A further part may follow the rest, or the target was changed.
        if (rest + 1 < all.size() && all[rest + 1].unit.of(text) == q.unit.of(text) &&
            sentence_at(text, all[rest + 1].span.begin) == sentence_at(text, q.span.begin))
            continue;
        Sum s;
        s.task = task;
        s.cell = Column::kProgress;
        s.parts = {q.value, all[rest].value};
        s.stated = *t.value;
        s.unit = t.unit;
        s.asserted = q.comparator == Comparator::kEqual && !contains_any(text, kChanged);
        s.evidence = {bench.promise(t), bench.figure(task, Column::kProgress, t.result_quantity),
                      bench.figure(task, Column::kProgress, static_cast<int>(rest))};
        const Decimal total = q.value + all[rest].value;
        // The whole that they make may be stated in the report itself.
        const bool another_whole = std::any_of(all.begin(), all.end(), [&](const Quantity& w) {
            return w.value == total && w.unit.of(text) == q.unit.of(text);
        });
        if (total >= s.stated && !another_whole) report_sum(bench, s);
    }
}

void row(Bench& bench, int task) {
    done_and_rest(bench, task);
    for (const Column cell : kCells) Sums(bench, task, cell).run();
    amounts_against_target(bench, task);
    amounts_against_total(bench, task);
}

}  // namespace

extern const Check check_arithmetic_sum;
const Check check_arithmetic_sum{"arithmetic-sum", "arithmetic", row, nullptr, true};

}  // namespace duban
