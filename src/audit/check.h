// A check is one file, check_<name>.cpp, that declares and defines `const Check check_<name>`; the
// build collects them into the register. Checks are pure: same understanding in, same findings out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit/finding.h"

namespace duban {

// How far figures may lie apart. A rounded total is one that is written as about, or in wan with
// decimals, or that the parts round to at its last digit that is no zero.
struct Tolerances {
    Decimal held_total_percent = Decimal(1, -1);   // of a total that parts round to: it holds
    Decimal rounded_total_percent = Decimal(1);    // of a rounded total: a note, no difference
    Decimal round_share_points = Decimal(15, -1);  // of a share that is a multiple of five: a note
    Decimal far_above_times = Decimal(15, -1);     // a result so many times its target is far above
};

// What a check writes to and asks of.
class Bench {
  public:
    Bench(const Understanding& understanding, const Tolerances& how_near,
          std::vector<Finding>& findings, std::vector<Hold>& holds)
        : u(understanding), tolerances(how_near), findings_(findings), holds_(holds) {}

    const Understanding& u;
    const Tolerances& tolerances;

    [[nodiscard]] const Task& task(int index) const {
        return u.programme->tasks[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const TaskView& view(int index) const {
        return u.views[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const Target& target(int index) const {
        return u.targets[static_cast<std::size_t>(index)];
    }

    // Evidence from a span of the repaired text of a cell.
    [[nodiscard]] Evidence at(int task_index, Column cell, Span clean) const;
    // The whole of a cell.
    [[nodiscard]] Evidence whole(int task_index, Column cell) const;
    // Number and unit, with the words before it that belong to it.
    [[nodiscard]] Evidence figure(int task_index, Column cell, int quantity) const;
    // Where a target is promised.
    [[nodiscard]] Evidence promise(const Target& t) const;

    void add(Finding finding) { findings_.push_back(std::move(finding)); }
    void holds(Hold hold) { holds_.push_back(std::move(hold)); }

  private:
    std::vector<Finding>& findings_;
    std::vector<Hold>& holds_;
};

struct Check {
    std::string_view code;                // what the user types
    std::string_view family;              // arithmetic, plan, result, status, text, change, period
    void (*row)(Bench& bench, int task);  // called for every row, may be null
    void (*whole)(Bench& bench);          // called once, may be null
    bool preamble = false;                // `row` is called for text that belongs to no row as well
};

// All checks, sorted by code.
std::span<const Check* const> checks();
// The family of a code; empty for a code that no check has.
std::string_view family_of(std::string_view code);

// Amounts in arithmetic: with the multiplier that the document uses.
std::string amount(const Decimal& value);
// "a + b + c".
std::string joined(const std::vector<Decimal>& values, std::string_view sign = " + ");

// What a stated total is to the sum of its parts.
enum class SumOutcome { kHolds, kRounded, kDiffers };
SumOutcome compare_sum(const Decimal& sum, const Decimal& stated, bool stated_rounded,
                       const Tolerances& tolerances = {});

}  // namespace duban
