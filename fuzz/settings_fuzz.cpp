// Any bytes as a file of settings and as a file of waivers: read, or refused with places inside the
// file; what is read is within its limits.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "app/settings_file.h"
#include "app/waivers_file.h"

using namespace duban;

namespace {

void hold(bool law) {
    if (!law) std::abort();
}

void places(const std::vector<TomlFault>& faults) {
    for (const TomlFault& f : faults) hold(f.line >= 1 && f.column >= 1 && !f.key.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > kLargestToml) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::vector<TomlFault> faults;
    const Settings settings = parse_settings(text, faults);
    places(faults);
    hold(settings.audit.tolerances.far_above_times >= Decimal(1));
    for (const Lexicon::Synonym& s : settings.lexicon.units) hold(s.word != s.stands_for);
    faults.clear();
    const std::vector<Waiver> waivers = parse_waivers(text, faults);
    places(faults);
    if (!faults.empty()) return 0;
    for (const Waiver& w : waivers) {
        const std::vector<Waiver> again = parse_waivers(waiver_table(w), faults);
        hold(faults.empty() && again.size() == 1 && again[0].reason == w.reason);
    }
    return 0;
}
