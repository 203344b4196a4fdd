// duban.waivers.toml: a file that grows by a table for each waiver and is reviewed like code.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/toml.h"
#include "audit/waiver.h"
#include "base/catalogue.h"

namespace duban {

inline constexpr std::string_view kWaiversName = "duban.waivers.toml";
inline constexpr std::size_t kLongestReason = 500;  // characters; names and titles have 200

// Reads the file; all faults come back at once.
std::vector<Waiver> parse_waivers(std::string_view text, std::vector<TomlFault>& faults);

// The waivers of the file at the path, none where it is not there and need not be; null where it
// cannot be read or has faults, which are printed.
std::optional<std::vector<Waiver>> read_waivers(const std::string& path, bool must_exist,
                                                Language language);

// One waiver as a table of the file, its keys always in the same order, empty ones left out.
std::string waiver_table(const Waiver& waiver);

// "2025-01-31", a day that there is.
bool is_date(std::string_view text);

// Those that are for the document.
std::vector<Waiver> waivers_for(const std::vector<Waiver>& all, const std::string& document);
// Its name without the folder; "" for standard input.
std::string file_name(const std::string& document);

}  // namespace duban
