// The monthly report of a lead unit as an Excel form: what its tasks promise and plan stands there,
// and the unit fills in what was done. Read back it gives what was filled in, and faults by cell.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "base/decimal.h"
#include "exporter/xlsx_form.h"
#include "programme/target.h"
#include "reader/document.h"

namespace duban {

struct FormSettings {
    std::string unit;  // as the document names it
    int month = 0;     // 1 to 12, of the year of the document or the one after it
    int year = 0;      // 0: the document says none
    Language language = Language::kChinese;
};

// Lead units of the document in the order in which they come.
std::vector<std::string> lead_units(const Programme& programme);

// One block of rows for each task of the unit, a row in it for each target with a figure. Views in
// the form point into `kept`, which must outlive it.
XlsxForm report_form(const Understanding& understanding, const FormSettings& settings,
                     std::deque<std::string>& kept);

struct FilledTarget {
    std::string id;
    std::string subject;
    std::string unit;
    std::optional<Decimal> value;  // none: not filled in
};

struct FilledTask {
    int row = 0;  // of the document that the form was made of
    std::string number;
    std::string task;
    std::string report;  // empty: not filled in
    std::string status;
    std::string trouble;
    std::vector<FilledTarget> targets;
};

struct FormFault {
    std::string cell;  // "E7"
    std::string key;   // of the catalogue
    std::vector<Param> params;
};

struct FilledForm {
    std::string title;   // of the document that the form was made of
    std::string period;  // of that document
    std::string unit;
    std::string month;  // "2025-01", or "01" where the year is not known
    std::vector<FilledTask> tasks;
    std::vector<FormFault> faults;
    int filled = 0;  // cells
};

// Pure: the same file gives the same values, and reading changes nothing. Fails with kUnsupported
// where the file is no form of this kind.
Result<FilledForm> read_report_form(const Document& document);

}  // namespace duban
