// milestone-unanswered: deliverables that the plan sets for the reported month and that the report
// does not come back to. One finding a report; routine work is not asked for.
#include <algorithm>
#include <string>

#include "audit/audit_words.h"
#include "audit/check.h"
#include "audit/document_words.h"
#include "base/text.h"

namespace duban {
namespace {

const Deliverable* deliverable_in(std::string_view words) {
    const Deliverable* best = nullptr;
    for (const Deliverable& d : kPeriodDeliverables) {
        if (!contains(words, d.word)) continue;
        if (best == nullptr || (d.chain == best->chain && d.height > best->height)) best = &d;
    }
    return best;
}

// The stage that the words name in the chain, -1 for none.
int reached(std::string_view words, int chain) {
    int best = -1;
    for (const Deliverable& d : kPeriodDeliverables) {
        if (d.chain == chain && d.height > best && contains(words, d.word)) best = d.height;
    }
    return best;
}

// The year's figures are all there and the status says done: the report speaks of the whole.
bool finished(Bench& bench, int task) {
    if (!claims_done(bench.task(task).status.status)) return false;
    bool any = false;
    for (const int ti : bench.view(task).targets) {
        const Target& t = bench.target(ti);
        if (!t.value || t.cell != Column::kMeasures) continue;
        switch (t.verdict) {
            case Verdict::kMet:
            case Verdict::kExceeded: any = true; break;
            case Verdict::kUnverifiable: break;
            default: return false;
        }
    }
    return any;
}

class Milestones {
  public:
    Milestones(Bench& bench, int task)
        : bench_(bench),
          index_(task),
          row_(bench.task(task)),
          plan_(row_.clean(Column::kPlan)),
          report_(row_.clean(Column::kProgress)) {}

    void run() {
        const Programme& programme = *bench_.u.programme;
        if (programme.month == 0 || report_.empty() || contains_any(report_, kAllAnswered) ||
            of_another_thing())
            return;
        finished_ = finished(bench_, index_);
        for (const PlanItem& item : row_.plan.items) {
            if (!item.period || item.period->last != programme.month) continue;
            if (item.period->year != 0 && programme.year != 0 &&
                item.period->year != programme.year)
                continue;
            for (const Span clause : clauses_of(plan_, item.text)) ask(clause);
        }
        report();
    }

  private:
    // A report on another thing than was promised is told as such.
    bool of_another_thing() const {
        const auto& targets = bench_.view(index_).targets;
        return std::any_of(targets.begin(), targets.end(), [&](int ti) {
            return bench_.target(ti).cell == Column::kMeasures &&
                   bench_.target(ti).other_subject >= 0;
        });
    }

    void ask(Span clause) {
        const std::string_view words = trimmed(clause.of(plan_));
        if (starts_with_any(words, kRoutineBegins) != 0 || contains_any(words, kWholeYearGoal) ||
            figures_tied(clause))
            return;
        // Of a task whose figures are all there only what comes after them is asked for.
        if (finished_ && !contains_any(words, kAfterTheFigures)) return;
        const Deliverable* what = deliverable_in(words);
        if (what == nullptr) return;
        const Pairs pairs = pairs_of(words);
        if (pairs.size() < 3) return;
        double best = covered(pairs, bench_.view(index_).progress) * 0.8;
        for (const Sentence& s : bench_.view(index_).sentences[2]) {
            const std::string_view said = s.span.of(report_);
            double like = covered(pairs, s.pairs);
            if (what->chain != 0 && reached(said, what->chain) >= what->height) like += 0.3;
            // What is awaited or fell away is told by other checks.
            if (!s.waiting.empty() || !s.fell_away.empty()) like += 0.3;
            best = std::max(best, like);
        }
        if (best >= 0.5 || promise_told(pairs)) return;
        unanswered_.push_back(clause);
        unsure_ = unsure_ || best >= 0.35;
    }

    // A figure of the clause is a target's: other checks hold it against the report.
    bool figures_tied(Span clause) const {
        const auto inside = [&](int quantity) {
            if (quantity < 0) return false;
            const Span q = row_.of(Column::kPlan)[static_cast<std::size_t>(quantity)].span;
            return q.begin >= clause.begin && q.end <= clause.end;
        };
        for (const int ti : bench_.view(index_).targets) {
            const Target& t = bench_.target(ti);
            if (t.cell == Column::kPlan && inside(t.quantity)) return true;
            if (std::any_of(t.plan.begin(), t.plan.end(),
                            [&](const PlanFigure& f) { return inside(f.quantity); }))
                return true;
        }
        return false;
    }

    // The same thing is promised in the measures: result-missing-for-target and its neighbours ask
    // for it.
    bool promise_told(const Pairs& pairs) const {
        const auto& targets = bench_.view(index_).targets;
        return std::any_of(targets.begin(), targets.end(), [&](int ti) {
            const Target& t = bench_.target(ti);
            return t.cell == Column::kMeasures && t.result_quantity < 0 &&
                   covered(t.own, pairs) >= 0.6;
        });
    }

    void report() {
        if (unanswered_.empty()) return;
        Finding f;
        f.code = "milestone-unanswered";
        f.task = index_;
        f.severity = unsure_ ? Severity::kNote : Severity::kWarning;
        std::string subjects;
        for (const Span clause : unanswered_) {
            f.evidence.push_back(bench_.at(index_, Column::kPlan, clause));
            subjects += (subjects.empty() ? std::string() : std::string(kSemicolon)) +
                        std::string(trimmed(clause.of(plan_)));
        }
        f.message = "finding-milestone-unanswered";
        f.params = {{"month", std::to_string(bench_.u.programme->month)}, {"subjects", subjects}};
        bench_.add(std::move(f));
    }

    Bench& bench_;
    int index_;
    const Task& row_;
    std::string_view plan_;
    std::string_view report_;
    std::vector<Span> unanswered_;
    bool unsure_ = false;
    bool finished_ = false;
};

void row(Bench& bench, int task) { Milestones(bench, task).run(); }

}  // namespace

extern const Check check_milestone_unanswered;
const Check check_milestone_unanswered{"milestone-unanswered", "result", row, nullptr};

}  // namespace duban
