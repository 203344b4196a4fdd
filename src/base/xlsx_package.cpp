#include "base/xlsx_package.h"

#include <algorithm>

#include "base/text.h"
#include "base/xml_scanner.h"

namespace duban {
namespace {

// Names of parts know no capitals. Comes back as it is where there is no such part.
std::string name_in(const ZipReader& zip, const std::string& name) {
    if (zip.has(name)) return name;
    for (const std::string& candidate : zip.names()) {
        if (same_name(candidate, name)) return candidate;
    }
    return name;
}

// The target of a relationship of the part, as a name in the archive.
std::string resolved(std::string_view part, std::string_view target) {
    std::string path;
    if (!target.starts_with('/')) {
        const std::size_t slash = part.rfind('/');
        if (slash != std::string_view::npos) path = part.substr(0, slash);
    }
    while (!target.empty()) {
        const std::size_t end = std::min(target.find('/'), target.size());
        const std::string_view step = target.substr(0, end);
        target.remove_prefix(std::min(end + 1, target.size()));
        if (step.empty() || step == ".") continue;
        if (step == "..") {
            const std::size_t slash = path.rfind('/');
            path.resize(slash == std::string::npos ? 0 : slash);
            continue;
        }
        if (!path.empty()) path += '/';
        path += step;
    }
    return path;
}

std::string_view behind_last_slash(std::string_view text) {
    const std::size_t slash = text.rfind('/');
    return slash == std::string_view::npos ? text : text.substr(slash + 1);
}

constexpr std::size_t kMostParts = 4096;  // sheets, and relationships of one part

bool is_true(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

}  // namespace

Error damaged_part(std::string_view name) {
    return {ErrorCode::kDamaged, "error-zip-part", {{"part", std::string(name)}}, ""};
}

Result<std::string> read_xml_part(ZipReader& zip, std::string_view name) {
    auto bytes = zip.read(name);
    if (!bytes) return bytes;
    const std::string& text = bytes.value();
    if (!text.starts_with("\xFF\xFE") && !text.starts_with("\xFE\xFF")) return bytes;
    auto decoded = to_utf8(std::move(bytes.value()));
    if (!decoded) return damaged_part(name);
    return std::move(decoded.value().text);
}

std::string relationships_part(std::string_view part) {
    const std::string_view name = behind_last_slash(part);
    return std::string(part.substr(0, part.size() - name.size())) + "_rels/" + std::string(name) +
           ".rels";
}

Result<std::vector<Relationship>> read_relationships(ZipReader& zip, std::string_view part) {
    std::vector<Relationship> out;
    const std::string name = name_in(zip, relationships_part(part));
    if (!zip.has(name)) return out;
    const auto text = read_xml_part(zip, name);
    if (!text) return text.error();
    XmlScanner xml(text.value());
    for (XmlToken token = xml.next(); token != XmlToken::kFinished; token = xml.next()) {
        if (token == XmlToken::kBroken) return damaged_part(name);
        if (token != XmlToken::kStart || xml.name() != "Relationship") continue;
        if (xml.attribute("TargetMode") == "External") continue;
        if (out.size() == kMostParts) return damaged_part(name);
        out.push_back({xml_text(xml.attribute("Id")),
                       std::string(behind_last_slash(xml.attribute("Type"))),
                       name_in(zip, resolved(part, xml_text(xml.attribute("Target"))))});
    }
    return out;
}

Result<XlsxPackage> read_xlsx_package(ZipReader& zip) {
    const auto roots = read_relationships(zip, "");
    if (!roots) return roots.error();
    std::string workbook = "xl/workbook.xml";
    for (const Relationship& root : roots.value()) {
        if (root.type == "officeDocument") workbook = root.part;
    }
    if (workbook.ends_with(".bin"))
        return Error{ErrorCode::kUnsupported, "error-xlsx-binary", {}, ""};
    const auto text = read_xml_part(zip, workbook);
    if (!text) return text.error();
    const auto parts = read_relationships(zip, workbook);
    if (!parts) return parts.error();

    XlsxPackage out;
    for (const Relationship& part : parts.value()) {
        if (part.type == "sharedStrings") out.strings = part.part;
        if (part.type == "styles") out.styles = part.part;
        if (part.type == "vbaProject") out.macros = true;
    }
    XmlScanner xml(text.value());
    std::size_t sheets = 0;
    for (XmlToken token = xml.next(); token != XmlToken::kFinished; token = xml.next()) {
        if (token == XmlToken::kBroken) return damaged_part(workbook);
        if (token != XmlToken::kStart) continue;
        if (xml.name() == "workbookPr") out.from_1904 = is_true(xml.attribute("date1904"));
        if (xml.name() != "sheet") continue;
        if (++sheets > kMostParts) return damaged_part(workbook);
        // The id of the relationship, not that of the sheet.
        const std::string id = xml_text(xml.attribute("id"));
        const auto found = std::find_if(parts.value().begin(), parts.value().end(),
                                        [&](const Relationship& part) { return part.id == id; });
        if (found == parts.value().end() || found->type != "worksheet") continue;
        const std::string_view state = xml.attribute("state");
        out.sheets.push_back({xml_text(xml.attribute("name")), found->part,
                              state == "hidden" || state == "veryHidden"});
    }
    return out;
}

}  // namespace duban
