#include "programme/stage.h"

#include "base/text.h"
#include "programme/stage_words.h"

namespace duban {
namespace {

StageNamed moved(StageNamed named, std::uint32_t by) {
    named.place.begin += by;
    named.place.end += by;
    return named;
}

template <const auto& table>
StageNamed highest(std::string_view text) {
    static constexpr auto kAny = words_of(table);
    StageNamed best;
    if (!contains_any(text, kAny)) return best;
    for (const Stage& stage : table) {
        if (stage.height <= best.height) continue;
        std::size_t found = find_word(text, stage.word);
        while (found != std::string_view::npos && text.substr(found).starts_with(kBuiltUpArea)) {
            const std::size_t next = find_word(text.substr(found + 3), stage.word);
            found = next == std::string_view::npos ? next : found + 3 + next;
        }
        if (found == std::string_view::npos) continue;
        best = {stage.height,
                {static_cast<std::uint32_t>(found),
                 static_cast<std::uint32_t>(found + stage.word.size())}};
    }
    return best;
}

}  // namespace

StageNamed highest_stage(std::string_view text) { return highest<kStages>(text); }

namespace {

// What the report reaches at most, so that it is below.
std::optional<StageBelow> below(const Task& task, const Target& t, int reached) {
    if (t.cell != Column::kMeasures) return std::nullopt;
    const std::string_view report = task.clean(Column::kProgress);
    Span spoken = t.mention;
    if (t.result_quantity >= 0) {
        const auto& all = task.of(Column::kProgress);
        spoken = sentence_at(report, all[static_cast<std::size_t>(t.result_quantity)].span.begin);
    }
    if (spoken.empty()) return std::nullopt;
    const std::string_view promise = t.clause.of(task.clean(Column::kMeasures));
    StageNamed promised = highest_stage(promise);
    StageNamed reported = highest_stage(spoken.of(report));
    if (const StageNamed document = highest<kDocumentStages>(promise);
        document.height > promised.height && !contains_any(report, kIssuedWords)) {
        promised = document;
        reported = highest<kDocumentStages>(spoken.of(report));
    }
    if (promised.height < kFinished) return std::nullopt;
    // Words of completion without a stage say nothing lower, nor does a report that names the high
    // stage elsewhere.
    if (reported.height < 0 || reported.height > reached ||
        highest_stage(report).height >= kFinished || contains_any(report, kAllDone))
        return std::nullopt;
    return StageBelow{moved(promised, t.clause.begin), moved(reported, spoken.begin)};
}

}  // namespace

std::optional<StageBelow> stage_below(const Task& task, const Target& t) {
    return below(task, t, kWorkGoesOn);
}

std::optional<StageBelow> stage_below_for_one(const Task& task, const Target& t) {
    return below(task, t, kFinished - 1);
}

}  // namespace duban
