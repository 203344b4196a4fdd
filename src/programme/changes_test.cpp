#include "programme/changes.h"

#include <doctest/doctest.h>

#include <string>

using namespace duban;

namespace {

// "[-old-]{+new+}" for every change, with what stayed in between.
std::string told(const std::string& before, const std::string& after) {
    std::string out;
    std::uint32_t at = 0;
    for (const TextChange& c : changes_between(before, after)) {
        out += after.substr(at, c.after.begin - at);
        if (!c.before.empty()) out += "[-" + std::string(c.before.of(before)) + "-]";
        if (!c.after.empty()) out += "{+" + std::string(c.after.of(after)) + "+}";
        at = c.after.end;
    }
    return out + after.substr(at);
}

std::string times(const std::string& text, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += text + std::to_string(i) + "次，";
    return out;
}

}  // namespace

TEST_CASE("changed words and whole numbers") {
    CHECK(told("新建食堂60处。", "新建食堂60处。") == "新建食堂60处。");
    CHECK(told("新建食堂811处。", "新建食堂1232处。") == "新建食堂[-811-]{+1232+}处。");
    CHECK(told("新建食堂。", "新建社区食堂。") == "新建{+社区+}食堂。");
    CHECK(told("新建社区食堂。", "新建食堂。") == "新建[-社区-]食堂。");
    CHECK(told("", "新建") == "{+新建+}");
    CHECK(told("新建", "") == "[-新建-]");
    CHECK(told("12.5%", "12.6%") == "[-12.5%-]{+12.6%+}");
    // A single character that stayed by chance does not part a change.
    CHECK(told("年底前完成", "年内全完成") == "年[-底前-]{+内全+}完成");
}

TEST_CASE("texts too long for a table are compared by clauses") {
    const std::string before = times("开展巡查", 400);
    std::string after = before;
    const std::size_t at = after.find("巡查200次");
    after.replace(at, 6, "检查");
    CHECK(told(before, after).find("开展[-巡-]{+检+}查200次") != std::string::npos);
    // Nothing in common, and more clauses than a table takes: one change.
    const auto all = changes_between(times("甲", 9000), times("乙", 9000));
    CHECK(all.size() == 1);
}

TEST_CASE("masking months and figures") {
    CHECK(masked("截至11月底，累计 120 处", true) == "截至#月底，累计120处");
    CHECK(masked("截至11月底，累计120处", false) == masked("截至12月底，累计98.5处", false));
    CHECK(masked("十一月份", true) == masked("十二月份", true));
    CHECK(masked("十一处", true) != masked("十二处", true));
    CHECK(masked("", false).empty());
}
