#include "exporter/html_writer.h"

#include <cmath>
#include <string>

#include "base/text.h"

namespace duban {
namespace {

constexpr std::size_t kWorthWriting = 1 << 20;

// Blanks and line breaks of the text are text.
constexpr std::string_view kKept = " style=\"white-space:pre-wrap\"";

constexpr std::string_view kStyle =
    "@page{size:A4 landscape;margin:12mm}"
    "body{font:14px/1.5 \"Noto Serif CJK SC\",\"Source Han Serif SC\",SimSun,serif;"
    "max-width:297mm;margin:1em auto;padding:0 1em;color:#000;background:#fff}"
    "h1{text-align:center;font-size:1.5em}h2{font-size:1.2em}h3{font-size:1.05em}"
    ".right{text-align:right}.center{text-align:center}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed;margin:.5em 0}"
    "th,td{border:1px solid #000;padding:.25em .4em;vertical-align:top;overflow-wrap:anywhere}"
    "th{background:#eee;text-align:center}"
    "thead{display:table-header-group}tr{break-inside:avoid}"
    "@media print{body{max-width:none;margin:0;padding:0;font-size:8pt}}";

void append_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x80) {
            const CodePoint p = decode_at(text, at);
            append_utf8(out, p.value);
            at += p.size;
            continue;
        }
        ++at;
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\n': out += "<br>"; break;
            case '\t': out += "&#9;"; break;
            default:
                if (c >= ' ' && c != 0x7F) out += c;
        }
    }
}

// Proportions of the columns, in tenths of a percent of the table.
void append_columns(std::string& out, const PrintTable& table) {
    double whole = 0;
    for (const PrintColumn& column : table.columns) whole += column.width;
    out += "<colgroup>";
    for (const PrintColumn& column : table.columns) {
        const long tenths = whole > 0 ? std::lround(column.width * 1000 / whole) : 0;
        out += "<col style=\"width:" + std::to_string(tenths / 10) + '.' +
               std::to_string(tenths % 10) + "%\">";
    }
    out += "</colgroup>\n";
}

void append_span(std::string& out, std::string_view name, std::uint32_t number) {
    if (number < 2) return;
    out += ' ';
    out += name;
    out += "=\"" + std::to_string(number) + '"';
}

void write_table(const PrintTable& table, std::string& out, const Sink& sink) {
    out += "<table";
    out += kKept;
    out += ">\n";
    append_columns(out, table);
    out += "<thead>\n<tr>";
    for (const PrintColumn& column : table.columns) {
        out += "<th scope=\"col\">";
        append_escaped(out, column.heading);
        out += "</th>";
    }
    out += "</tr>\n</thead>\n<tbody>\n";
    for (std::size_t row = 0; row < table.rows(); ++row) {
        out += "<tr>";
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const PrintCell& cell = table.at(row, c);
            if (cell.covered) continue;
            out += "<td";
            append_span(out, "rowspan", cell.rows);
            append_span(out, "colspan", cell.columns);
            if (table.columns[c].align == Align::kCenter) out += " class=\"center\"";
            if (table.columns[c].align == Align::kRight) out += " class=\"right\"";
            out += '>';
            append_escaped(out, cell.text);
            out += "</td>";
        }
        out += "</tr>\n";
        if (out.size() > kWorthWriting) {
            sink(out);
            out.clear();
        }
    }
    out += "</tbody>\n</table>\n";
}

void write_block(const PrintBlock& block, std::string& out) {
    std::string_view tag = "p";
    std::string_view kind;
    switch (block.kind) {
        case BlockKind::kTitle: tag = "h1"; break;
        case BlockKind::kHeading1:
        case BlockKind::kAnnexTitle: tag = "h2"; break;
        case BlockKind::kHeading2: tag = "h3"; break;
        case BlockKind::kSigned: kind = " class=\"right\""; break;
        default: break;
    }
    out += '<';
    out += tag;
    out += kind;
    out += kKept;
    out += '>';
    append_escaped(out, block.text);
    out += "</";
    out += tag;
    out += ">\n";
}

}  // namespace

Result<bool> write_html(const Printout& printout, const Sink& sink) {
    std::string out = "<!doctype html>\n<html lang=\"";
    append_escaped(out, printout.language);
    // The reader takes a page of this program as it stands, without looking for furniture.
    out +=
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"duban\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>";
    append_escaped(out, printout.title);
    out += "</title>\n<style>";
    out += kStyle;
    out += "</style>\n</head>\n<body>\n";
    for (const PrintBlock& block : printout.blocks) {
        if (block.kind == BlockKind::kTable) {
            write_table(printout.tables[block.table], out, sink);
        } else {
            write_block(block, out);
        }
    }
    out += "</body>\n</html>\n";
    sink(out);
    return true;
}

}  // namespace duban
