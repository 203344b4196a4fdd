#include "reader/kind.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/zip.h"
#include "reader/markdown_reader.h"
#include "reader/pdf_reader.h"

namespace duban {
namespace {

constexpr std::size_t kBeginning = 4096;    // bytes that the marks of a page stand within
constexpr std::size_t kSample = 64 * 1024;  // bytes that are looked through for records

Error refused(const char* key) { return {ErrorCode::kUnsupported, key, {}, ""}; }

struct Signature {
    std::string_view bytes;
    const char* key;
};

// Kinds that no reader takes. A number stands for a byte that is no letter.
constexpr std::array kRefused{
    Signature{"\xFF\xD8\xFF", "error-kind-picture"},
    Signature{"\x89PNG\r\n", "error-kind-picture"},
    Signature{"GIF87a", "error-kind-picture"},
    Signature{"GIF89a", "error-kind-picture"},
    Signature{{"II*\0", 4}, "error-kind-picture"},
    Signature{{"MM\0*", 4}, "error-kind-picture"},
    Signature{"\x1F\x8B", "error-kind-archive"},
    Signature{"Rar!\x1A\x07", "error-kind-archive"},
    Signature{"7z\xBC\xAF\x27\x1C", "error-kind-archive"},
    Signature{{"\xFD"
               "7zXZ\0",
               6},
              "error-kind-archive"},
    Signature{"{\\rtf", "error-kind-rtf"},
};

// ASCII as UTF-16 without mark, as names stand in the old containers.
std::string utf16(std::string_view ascii) {
    std::string out;
    for (const char c : ascii) {
        out += c;
        out += '\0';
    }
    return out;
}

// The old container of Word, Excel and WPS, which also wraps files with a password.
Error old_office(std::string_view bytes) {
    const auto holds = [&](std::string_view name) {
        return bytes.find(utf16(name)) != std::string_view::npos;
    };
    if (holds("EncryptedPackage")) return {ErrorCode::kEncrypted, "error-encrypted", {}, ""};
    if (holds("WordDocument")) return refused("error-kind-doc");
    if (holds("Workbook")) return refused("error-kind-xls");
    return refused("error-kind-old-office");
}

Result<FileKind> kind_of_archive(std::string_view bytes, std::uint64_t max_unpacked) {
    auto zip = ZipReader::open(bytes, max_unpacked);
    if (!zip) return zip.error();
    if (zip.value().has("OFD.xml")) return refused("error-kind-ofd");
    if (zip.value().has("mimetype")) {
        const auto type = zip.value().read("mimetype");
        if (type && type.value().starts_with("application/vnd.oasis.opendocument"))
            return refused(type.value().find("spreadsheet") != std::string::npos
                               ? "error-kind-ods"
                               : "error-kind-odt");
    }
    if (!zip.value().has("[Content_Types].xml")) return refused("error-kind-archive");
    const auto types = zip.value().read("[Content_Types].xml");
    if (!types) return types.error();
    const auto holds = [&](std::string_view type) {
        return types.value().find(type) != std::string::npos;
    };
    if (holds("wordprocessingml.document.main+xml") ||
        holds("wordprocessingml.template.main+xml") ||
        holds("ms-word.document.macroEnabled.main+xml") ||
        holds("ms-word.template.macroEnabledTemplate.main+xml"))
        return FileKind::kDocx;
    if (holds("spreadsheetml.sheet.main+xml") || holds("spreadsheetml.template.main+xml") ||
        holds("ms-excel.sheet.macroEnabled.main+xml") ||
        holds("ms-excel.template.macroEnabled.main+xml"))
        return FileKind::kXlsx;
    if (holds("sheet.binary")) return refused("error-kind-xls");
    return refused(holds("presentationml") ? "error-kind-pptx" : "error-kind-archive");
}

// The tag stands at text[at], not only as the beginning of a longer name.
bool tag_at(std::string_view text, std::size_t at, std::string_view tag) {
    if (!text.substr(at).starts_with(tag)) return false;
    const std::size_t end = at + tag.size();
    return end >= text.size() || !is_ascii_letter(static_cast<unsigned char>(text[end]));
}

std::size_t find_tag(std::string_view text, std::string_view tag) {
    for (std::size_t at = text.find(tag); at != std::string_view::npos;
         at = text.find(tag, at + 1)) {
        if (tag_at(text, at, tag)) return at;
    }
    return std::string_view::npos;
}

// Where a page's first tag stands: behind blanks, comments and an XML declaration.
std::size_t first_tag(std::string_view text) {
    std::size_t at = 0;
    for (;;) {
        while (at < text.size() && is_blank(static_cast<unsigned char>(text[at]))) ++at;
        if (at < text.size() && text[at] == '\n') {
            ++at;
            continue;
        }
        const std::string_view rest = text.substr(at);
        const std::string_view end = rest.starts_with("<!--")     ? "-->"
                                     : rest.starts_with("<?xml ") ? "?>"
                                                                  : "";
        if (end.empty()) return at;
        const std::size_t found = text.find(end, at);
        if (found == std::string_view::npos) return at;
        at = found + end.size();
    }
}

// A line of a table as text: it begins with no tag and holds cells.
bool has_line_of_cells(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view line = text.substr(at, text.find('\n', at) - at);
        at += line.size() + 1;
        if (line.empty() || line[0] == '<' || static_cast<unsigned char>(line[0]) <= ' ') continue;
        if (std::count(line.begin(), line.end(), '\t') >= 2) return true;
    }
    return false;
}

bool is_html(std::string_view beginning) {
    const std::size_t first = first_tag(beginning);
    if (tag_at(beginning, first, "<!doctype html") ||
        std::min(find_tag(beginning, "<html"), find_tag(beginning, "<body")) != beginning.npos)
        return true;
    // A fragment, but no text whose cells hold tags.
    if (has_line_of_cells(beginning)) return false;
    constexpr std::array<std::string_view, 11> kFirst{"<head",    "<table",  "<title", "<meta",
                                                      "<div",     "<link",   "<style", "<script",
                                                      "<section", "<center", "<base"};
    for (const std::string_view tag : kFirst) {
        if (tag_at(beginning, first, tag)) return true;
    }
    return find_tag(beginning, "<table") != beginning.npos &&
           find_tag(beginning, "<tr") != beginning.npos;
}

bool is_json(std::string_view text) {
    const auto next = [&](std::size_t at) {
        at = text.find_first_not_of(" \t\r\n", at);
        return at == std::string_view::npos ? '\0' : text[at];
    };
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    if (at == std::string_view::npos) return false;
    const char then = next(at + 1);
    if (text[at] == '{') return then == '"' || then == '}';
    return text[at] == '[' && (then == '{' || then == '"');
}

bool is_mhtml(const std::string& beginning) {
    const std::size_t version = beginning.find("mime-version:");
    return version != std::string::npos &&
           beginning.find("multipart/related") != std::string::npos &&
           (version == 0 || beginning.starts_with("from:") || beginning[version - 1] == '\n');
}

std::string_view line_at(std::string_view text, std::size_t at) {
    std::string_view line = text.substr(at, text.find('\n', at) - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// A table's line of dashes below its heading, or a heading marked by "#" at the very beginning.
bool is_markdown(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return false;
    const std::size_t hashes = text.find_first_not_of('#', begin);
    if (hashes != std::string_view::npos && hashes > begin && hashes - begin <= 6 &&
        text[hashes] == ' ')
        return true;
    std::string_view before;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view line = line_at(text, at);
        if (markdown_columns(line) >= 2 && before.find('|') != std::string_view::npos &&
            markdown_cells(before).size() == markdown_columns(line))
            return true;
        before = line;
        at += text.substr(at, text.find('\n', at) - at).size() + 1;
    }
    return false;
}

// Records of a sample, and how many of the separator each holds outside of quotes.
struct Record {
    std::size_t separators = 0;
    std::size_t longest = 0;  // bytes of its longest cell
};

std::vector<Record> records_of(std::string_view text, char separator) {
    std::vector<Record> out;
    Record record;
    std::size_t cell = 0;
    std::size_t size = 0;
    bool quoted = false;
    const auto end_cell = [&] {
        record.longest = std::max(record.longest, cell);
        cell = 0;
    };
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) {
            end_cell();
            if (size > 0) out.push_back(record);
            record = {};
            size = 0;
            continue;
        }
        ++size;
        if (!quoted && c == separator) {
            ++record.separators;
            end_cell();
        } else {
            ++cell;
        }
    }
    end_cell();
    if (size > 0) out.push_back(record);
    return out;
}

// A heading of short cells, and most records that have separators have as many as it. Records of
// one cell are paragraphs.
bool is_separated(std::string_view text, char separator) {
    constexpr std::size_t kLongestHeading = 120;  // bytes of a cell
    const bool cut = text.size() > kSample;
    auto records = records_of(text.substr(0, kSample), separator);
    bool row_cut = false;  // one that has cells
    if (cut && records.size() > 1) {
        row_cut = records.back().separators > 0;
        records.pop_back();
    }
    const auto heading = std::find_if(records.begin(), records.end(),
                                      [](const Record& record) { return record.separators >= 2; });
    if (heading == records.end() || heading->longest > kLongestHeading) return false;
    const auto rows = std::count_if(heading, records.end(),
                                    [](const Record& record) { return record.separators > 0; });
    const auto alike = std::count_if(heading, records.end(), [&](const Record& record) {
        return record.separators == heading->separators;
    });
    // One long row may fill what was looked at.
    if (row_cut && heading + 1 == records.end()) return true;
    return rows >= 2 && alike * 10 >= rows * 6;
}

bool is_csv(std::string_view text) {
    if (text.starts_with("sep=")) return true;
    // A text of cells separated by tabs may hold any number of commas.
    if (is_separated(text, '\t')) return false;
    return is_separated(text, ',') || is_separated(text, ';');
}

// Cells separated by tabs of which one is quoted because it holds a line break, as spreadsheets
// write them.
bool is_quoted_tsv(std::string_view text) {
    bool quoted_break = false;
    for (std::size_t at = text.find('"'); at != std::string_view::npos && !quoted_break;) {
        const bool opens = at == 0 || text[at - 1] == '\t' || text[at - 1] == '\n';
        std::size_t end = at + 1;
        if (opens) {
            for (;; end += 2) {
                end = text.find('"', end);
                if (end == std::string_view::npos) return false;
                if (end + 1 >= text.size() || text[end + 1] != '"') break;
            }
            const bool closes = end + 1 >= text.size() || text[end + 1] == '\t' ||
                                text[end + 1] == '\n' || text[end + 1] == '\r';
            const std::string_view cell = text.substr(at, end - at);
            quoted_break = closes && cell.find('\n') != std::string_view::npos &&
                           cell.find('\t') == std::string_view::npos;
            ++end;
        }
        at = text.find('"', end);
    }
    return quoted_break && is_separated(text, '\t');
}

}  // namespace

Result<FileKind> kind_of_bytes(std::string_view bytes, std::uint64_t max_unpacked) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
        return kind_of_archive(bytes, max_unpacked);
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return old_office(bytes);
    if (is_pdf(bytes)) return FileKind::kPdf;
    if (bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP")
        return refused("error-kind-picture");
    for (const Signature& signature : kRefused) {
        if (bytes.starts_with(signature.bytes)) return refused(signature.key);
    }
    return FileKind::kText;
}

Result<FileKind> kind_of_text(std::string_view text) {
    const std::string beginning = ascii_lower(text.substr(0, kBeginning));
    if (is_mhtml(beginning)) return refused("error-kind-mhtml");
    if (is_html(beginning)) return FileKind::kHtml;
    if (std::string_view(beginning).substr(first_tag(beginning)).starts_with("<") &&
        beginning.find("<?xml ") != std::string::npos)
        return refused("error-kind-xml");
    if (is_json(text)) return FileKind::kJson;
    if (is_csv(text) || is_quoted_tsv(text)) return FileKind::kCsv;
    return is_markdown(text) ? FileKind::kMarkdown : FileKind::kText;
}

std::string_view declared_charset(std::string_view bytes) {
    const std::string beginning = ascii_lower(bytes.substr(0, kBeginning));
    if (!is_html(beginning)) return {};
    constexpr std::string_view kName = "charset=";
    const std::size_t found = beginning.find(kName);
    if (found == std::string::npos) return {};
    std::size_t at = found + kName.size();
    if (at < bytes.size() && (bytes[at] == '"' || bytes[at] == '\'')) ++at;
    const std::size_t end = bytes.find_first_of("\"' \t\r\n/>;", at);
    return end == std::string_view::npos || end - at > 20 ? std::string_view()
                                                          : bytes.substr(at, end - at);
}

}  // namespace duban
