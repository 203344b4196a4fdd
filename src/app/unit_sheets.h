// One sheet for each lead unit with the findings that concern it and an empty column for the
// answer, and a sheet that lists the sheets: `check --by unit -o FOLDER`.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/findings_format.h"
#include "exporter/exporter.h"

namespace duban {

class UnitSheets {
  public:
    explicit UnitSheets(const FormatSettings& settings) : settings_(settings) {}

    // Takes the errors and warnings of a document, with `all` the notes too. A task of several
    // units stands in the sheet of each.
    void add(const Checked& checked);

    // Writes the sheets in the exporter's format; none that is there already is touched, and then
    // nothing is written. Returns the exit status and prints what went wrong, or how many were
    // written.
    [[nodiscard]] int write(const std::string& folder, const Exporter& exporter) const;

  private:
    struct Sheet {
        std::string unit;
        std::vector<std::string> cells;  // row by row
        std::size_t counts[3] = {};      // by severity
    };

    const FormatSettings& settings_;
    std::map<std::string, std::size_t> index_;  // unit to sheet
    std::vector<Sheet> sheets_;                 // in the order of the documents
};

// A name that every file system takes, made of any text: without signs that mean something in a
// path, not hidden, not a device of Windows, not too long, never empty.
std::string safe_file_name(std::string_view text);

}  // namespace duban
