// Two documents, parted by the first byte 01, compared, and the reading of one applied to the
// other. Every place that a difference points to must lie in its cell, and changed words must lie
// in order.
#include <cstdlib>
#include <string>
#include <string_view>

#include "programme/compare.h"
#include "programme/import.h"
#include "programme/reading.h"
#include "reader/text_reader.h"

namespace {

void hold(const duban::Understanding& u, const duban::Side& side) {
    if (side.task < 0) return;
    const auto& task = u.programme->tasks[static_cast<std::size_t>(side.task)];
    if (side.place.end > task.clean(side.cell).size() || side.place.begin > side.place.end)
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size > 1 << 16) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t parting = bytes.find('\x01');
    if (parting == std::string_view::npos) return 0;
    auto first = duban::read_text(std::string(bytes.substr(0, parting)));
    auto second = duban::read_text(std::string(bytes.substr(parting + 1)));
    if (!first || !second) return 0;
    auto before = duban::import_programme(std::move(first.value()));
    auto after = duban::import_programme(std::move(second.value()));
    if (!before || !after) return 0;
    const duban::Understanding x = duban::understand(before.value());
    const duban::Reading reading = duban::make_reading(x, {});
    const duban::Understanding y =
        duban::understand(after.value(), {},
                          [&](duban::Understanding& u) { duban::apply_reading(u, reading, true); });
    const duban::Comparison c = duban::compare(x, y);
    for (const duban::Difference& d : c.differences) {
        hold(x, d.before);
        hold(y, d.after);
        duban::TextChange last;
        for (const duban::TextChange& change : d.texts) {
            if (change.before.begin < last.before.end || change.after.begin < last.after.end ||
                change.before.end > d.before.place.end || change.after.end > d.after.place.end)
                std::abort();
            last = change;
        }
    }
    return 0;
}
