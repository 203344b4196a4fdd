// An Excel form: a sheet whose structure is locked (without a password) and in which only the cells
// to fill can be written, with choices, numbers held to be numbers and a comment on each heading;
// and a hidden sheet of texts by which the form is known again. Knows nothing of what is asked.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exporter/exporter.h"

namespace duban {

enum class FormCell : std::uint8_t { kFixed, kText, kNumber, kChoice };

struct FormColumn {
    std::string heading;
    std::string comment;
    double width = 20;  // half-width characters
    FormCell kind = FormCell::kFixed;
};

struct XlsxForm {
    std::string sheet;   // its name
    std::string title;   // over the whole width
    std::string advice;  // below
    std::vector<FormColumn> columns;
    std::vector<PrintCell> cells;  // row by row, columns.size() each
    std::vector<std::string> choices;
    std::string choice_fault;  // what is said where something else is typed
    std::string number_fault;
    std::string hidden_sheet;
    std::vector<std::vector<std::string>> hidden;  // its rows
};

inline constexpr std::size_t kFormHeadingRow = 3;  // of the sheet, from 1; the cells follow

// Fails where a text is longer than a cell of Excel can be.
Result<bool> write_xlsx_form(const XlsxForm& form, const Sink& sink);

}  // namespace duban
