#include "app/target_chart.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "app/html.h"
#include "programme/plan_totals.h"

namespace duban {
namespace {

constexpr int kWidth = 264;
constexpr int kLeft = 6;
constexpr int kRight = 258;
constexpr int kTop = 16;
constexpr int kFoot = 92;
constexpr int kHeight = 108;
constexpr int kPerMonth = (kRight - kLeft) / 12;

class Chart {
  public:
    Chart(std::string& out, const Programme& programme, const Target& target, Language language)
        : out_(out),
          programme_(programme),
          t_(target),
          language_(language),
          plan_(plan_totals(programme, target)) {}

    void run() {
        out_ += "<figure class=\"target v-";
        out_ += name_of(t_.verdict);
        out_ += "\"><figcaption><b lang=\"zh\">" + html(t_.subject) +
                "</b> <span class=\"verdict\">" +
                html(text("verdict-" + std::string(name_of(t_.verdict)))) + "</span></figcaption>";
        const bool drawn = drawable();
        if (drawn) picture();
        // The bars carry their figures themselves.
        if (!drawn || by_month()) out_ += "<p class=\"figures\">" + figures() + "</p>";
        out_ += "</figure>\n";
    }

  private:
    std::string text(std::string_view key, const std::vector<Param>& params = {}) const {
        return say(language_, key, params);
    }

    std::string comparator() const {
        switch (t_.comparator) {
            case Comparator::kAtLeast: return "&ge; ";
            case Comparator::kMoreThan: return "&gt; ";
            case Comparator::kAtMost: return "&le; ";
            case Comparator::kLessThan: return "&lt; ";
            case Comparator::kAbout: return "&asymp; ";
            case Comparator::kEqual: break;
        }
        return "";
    }

    std::string with_unit(const Decimal& value) const {
        return html(grouped(value) + (t_.unit.empty() || t_.unit == "%" ? "" : " ") + t_.unit);
    }

    // "promised 60, planned 60, reported 62": what the picture says, for those who do not see it.
    std::string figures() const {
        std::string out;
        const auto add = [&](const char* key, const std::string& value) {
            out += "<span>" + html(text(key)) + " <b>" + value + "</b></span> ";
        };
        add("chart-promised", comparator() + with_unit(*t_.value));
        add("chart-planned", t_.plan_final ? with_unit(*t_.plan_final) : html(text("chart-none")));
        add("chart-reported", t_.result ? with_unit(*t_.result) : html(text("chart-none")));
        return out;
    }

    // In words for aria-label: the plan month by month.
    std::string description() const {
        std::string months;
        for (const auto& [month, value] : plan_) {
            months += (months.empty() ? "" : text("chart-and")) +
                      text("chart-month-value",
                           {{"month", std::to_string(month)}, {"value", grouped(value)}});
        }
        if (months.empty()) months = t_.plan_final ? grouped(*t_.plan_final) : text("chart-none");
        return text("chart-description",
                    {{"promised", grouped(*t_.value) + t_.unit},
                     {"plan", months},
                     {"result", t_.result ? grouped(*t_.result) + t_.unit : text("chart-none")}});
    }

    // A picture of one number and nothing beside it says nothing.
    bool drawable() {
        highest_ = *t_.value;
        for (const auto& [month, value] : plan_) highest_ = std::max(highest_, value);
        if (t_.result) highest_ = std::max(highest_, *t_.result);
        return Decimal() < highest_ && (t_.result || t_.plan_final || !plan_.empty());
    }

    // Length on a scale that ends at the highest value.
    std::string scaled(const Decimal& value, int length) const {
        if (value.negative()) return "0";
        return (value * Decimal(length)).divided(highest_, 1).value_or(Decimal()).text();
    }
    Decimal height(const Decimal& value) const {
        if (value.negative()) return Decimal(kFoot);
        return Decimal(kFoot) -
               (value * Decimal(kFoot - kTop)).divided(highest_, 1).value_or(Decimal());
    }

    bool by_month() const { return plan_.size() >= 2; }

    void picture() {
        const int foot = by_month() ? kHeight : 66;
        out_ += "<svg viewBox=\"0 0 " + std::to_string(kWidth) + " " + std::to_string(foot) +
                "\" role=\"img\" aria-label=\"" + html(description()) + "\">";
        if (by_month()) {
            steps();
        } else {
            bars();
        }
        out_ += "</svg>";
    }

    void steps() {
        const auto x = [](int month) { return std::to_string(kLeft + month * kPerMonth); };
        const std::string foot = std::to_string(kFoot);
        out_ += "<path class=\"axis\" d=\"M" + std::to_string(kLeft) + " " + foot + "H" +
                std::to_string(kRight) + "\"/>";
        for (int month = 1; month <= 12; ++month) {
            out_ += "<text class=\"tick\" x=\"" +
                    std::to_string(kLeft + month * kPerMonth - kPerMonth / 2) + "\" y=\"104\">" +
                    std::to_string(month) + "</text>";
        }
        // The plan: a step for each month that has a figure, flat until the next.
        std::string line;
        std::string area;
        const int from = plan_.begin()->first - 1;
        line = "M" + x(from) + " " + height(t_.opening.value_or(Decimal())).text();
        area = line;
        for (auto it = plan_.begin(); it != plan_.end(); ++it) {
            const auto next = std::next(it);
            const int until = next == plan_.end() ? 12 : std::max(it->first, next->first - 1);
            const std::string step = "V" + height(it->second).text() + "H" + x(until);
            line += step;
            area += step;
        }
        out_ += "<path class=\"area\" d=\"" + area + "V" + foot + "H" + x(from) + "Z\"/>";
        out_ += "<path class=\"plan\" d=\"" + line + "\"/>";
        const Decimal promised = height(*t_.value);
        out_ += "<path class=\"promised\" d=\"M" + std::to_string(kLeft) + " " + promised.text() +
                "H" + std::to_string(kRight) + "\"/>";
        label(kLeft, promised - Decimal(4), "p", "start", "chart-promised", *t_.value);
        if (!t_.result) return;
        const int month = programme_.month == 0 ? 12 : programme_.month;
        const int at = kLeft + month * kPerMonth - kPerMonth / 2;
        const Decimal y = height(*t_.result);
        out_ += "<path class=\"stem\" d=\"M" + std::to_string(at) + " " + foot + "V" + y.text() +
                "\"/><path class=\"reported\" transform=\"translate(" + std::to_string(at) + " " +
                y.text() + ")\" d=\"M0-5 5 0 0 5-5 0z\"/>";
        // Beside the mark, on the side where there is room, and below the line of the promise.
        const bool left = month > 6;
        Decimal foot_of_label = y + Decimal(14);
        if (promised - Decimal(3) < foot_of_label && foot_of_label < promised + Decimal(12))
            foot_of_label = promised + Decimal(13);
        label(left ? at - 8 : at + 8, foot_of_label, "r", left ? "end" : "start", "chart-reported",
              *t_.result);
    }

    void label(int x, const Decimal& y, std::string_view shape, std::string_view anchor,
               const char* key, const Decimal& value) {
        out_ += "<text class=\"";
        out_ += shape;
        out_ += "\" text-anchor=\"";
        out_ += anchor;
        out_ += "\" x=\"" + std::to_string(x) + "\" y=\"" + y.text() + "\">" +
                html(text(key) + " " + grouped(value)) + "</text>";
    }

    void bars() {
        int y = 4;
        const auto bar = [&](const char* shape, const char* key,
                             const std::optional<Decimal>& value) {
            out_ += "<text class=\"name\" x=\"50\" y=\"" + std::to_string(y + 12) + "\">" +
                    html(text(key)) + "</text>";
            if (value) {
                out_ += std::string("<rect class=\"") + shape + "\" x=\"55\" y=\"" +
                        std::to_string(y) + "\" width=\"" + scaled(*value, kRight - 55) +
                        "\" height=\"15\"/>";
                out_ += "<text class=\"in\" x=\"60\" y=\"" + std::to_string(y + 12) + "\">" +
                        (std::string_view(shape) == "b-promised" ? comparator() : "") +
                        with_unit(*value) + "</text>";
            } else {
                out_ += "<text class=\"none\" x=\"58\" y=\"" + std::to_string(y + 12) + "\">" +
                        html(text("chart-none")) + "</text>";
            }
            y += 21;
        };
        bar("b-promised", "chart-promised", t_.value);
        bar("b-plan", "chart-planned", t_.plan_final);
        bar("b-reported", "chart-reported", t_.result);
    }

    std::string& out_;
    const Programme& programme_;
    const Target& t_;
    Language language_;
    std::map<int, Decimal> plan_;
    Decimal highest_;
};

}  // namespace

std::string grouped(const Decimal& value) {
    const std::string plain = value.text();
    const std::size_t first = plain.starts_with('-') ? 1 : 0;
    const std::size_t point = std::min(plain.find('.'), plain.size());
    std::string out = plain.substr(0, first);
    for (std::size_t i = first; i < point; ++i) {
        if (i > first && (point - i) % 3 == 0) out += ',';
        out += plain[i];
    }
    return out + plain.substr(point);
}

void append_target_chart(std::string& out, const Programme& programme, const Target& target,
                         Language language) {
    Chart(out, programme, target, language).run();
}

}  // namespace duban
