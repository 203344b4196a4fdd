#include <CLI/CLI.hpp>

#include "app/command.h"
namespace duban {
namespace {
Common common;
int run() { return 0; }
}  // namespace
Verb add_check(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("check", "Check every number and claim, and show the arithmetic");
    add_common(*verb, common);
    return {verb, run};
}
}  // namespace duban
