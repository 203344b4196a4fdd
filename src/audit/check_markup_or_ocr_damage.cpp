// markup-or-ocr-damage: faults of transcription or layout. They count against nobody and ask to
// compare with the original; one finding a row lists them.
#include <algorithm>
#include <utility>

#include "audit/check.h"
#include "base/text.h"

namespace duban {
namespace {

constexpr std::size_t kShown = 6;
constexpr std::string_view kParagraph = "<p>";

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    Finding f;
    f.code = "markup-or-ocr-damage";
    f.origin = Origin::kReading;
    f.task = task;
    f.message = "finding-damage";
    const auto add = [&](Column cell, Span raw) { f.evidence.push_back({task, cell, raw}); };
    for (std::size_t c = 0; c < kColumns; ++c) {
        const auto cell = static_cast<Column>(c);
        const Text& text = row.cells[c];
        for (const Damage& damage : text.damages) {
            // Blanks in a narrow cell are where its lines ended.
            const bool narrow = damage.kind == DamageKind::kBlank &&
                                (cell == Column::kCategory || cell == Column::kNumber);
            if (narrow) continue;
            Span place = damage.raw;
            if (damage.kind == DamageKind::kBlank) {
                // With the characters on both sides, so that there is something to see.
                if (place.begin > 0) place.begin -= decode_before(text.raw, place.begin).size;
                if (place.end < text.raw.size()) place.end += decode_at(text.raw, place.end).size;
            }
            add(cell, place);
        }
        // Paragraph marks are how long cells are written; in a cell of a few words they are a
        // remnant.
        if ((cell == Column::kStatus || cell == Column::kLead) &&
            text.raw.find(kParagraph) != std::string_view::npos) {
            add(cell, {0, static_cast<std::uint32_t>(text.raw.size())});
        }
    }
    const std::string_view plan = row.clean(Column::kPlan);
    for (const Span stray : row.plan.stray_numbers) {
        if (stray.begin == 0 || !is_han(decode_before(plan, stray.begin).value)) continue;
        add(Column::kPlan,
            row.cell(Column::kPlan)
                .raw_span({stray.begin - decode_before(plan, stray.begin).size, stray.end}));
    }
    if (f.evidence.empty()) return;
    const auto where = [](const Evidence& e) { return std::pair(e.cell, e.place.begin); };
    std::stable_sort(f.evidence.begin(), f.evidence.end(),
                     [&](const Evidence& a, const Evidence& b) { return where(a) < where(b); });
    f.evidence.erase(std::unique(f.evidence.begin(), f.evidence.end(),
                                 [](const Evidence& a, const Evidence& b) {
                                     return a.cell == b.cell && b.place.begin < a.place.end;
                                 }),
                     f.evidence.end());
    f.params = {{"n", std::to_string(f.evidence.size())}};
    if (f.evidence.size() > kShown) f.evidence.resize(kShown);
    bench.add(std::move(f));
}

}  // namespace

extern const Check check_markup_or_ocr_damage;
const Check check_markup_or_ocr_damage{"markup-or-ocr-damage", "text", row, nullptr};

}  // namespace duban
