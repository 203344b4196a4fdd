#include "audit/percent_tools.h"

#include "audit/bulletin_words.h"
#include "audit/prose.h"
#include "base/text.h"

namespace duban {

Fit fit(const Decimal& part, const Decimal& base, const Decimal& stated, const Tolerances& near) {
    const auto quotient = part.scaled(2).divided(base, 6);
    if (!quotient) return Fit::kOff;
    const Decimal ulp(1, -stated.places());
    const Decimal off = (*quotient - stated).abs();
    if (off + off <= ulp) return Fit::kExact;
    if (*quotient > stated && *quotient - stated < ulp)
        return stated.places() == 0 ? Fit::kExact : Fit::kNear;
    const bool multiple_of_five = stated.is_integer() && stated.rounded(0).text().find_last_of(
                                                             "05") == stated.text().size() - 1;
    if (multiple_of_five && off < near.round_share_points) return Fit::kNear;
    return Fit::kOff;
}

std::string quotient_text(const Decimal& part, const Decimal& base) {
    const auto quotient = part.scaled(2).divided(base, 2);
    return amount(part) + " / " + amount(base) + " = " +
           (quotient ? amount(*quotient) : std::string("-")) + "%";
}

int stated_base(std::string_view text, const std::vector<Quantity>& all, std::size_t percent) {
    if (percent == 0 || all[percent].family != UnitFamily::kPercent) return -1;
    const std::size_t base = percent - 1;
    if (all[base].kind == QuantityKind::kPercent || all[base].unit.empty()) return -1;
    const std::string_view between = words_before(text, all, percent);
    if (between.data() != text.data() + all[base].span.end || !between.ends_with(kOf) ||
        code_points(between) > 8)
        return -1;
    return contains(words_before(text, all, base), kShareVerb) ? static_cast<int>(base) : -1;
}

}  // namespace duban
