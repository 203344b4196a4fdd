// Saving a reading, answering it, and finding the answers again.
#include "programme/reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "programme/import.h"
#include "reader/text_reader.h"

namespace duban {
namespace {

const std::string kMeasures = "新建社区老年助餐点60处。";
const std::string kReport = "10月份新增助餐6处，全年累计建成62处，检查食堂9处。";

struct Read {
    Programme programme;
    Understanding understanding;
    Applied applied;

    explicit Read(const std::string& report, const std::string& measures = kMeasures,
                  const Reading* reading = nullptr, bool earlier = false,
                  const std::string& title = "老年助餐") {
        auto document = read_text(
            "某市2024年度民生实事10月份推进情况\n编号\t工作任务\t具体措施\t月度计划\t推进情况\t"
            "工作成效\n1\t" +
            title + "\t" + measures + "\t①12月，累计建成60处。\t" + report + "\t达到序时进度\n");
        REQUIRE(document.ok());
        auto imported = import_programme(std::move(document.value()));
        REQUIRE(imported.ok());
        programme = std::move(imported.value());
        understanding = understand(programme, {}, [&](Understanding& u) {
            if (reading != nullptr) applied = apply_reading(u, *reading, earlier);
        });
    }
    [[nodiscard]] Reading reading() const { return make_reading(understanding, applied); }
    [[nodiscard]] const Target& target() const { return understanding.targets.at(0); }
};

// The reading with its first target answered as a person would: the figure of that text, or none.
Reading answered(Reading reading, const std::string& text) {
    ReadTarget& target = reading.targets.at(0);
    target.result.reset();
    target.rejected.clear();
    for (const ReportedFigure& figure : target.candidates) {
        if (figure.text == text) {
            target.result = figure;
        } else {
            target.rejected.push_back(figure.phrase);
        }
    }
    target.confirmed = true;
    target.doubt.reset();
    return reading;
}

}  // namespace

TEST_CASE("a tie that is not sure is asked, with what could be meant") {
    const Reading saved = Read(kReport).reading();
    REQUIRE(saved.targets.size() == 1);
    CHECK(saved.period == "2024-10");
    CHECK(saved.targets[0].doubt == Doubt::kUnlike);
    REQUIRE(saved.targets[0].candidates.size() >= 2);
    CHECK(saved.targets[0].candidates[0].id == "a");
    // One that is sure is not.
    const Reading sure = Read("累计新建社区老年助餐点62处。").reading();
    CHECK_FALSE(sure.targets[0].doubt);
    CHECK(sure.targets[0].result->text == "62处");
    CHECK_FALSE(sure.targets[0].confirmed);
}

TEST_CASE("what was computed and saved changes nothing") {
    const Read before(kReport);
    const Reading saved = before.reading();
    const Read after(kReport, kMeasures, &saved);
    CHECK(after.applied.found == 1);
    CHECK(after.applied.confirmed == 0);
    CHECK(after.target().result == before.target().result);
    CHECK(after.target().certain == before.target().certain);
}

TEST_CASE("an answer overrides the computed tie and is kept") {
    const Reading saved = answered(Read(kReport).reading(), "6处");
    const Read after(kReport, kMeasures, &saved);
    CHECK(after.target().result == Decimal(6));
    CHECK(after.target().certain);
    CHECK(after.target().verdict == Verdict::kShort);
    CHECK(after.reading().targets[0].confirmed);
    CHECK_FALSE(after.reading().targets[0].doubt);
    // None of them: there is no result.
    const Reading none = answered(Read(kReport).reading(), "");
    const Read without(kReport, kMeasures, &none);
    CHECK_FALSE(without.target().result.has_value());
    CHECK(without.reading().targets[0].confirmed);
    // The text that was confirmed is gone: ignored, and asked again.
    const Read changed("10月份新增助餐7处，全年累计建成62处。", kMeasures, &saved);
    CHECK(changed.applied.lost == 1);
    CHECK(changed.target().result == Decimal(62));
    CHECK(changed.reading().targets[0].doubt.has_value());
}

TEST_CASE("another month: found by the words, asked about what changed") {
    const Reading saved = answered(Read(kReport).reading(), "62处");
    const std::string later = "11月份新增助餐3处，全年累计建成65处，检查食堂4处。";
    const Read next(later, kMeasures, &saved, true);
    CHECK(next.target().result == Decimal(65));
    CHECK(next.reading().targets[0].confirmed);
    CHECK_FALSE(next.reading().targets[0].doubt);
    // The same words count another promise now: it is asked.
    const Read promise(later, "新建社区老年助餐点80处。", &saved, true);
    CHECK_FALSE(promise.applied.fits);
    // What was said to be no answer is no answer in other figures either.
    const Reading none = answered(Read(kReport).reading(), "");
    CHECK_FALSE(Read(later, kMeasures, &none, true).target().result.has_value());
    // Other words: nothing is carried over.
    const Read other("助餐服务已覆盖65处。", kMeasures, &saved, true);
    CHECK(other.applied.confirmed == 0);
}

TEST_CASE("a reading of another document is not used") {
    const Reading saved = answered(Read(kReport).reading(), "6处");
    const Read other("更新管网8处，全年累计更新12处。", "更新供水管网10处。", &saved);
    CHECK_FALSE(other.applied.fits);
    CHECK(other.applied.found == 0);
    const Reading empty;
    CHECK(Read(kReport, kMeasures, &empty).applied.fits);
}

}  // namespace duban
