#include "programme/match.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "base/parallel.h"
#include "base/text.h"

namespace duban {
namespace {

constexpr int kMostParts = 50;            // rows of one number beyond these are a task of their own
constexpr std::size_t kRarePairs = 12;    // of a task, looked up in the index
constexpr std::size_t kMostOfAPair = 24;  // tasks of one pair that are looked at
constexpr std::size_t kMostCandidates = 16;
constexpr double kAlike = 0.4;

double likeness_of(const TaskRows& a, const TaskRows& b) {
    double best = alike(a.pairs, b.pairs);
    if (!a.title_pairs.empty() && !b.title_pairs.empty() && !a.measures_pairs.empty() &&
        !b.measures_pairs.empty()) {
        best = std::max(
            best,
            (alike(a.title_pairs, b.title_pairs) + alike(a.measures_pairs, b.measures_pairs)) / 2);
    }
    return best;
}

// Finds for every task of the one document its like in the other.
class Matcher {
  public:
    Matcher(std::vector<TaskRows>& before, std::vector<TaskRows>& after)
        : before_(before), after_(after) {}

    std::vector<TaskMatch> run() {
        const auto always = [](const TaskRows&, const TaskRows&) { return true; };
        const auto exact = [](const TaskRows& g) {
            return g.number + "\t" + g.title + "\t" + g.measures;
        };
        const auto number_and_title = [](const TaskRows& g) {
            return g.title.empty() ? std::string() : g.number + "\t" + g.title;
        };
        const auto title = [](const TaskRows& g) { return g.title; };
        const auto title_and_measures = [](const TaskRows& g) {
            return g.title.empty() ? std::string() : g.title + "\t" + g.measures;
        };
        const auto measures = [](const TaskRows& g) { return g.measures; };
        const auto kept_promise = [](const TaskRows& a, const TaskRows& b) {
            return a.measures.empty() || b.measures.empty() ||
                   alike(a.measures_pairs, b.measures_pairs) >= 0.2;
        };
        equal(exact, MatchedBy::kNumberAndTitle, false, always);
        // A title that every task has says nothing by itself.
        equal(number_and_title, MatchedBy::kNumberAndTitle, false, kept_promise);
        equal(title_and_measures, MatchedBy::kTitle, false, always);
        equal(title, MatchedBy::kTitle, true, always);
        equal(measures, MatchedBy::kPromise, false, always);
        // Where many tasks are alike, what the first round leaves may find its like in the next.
        for (int round = 0; round < 3 && by_likeness(); ++round) {
        }
        std::vector<TaskMatch> out;
        for (std::size_t i = 0; i < after_.size(); ++i) {
            if (after_[i].partner < 0) continue;
            out.push_back({after_[i].partner, static_cast<int>(i), by_[i]});
        }
        return out;
    }

  private:
    static constexpr MatchedBy kFirst = MatchedBy::kNumberAndTitle;

    void join(std::size_t before, std::size_t after, MatchedBy by) {
        before_[before].partner = static_cast<int>(after);
        after_[after].partner = static_cast<int>(before);
        by_.resize(after_.size(), kFirst);
        by_[after] = by;
    }

    // Joins tasks of an equal key in the order in which they stand; with `only` keys that stand
    // once on either side.
    template <class Key, class Fits>
    void equal(const Key& key, MatchedBy by, bool only, const Fits& fits) {
        struct Entry {
            std::vector<std::size_t> before;
            std::vector<std::size_t> after;
        };
        std::unordered_map<std::string, Entry> found;
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (before_[i].partner < 0) found[key(before_[i])].before.push_back(i);
        }
        for (std::size_t i = 0; i < after_.size(); ++i) {
            if (after_[i].partner >= 0) continue;
            const std::string name = key(after_[i]);
            if (name.empty()) continue;
            const auto entry = found.find(name);
            if (entry != found.end()) entry->second.after.push_back(i);
        }
        for (auto& [name, entry] : found) {
            if (only && (entry.before.size() != 1 || entry.after.size() != 1)) continue;
            const std::size_t n = std::min(entry.before.size(), entry.after.size());
            for (std::size_t i = 0; i < n; ++i) {
                if (fits(before_[entry.before[i]], after_[entry.after[i]]))
                    join(entry.before[i], entry.after[i], by);
            }
        }
    }

    // Returns whether any were joined.
    bool by_likeness() {
        std::unordered_map<std::uint32_t, std::vector<std::size_t>> index;
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (before_[i].partner >= 0) continue;
            for (const std::uint32_t pair : before_[i].pairs) index[pair].push_back(i);
        }
        struct Candidate {
            double score;
            std::size_t before;
            std::size_t after;
        };
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < after_.size() && !index.empty(); ++i) {
            if (after_[i].partner >= 0) continue;
            for (const std::size_t j : candidates_of(i, index)) {
                const double score = likeness_of(before_[j], after_[i]);
                if (score >= kAlike) candidates.push_back({score, j, i});
            }
        }
        const auto apart = [](const Candidate& c) {
            return c.before > c.after ? c.before - c.after : c.after - c.before;
        };
        std::sort(candidates.begin(), candidates.end(),
                  [&](const Candidate& a, const Candidate& b) {
                      if (a.score != b.score) return a.score > b.score;
                      if (apart(a) != apart(b)) return apart(a) < apart(b);
                      if (a.before != b.before) return a.before < b.before;
                      return a.after < b.after;
                  });
        bool any = false;
        for (const Candidate& c : candidates) {
            if (before_[c.before].partner >= 0 || after_[c.after].partner >= 0) continue;
            join(c.before, c.after, MatchedBy::kLikeness);
            any = true;
        }
        return any;
    }

    // Tasks that share rare pairs with this one, those with most of them first. Of a pair that many
    // have, those that stand about where this one does.
    std::vector<std::size_t> candidates_of(
        std::size_t i,
        const std::unordered_map<std::uint32_t, std::vector<std::size_t>>& index) const {
        std::vector<const std::vector<std::size_t>*> lists;
        for (const std::uint32_t pair : after_[i].pairs) {
            const auto list = index.find(pair);
            if (list != index.end()) lists.push_back(&list->second);
        }
        std::stable_sort(lists.begin(), lists.end(),
                         [](const auto* a, const auto* b) { return a->size() < b->size(); });
        if (lists.size() > kRarePairs) lists.resize(kRarePairs);
        std::map<std::size_t, int> hits;
        for (const auto* list : lists) {
            const std::size_t here = static_cast<std::size_t>(
                std::lower_bound(list->begin(), list->end(), i) - list->begin());
            const std::size_t from = here > kMostOfAPair / 2 ? here - kMostOfAPair / 2 : 0;
            const std::size_t to = std::min(list->size(), from + kMostOfAPair);
            for (std::size_t j = from; j < to; ++j) ++hits[(*list)[j]];
        }
        std::vector<std::pair<int, std::size_t>> best;
        for (const auto& [task, n] : hits) best.emplace_back(-n, task);
        std::sort(best.begin(), best.end());
        if (best.size() > kMostCandidates) best.resize(kMostCandidates);
        std::vector<std::size_t> out;
        for (const auto& [n, task] : best) out.push_back(task);
        return out;
    }

    std::vector<TaskRows>& before_;
    std::vector<TaskRows>& after_;
    std::vector<MatchedBy> by_;
};

}  // namespace

std::string_view name_of(MatchedBy by) {
    constexpr std::array<std::string_view, 4> kNames{"number-and-title", "title", "promise",
                                                     "likeness"};
    return kNames[static_cast<std::size_t>(by)];
}

double alike(const Pairs& a, const Pairs& b) {
    if (a.empty() || b.empty()) return 0;
    return 2.0 * static_cast<double>(shared(a, b)) / static_cast<double>(a.size() + b.size());
}

std::vector<TaskRows> task_rows_of(const Programme& programme) {
    std::vector<TaskRows> out;
    for (std::size_t i = 0; i < programme.tasks.size(); ++i) {
        const Task& task = programme.tasks[i];
        if (task.preamble) continue;
        if (task.part == 0 || out.empty() || out.back().rows >= kMostParts) {
            TaskRows group;
            group.first = static_cast<int>(i);
            group.number = task.number;
            group.title = without_blanks(task.clean(Column::kTask));
            out.push_back(std::move(group));
        }
        TaskRows& group = out.back();
        group.rows = static_cast<int>(i) - group.first + 1;
        const std::string measures = without_blanks(task.clean(Column::kMeasures));
        if (group.measures.find(measures) == std::string::npos) group.measures += measures;
    }
    const std::size_t ranges = range_count(out.size());
    for_ranges(out.size(), ranges, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            out[i].title_pairs = pairs_of(out[i].title);
            out[i].measures_pairs = pairs_of(out[i].measures);
            out[i].pairs = out[i].title_pairs;
            merge(out[i].pairs, out[i].measures_pairs);
        }
    });
    return out;
}

std::vector<TaskMatch> match_tasks(std::vector<TaskRows>& before, std::vector<TaskRows>& after) {
    return Matcher(before, after).run();
}

}  // namespace duban
