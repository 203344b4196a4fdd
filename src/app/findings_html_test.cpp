#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/findings_format.h"

using namespace duban;

namespace {

std::size_t count(std::string_view text, std::string_view word) {
    std::size_t n = 0;
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1))
        ++n;
    return n;
}

std::string page_of(const Checked& checked) {
    const std::string path =
        (std::filesystem::temp_directory_path() / "duban_findings_html_test.html").string();
    Output output(path);
    kHtmlFormat.document(output, {}, checked);
    REQUIRE(output.finish(Language::kEnglish) == kExitFine);
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    std::remove(path.c_str());
    return text.str();
}

}  // namespace

TEST_CASE(
    "html report: an item of prose, whose cells are one text, stands once and is marked once") {
    Programme programme;
    programme.document.text = std::make_unique<const std::string>("建成公厕5座，已完成3座。");
    Task task;
    task.row = 1;
    task.number = "1";
    for (const Column c : {Column::kMeasures, Column::kProgress})
        task.cell(c).raw = *programme.document.text;
    task.cell(Column::kLead).raw = "市局";
    programme.tasks.push_back(std::move(task));
    // Another row has a plan, so that a column without text stands between the two.
    programme.tasks.emplace_back();
    programme.tasks.back().cell(Column::kPlan).raw =
        std::string_view(*programme.document.text).substr(19);
    programme.categories.emplace_back();
    Understanding u;
    u.programme = &programme;
    u.kept_views.resize(2);
    u.views = u.kept_views;
    Audit audit;
    Finding f;
    f.code = "result-below-target";
    f.severity = Severity::kError;
    f.message = "finding-result-below";
    f.evidence = {{0, Column::kMeasures, {0, 16}}, {0, Column::kProgress, {19, 32}}};
    audit.findings.push_back(f);
    const std::string page = page_of({"a.txt", u, audit});
    const std::size_t table = page.find("class=\"whole\"");
    REQUIRE(table != std::string::npos);
    const std::string_view whole = std::string_view(page).substr(table);
    CHECK(count(whole, "建成公厕5座") == 1);
    CHECK(count(whole, "<mark") == 2);
    CHECK(count(whole, "colspan=\"3\"") == 1);
    CHECK(count(whole, "id=\"d1-p1-1\"") == 1);
    CHECK(count(whole, "id=\"d1-p1-2\"") == 1);
    CHECK(count(page, "href=\"#d1-p1-1\"") == 1);
}

TEST_CASE("html report: a document without rows, and text beside the rows") {
    Programme empty;
    empty.document.text = std::make_unique<const std::string>("x");
    Understanding u;
    u.programme = &empty;
    Audit audit;
    CHECK(page_of({"a&b.txt", u, audit}).find("a&amp;b.txt") != std::string::npos);

    Programme beside;
    beside.document.text = std::make_unique<const std::string>("共3项，完成2项。");
    beside.tasks.emplace_back();
    beside.tasks.front().preamble = true;
    beside.tasks.front().cell(Column::kProgress).raw = *beside.document.text;
    u.programme = &beside;
    u.kept_views.resize(1);
    u.views = u.kept_views;
    Finding f;
    f.code = "status-count";
    f.message = "finding-result-below";
    f.evidence = {{0, Column::kProgress, {0, 7}}};
    audit.findings.push_back(f);
    const std::string page = page_of({"a.txt", u, audit});
    CHECK(page.find("text beside the rows") != std::string::npos);
    CHECK(page.find("#0") == std::string::npos);
}
