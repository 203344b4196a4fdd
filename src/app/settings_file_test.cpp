#include "app/settings_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace duban {
namespace {

struct Read {
    std::vector<TomlFault> faults;
    Settings settings;
    explicit Read(std::string_view text) : settings(parse_settings(text, faults)) {}

    [[nodiscard]] std::string where() const {
        std::string out;
        for (const TomlFault& f : faults) {
            out += (out.empty() ? "" : " ") + f.key + "@" + std::to_string(f.line) + ":" +
                   std::to_string(f.column);
        }
        return out;
    }
};

std::string repeated(std::string_view text, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += text;
    return out;
}

}  // namespace

TEST_CASE("settings: an empty file changes nothing") {
    const Read r("");
    CHECK(r.faults.empty());
    CHECK(r.settings.audit.select.empty());
    CHECK(r.settings.audit.tolerances.far_above_times == Decimal(15, -1));
    CHECK(r.settings.lexicon.units.empty());
}

TEST_CASE("settings: everything that can be set") {
    const Read r(R"(
select = ["arithmetic", "result-far-above-target"]
ignore = ["arithmetic-percent"]
[severities]
result-far-above-target = "warning"
vague-no-number = "off"
[tolerances]
far_above_times = 1.75
rounded_total_percent = "0.5"
held_total_percent = 0
round_share_points = 2
[units]
"座" = "处"
[subjects]
"示范点" = "便民服务点"
[status]
"达到 时序" = "on_schedule"
)");
    CHECK(r.where() == "");
    const AuditSettings& a = r.settings.audit;
    CHECK(a.select == std::vector<std::string>{"arithmetic", "result-far-above-target"});
    CHECK(a.ignore == std::vector<std::string>{"arithmetic-percent"});
    CHECK(a.off == std::vector<std::string>{"vague-no-number"});
    REQUIRE(a.severities.size() == 1);
    CHECK(a.severities[0].second == Severity::kWarning);
    CHECK(a.tolerances.far_above_times.text() == "1.75");
    CHECK(a.tolerances.rounded_total_percent.text() == "0.5");
    CHECK(a.tolerances.held_total_percent.is_zero());
    CHECK(a.tolerances.round_share_points == Decimal(2));
    REQUIRE(r.settings.lexicon.units.size() == 1);
    CHECK(r.settings.lexicon.units[0].stands_for == "处");
    REQUIRE(r.settings.lexicon.subjects.size() == 1);
    REQUIRE(r.settings.lexicon.status.size() == 1);
    CHECK(r.settings.lexicon.status[0].words == "达到时序");
    CHECK(r.settings.lexicon.status[0].status == ClaimedStatus::kOnSchedule);
}

TEST_CASE("settings: a number is read from its digits, wherever it stands in the line") {
    CHECK(Read("tolerances = { \"far_above_times\" = 1.1 , round_share_points = 0.1}")
              .settings.audit.tolerances.far_above_times.text() == "1.1");
    CHECK(Read("[tolerances]\nfar_above_times = 1e1").where() == "settings-no-number@2:19");
    CHECK(Read("[tolerances]\nfar_above_times = inf").where() == "settings-no-number@2:19");
    CHECK(Read("[tolerances]\nfar_above_times = 0.9").where() == "settings-no-number@2:19");
    CHECK(Read("[tolerances]\nfar_above_times = true").where() == "settings-no-number@2:19");
    CHECK(Read("[tolerances]\nround_share_points = 0.1234567").where() ==
          "settings-no-number@2:22");
}

TEST_CASE("settings: all faults come back at once, each with its place") {
    const Read r(R"(colour = "red"
select = "arithmetic"
ignore = ["sums", 3]
[severities]
no-such-code = "note"
vague-no-number = "quiet"
[tolerances]
percent = 1
[units]
"座" = "米"
"个点" = "处"
[subjects]
"123" = "便民服务点"
[status]
"达到时序" = "fine"
)");
    CHECK(r.where() ==
          "settings-unknown-key@1:1 settings-no-list@2:1 error-unknown-check@3:11 "
          "settings-no-text@3:19 settings-unknown-code@5:1 settings-unknown-value@6:19 "
          "settings-unknown-key@8:1 settings-other-measure@10:1 settings-unknown-unit@11:1 "
          "settings-no-name@13:1 settings-unknown-value@15:10");
}

TEST_CASE("settings: synonyms do not lead on to other synonyms") {
    CHECK(Read("[units]\n\"座\" = \"处\"\n\"处\" = \"个\"").where() == "settings-chain@2:7");
    CHECK(Read("[units]\n\"座\" = \"座\"").where() == "settings-chain@2:7");
    CHECK(Read("[units]\n\"座\" = \"个\"\n\"处\" = \"个\"").faults.empty());
    CHECK(Read("[status]\n\"顺利\" = \"ahead\"\n\"顺 利\" = \"slow\"").where() ==
          "settings-twice@3:1");
}

TEST_CASE("settings: what is no TOML, too deep, too long or too much is a fault") {
    CHECK(Read("select = [\"text\"").where().starts_with("settings-no-toml@"));
    CHECK(Read("a = \"\xff\"").where().starts_with("settings-no-toml@"));
    CHECK(Read("select = 1\nselect = 2").where().starts_with("settings-no-toml@"));
    CHECK(Read("select = " + repeated("[", 2000)).where().starts_with("settings-no-toml@"));
    CHECK(Read(repeated("a.", 2000) + "a = 1").where() == "settings-long-line@1:1");
    CHECK(Read(repeated("a.", 1000) + "a = 1").where() == "settings-unknown-key@1:1");
    std::string many = "[status]\n";
    for (int i = 0; i <= 200; ++i) many += "\"话" + std::to_string(i) + "\" = \"done\"\n";
    CHECK(Read(many).where() == "settings-too-many@1:1");
}

TEST_CASE("settings: the file stands beside the document") {
    CHECK(beside("a/b.txt", kSettingsName) == "a/duban.toml");
    CHECK(beside("b.txt", kSettingsName) == "duban.toml");
    CHECK(beside("-", kSettingsName) == "");
}

TEST_CASE("settings: what only looks like TOML is refused in its place") {
    CHECK(Read("[{checks]\n").where() == "settings-no-toml@1:2");
    CHECK(Read("[checks]\nselect ȑ= 1\n").where() == "settings-no-toml@2:8");
    CHECK(Read("a、b = 1\n").where() == "settings-no-toml@1:2");
}

}  // namespace duban
