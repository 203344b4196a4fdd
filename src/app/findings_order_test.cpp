#include "app/findings_order.h"

#include <doctest/doctest.h>

#include "app/target_chart.h"

using namespace duban;

TEST_CASE("findings: every check says what it finds and how it is answered") {
    std::vector<std::string> codes{"check-failed"};
    for (const Check* check : checks()) codes.emplace_back(check->code);
    for (const std::string& code : codes) {
        for (const std::string& key : {"rule-" + code, "remedy-" + code}) {
            CAPTURE(key);
            CHECK(say(Language::kEnglish, key) != key);
        }
    }
}

TEST_CASE("findings: one cause is told by the first of its rows") {
    Audit audit;
    const auto add = [&](int task, std::string_view code, std::vector<int> related) {
        Finding f;
        f.task = task;
        f.code = code;
        f.related = std::move(related);
        audit.findings.push_back(std::move(f));
    };
    add(0, "a", {1, 2});
    add(1, "a", {0, 2});
    add(1, "b", {0});  // the other row has no finding of this code
    add(2, "a", {0, 1});
    add(5, "a", {});
    CHECK(told_in(audit) == std::vector<std::size_t>{0, 0, 2, 0, 4});
}

TEST_CASE("chart: numbers in groups of three") {
    CHECK(grouped(Decimal(0)) == "0");
    CHECK(grouped(Decimal(999)) == "999");
    CHECK(grouped(Decimal(1000)) == "1,000");
    CHECK(grouped(*Decimal::parse("1234567.25")) == "1,234,567.25");
    CHECK(grouped(-Decimal(123456)) == "-123,456");
}

TEST_CASE(
    "chart: zero, negative and enormous values are drawn or left out, never divided by zero") {
    Programme programme;
    programme.tasks.emplace_back();
    for (const char* promised : {"0", "5", "99999999999999999"}) {
        for (const char* reported : {"0", "7", "99999999999999999"}) {
            Target t;
            t.value = -*Decimal::parse(promised);
            t.result = *Decimal::parse(reported);
            std::string out;
            append_target_chart(out, programme, t, Language::kEnglish);
            t.value = *Decimal::parse(promised);
            t.result = -*Decimal::parse(reported);
            t.plan_final = Decimal(-3);
            append_target_chart(out, programme, t, Language::kChinese);
            CHECK(out.find("<figure") == 0);
            CHECK(out.find("width=\"-") == std::string::npos);
        }
    }
}
