#include "app/waivers_file.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace duban {
namespace {

std::string faults_of(std::string_view text) {
    std::vector<TomlFault> faults;
    parse_waivers(text, faults);
    std::string out;
    for (const TomlFault& f : faults)
        out += (out.empty() ? "" : " ") + f.key + "@" + std::to_string(f.line);
    return out;
}

}  // namespace

TEST_CASE("waivers: what is written is read again") {
    Waiver w;
    w.file = "十二月.txt";
    w.task = "12";
    w.title = "建设社区食堂";
    w.code = "arithmetic-sum";
    w.finding = "arithmetic-sum-0011aabb-2";
    w.reason = "另有\"一处\"在区级\\列支";
    w.by = "王某";
    w.date = "2025-01-31";
    w.until = "2025-12-31";
    Waiver plain = w;
    plain.file = plain.title = plain.finding = plain.until = "";
    std::vector<TomlFault> faults;
    const auto read =
        parse_waivers("# one\n" + waiver_table(w) + "\n" + waiver_table(plain), faults);
    CHECK(faults.empty());
    REQUIRE(read.size() == 2);
    CHECK(read[0].file == w.file);
    CHECK(read[0].title == w.title);
    CHECK(read[0].finding == w.finding);
    CHECK(read[0].reason == w.reason);
    CHECK(read[0].until == w.until);
    CHECK(read[1].until.empty());
    CHECK(read[1].by == "王某");
    CHECK(waiver_table(read[0]) == waiver_table(w));
    CHECK(waivers_for(read, "folder/十二月.txt").size() == 2);
    CHECK(waivers_for(read, "folder/十一月.txt").size() == 1);
    CHECK(waivers_for(read, "-").size() == 1);
}

TEST_CASE("waivers: any text survives the file") {
    for (const std::string text : {"a\tb", "\"\"\"", "\\u0041", "# no comment", "\x7f", "'"}) {
        Waiver w;
        w.task = "1";
        w.code = "arithmetic-sum";
        w.reason = text;
        w.by = "B";
        w.date = "2025-01-31";
        std::vector<TomlFault> faults;
        const auto read = parse_waivers(waiver_table(w), faults);
        CHECK(faults.empty());
        REQUIRE(read.size() == 1);
        CHECK(read[0].reason == text);
    }
}

TEST_CASE("waivers: all faults come back at once") {
    CHECK(faults_of("") == "");
    CHECK(faults_of("waivers = []") == "settings-unknown-key@1");
    CHECK(faults_of("[waiver]\ntask = \"1\"") == "waivers-no-list@1");
    CHECK(faults_of("waiver = [1]") == "waivers-no-list@1");
    CHECK(faults_of(R"([[waiver]]
task = 12
code = "no-such-code"
reason = " "
name = "B"
date = "2025-02-30"
)") == "waivers-missing@1 settings-no-text@2 settings-unknown-code@3 waivers-empty@4 "
       "settings-unknown-key@5 waivers-no-date@6");
    CHECK(faults_of("[[waiver]]\ndate = 2025-02-30").starts_with("settings-no-toml@2"));
}

TEST_CASE("waivers: days that there are") {
    CHECK(is_date("2024-02-29"));
    CHECK(is_date("2000-02-29"));
    CHECK_FALSE(is_date("2025-02-29"));
    CHECK_FALSE(is_date("1900-02-29"));
    CHECK_FALSE(is_date("2025-13-01"));
    CHECK_FALSE(is_date("2025-04-31"));
    CHECK_FALSE(is_date("2025-4-30"));
    CHECK_FALSE(is_date("0000-01-01"));
    CHECK_FALSE(is_date(""));
}

}  // namespace duban
