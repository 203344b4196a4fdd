#include "programme/link.h"

#include <algorithm>
#include <unordered_map>

#include "programme/link_tools.h"

namespace duban {

double likeness(const Target& target, const Phrase& phrase) {
    if (target.pairs.empty()) return 0;
    if (!at_same_site(target, *phrase.sentence)) return 0;
    double hits = 0;
    for (const std::uint32_t pair : target.pairs) {
        if (std::binary_search(phrase.pairs.begin(), phrase.pairs.end(), pair)) {
            hits += 1.0;
        } else if (std::binary_search(phrase.sentence->pairs.begin(), phrase.sentence->pairs.end(),
                                      pair)) {
            hits += 0.5;
        }
    }
    const double of_target = hits / static_cast<double>(target.pairs.size());
    const double of_phrase =
        phrase.pairs.size() >= 2 ? 0.9 * covered(phrase.pairs, target.pairs) : 0.0;
    double best = std::max(of_target, of_phrase);
    if (phrase.pairs.size() == 1 && covered(phrase.pairs, target.pairs) == 1.0)
        best = std::max(best, 0.5);
    // The nouns that are counted, where both have one of some length.
    const std::size_t smaller = std::min(target.core.size(), phrase.core.size());
    if (smaller >= 3) {
        best = std::max(best, 0.9 * static_cast<double>(shared(target.core, phrase.core)) /
                                  static_cast<double>(smaller));
    }
    // A part of a whole needs what sets it off.
    if (target.part_of_whole && !target.own.empty()) {
        best = std::min(best, covered(target.own, phrase.pairs));
    }
    return best;
}

std::vector<GoalShare> goal_shares(const Task& task) {
    std::vector<GoalShare> out;
    const auto& all = task.of(Column::kPlan);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].mode != Mode::kShareOfGoal) continue;
        const PlanItem* item = task.plan_item_at(all[i].span.begin);
        if (item == nullptr) continue;
        out.push_back(
            {static_cast<int>(item - task.plan.items.data()), static_cast<int>(i), all[i].value});
    }
    return out;
}

void link_joint_results(Understanding& u) {
    struct Key {
        std::string value;
        std::string unit;
        int section;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& k) const {
            return std::hash<std::string>()(k.value) * 31 + std::hash<std::string>()(k.unit) * 7 +
                   static_cast<std::size_t>(k.section);
        }
    };
    std::unordered_map<Key, std::vector<int>, Hash> groups;
    for (std::size_t i = 0; i < u.targets.size(); ++i) {
        const Target& t = u.targets[i];
        if (!t.result || t.family == UnitFamily::kPercent || t.result_quantity < 0) continue;
        // Small numbers coincide; a figure of three digits under two promises hardly does.
        if (*t.result < Decimal(100)) continue;
        const Task& task = u.task_of(t);
        groups[{t.result->text(), std::string(settled_unit(u.lexicon, t.unit)), task.section}]
            .push_back(static_cast<int>(i));
    }
    for (const auto& [key, members] : groups) {
        for (std::size_t a = 0; a < members.size() && members.size() <= 16; ++a) {
            for (std::size_t b = 0; b < members.size(); ++b) {
                if (a == b) continue;
                Target& x = u.targets[static_cast<std::size_t>(members[a])];
                const Target& y = u.targets[static_cast<std::size_t>(members[b])];
                if (x.task == y.task || *x.value == *y.value) continue;
                const Phrase& px = u.views[static_cast<std::size_t>(x.task)]
                                       .phrases[2][static_cast<std::size_t>(x.result_quantity)];
                const Phrase& py = u.views[static_cast<std::size_t>(y.task)]
                                       .phrases[2][static_cast<std::size_t>(y.result_quantity)];
                if (covered(px.pairs, py.pairs) >= 0.6 && covered(py.pairs, px.pairs) >= 0.6)
                    x.joint_with.push_back(members[b]);
            }
        }
    }
}

}  // namespace duban
