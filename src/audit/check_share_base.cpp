// share-base: a share whose base stands beside it and that does not follow from it: of a stated
// figure, of the whole in its statement, or a rate of completion beside plan and count.
#include <algorithm>
#include <string>

#include "audit/bulletin_words.h"
#include "audit/check.h"
#include "audit/percent_tools.h"
#include "audit/prose.h"
#include "audit/status_groups.h"
#include "base/text.h"
#include "programme/link.h"

namespace duban {
namespace {

struct Share {
    std::size_t part = 0;
    std::size_t base = 0;
    std::size_t percent = 0;
    bool stated = false;  // the base is said to be the base
};

class Shares {
  public:
    Shares(Bench& bench, int task)
        : bench_(bench),
          index_(task),
          text_(bench.task(task).clean(Column::kProgress)),
          all_(bench.task(task).of(Column::kProgress)) {}

    void run() {
        if (all_.size() > kMostFigures) return;
        for (const Statement& s : statements_of(text_, all_)) {
            for (std::size_t i = s.first; i < s.last; ++i) {
                if (all_[i].family != UnitFamily::kPercent) continue;
                Share share;
                share.percent = i;
                if (of_stated_base(s, share) || rate_of_done(s, share) || of_the_whole(s, share))
                    report(share);
            }
        }
    }

  private:
    bool usable(std::size_t i) const {
        const Quantity& q = all_[i];
        return q.kind != QuantityKind::kPercent && !q.unit.empty() && !q.value.negative();
    }

    // "24, which is 53.3% of 45".
    bool of_stated_base(const Statement& s, Share& share) const {
        const int base = stated_base(text_, all_, share.percent);
        if (base < static_cast<int>(s.first) + 1) return false;
        share.base = static_cast<std::size_t>(base);
        share.part = share.base - 1;
        share.stated = true;
        return usable(share.part) && same_unit(text_, all_[share.part], all_[share.base]);
    }

    // "planned 40, done 34, rate of completion 85%": nothing else in the unit stands there.
    bool rate_of_done(const Statement& s, Share& share) const {
        if (!ends_with_rate(share.percent)) return false;
        std::vector<std::size_t> counts;
        for (std::size_t i = s.first; i < share.percent; ++i) {
            if (usable(i)) counts.push_back(i);
        }
        if (counts.size() != 2 || !same_unit(text_, all_[counts[0]], all_[counts[1]])) return false;
        const auto planned = [&](std::size_t i) {
            return contains_any(words_before(text_, all_, i), kPlannedCount) &&
                   !contains_any(words_before(text_, all_, i), kDoneCount);
        };
        const auto done = [&](std::size_t i) {
            return contains_any(words_before(text_, all_, i), kDoneCount);
        };
        if (!planned(counts[0]) || !done(counts[1])) return false;
        share.base = counts[0];
        share.part = counts[1];
        share.stated = true;
        return !tied(share.part);
    }

    bool ends_with_rate(std::size_t percent) const {
        const std::string_view words = words_before(text_, all_, percent);
        return std::any_of(kRatesOfDone.begin(), kRatesOfDone.end(), [&](std::string_view rate) {
            const std::size_t at = find_word(words, rate);
            return at != std::string_view::npos && words.size() - at - rate.size() <= 6;
        });
    }

    // "of 45 items 24 are done, 53.3% of the whole".
    bool of_the_whole(const Statement& s, Share& share) const {
        const std::string_view words = words_before(text_, all_, share.percent);
        const bool bare = words == kShareVerb;  // "24, zhan 53.3%"
        if ((!bare && (!contains(words, kShareVerb) || !contains_any(words, kOfTheWhole))) ||
            contains_any(words, kGoalShareWords) || share.percent < s.first + 2)
            return false;
        share.part = share.percent - 1;
        if (!usable(share.part)) return false;
        int found = -1;
        for (std::size_t i = s.first; i < share.part; ++i) {
            if (!usable(i) || !same_unit(text_, all_[i], all_[share.part])) continue;
            // A part beside it is no whole.
            if (status_group(text_, all_, i) != StatusGroup::kNone) continue;
            if (all_[i].value < all_[share.part].value || found >= 0) return false;
            found = static_cast<int>(i);
        }
        if (found < 0) return false;
        share.base = static_cast<std::size_t>(found);
        return !tied(share.part);
    }

    // What is tied to a target is arithmetic-percent's matter.
    bool tied(std::size_t quantity) const {
        const auto& targets = bench_.view(index_).targets;
        return std::any_of(targets.begin(), targets.end(), [&](int t) {
            return bench_.target(t).result_quantity == static_cast<int>(quantity);
        });
    }

    void report(const Share& s) {
        const Quantity& part = all_[s.part];
        const Quantity& base = all_[s.base];
        const Quantity& percent = all_[s.percent];
        const Fit this_fit = fit(part.value, base.value, percent.value, bench_.tolerances);
        if (base.value.is_zero()) return;
        std::vector<Evidence> evidence{bench_.at(index_, Column::kProgress, part.span),
                                       bench_.at(index_, Column::kProgress, base.span),
                                       bench_.at(index_, Column::kProgress, percent.span)};
        std::string arithmetic = quotient_text(part.value, base.value);
        if (this_fit == Fit::kExact) {
            bench_.holds({index_, "share-base", std::move(evidence), std::move(arithmetic)});
            return;
        }
        if (percent.comparator != Comparator::kEqual && this_fit == Fit::kNear) return;
        Finding f;
        f.code = "share-base";
        f.task = index_;
        const auto computed = part.value.scaled(2).divided(base.value, 2);
        f.params = {{"stated", amount(percent.value)},
                    {"figure", amount(part.value)},
                    {"base", amount(base.value)},
                    {"computed", computed ? amount(*computed) : ""},
                    {"unit", std::string(base.unit.of(text_))}};
        const bool exact =
            part.comparator == Comparator::kEqual && base.comparator == Comparator::kEqual &&
            percent.comparator == Comparator::kEqual && !part.rounded && !base.rounded;
        f.severity = this_fit == Fit::kNear ? Severity::kNote
                     : s.stated && exact    ? Severity::kError
                                            : Severity::kWarning;
        f.message = this_fit == Fit::kNear ? "finding-percent-near" : "finding-percent-off";
        // Another base nearby that gives the percentage.
        for (std::size_t i = 0; this_fit == Fit::kOff && i < all_.size(); ++i) {
            if (i == s.part || i == s.base || !usable(i) || !same_unit(text_, all_[i], part) ||
                fit(part.value, all_[i].value, percent.value, bench_.tolerances) != Fit::kExact)
                continue;
            f.severity = Severity::kWarning;
            f.message = "finding-share-of-another";
            f.params.push_back({"other", amount(all_[i].value)});
            evidence.push_back(bench_.at(index_, Column::kProgress, all_[i].span));
            arithmetic += "; " + quotient_text(part.value, all_[i].value);
            break;
        }
        f.evidence = std::move(evidence);
        f.arithmetic = std::move(arithmetic);
        bench_.add(std::move(f));
    }

    Bench& bench_;
    int index_;
    std::string_view text_;
    const std::vector<Quantity>& all_;
};

void row(Bench& bench, int task) { Shares(bench, task).run(); }

}  // namespace

extern const Check check_share_base;
const Check check_share_base{"share-base", "arithmetic", row, nullptr, true};

}  // namespace duban
