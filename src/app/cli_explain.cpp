// duban explain: what a check finds, how to answer it and how serious it is.
#include <CLI/CLI.hpp>

#include "app/check_pages.h"
#include "app/command.h"
#include "audit/check.h"

namespace duban {
namespace {

std::string code;
std::string lang;
std::string output;

int run() {
    Common common;
    common.lang = lang;
    const Language language = common.language();
    std::string out;
    if (code.empty()) {
        std::size_t widest = 0;
        for (const CheckPage& page : check_pages()) widest = std::max(widest, page.code.size());
        for (const CheckPage& page : check_pages()) {
            const std::string_view family = family_of(page.code);
            std::string line(page.code);
            line.resize(widest + 2, ' ');
            line += family.empty() ? std::string_view("-") : family;
            line.resize(widest + 14, ' ');
            out += line + std::string(summary_in(language, page)) + "\n";
        }
    } else if (const CheckPage* page = find_page(code)) {
        out = page_in(language, *page);
    } else {
        std::string names;
        for (const CheckPage& p : check_pages())
            names += (names.empty() ? "" : " ") + std::string(p.code);
        print_error(
            language,
            {ErrorCode::kUsage, "error-unknown-page", {{"name", code}, {"names", names}}, ""});
        return kExitUnreadable;
    }
    Output file(output);
    file.write(out);
    return file.finish(language);
}

}  // namespace

Verb add_explain(CLI::App& app, Language language) {
    CLI::App* verb = app.add_subcommand("explain", say(language, "help-explain"));
    verb->add_option("CODE", code, say(language, "help-code"));
    verb->add_option("-o,--output", output, say(language, "help-output"));
    verb->add_option("--lang", lang, say(language, "help-lang"))
        ->check(CLI::IsMember({"zh", "en"}));
    verb->footer(say(language, "help-explain-example"));
    return {verb, run};
}

}  // namespace duban
