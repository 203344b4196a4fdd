// year-on-year: a change that does not follow from the figures before and after it. Needs all
// three; with two of them it is silent.
#include <algorithm>
#include <array>
#include <string>

#include "audit/bulletin_words.h"
#include "audit/check.h"
#include "audit/prose.h"
#include "base/text.h"
#include "programme/link.h"

namespace duban {
namespace {

struct Change {
    std::size_t before = 0;
    std::size_t after = 0;
    std::size_t by = 0;
    bool down = false;
    bool together = false;  // nothing else stands between the three
};

class Changes {
  public:
    Changes(Bench& bench, int task)
        : bench_(bench),
          index_(task),
          text_(bench.task(task).clean(Column::kProgress)),
          all_(bench.task(task).of(Column::kProgress)) {}

    void run() {
        if (all_.size() > kMostFigures) return;
        for (const Statement& s : statements_of(text_, all_, true)) {
            if (contains_any(s.span.of(text_), kComparablePrices)) continue;
            for (std::size_t i = s.first; i + 2 < s.last; ++i) from_to(i);
            against_last_year(s);
        }
    }

  private:
    std::string_view left(std::size_t i) const { return words_before(text_, all_, i); }
    bool last_year(std::size_t i) const {
        const std::string_view words = left(i);
        return contains_any(words, kLastYear) && !changes(words);
    }
    static bool changes(std::string_view words) {
        return contains_any(words, kGrowth) || contains_any(words, kDecline);
    }
    bool exact(std::size_t i) const { return all_[i].comparator == Comparator::kEqual; }

    // "raised from 80% to 85%, by 5 points".
    void from_to(std::size_t i) {
        if (!ends_with_any(left(i), kFromWords)) return;
        const std::string_view verb = left(i + 1);
        const bool up = contains_any(verb, kGrowth);
        if (!ends_with_any(verb, kToWords) || up == contains_any(verb, kDecline)) return;
        const std::string_view by = left(i + 2);
        if (!changes(by) || contains_any(by, kLastYear) || contains_any(by, kToWords)) return;
        if (all_[i].unit.empty()
                ? all_[i + 1].unit.empty()
                : !same_unit(text_, all_[i], all_[i + 1]) || all_[i].family != all_[i + 1].family)
            return;
        if (all_[i].unit.empty()) return;
        report({i, i + 1, i + 2, !up, true});
    }

    // "120, up 20% on the year before, which had 100".
    void against_last_year(const Statement& s) {
        int base = -1;
        int by = -1;
        for (std::size_t i = s.first; i < s.last; ++i) {
            if (last_year(i)) {
                if (base >= 0) return;
                base = static_cast<int>(i);
            } else if (changes(left(i)) && (contains_any(left(i), kAgainstLastYear) ||
                                            (base >= 0 && static_cast<int>(i) == base + 1 &&
                                             contains_any(left(i - 1), kAgainst)))) {
                // "up 20% on the year before", or "on last year's 100 up 20%".
                if (by >= 0) return;
                by = static_cast<int>(i);
            }
        }
        if (base < 0 || by < 0) return;
        const auto b = static_cast<std::size_t>(base);
        const auto c = static_cast<std::size_t>(by);
        // The figure of this year: the only other one in the unit of the base.
        int now = -1;
        for (std::size_t i = s.first; i < s.last; ++i) {
            if (i == b || i == c || all_[i].family != all_[b].family ||
                !same_unit(text_, all_[i], all_[b]))
                continue;
            if (now >= 0) return;
            now = static_cast<int>(i);
        }
        if (now < 0) return;
        const bool down = contains_any(left(c), kDecline);
        if (down == contains_any(left(c), kGrowth)) return;
        const auto n = static_cast<std::size_t>(now);
        const bool together = std::max({b, n, c}) - std::min({b, n, c}) == 2;
        report({b, n, c, down, together});
    }

    void report(const Change& c) {
        const Quantity& before = all_[c.before];
        const Quantity& after = all_[c.after];
        const Quantity& by = all_[c.by];
        for (const std::size_t i : {c.before, c.after, c.by}) {
            if (!exact(i) || all_[i].value.negative() ||
                ends_with_any(text_.substr(0, all_[i].span.begin), kMinusSigns))
                return;
        }
        const Decimal difference = c.down ? before.value - after.value : after.value - before.value;
        const std::string text =
            c.down
                ? amount(before.value) + " - " + amount(after.value) + " = " + amount(difference)
                : amount(after.value) + " - " + amount(before.value) + " = " + amount(difference);
        std::array<std::size_t, 3> order{c.before, c.after, c.by};
        std::sort(order.begin(), order.end());
        std::vector<Evidence> evidence;
        for (const std::size_t i : order)
            evidence.push_back(bench_.at(index_, Column::kProgress, all_[i].span));
        const bool relative = by.family == UnitFamily::kPercent;
        const bool of_rates = before.family == UnitFamily::kPercent;
        Finding f;
        f.code = "year-on-year";
        f.task = index_;
        f.evidence = evidence;
        f.severity = c.together ? Severity::kError : Severity::kWarning;
        f.message = "finding-change-off";
        f.params = {{"before", amount(before.value)},
                    {"after", amount(after.value)},
                    {"stated", std::string(by.span.of(text_))},
                    {"computed", amount(difference)},
                    {"unit", of_rates ? "%" : std::string(before.unit.of(text_))}};
        if (!relative) {
            const bool same = by.family == UnitFamily::kPercentPoint
                                  ? of_rates
                                  : same_unit(text_, by, before) && by.family == before.family;
            if (!same) return;
            const Decimal off = (difference - by.value).abs();
            if (off <= slack(c)) {
                bench_.holds({index_, "year-on-year", std::move(evidence), text});
                return;
            }
            f.params[3].value += by.unit.of(text_);
            f.arithmetic = text;
            bench_.add(std::move(f));
            return;
        }
        if (before.value.is_zero()) return;
        const auto growth = difference.scaled(2).divided(before.value, 2);
        if (!growth) return;
        const std::string share = text + "; " + amount(difference) + " / " + amount(before.value) +
                                  " = " + amount(*growth) + "%";
        const Decimal ulp(1, -written_places(text_, by));
        const bool points = of_rates && (difference - by.value).abs() <= slack(c) &&
                            (*growth - by.value).abs() > ulp;
        if (!points && growth_fits(c)) {
            bench_.holds({index_, "year-on-year", std::move(evidence), share});
            return;
        }
        f.arithmetic = share;
        f.params[3].value = amount(*growth) + "%";
        // Points called percent.
        if (points) {
            f.severity = Severity::kNote;
            f.message = "finding-percent-for-points";
        }
        bench_.add(std::move(f));
    }

    // By how much the difference of rounded figures may be off: nothing for whole numbers.
    Decimal slack(const Change& c) const {
        int places = 0;
        bool scaled = false;
        for (const std::size_t i : {c.before, c.after, c.by}) {
            places = std::max(places, written_places(text_, all_[i]));
            scaled = scaled || (all_[i].kind != QuantityKind::kPercent && all_[i].rounded);
        }
        if (scaled)
            return half_step(text_, all_[c.before]) + half_step(text_, all_[c.after]) +
                   half_step(text_, all_[c.by]);
        return places == 0 ? Decimal() : Decimal(1, -places);
    }

    // The growth that figures rounded as they are written may have had, against the one stated.
    bool growth_fits(const Change& c) const {
        const Quantity& before = all_[c.before];
        const Quantity& after = all_[c.after];
        const Decimal h0 = half_step(text_, before);
        const Decimal h1 = half_step(text_, after);
        const Decimal low_base = before.value - h0;
        const auto most = low_base.is_zero() || low_base.negative()
                              ? std::nullopt
                              : (after.value + h1).scaled(2).divided(low_base, 6);
        const auto least = (after.value - h1).scaled(2).divided(before.value + h0, 6);
        if (!most || !least) return true;
        const Decimal hundred(100);
        const Decimal low = c.down ? hundred - *most : *least - hundred;
        const Decimal high = c.down ? hundred - *least : *most - hundred;
        const Quantity& by = all_[c.by];
        const Decimal ulp(1, -written_places(text_, by));
        return by.value >= low - ulp && by.value <= high + ulp;
    }

    Bench& bench_;
    int index_;
    std::string_view text_;
    const std::vector<Quantity>& all_;
};

void row(Bench& bench, int task) { Changes(bench, task).run(); }

}  // namespace

extern const Check check_year_on_year;
const Check check_year_on_year{"year-on-year", "arithmetic", row, nullptr, true};

}  // namespace duban
