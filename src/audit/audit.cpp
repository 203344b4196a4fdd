#include "audit/audit.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <unordered_map>

#include "base/parallel.h"
#include "base/text.h"

namespace duban {
namespace {

constexpr char32_t kOpeningQuote = 0x201C;
constexpr std::string_view kCheckFailed = "check-failed";
constexpr std::string_view kPlanFamily = "plan";
constexpr std::string_view kWaiverStale = "waiver-stale";

bool named(const std::vector<std::string>& names, const Check& check) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& n) { return n == check.code || n == check.family; });
}

// FNV-1a over what makes a finding that finding: stable from run to run and across unrelated rows.
std::uint64_t fingerprint(std::string_view text, std::uint64_t hash) {
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    return hash;
}

std::string hex(std::uint64_t value) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    for (int shift = 28; shift >= 0; shift -= 4) out += kDigits[value >> shift & 15];
    return out;
}

void order(std::vector<Finding>& findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        if (a.task != b.task) return a.task < b.task;
        if (a.severity != b.severity) return a.severity > b.severity;
        return a.code < b.code;
    });
}

using Seen = std::unordered_map<std::string, int>;

// Gives the findings their ids; `seen` counts how often each was given.
void number(const Understanding& u, std::vector<Finding>& findings, Seen& seen) {
    std::vector<char> fresh(findings.size());
    const auto name = [&](std::size_t i) {
        Finding& f = findings[i];
        fresh[i] = f.id.empty() ? 1 : 0;
        if (!f.id.empty()) return;
        const Task& task = u.programme->tasks[static_cast<std::size_t>(f.task)];
        std::uint64_t hash = fingerprint(f.code, 14695981039346656037ULL);
        hash = fingerprint(task.number, hash);
        for (const Evidence& e : f.evidence) {
            hash = fingerprint(
                e.place.of(u.programme->tasks[static_cast<std::size_t>(e.task)].cell(e.cell).raw),
                hash);
        }
        f.id = std::string(f.code) + "-" + hex(hash & 0xFFFFFFFFULL);
    };
    for_ranges(findings.size(), range_count(findings.size()),
               [&](std::size_t, std::size_t begin, std::size_t end) {
                   for (std::size_t i = begin; i < end; ++i) name(i);
               });
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (fresh[i] == 0) continue;
        std::string& id = findings[i].id;
        if (const int n = ++seen[id]; n > 1) id += "-" + std::to_string(n);
    }
}

void set_severities(const AuditSettings& settings, std::vector<Finding>& findings) {
    for (const auto& [code, severity] : settings.severities) {
        for (Finding& f : findings) {
            if (f.code == code) f.severity = severity;
        }
    }
}

// Takes out what is waived and adds what is to be said of waivers themselves.
std::vector<Waived> apply(const Understanding& u, const AuditSettings& settings,
                          const std::vector<const Check*>& wanted, Seen& seen,
                          std::vector<Finding>& findings) {
    if (settings.waivers.empty()) return {};
    bool tell_stale = false;
    std::vector<std::string_view> codes;
    for (const Check* check : wanted) {
        codes.push_back(check->code);
        tell_stale = tell_stale || check->code == kWaiverStale;
    }
    std::vector<Waived> waived =
        apply_waivers(*u.programme, settings.waivers, settings.today, tell_stale, codes, findings);
    set_severities(settings, findings);
    order(findings);
    number(u, findings, seen);
    return waived;
}

// A check that fails says so itself; the others go on.
template <class Run>
void guarded(Bench& bench, const Check& check, int task, const Run& run) {
    try {
        run();
    } catch (const std::exception& error) {
        Finding f;
        f.code = kCheckFailed;
        f.origin = Origin::kReading;
        f.task = task;
        f.message = "finding-check-failed";
        f.params = {{"check", std::string(check.code)}, {"reason", error.what()}};
        bench.add(std::move(f));
    }
}

// One cause gives one finding: a report that belongs to another row answers nothing of this one.
void drop_consequences(std::vector<Finding>& findings) {
    constexpr std::array<std::string_view, 3> kConsequences{
        "result-missing-for-target", "milestone-unanswered", "vague-no-number"};
    std::vector<int> misplaced;
    for (const Finding& f : findings) {
        if (f.code == "text-of-another-row" && f.severity >= Severity::kWarning)
            misplaced.push_back(f.task);
    }
    std::sort(misplaced.begin(), misplaced.end());
    std::erase_if(findings, [&](const Finding& f) {
        return std::binary_search(misplaced.begin(), misplaced.end(), f.task) &&
               std::find(kConsequences.begin(), kConsequences.end(), f.code) != kConsequences.end();
    });
}

}  // namespace

Audit audit(const Understanding& u, const AuditSettings& settings) {
    std::vector<const Check*> wanted;
    for (const Check* check : checks()) {
        const bool selected = settings.select.empty() || named(settings.select, *check);
        if (selected && !named(settings.ignore, *check) && !named(settings.off, *check))
            wanted.push_back(check);
    }
    const std::size_t rows = u.programme->tasks.size();
    const std::size_t ranges = range_count(rows);
    std::vector<Audit> parts(ranges);
    for_ranges(rows, ranges, [&](std::size_t range, std::size_t begin, std::size_t end) {
        Bench bench(u, settings.tolerances, parts[range].findings, parts[range].holds);
        for (std::size_t i = begin; i < end; ++i) {
            for (const Check* check : wanted) {
                // What comes next is no plan that the year could be held against.
                const Task& task = u.programme->tasks[i];
                const bool speaks = (check->preamble || !task.preamble) &&
                                    !(task.next_steps && check->family == kPlanFamily);
                if (check->row != nullptr && speaks)
                    guarded(bench, *check, static_cast<int>(i),
                            [&] { check->row(bench, static_cast<int>(i)); });
            }
        }
    });
    Audit out = std::move(parts.front());
    for (std::size_t i = 1; i < ranges; ++i) {
        std::move(parts[i].findings.begin(), parts[i].findings.end(),
                  std::back_inserter(out.findings));
        std::move(parts[i].holds.begin(), parts[i].holds.end(), std::back_inserter(out.holds));
    }
    Bench bench(u, settings.tolerances, out.findings, out.holds);
    for (const Check* check : wanted) {
        if (check->whole != nullptr && rows > 0)
            guarded(bench, *check, 0, [&] { check->whole(bench); });
    }
    drop_consequences(out.findings);
    set_severities(settings, out.findings);
    order(out.findings);
    std::stable_sort(out.holds.begin(), out.holds.end(),
                     [](const Hold& a, const Hold& b) { return a.task < b.task; });
    Seen seen;
    number(u, out.findings, seen);
    out.waived = apply(u, settings, wanted, seen, out.findings);
    return out;
}

bool known_names(const std::vector<std::string>& names, std::string& unknown) {
    for (const std::string& name : names) {
        const auto all = checks();
        if (std::none_of(all.begin(), all.end(),
                         [&](const Check* c) { return c->code == name || c->family == name; })) {
            unknown = name;
            return false;
        }
    }
    return true;
}

Evidence Bench::at(int task_index, Column cell, Span clean) const {
    // A status that was read out of the report stands there.
    const Task& row = task(task_index);
    if (cell == Column::kStatus && !row.cell(cell).raw.empty() &&
        row.cell(cell).raw.data() == row.cell(Column::kProgress).raw.data()) {
        return {task_index, Column::kProgress, row.cell(cell).raw_span(clean)};
    }
    return {task_index, cell, task(task_index).cell(cell).raw_span(clean)};
}

Evidence Bench::whole(int task_index, Column cell) const {
    return at(task_index, cell,
              {0, static_cast<std::uint32_t>(task(task_index).clean(cell).size())});
}

Evidence Bench::figure(int task_index, Column cell, int quantity) const {
    const Task& t = task(task_index);
    const std::string_view text = t.clean(cell);
    const Quantity& q = t.of(cell)[static_cast<std::size_t>(quantity)];
    const Phrase& phrase =
        view(task_index).phrases[text_index(cell)][static_cast<std::size_t>(quantity)];
    Span place{phrase.left.begin, q.span.end};
    // Blanks and closing marks before it belong to what came before.
    while (place.begin < q.span.begin) {
        const CodePoint c = decode_at(text, place.begin);
        const bool digit = is_ascii_digit(c.value);
        if (is_han(c.value) || is_ascii_letter(c.value) || digit || c.value == kOpeningQuote) break;
        place.begin += c.size;
    }
    // A short noun behind the unit belongs to the figure where little stands before it.
    if (code_points(phrase.left.of(text)) < 4 && code_points(phrase.right.of(text)) <= 16)
        place.end = phrase.right.end;
    return at(task_index, cell, place);
}

Evidence Bench::promise(const Target& t) const {
    if (t.quantity >= 0) return figure(t.task, t.cell, t.quantity);
    return at(t.task, t.cell, t.clause);
}

std::string_view family_of(std::string_view code) {
    for (const Check* check : checks()) {
        if (check->code == code) return check->family;
    }
    return {};
}

std::string amount(const Decimal& value) { return value.text(); }

std::string joined(const std::vector<Decimal>& values, std::string_view sign) {
    std::string out;
    for (const Decimal& v : values) {
        if (!out.empty()) out += sign;
        out += amount(v);
    }
    return out;
}

SumOutcome compare_sum(const Decimal& sum, const Decimal& stated, bool stated_rounded,
                       const Tolerances& tolerances) {
    if (sum == stated) return SumOutcome::kHolds;
    const Decimal difference = (sum - stated).abs();
    // At its last non-zero digit the total is what the parts round to.
    const Decimal step = Decimal(1, stated.exponent());
    const bool rounds = difference + difference <= step;
    const auto within = [&](const Decimal& percent) {
        return difference * Decimal(100) < stated * percent;
    };
    if (rounds && within(tolerances.held_total_percent)) return SumOutcome::kHolds;
    if ((rounds || stated_rounded) && within(tolerances.rounded_total_percent))
        return SumOutcome::kRounded;
    return SumOutcome::kDiffers;
}

std::string_view name_of(Severity severity) {
    constexpr std::array<std::string_view, 3> kNames{"note", "warning", "error"};
    return kNames[static_cast<std::size_t>(severity)];
}

std::string_view name_of(Origin origin) {
    constexpr std::array<std::string_view, 4> kNames{"reading", "plan", "report", "compilation"};
    return kNames[static_cast<std::size_t>(origin)];
}

}  // namespace duban
