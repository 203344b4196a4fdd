// waiver-stale: a waiver that is past its date or covers nothing any more. It looks at what all
// other checks found, so audit() reports it when they are done (waiver.h).
#include "audit/check.h"

namespace duban {

extern const Check check_waiver_stale;
const Check check_waiver_stale{"waiver-stale", "waiver", nullptr, nullptr};

}  // namespace duban
