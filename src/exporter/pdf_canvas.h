// Pages of a PDF to draw on: shaped text, rules and grey boxes. Points, y downwards.
//
// Pango and Cairo are loaded when the first canvas is made: linked in, they would cost every start
// of the program about ten times of what it takes. Not thread-safe. The same calls give the same
// bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "exporter/exporter.h"

namespace duban {

enum class Typeface : std::uint8_t { kSong, kFang, kHei, kKai, kTitle };
inline constexpr std::size_t kTypefaces = 5;

struct TextStyle {
    Typeface face = Typeface::kSong;
    double size = 10.5;
    double spacing = 0;  // added between characters
    Align align = Align::kLeft;
    double indent = 0;     // of the first line of each paragraph
    bool justify = false;  // all lines but the last reach the right edge
};

// Text broken into lines; draws itself on the canvas that made it, which must be alive.
class ShapedText {
  public:
    ShapedText() = default;
    ShapedText(ShapedText&&) noexcept = default;
    ShapedText& operator=(ShapedText&&) noexcept = default;

    [[nodiscard]] std::size_t lines() const { return lines_.size(); }
    [[nodiscard]] double width(std::size_t line) const { return lines_[line].width; }

  private:
    friend class PdfCanvas;
    struct Line {
        void* line = nullptr;
        double x = 0;  // behind the left edge
        double width = 0;
    };
    struct Dropper {
        void operator()(void* layout) const;
    };
    std::vector<std::unique_ptr<void, Dropper>> layouts_;
    std::vector<Line> lines_;
};

class PdfCanvas {
  public:
    // Fails with kMissingTool where the libraries are not installed.
    static Result<std::unique_ptr<PdfCanvas>> open(const Sink& sink, std::string_view title,
                                                   std::string_view language);
    PdfCanvas(const PdfCanvas&) = delete;
    PdfCanvas& operator=(const PdfCanvas&) = delete;
    ~PdfCanvas();

    // Begins a page; what is drawn before the first is lost.
    void page(double width, double height);
    ShapedText shape(std::string_view text, const TextStyle& style, double width);
    void draw(const ShapedText& text, std::size_t line, double left, double baseline);
    void rule(double x0, double y0, double x1, double y1, double thickness);
    void fill(double x, double y, double width, double height, double grey);
    // False where Cairo had no memory.
    bool finish();

  private:
    struct Inner;
    explicit PdfCanvas(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

}  // namespace duban
