#include "bulletin/bulletin.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "programme/import.h"
#include "reader/text_reader.h"

namespace duban {
namespace {

struct Read {
    Programme programme;
    Understanding understanding;
    Audit found;

    explicit Read(std::string text) {
        auto document = read_text(std::move(text));
        REQUIRE(document.ok());
        auto imported = import_programme(std::move(document.value()));
        REQUIRE(imported.ok());
        programme = std::move(imported.value());
        understanding = understand(programme);
        found = audit(understanding, {});
    }
};

// The texts of a draft, one a line.
std::string drafted(const Printout& draft) {
    std::string out;
    for (const PrintBlock& block : draft.blocks) out += std::string(block.text) + "\n";
    for (const PrintTable& table : draft.tables) {
        for (const PrintCell& cell : table.cells) out += std::string(cell.text) + "\n";
    }
    return out;
}

const std::string kTable =
    "某市2024年民生实事10月份推进情况\n"
    "编号\t工作任务\t具体措施\t推进计划\t推进情况\t工作成效\t牵头单位\n"
    "1\t新建公厕\t新建公厕20座。\t9月，累计建成12座。10月，累计建成16座。\t"
    "已建成公厕14座。因用地未落实，2座未开工。\t推进缓慢\t市城管局\n"
    "2\t植树\t植树3000株。\t10月，累计植树2000株。\t已植树2500株。\t达到序时进度\t市园林局\n";

TEST_CASE("what is below the plan of the month lags, with its unit, figures and reason") {
    const Read read(kTable);
    const auto list = lagging(read.understanding);
    REQUIRE(list.size() == 1);
    CHECK(list[0].claimed);
    CHECK(list[0].targets.size() == 1);
    const Printout draft =
        draft_bulletin(read.understanding, read.found, {"市政府督查室", "2024-11-05"});
    const std::string text = drafted(draft);
    for (const char* const words :
         {"关于某市2024年民生实事10月份推进情况的通报", "（一）新建公厕（市城管局）",
          "截至10月底计划16座，上报14座，少2座", "因用地未落实，2座未开工。", "达到计划进度1个",
          "低于计划进度1个", "2024年11月5日"}) {
        CHECK_MESSAGE(text.find(words) != std::string::npos, words);
    }
    CHECK(draft.style == PrintStyle::kOfficial);
    CHECK(draft.tables.size() == 1);
}

TEST_CASE("nobody signs a draft whose issuer is not named") {
    const Read read(kTable);
    const Printout draft = draft_bulletin(read.understanding, read.found, {});
    CHECK(std::none_of(draft.blocks.begin(), draft.blocks.end(), [](const PrintBlock& b) {
        return b.kind == BlockKind::kSigned || b.kind == BlockKind::kImprint;
    }));
}

}  // namespace
}  // namespace duban
