#include "programme/compare.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <unordered_map>

#include "base/parallel.h"
#include "base/text.h"
#include "programme/verdict.h"

namespace duban {
namespace {

constexpr double kAlike = 0.4;
constexpr std::size_t kNear = 64;      // targets on either side that one is compared with
constexpr std::size_t kShortText = 8;  // characters: a report of no more is no copy

// Which columns a document has at all: what one of the two does not have is not compared.
std::array<bool, kColumns> columns_of(const Programme& programme) {
    std::array<bool, kColumns> has{};
    for (const Task& task : programme.tasks) {
        if (task.preamble) continue;
        for (std::size_t c = 0; c < kColumns; ++c) has[c] = has[c] || !task.cells[c].clean.empty();
    }
    return has;
}

struct Pairing {
    double score = 0;
    std::size_t before = 0;
    std::size_t after = 0;
};

// The best first, each taken once; of equals those that stand earlier.
void greedy(std::vector<Pairing> all, std::vector<int>& before, std::vector<int>& after) {
    std::sort(all.begin(), all.end(), [](const Pairing& a, const Pairing& b) {
        if (a.score != b.score) return a.score > b.score;
        if (a.before != b.before) return a.before < b.before;
        return a.after < b.after;
    });
    for (const Pairing& p : all) {
        if (before[p.before] >= 0 || after[p.after] >= 0) continue;
        before[p.before] = static_cast<int>(p.after);
        after[p.after] = static_cast<int>(p.before);
    }
}

// Compares two tasks that belong together.
class TaskComparer {
  public:
    TaskComparer(const Comparison& c, const std::array<bool, kColumns>& both,
                 const TaskRows& before, const TaskRows& after, std::vector<Difference>& out)
        : c_(c), u_{c.before, c.after}, both_(both), groups_{&before, &after}, out_(out) {}

    void run() {
        names();
        rows();
        targets();
        if (!c_.other_year) other_totals();
    }

  private:
    [[nodiscard]] const Task& task(int side, int index) const {
        return u_[side]->programme->tasks[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const Target& target(int side, int index) const {
        return u_[side]->targets[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const TaskView& view(int side, int index) const {
        return u_[side]->views[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] bool both_have(Column c) const { return both_[static_cast<std::size_t>(c)]; }

    static Span whole(std::string_view text) {
        return {0, static_cast<std::uint32_t>(text.size())};
    }

    Difference cells(DifferenceKind kind, Column cell, int before, int after) const {
        Difference d;
        d.kind = kind;
        d.before = {before, -1, cell, whole(task(0, before).clean(cell)), {}, {}};
        d.after = {after, -1, cell, whole(task(1, after).clean(cell)), {}, {}};
        return d;
    }

    [[nodiscard]] bool differs(Column cell, int before, int after) const {
        return without_blanks(task(0, before).clean(cell)) !=
               without_blanks(task(1, after).clean(cell));
    }

    void names() {
        const int a = groups_[0]->first;
        const int b = groups_[1]->first;
        if (!groups_[0]->number.empty() && !groups_[1]->number.empty() &&
            groups_[0]->number != groups_[1]->number) {
            out_.push_back(cells(DifferenceKind::kTaskRenumbered, Column::kNumber, a, b));
        }
        if (both_have(Column::kTask) && groups_[0]->title != groups_[1]->title)
            out_.push_back(cells(DifferenceKind::kTaskRetitled, Column::kTask, a, b));
        const auto category = [&](int side, int index) {
            const Programme& p = *u_[side]->programme;
            return without_blanks(
                p.categories[static_cast<std::size_t>(task(side, index).category)].name);
        };
        if (both_have(Column::kCategory) && category(0, a) != category(1, b))
            out_.push_back(cells(DifferenceKind::kCategoryChanged, Column::kCategory, a, b));
    }

    // Pairs the rows of the two tasks, which are one each as a rule.
    void rows() {
        const auto rows_before = static_cast<std::size_t>(groups_[0]->rows);
        const auto rows_after = static_cast<std::size_t>(groups_[1]->rows);
        std::vector<int> before(rows_before, -1);
        std::vector<int> after(rows_after, -1);
        if (rows_before == 1 && rows_after == 1) {
            before[0] = after[0] = 0;
        } else {
            std::vector<Pairing> all;
            for (std::size_t i = 0; i < rows_before; ++i) {
                for (std::size_t j = 0; j < rows_after; ++j) {
                    const TaskView& x = view(0, groups_[0]->first + static_cast<int>(i));
                    const TaskView& y = view(1, groups_[1]->first + static_cast<int>(j));
                    const double score = alike(x.plan, y.plan) + alike(x.progress, y.progress) / 2 +
                                         (i == j ? 0.1 : 0.0);
                    all.push_back({score, i, j});
                }
            }
            greedy(std::move(all), before, after);
        }
        for (std::size_t i = 0; i < rows_before; ++i) {
            const int a = groups_[0]->first + static_cast<int>(i);
            if (before[i] >= 0) {
                row(a, groups_[1]->first + before[i]);
                continue;
            }
            Difference d;
            d.kind = DifferenceKind::kPartDropped;
            d.before = {a, -1, Column::kTask, whole(task(0, a).clean(Column::kTask)), {}, {}};
            out_.push_back(std::move(d));
        }
        for (std::size_t j = 0; j < rows_after; ++j) {
            if (after[j] >= 0) continue;
            const int b = groups_[1]->first + static_cast<int>(j);
            Difference d;
            d.kind = DifferenceKind::kPartAdded;
            d.after = {b, -1, Column::kTask, whole(task(1, b).clean(Column::kTask)), {}, {}};
            out_.push_back(std::move(d));
        }
    }

    void row(int a, int b) {
        reworded(DifferenceKind::kPromiseReworded, Column::kMeasures, a, b);
        if (!c_.other_year) reworded(DifferenceKind::kPlanReworded, Column::kPlan, a, b);
        copied(a, b);
        if (!c_.other_year && both_have(Column::kStatus)) status(a, b);
        if (both_have(Column::kLead) && task(0, a).lead_units != task(1, b).lead_units) {
            auto x = task(0, a).lead_units;
            auto y = task(1, b).lead_units;
            std::sort(x.begin(), x.end());
            std::sort(y.begin(), y.end());
            if (x != y) out_.push_back(cells(DifferenceKind::kLeadChanged, Column::kLead, a, b));
        }
    }

    void reworded(DifferenceKind kind, Column cell, int a, int b) {
        if (!both_have(cell) || !differs(cell, a, b)) return;
        Difference d = cells(kind, cell, a, b);
        d.texts = changes_between(task(0, a).clean(cell), task(1, b).clean(cell));
        out_.push_back(std::move(d));
    }

    void copied(int a, int b) {
        const std::string_view before = task(0, a).clean(Column::kProgress);
        const std::string_view after = task(1, b).clean(Column::kProgress);
        if (code_points(after) <= kShortText) return;
        const bool done = claims_done(task(0, a).status.status);
        DifferenceKind kind =
            done ? DifferenceKind::kReportCopiedDone : DifferenceKind::kReportCopied;
        if (differs(Column::kProgress, a, b)) {
            if (masked(before, true) == masked(after, true)) {
                if (!done) kind = DifferenceKind::kReportCopiedButMonths;
            } else if (masked(before, false) == masked(after, false)) {
                kind = DifferenceKind::kReportCopiedButFigures;
            } else {
                return;
            }
        }
        out_.push_back(cells(kind, Column::kProgress, a, b));
    }

    void status(int a, int b) {
        const Status& x = task(0, a).status;
        const Status& y = task(1, b).status;
        const bool unknown =
            x.status == ClaimedStatus::kUnknown && y.status == ClaimedStatus::kUnknown;
        if (unknown ? without_blanks(x.words) == without_blanks(y.words) : x.status == y.status)
            return;
        DifferenceKind kind = DifferenceKind::kStatusChanged;
        if (claims_done(x.status) && !claims_done(y.status) && !c_.backwards)
            kind = DifferenceKind::kStatusWithdrawn;
        if (!claims_done(x.status) && claims_done(y.status)) kind = DifferenceKind::kStatusDone;
        out_.push_back(cells(kind, Column::kStatus, a, b));
    }

    [[nodiscard]] std::vector<int> targets_of(int side) const {
        std::vector<int> out;
        for (int i = 0; i < groups_[side]->rows; ++i) {
            for (const int t : view(side, groups_[side]->first + i).targets) {
                const Target& found = target(side, t);
                // Of another year only what was promised is compared, not how it is planned.
                if (c_.other_year && found.cell != Column::kMeasures) continue;
                if (!both_have(found.cell)) continue;
                if (found.value || found.due_month != 0) out.push_back(t);
            }
        }
        return out;
    }

    // How likely two targets are the same one; 0 where they cannot be.
    [[nodiscard]] double same_target(const Target& a, const Target& b) const {
        if (a.value.has_value() != b.value.has_value()) return 0;
        double like = std::max(alike(a.pairs, b.pairs), a.subject == b.subject ? 1.0 : 0.0);
        if (a.core.size() >= 2 && b.core.size() >= 2)
            like = std::max(like, 0.9 * alike(a.core, b.core));
        if (!a.value) return like >= kAlike ? like : 0;
        const bool upper_a =
            a.comparator == Comparator::kAtMost || a.comparator == Comparator::kLessThan;
        const bool upper_b =
            b.comparator == Comparator::kAtMost || b.comparator == Comparator::kLessThan;
        if (upper_a != upper_b || a.each != b.each) return 0;
        const bool fits = comparable(a.family, a.unit, b.family, b.unit);
        // The same subject promised in another unit.
        if (!fits) return like >= 0.6 ? like - 0.5 : 0;
        if (a.family == UnitFamily::kPercent &&
            (a.mode == Mode::kIncrement) != (b.mode == Mode::kIncrement))
            return 0;
        const bool equal = *a.value == *b.value;
        if (like < kAlike && !(equal && like >= 0.15)) return 0;
        return like + (equal ? 0.5 : 0.0) + (a.unit == b.unit ? 0.2 : 0.0) +
               (a.cell == b.cell ? 0.2 : 0.0) + (a.part_of_whole == b.part_of_whole ? 0.1 : 0.0);
    }

    void targets() {
        const std::vector<int> before = targets_of(0);
        const std::vector<int> after = targets_of(1);
        std::vector<int> partner(before.size(), -1);
        std::vector<int> taken(after.size(), -1);
        std::vector<Pairing> all;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const std::size_t from = i > kNear ? i - kNear : 0;
            for (std::size_t j = from; j < std::min(after.size(), i + kNear); ++j) {
                const double score = same_target(target(0, before[i]), target(1, after[j]));
                if (score > 0) all.push_back({score, i, j});
            }
        }
        greedy(std::move(all), partner, taken);
        only_ones(before, after, partner, taken);
        for (std::size_t i = 0; i < before.size(); ++i) {
            const Target& a = target(0, before[i]);
            if (partner[i] >= 0) {
                matched(before[i], after[static_cast<std::size_t>(partner[i])]);
            } else if (a.value && text_differs(0, a)) {
                Difference d;
                d.kind = DifferenceKind::kTargetDropped;
                d.before = side(0, before[i]);
                d.subject = a.subject;
                out_.push_back(std::move(d));
            }
        }
        for (std::size_t j = 0; j < after.size(); ++j) {
            const Target& b = target(1, after[j]);
            if (taken[j] >= 0 || !b.value || !text_differs(1, b)) continue;
            Difference d;
            d.kind = DifferenceKind::kTargetAdded;
            d.after = side(1, after[j]);
            d.subject = b.subject;
            out_.push_back(std::move(d));
        }
    }

    // The only target of its unit that is left on either side: the subject was re-worded.
    void only_ones(const std::vector<int>& before, const std::vector<int>& after,
                   std::vector<int>& partner, std::vector<int>& taken) const {
        std::map<std::string, std::array<std::vector<std::size_t>, 2>> left;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const Target& t = target(0, before[i]);
            if (partner[i] < 0 && t.value) left[t.unit][0].push_back(i);
        }
        for (std::size_t j = 0; j < after.size(); ++j) {
            const Target& t = target(1, after[j]);
            if (taken[j] < 0 && t.value) left[t.unit][1].push_back(j);
        }
        for (const auto& [unit, sides] : left) {
            if (sides[0].size() != 1 || sides[1].size() != 1) continue;
            const Target& a = target(0, before[sides[0][0]]);
            const Target& b = target(1, after[sides[1][0]]);
            if (a.cell != b.cell || alike(a.pairs, b.pairs) < 0.2) continue;
            partner[sides[0][0]] = static_cast<int>(sides[1][0]);
            taken[sides[1][0]] = static_cast<int>(sides[0][0]);
        }
    }

    // True where the text that the target stands in is not found in the other document's task.
    [[nodiscard]] bool text_differs(int from, const Target& t) const {
        const std::string mine = without_blanks(task(from, t.task).clean(t.cell));
        const TaskRows& other = *groups_[1 - from];
        for (int i = 0; i < other.rows; ++i) {
            if (without_blanks(task(1 - from, other.first + i).clean(t.cell)) == mine) return false;
        }
        return true;
    }

    [[nodiscard]] Side side(int which, int index) const {
        const Target& t = target(which, index);
        return {t.task, index, t.cell, t.place, t.value, t.unit};
    }

    void matched(int i, int j) {
        const Target& a = target(0, i);
        const Target& b = target(1, j);
        const bool units_fit = comparable(a.family, a.unit, b.family, b.unit);
        if (a.value && (!units_fit || !(*a.value == *b.value))) {
            Difference d;
            d.kind = DifferenceKind::kTargetChanged;
            d.before = side(0, i);
            d.after = side(1, j);
            d.subject = b.subject;
            if (units_fit) d.change = *b.value - *a.value;
            out_.push_back(std::move(d));
        }
        if (!c_.other_year && a.due_month != 0 && b.due_month != 0 && a.due_month != b.due_month) {
            Difference d;
            d.kind = DifferenceKind::kDueChanged;
            d.before = side(0, i);
            d.after = side(1, j);
            d.before.place = a.due_place;
            d.after.place = b.due_place;
            d.before.value = Decimal(a.due_month);
            d.after.value = Decimal(b.due_month);
            d.before.unit = d.after.unit = "";
            d.subject = b.subject;
            out_.push_back(std::move(d));
        }
        if (c_.other_year || !a.value) return;
        if (both_have(Column::kPlan) && units_fit && differs(Column::kPlan, a.task, b.task))
            plan_figures(i, j);
        if (both_have(Column::kProgress) && units_fit && differs(Column::kProgress, a.task, b.task))
            results(i, j);
    }

    [[nodiscard]] Side figure(int which, int index, const PlanFigure& f) const {
        const Target& t = target(which, index);
        const Quantity& q =
            task(which, t.task).of(Column::kPlan)[static_cast<std::size_t>(f.quantity)];
        return {t.task, index, Column::kPlan, q.span, f.value, t.unit};
    }

    void plan_figures(int i, int j) {
        const Target& a = target(0, i);
        const Target& b = target(1, j);
        // The last figure of each period.
        const auto by_period = [&](int which, const Target& t) {
            std::map<std::pair<int, int>, const PlanFigure*> out;
            for (const PlanFigure& f : t.plan) {
                const auto& period =
                    task(which, t.task).plan.items[static_cast<std::size_t>(f.item)].period;
                if (period) out[{period->last, period->first}] = &f;
            }
            return out;
        };
        const auto before = by_period(0, a);
        const auto after = by_period(1, b);
        const auto period_of = [](const std::pair<int, int>& key) {
            Period period;
            period.first = static_cast<std::uint8_t>(key.second);
            period.last = static_cast<std::uint8_t>(key.first);
            return period;
        };
        for (const auto& [key, f] : before) {
            const auto other = after.find(key);
            Difference d;
            d.before = figure(0, i, *f);
            d.subject = b.subject;
            d.period = period_of(key);
            if (other == after.end()) {
                // The plan may still say the same in other words.
                if (b.plan.empty()) continue;
                d.kind = DifferenceKind::kPlanFigureDropped;
                d.after.task = b.task;
                d.after.cell = Column::kPlan;
            } else {
                if (f->value == other->second->value) continue;
                d.kind = DifferenceKind::kPlanFigureChanged;
                d.after = figure(1, j, *other->second);
                d.change = other->second->value - f->value;
            }
            out_.push_back(std::move(d));
        }
        for (const auto& [key, f] : after) {
            if (a.plan.empty() || before.find(key) != before.end()) continue;
            Difference d;
            d.kind = DifferenceKind::kPlanFigureAdded;
            d.before.task = a.task;
            d.before.cell = Column::kPlan;
            d.after = figure(1, j, *f);
            d.subject = b.subject;
            d.period = period_of(key);
            out_.push_back(std::move(d));
        }
    }

    [[nodiscard]] const Quantity& reported(int which, int row, int quantity) const {
        return task(which, row).of(Column::kProgress)[static_cast<std::size_t>(quantity)];
    }

    // The two are equal as far as they are written out.
    [[nodiscard]] bool equal_reported(int row_a, const Quantity& a, int row_b,
                                      const Quantity& b) const {
        return equal_as_written(a.value, b.value, b, task(1, row_b).clean(Column::kProgress)) ||
               equal_as_written(b.value, a.value, a, task(0, row_a).clean(Column::kProgress));
    }

    // A reported figure of the row with the unit that it is reported in.
    [[nodiscard]] Side reported_side(int which, int row, int target, const Quantity& q) const {
        const std::string_view text = task(which, row).clean(Column::kProgress);
        const std::string_view unit =
            q.family == UnitFamily::kPercent ? std::string_view("%") : q.unit.of(text);
        return {row, target, Column::kProgress, q.span, q.value, std::string(unit)};
    }

    void results(int i, int j) {
        const Target& a = target(0, i);
        const Target& b = target(1, j);
        // One figure for several targets is of none of them.
        if (!a.result || !a.joint_with.empty() || !b.joint_with.empty()) return;
        // Nor is a figure of other things to be compared.
        if (a.subject_change >= SubjectChange::kWiderClass ||
            b.subject_change >= SubjectChange::kWiderClass)
            return;
        const Quantity& x = reported(0, a.task, a.result_quantity);
        Difference d;
        d.before = reported_side(0, a.task, i, x);
        d.before.value = a.result;  // more than the figure where a surplus was reported
        d.subject = b.subject;
        if (!b.result) {
            if (!a.certain || c_.backwards || b.verdict != Verdict::kNotReported) return;
            d.kind = DifferenceKind::kResultGone;
            d.after.task = b.task;
            d.after.cell = Column::kProgress;
            out_.push_back(std::move(d));
            return;
        }
        const Quantity& y = reported(1, b.task, b.result_quantity);
        const bool as_written = *a.result == x.value && *b.result == y.value;
        if (*a.result == *b.result || (as_written && equal_reported(a.task, x, b.task, y))) return;
        d.after = reported_side(1, b.task, j, y);
        d.after.value = b.result;
        d.change = *b.result - *a.result;
        const bool total = b.family != UnitFamily::kPercent && b.mode != Mode::kLevel &&
                           b.kind != QuantityKind::kConcentration &&
                           b.direction != Direction::kLess && !b.each;
        if (*a.result < *b.result) {
            d.kind = total ? DifferenceKind::kResultRose : DifferenceKind::kResultChanged;
        } else {
            const Phrase& px =
                view(0, a.task).phrases[2][static_cast<std::size_t>(a.result_quantity)];
            const Phrase& py =
                view(1, b.task).phrases[2][static_cast<std::size_t>(b.result_quantity)];
            const bool same_words = alike(px.pairs, py.pairs) >= 0.3 || (a.certain && b.certain);
            d.kind = total && same_words && !c_.backwards && !reached_elsewhere(b, *a.result)
                         ? DifferenceKind::kResultFell
                         : DifferenceKind::kResultChanged;
        }
        out_.push_back(std::move(d));
    }

    // The later report holds another figure in the unit that is no smaller: perhaps that one goes
    // on from the earlier figure.
    [[nodiscard]] bool reached_elsewhere(const Target& t, const Decimal& value) const {
        const Task& row = task(1, t.task);
        const auto& all = row.of(Column::kProgress);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (static_cast<int>(i) == t.result_quantity || all[i].value < value) continue;
            if (comparable(t.family, t.unit, all[i].family,
                           all[i].unit.of(row.clean(Column::kProgress))))
                return true;
        }
        return false;
    }

    // Running totals that answer no target, row by row of tasks with one row.
    void other_totals() {
        if (groups_[0]->rows != 1 || groups_[1]->rows != 1 || c_.backwards) return;
        const int a = groups_[0]->first;
        const int b = groups_[1]->first;
        if (!both_have(Column::kProgress) || !differs(Column::kProgress, a, b)) return;
        const auto totals = [&](int which, int row) {
            const auto& all = task(which, row).of(Column::kProgress);
            std::vector<std::size_t> out;
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (all[i].mode == Mode::kCumulative && !all[i].unit.empty()) out.push_back(i);
            }
            std::erase_if(out, [&](std::size_t q) {
                const auto& mine = view(which, row).targets;
                return std::any_of(mine.begin(), mine.end(), [&](int t) {
                    return target(which, t).result_quantity == static_cast<int>(q);
                });
            });
            return out;
        };
        const std::vector<std::size_t> before = totals(0, a);
        const std::vector<std::size_t> after = totals(1, b);
        std::vector<int> partner(before.size(), -1);
        std::vector<int> taken(after.size(), -1);
        std::vector<Pairing> all;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const Quantity& x = reported(0, a, static_cast<int>(before[i]));
            for (std::size_t j = 0; j < std::min(after.size(), i + kNear); ++j) {
                const Quantity& y = reported(1, b, static_cast<int>(after[j]));
                if (x.family != y.family || x.unit.of(task(0, a).clean(Column::kProgress)) !=
                                                y.unit.of(task(1, b).clean(Column::kProgress)))
                    continue;
                const double like = alike(view(0, a).phrases[2][before[i]].pairs,
                                          view(1, b).phrases[2][after[j]].pairs);
                if (like >= 0.6) all.push_back({like, i, j});
            }
        }
        greedy(std::move(all), partner, taken);
        for (std::size_t i = 0; i < before.size(); ++i) {
            if (partner[i] < 0) continue;
            const std::size_t j = after[static_cast<std::size_t>(partner[i])];
            const Quantity& x = reported(0, a, static_cast<int>(before[i]));
            const Quantity& y = reported(1, b, static_cast<int>(j));
            if (x.value <= y.value || equal_reported(a, x, b, y)) continue;
            const std::string_view text = task(1, b).clean(Column::kProgress);
            Difference d;
            d.kind = DifferenceKind::kResultFell;
            d.before = reported_side(0, a, -1, x);
            d.after = reported_side(1, b, -1, y);
            d.subject = subject_text(text, view(1, b).phrases[2][j]);
            d.change = y.value - x.value;
            out_.push_back(std::move(d));
        }
    }

    const Comparison& c_;
    std::array<const Understanding*, 2> u_;
    const std::array<bool, kColumns>& both_;
    std::array<const TaskRows*, 2> groups_;
    std::vector<Difference>& out_;
};

// Where only figures changed and they have been told one by one, the text needs no telling again.
void drop_told(const Comparison& c, std::vector<Difference>& list) {
    const auto has = [&](DifferenceKind kind, const Difference& text) {
        return std::any_of(list.begin(), list.end(), [&](const Difference& d) {
            return d.kind == kind && d.before.task == text.before.task &&
                   d.before.cell == text.before.cell;
        });
    };
    std::vector<bool> told;
    for (const Difference& d : list) {
        const bool measures = d.kind == DifferenceKind::kPromiseReworded;
        const bool plan = d.kind == DifferenceKind::kPlanReworded;
        bool drop = false;
        if (measures || plan) {
            const auto text = [&](const Understanding& u, const Side& side) {
                return masked(
                    u.programme->tasks[static_cast<std::size_t>(side.task)].clean(side.cell),
                    false);
            };
            drop =
                has(measures ? DifferenceKind::kTargetChanged : DifferenceKind::kPlanFigureChanged,
                    d) &&
                text(*c.before, d.before) == text(*c.after, d.after);
        }
        told.push_back(drop);
    }
    std::size_t at = 0;
    std::erase_if(list, [&](const Difference&) { return told[at++]; });
}

}  // namespace

std::string_view name_of(DifferenceKind kind) {
    constexpr std::array<std::string_view, kDifferenceKinds> kNames{"status-withdrawn",
                                                                    "result-fell",
                                                                    "target-changed",
                                                                    "target-dropped",
                                                                    "due-changed",
                                                                    "task-dropped",
                                                                    "part-dropped",
                                                                    "task-added",
                                                                    "part-added",
                                                                    "target-added",
                                                                    "plan-figure-changed",
                                                                    "plan-figure-dropped",
                                                                    "plan-figure-added",
                                                                    "result-gone",
                                                                    "promise-reworded",
                                                                    "report-copied",
                                                                    "report-copied-but-months",
                                                                    "status-changed",
                                                                    "lead-changed",
                                                                    "report-copied-but-figures",
                                                                    "plan-reworded",
                                                                    "task-retitled",
                                                                    "category-changed",
                                                                    "task-renumbered",
                                                                    "report-copied-done",
                                                                    "result-changed",
                                                                    "result-rose",
                                                                    "status-done"};
    return kNames[static_cast<std::size_t>(kind)];
}

Consequence consequence_of(DifferenceKind kind) {
    if (kind <= DifferenceKind::kPartDropped) return Consequence::kHigh;
    if (kind <= DifferenceKind::kLeadChanged) return Consequence::kMiddle;
    return Consequence::kLow;
}

std::string_view name_of(Consequence consequence) {
    constexpr std::array<std::string_view, 3> kNames{"high", "middle", "low"};
    return kNames[static_cast<std::size_t>(consequence)];
}

bool Comparison::of_consequence() const {
    return std::any_of(differences.begin(), differences.end(), [](const Difference& d) {
        return consequence_of(d.kind) == Consequence::kHigh;
    });
}

Comparison compare(const Understanding& before, const Understanding& after) {
    const Programme& x = *before.programme;
    const Programme& y = *after.programme;
    Comparison c;
    c.before = &before;
    c.after = &after;
    c.other_year = x.year != 0 && y.year != 0 && x.year != y.year;
    c.backwards = x.year != 0 && y.year != 0 &&
                  (x.year > y.year ||
                   (x.year == y.year && x.month != 0 && y.month != 0 && x.month > y.month));
    std::vector<TaskRows> groups_before = task_rows_of(x);
    std::vector<TaskRows> groups_after = task_rows_of(y);
    c.tasks_before = static_cast<int>(groups_before.size());
    c.tasks_after = static_cast<int>(groups_after.size());
    std::vector<TaskMatch> matches = match_tasks(groups_before, groups_after);
    std::array<bool, kColumns> both = columns_of(x);
    const std::array<bool, kColumns> has = columns_of(y);
    for (std::size_t i = 0; i < kColumns; ++i) both[i] = both[i] && has[i];

    // What differs, task by task; every list is of one task.
    std::vector<std::vector<Difference>> lists(matches.size());
    for_ranges(
        matches.size(), range_count(matches.size()),
        [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                TaskComparer(c, both, groups_before[static_cast<std::size_t>(matches[i].before)],
                             groups_after[static_cast<std::size_t>(matches[i].after)], lists[i])
                    .run();
                drop_told(c, lists[i]);
                std::stable_sort(
                    lists[i].begin(), lists[i].end(),
                    [](const Difference& a, const Difference& b) { return a.kind < b.kind; });
            }
        });
    for (TaskMatch& m : matches) {
        m.before = groups_before[static_cast<std::size_t>(m.before)].first;
        m.after = groups_after[static_cast<std::size_t>(m.after)].first;
        c.matches.push_back(m);
    }
    const auto alone = [&](const Programme& p, const TaskRows& group, DifferenceKind kind) {
        if (group.partner >= 0) return;
        const std::string_view title =
            p.tasks[static_cast<std::size_t>(group.first)].clean(Column::kTask);
        Difference d;
        d.kind = kind;
        Side& side = kind == DifferenceKind::kTaskDropped ? d.before : d.after;
        side.task = group.first;
        side.place = {0, static_cast<std::uint32_t>(title.size())};
        lists.push_back({std::move(d)});
    };
    for (const TaskRows& g : groups_before) alone(x, g, DifferenceKind::kTaskDropped);
    for (const TaskRows& g : groups_after) alone(y, g, DifferenceKind::kTaskAdded);
    std::erase_if(lists, [](const std::vector<Difference>& list) { return list.empty(); });
    std::stable_sort(lists.begin(), lists.end(),
                     [](const std::vector<Difference>& a, const std::vector<Difference>& b) {
                         return a.front().kind < b.front().kind;
                     });
    for (std::vector<Difference>& list : lists)
        std::move(list.begin(), list.end(), std::back_inserter(c.differences));
    return c;
}

}  // namespace duban
