// The writers, one file each (NAME_writer.cpp), listed in exporter.cpp.
//
// A writer hands its bytes on in one or more pieces; those of text formats never hold a large file
// whole. Cells
// that begin with = + - @ are text in every format.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "base/result.h"
#include "exporter/printout.h"

namespace duban {

using Sink = std::function<void(std::string_view bytes)>;

struct Exporter {
    std::string_view ending;  // ".docx"
    // Returns whether all was written.
    Result<bool> (*write)(const Printout& printout, const Sink& sink);
};

std::span<const Exporter> exporters();

// The exporter for a file of that name, or null.
const Exporter* exporter_for(std::string_view path);

}  // namespace duban
