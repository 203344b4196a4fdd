// What the library of the command line says, in the language of the call: help and wrong calls.
#pragma once

#include "base/catalogue.h"
#include "base/result.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace duban {

// The words of its help. Call it once all options of the verb are there.
void speak(CLI::App& app, Language language);

// What is wrong with a call that could not be parsed.
Error usage_error(CLI::App& app, const CLI::ParseError& error, Language language);

}  // namespace duban
