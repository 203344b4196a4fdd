// A Word file (OOXML) as rows of cells, together with where each stretch of text stands in the
// source of its main part: what reading and commenting share, so that they cannot differ.
//
// Paragraphs and tables come in their order. Tracked changes are read as accepted; hidden text,
// foot- and endnotes, headers, footers, comments and macros are left out and named. Names of
// elements count without their prefix, so that the transitional and the strict form, and any
// choice of prefixes, read alike. Nothing outside the file is ever looked at, and a document type
// declaration declares nothing. Cost: a tree of the main part in memory (at most 64 bytes an
// element or attribute, whose number is bounded); time is linear in it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/zip.h"
#include "reader/document.h"

namespace duban {

// The parts of the file that are looked at; a part that is not there is empty.
struct DocxParts {
    std::string main_name;  // of the main part in the archive
    std::string main;
    std::string relations;  // of the main part
    std::string styles;
    std::string numbering;
    bool macros = false;
};

// A stretch of the text of a cell that stands in one piece of the source.
struct DocxPiece {
    std::uint32_t begin = 0;  // in the cell's text
    std::uint32_t size = 0;
    std::uint32_t run = 0;   // in the source: the run's "<"
    std::uint32_t text = 0;  // in the source: its first character; 0 where the run is to be taken
                             // as a whole (text boxes)
};

struct DocxCell {
    std::string text;  // paragraphs are separated by LF
    std::vector<DocxPiece> pieces;
    Merged merged = Merged::kNo;
};

// Called for each row; false ends the walk.
using DocxRows = std::function<bool(const DocumentRow& place, std::span<const DocxCell> cells)>;

// The name of a part in its archive ("word/document.xml") that a relationship of the part `source`
// leads to, or "". `type` is the last word of the relationship's type.
std::string docx_target(std::string_view source, std::string_view relations, std::string_view type);

// "word/document.xml" -> "word/_rels/document.xml.rels"
std::string docx_relations_name(std::string_view part);

// A part as UTF-8, "" where there is none.
Result<std::string> docx_part(ZipReader& archive, const std::string& name);

// Fails with the errors of ZipReader and with kDamaged where no main part is named.
Result<DocxParts> open_docx(ZipReader& archive);

// What a reader of the file should know. Fails with kDamaged where the main part is no XML and with
// kTooLarge where it has more elements or is nested deeper than is read.
Result<std::vector<Note>> walk_docx(const DocxParts& parts, std::uint64_t max_bytes,
                                    const DocxRows& rows);

}  // namespace duban
