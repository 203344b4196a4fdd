#include "reader/pdf_pages.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <pugixml.hpp>

namespace duban {
namespace {

constexpr double kThin = 3.0;               // a filled box that is not thicker is a rule
constexpr double kShortest = 3.0;           // of a rule
constexpr double kStraight = 0.7;           // how far the ends of a straight line may be off
constexpr double kFarthest = 1e6;           // coordinates beyond are none
constexpr int kDeepest = 64;                // groups inside groups
constexpr std::size_t kMostRules = 100000;  // of a page

struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    [[nodiscard]] Matrix after(const Matrix& m) const {  // m first, then this
        return {a * m.a + c * m.b, b * m.a + d * m.b,     a * m.c + c * m.d,
                b * m.c + d * m.d, a * m.e + c * m.f + e, b * m.e + d * m.f + f};
    }
};

struct Point {
    double x = 0, y = 0;
};

Point operator*(const Matrix& m, Point p) {
    return {m.a * p.x + m.c * p.y + m.e, m.b * p.x + m.d * p.y + m.f};
}

// The next number of the text, which is moved behind it.
std::optional<double> number(const char*& at) {
    while (*at == ' ' || *at == ',' || *at == '\n') ++at;
    char* end = nullptr;
    const double value = std::strtod(at, &end);
    if (end == at) return std::nullopt;
    at = end;
    if (!std::isfinite(value) || std::abs(value) > kFarthest) return std::nullopt;
    return value;
}

Matrix matrix_of(const char* text) {
    const std::string_view all = text;
    const std::size_t open = all.find("matrix(");
    if (open == std::string_view::npos) return {};
    const char* at = text + open + 7;
    std::array<double, 6> values{};
    for (double& value : values) {
        const auto next = number(at);
        if (!next) return {};
        value = *next;
    }
    return {values[0], values[1], values[2], values[3], values[4], values[5]};
}

// What an attribute or the style of the same name says.
std::string_view paint(const pugi::xml_node& node, std::string_view name) {
    const std::string_view own = node.attribute(name.data()).value();
    if (!own.empty()) return own;
    const std::string_view style = node.attribute("style").value();
    for (std::size_t at = 0; at < style.size();) {
        const std::size_t end = std::min(style.find(';', at), style.size());
        const std::string_view part = style.substr(at, end - at);
        if (part.size() > name.size() && part.starts_with(name) && part[name.size()] == ':') {
            return part.substr(name.size() + 1);
        }
        at = end + 1;
    }
    return "";
}

bool is_seen(std::string_view colour) {
    return !colour.empty() && colour != "none" && colour != "rgb(100%,100%,100%)" &&
           colour != "rgb(100%, 100%, 100%)";
}

class Drawing {
  public:
    explicit Drawing(PdfPage& page) : page_(page) {}

    void walk(const pugi::xml_node& node, const Matrix& outer, int depth) {
        if (depth > kDeepest) return;
        for (const pugi::xml_node child : node.children()) {
            const std::string_view name = child.name();
            if (name == "g") {
                walk(child, outer.after(matrix_of(child.attribute("transform").value())),
                     depth + 1);
            } else if (name == "path") {
                path(child, outer.after(matrix_of(child.attribute("transform").value())));
            } else if (name == "rect") {
                box(child, outer.after(matrix_of(child.attribute("transform").value())));
            }
        }
    }

  private:
    void path(const pugi::xml_node& node, const Matrix& matrix) {
        const bool stroked = is_seen(paint(node, "stroke"));
        const std::string_view filling = paint(node, "fill");
        const bool filled = is_seen(filling);
        if (!stroked && !filled) return;
        std::vector<Point> points;
        const char* at = node.attribute("d").value();
        for (;;) {
            while (*at == ' ' || *at == '\n') ++at;
            const char command = *at;
            if (command == 'M' || command == 'L') {
                ++at;
                const auto x = number(at);
                const auto y = number(at);
                if (!x || !y) return;
                if (command == 'M') figure(points, stroked, filled);
                points.push_back(matrix * Point{*x, *y});
            } else if (command == 'Z') {
                ++at;
                if (!points.empty()) points.push_back(points.front());
                figure(points, stroked, filled);
            } else {
                if (command == 0) figure(points, stroked, filled);
                return;  // curves are no rules
            }
        }
    }

    void box(const pugi::xml_node& node, const Matrix& matrix) {
        const double x = node.attribute("x").as_double();
        const double y = node.attribute("y").as_double();
        const double width = node.attribute("width").as_double();
        const double height = node.attribute("height").as_double();
        if (!std::isfinite(x + y + width + height)) return;
        std::vector<Point> points{matrix * Point{x, y}, matrix * Point{x + width, y},
                                  matrix * Point{x + width, y + height},
                                  matrix * Point{x, y + height}, matrix * Point{x, y}};
        figure(points, is_seen(paint(node, "stroke")), is_seen(paint(node, "fill")));
    }

    void figure(std::vector<Point>& points, bool stroked, bool filled) {
        if (stroked) {
            for (std::size_t i = 1; i < points.size(); ++i) line(points[i - 1], points[i]);
        } else if (filled && points.size() >= 4 && points.size() <= 6) {
            const auto [left, right] = std::minmax_element(
                points.begin(), points.end(), [](Point a, Point b) { return a.x < b.x; });
            const auto [top, bottom] = std::minmax_element(
                points.begin(), points.end(), [](Point a, Point b) { return a.y < b.y; });
            const double width = right->x - left->x;
            const double height = bottom->y - top->y;
            if (height <= kThin && width > height) {
                const double y = (top->y + bottom->y) / 2;
                line({left->x, y}, {right->x, y});
            } else if (width <= kThin && height > width) {
                const double x = (left->x + right->x) / 2;
                line({x, top->y}, {x, bottom->y});
            }
        }
        points.clear();
    }

    void line(Point a, Point b) {
        if (page_.rules.size() >= kMostRules) return;
        const double width = std::abs(a.x - b.x);
        const double height = std::abs(a.y - b.y);
        if (height <= kStraight && width >= kShortest) {
            page_.rules.push_back({false, (a.y + b.y) / 2, std::min(a.x, b.x), std::max(a.x, b.x)});
        } else if (width <= kStraight && height >= kShortest) {
            page_.rules.push_back({true, (a.x + b.x) / 2, std::min(a.y, b.y), std::max(a.y, b.y)});
        }
    }

    PdfPage& page_;
};

double place(const pugi::xml_node& node, const char* name) {
    const double value = node.attribute(name).as_double();
    return std::isfinite(value) ? std::clamp(value, -kFarthest, kFarthest) : 0;
}

// pdftotext prints some control characters as they are, which no XML may hold.
std::string readable(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') c = ' ';
    }
    return out;
}

void words_of(const pugi::xml_node& page, PdfPage& out) {
    for (const pugi::xml_node flow : page.children("flow")) {
        for (const pugi::xml_node block : flow.children("block")) {
            for (const pugi::xml_node line : block.children("line")) {
                for (const pugi::xml_node word : line.children("word")) {
                    PdfWord w{place(word, "xMin"), place(word, "yMin"), place(word, "xMax"),
                              place(word, "yMax"), word.child_value()};
                    if (w.text.empty() || w.right < w.left || w.bottom < w.top) continue;
                    out.words.push_back(std::move(w));
                }
            }
        }
    }
}

}  // namespace

bool read_pdf_pages(std::string_view words, std::string_view drawing, std::vector<PdfPage>& pages) {
    pages.clear();
    {
        std::string text = readable(words);
        pugi::xml_document parsed;
        if (!parsed.load_buffer_inplace(text.data(), text.size(),
                                        pugi::parse_minimal | pugi::parse_escapes,
                                        pugi::encoding_utf8)) {
            return false;
        }
        const pugi::xml_node doc = parsed.child("html").child("body").child("doc");
        if (!doc) return false;
        for (const pugi::xml_node page : doc.children("page")) {
            PdfPage& out = pages.emplace_back();
            out.width = place(page, "width");
            out.height = place(page, "height");
            words_of(page, out);
        }
    }
    if (drawing.empty()) return true;
    pugi::xml_document parsed;
    if (!parsed.load_buffer(drawing.data(), drawing.size(),
                            pugi::parse_minimal | pugi::parse_escapes, pugi::encoding_utf8)) {
        return false;
    }
    const pugi::xml_node svg = parsed.child("svg");
    if (!svg) return false;
    const pugi::xml_node set = svg.child("pageSet");
    if (!set) {
        if (!pages.empty()) Drawing(pages.front()).walk(svg, {}, 0);
        return true;
    }
    std::size_t at = 0;
    for (const pugi::xml_node page : set.children("page")) {
        if (at >= pages.size()) break;
        Drawing(pages[at++]).walk(page, {}, 0);
    }
    return true;
}

}  // namespace duban
