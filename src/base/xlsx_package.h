// The parts of an Excel file: which sheets it has, in their order, and where they are.
//
// Everything is found through relationships, never by guessing names; targets outside of the file
// are not followed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/zip.h"

namespace duban {

struct XlsxSheet {
    std::string name;
    std::string part;  // in the archive
    bool hidden = false;
};

struct XlsxPackage {
    std::vector<XlsxSheet> sheets;  // with cells: charts and macro sheets are none
    std::string strings;            // parts; empty where there is none
    std::string styles;
    bool from_1904 = false;  // days are counted from 1904-01-01
    bool macros = false;
};

struct Relationship {
    std::string id;
    std::string type;  // what stands behind the last slash
    std::string part;  // that it leads to, within the archive
};

// A part as UTF-8. Fails as ZipReader::read does, and with kDamaged where it is no text.
Result<std::string> read_xml_part(ZipReader& zip, std::string_view name);
// The error for a part that is not well-formed.
Error damaged_part(std::string_view name);

// The part that holds the relationships of another ("" for those of the archive).
std::string relationships_part(std::string_view part);
// Those inside the archive; none where the part has no such file.
Result<std::vector<Relationship>> read_relationships(ZipReader& zip, std::string_view part);

// Fails with kDamaged, and with kUnsupported where it is no workbook of XML parts (.xlsb).
Result<XlsxPackage> read_xlsx_package(ZipReader& zip);

}  // namespace duban
