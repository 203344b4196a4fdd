#include "exporter/pdf_canvas.h"

#include <cairo-pdf.h>
#include <dlfcn.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>

#include "base/text.h"
#include "exporter/pdf_words.h"

// Every function of the libraries that is called.
#define DUBAN_PANGO_CAIRO(F)                    \
    F(cairo_create)                             \
    F(cairo_destroy)                            \
    F(cairo_fill)                               \
    F(cairo_font_options_create)                \
    F(cairo_font_options_destroy)               \
    F(cairo_font_options_set_hint_metrics)      \
    F(cairo_font_options_set_hint_style)        \
    F(cairo_line_to)                            \
    F(cairo_move_to)                            \
    F(cairo_pdf_surface_create_for_stream)      \
    F(cairo_pdf_surface_set_metadata)           \
    F(cairo_pdf_surface_set_size)               \
    F(cairo_rectangle)                          \
    F(cairo_set_line_width)                     \
    F(cairo_set_source_rgb)                     \
    F(cairo_show_page)                          \
    F(cairo_status)                             \
    F(cairo_stroke)                             \
    F(cairo_surface_destroy)                    \
    F(cairo_surface_finish)                     \
    F(cairo_surface_status)                     \
    F(g_object_unref)                           \
    F(pango_attr_letter_spacing_new)            \
    F(pango_attr_list_insert)                   \
    F(pango_attr_list_new)                      \
    F(pango_attr_list_unref)                    \
    F(pango_cairo_context_set_font_options)     \
    F(pango_cairo_create_context)               \
    F(pango_cairo_show_layout_line)             \
    F(pango_context_load_font)                  \
    F(pango_context_set_language)               \
    F(pango_context_set_round_glyph_positions)  \
    F(pango_font_describe)                      \
    F(pango_font_description_free)              \
    F(pango_font_description_get_family)        \
    F(pango_font_description_new)               \
    F(pango_font_description_set_absolute_size) \
    F(pango_font_description_set_family)        \
    F(pango_font_description_set_weight)        \
    F(pango_language_from_string)               \
    F(pango_layout_get_iter)                    \
    F(pango_layout_iter_free)                   \
    F(pango_layout_iter_get_line_extents)       \
    F(pango_layout_iter_get_line_readonly)      \
    F(pango_layout_iter_next_line)              \
    F(pango_layout_new)                         \
    F(pango_layout_set_alignment)               \
    F(pango_layout_set_attributes)              \
    F(pango_layout_set_font_description)        \
    F(pango_layout_set_indent)                  \
    F(pango_layout_set_justify)                 \
    F(pango_layout_set_text)                    \
    F(pango_layout_set_width)                   \
    F(pango_layout_set_wrap)

namespace duban {
namespace {

constexpr const char* kLibrary = "libpangocairo-1.0.so.0";
constexpr std::size_t kLongest = 16384;  // bytes in a layout: breaking lines is quadratic in them
constexpr const char* kWhen = "2000-01-01T00:00:00Z";  // where nobody says when

struct Library {
// Names of functions cannot stand in parentheses where they are declared.
// NOLINTBEGIN(bugprone-macro-parentheses)
#define DUBAN_MEMBER(name) decltype(&::name) name = nullptr;
    DUBAN_PANGO_CAIRO(DUBAN_MEMBER)
#undef DUBAN_MEMBER
    bool loaded = false;

    Library() {
        // Never closed: GLib does not bear it.
        void* handle = dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL);
        if (handle == nullptr) return;
        loaded = true;
#define DUBAN_LOAD(name)                                           \
    name = reinterpret_cast<decltype(name)>(dlsym(handle, #name)); \
    loaded = loaded && name != nullptr;
        DUBAN_PANGO_CAIRO(DUBAN_LOAD)
#undef DUBAN_LOAD
    }
};
// NOLINTEND(bugprone-macro-parentheses)

const Library& library() {
    static const Library loaded;
    return loaded;
}

constexpr std::array<const char*, kTypefaces> kFamilies{kSongFamilies, kFangFamilies, kHeiFamilies,
                                                        kKaiFamilies, kTitleFamilies};

int units(double points) { return static_cast<int>(std::lround(points * PANGO_SCALE)); }

// The beginnings of names, parted by commas.
bool begins_with_one_of(std::string_view name, std::string_view list) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        if (name.starts_with(list.substr(0, end))) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

// What SOURCE_DATE_EPOCH says, so that builds can be repeated.
std::string when() {
    const char* set = std::getenv("SOURCE_DATE_EPOCH");
    std::time_t seconds = 0;
    if (set == nullptr || std::from_chars(set, set + std::strlen(set), seconds).ec != std::errc()) {
        return kWhen;
    }
    std::tm parts{};
    std::array<char, 32> text{};
    if (gmtime_r(&seconds, &parts) == nullptr ||
        std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts) == 0) {
        return kWhen;
    }
    return text.data();
}

cairo_status_t hand_on(void* sink, const unsigned char* data, unsigned int size) {
    (*static_cast<const Sink*>(sink))({reinterpret_cast<const char*>(data), size});
    return CAIRO_STATUS_SUCCESS;
}

// The next piece of the text: whole paragraphs, or a part of one that is very long.
std::string_view next_piece(std::string_view text) {
    if (text.size() <= kLongest) return text;
    std::size_t end = text.rfind('\n', kLongest);
    if (end != std::string_view::npos && end > 0) return text.substr(0, end + 1);
    end = kLongest;
    while (end > 1 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

// Code points that are no characters stop Cairo; a replacement character stands for them.
std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        const bool none = (c.value & 0xFFFE) == 0xFFFE || (c.value >= 0xFDD0 && c.value <= 0xFDEF);
        if (none) {
            append_utf8(out, 0xFFFD);
        } else {
            out.append(text.substr(at, c.size));
        }
        at += c.size;
    }
    return out;
}

}  // namespace

void ShapedText::Dropper::operator()(void* layout) const { library().g_object_unref(layout); }

struct PdfCanvas::Inner {
    Sink sink;
    cairo_surface_t* surface = nullptr;
    cairo_t* cairo = nullptr;
    PangoContext* context = nullptr;
    std::array<PangoFontDescription*, kTypefaces> faces{};
    bool begun = false;
};

PdfCanvas::PdfCanvas(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}

Result<std::unique_ptr<PdfCanvas>> PdfCanvas::open(const Sink& sink, std::string_view title,
                                                   std::string_view language) {
    const Library& lib = library();
    if (!lib.loaded) {
        return Error{ErrorCode::kMissingTool,
                     "error-missing-library",
                     {{"library", kLibrary}, {"package", "libpangocairo-1.0-0"}},
                     ""};
    }
    auto inner = std::make_unique<Inner>();
    inner->sink = sink;
    inner->surface = lib.cairo_pdf_surface_create_for_stream(hand_on, &inner->sink, 595, 842);
    inner->cairo = lib.cairo_create(inner->surface);
    lib.cairo_pdf_surface_set_metadata(inner->surface, CAIRO_PDF_METADATA_TITLE,
                                       std::string(title).c_str());
    lib.cairo_pdf_surface_set_metadata(inner->surface, CAIRO_PDF_METADATA_CREATOR, "duban");
    lib.cairo_pdf_surface_set_metadata(inner->surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                       when().c_str());
    inner->context = lib.pango_cairo_create_context(inner->cairo);
    lib.pango_context_set_language(inner->context,
                                   lib.pango_language_from_string(std::string(language).c_str()));
    lib.pango_context_set_round_glyph_positions(inner->context, FALSE);
    cairo_font_options_t* options = lib.cairo_font_options_create();
    lib.cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    lib.cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    lib.pango_cairo_context_set_font_options(inner->context, options);
    lib.cairo_font_options_destroy(options);
    return std::unique_ptr<PdfCanvas>(new PdfCanvas(std::move(inner)));
}

PdfCanvas::~PdfCanvas() {
    const Library& lib = library();
    for (PangoFontDescription* face : inner_->faces) {
        if (face != nullptr) lib.pango_font_description_free(face);
    }
    lib.g_object_unref(inner_->context);
    lib.cairo_destroy(inner_->cairo);
    lib.cairo_surface_destroy(inner_->surface);
}

void PdfCanvas::page(double width, double height) {
    const Library& lib = library();
    if (inner_->begun) lib.cairo_show_page(inner_->cairo);
    inner_->begun = true;
    lib.cairo_pdf_surface_set_size(inner_->surface, width, height);
}

ShapedText PdfCanvas::shape(std::string_view text, const TextStyle& style, double width) {
    const Library& lib = library();
    ShapedText out;
    PangoFontDescription*& face = inner_->faces[static_cast<std::size_t>(style.face)];
    if (face == nullptr) {
        face = lib.pango_font_description_new();
        lib.pango_font_description_set_family(face,
                                              kFamilies[static_cast<std::size_t>(style.face)]);
        if (style.face == Typeface::kTitle) {
            lib.pango_font_description_set_absolute_size(face, units(style.size));
            if (PangoFont* font = lib.pango_context_load_font(inner_->context, face)) {
                PangoFontDescription* real = lib.pango_font_describe(font);
                if (begins_with_one_of(lib.pango_font_description_get_family(real), kLightFamilies))
                    lib.pango_font_description_set_weight(face, PANGO_WEIGHT_BOLD);
                lib.pango_font_description_free(real);
                lib.g_object_unref(font);
            }
        }
    }
    lib.pango_font_description_set_absolute_size(face, units(style.size));
    while (!text.empty()) {
        const std::string_view piece = next_piece(text);
        text.remove_prefix(piece.size());
        const std::string shown = printable(
            !text.empty() && piece.ends_with('\n') ? piece.substr(0, piece.size() - 1) : piece);
        PangoLayout* layout = lib.pango_layout_new(inner_->context);
        out.layouts_.emplace_back(layout);
        lib.pango_layout_set_font_description(layout, face);
        lib.pango_layout_set_width(layout, units(width));
        lib.pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        lib.pango_layout_set_indent(layout, units(style.indent));
        lib.pango_layout_set_justify(layout, style.justify ? TRUE : FALSE);
        lib.pango_layout_set_alignment(layout, style.align == Align::kCenter  ? PANGO_ALIGN_CENTER
                                               : style.align == Align::kRight ? PANGO_ALIGN_RIGHT
                                                                              : PANGO_ALIGN_LEFT);
        if (style.spacing != 0) {
            PangoAttrList* list = lib.pango_attr_list_new();
            lib.pango_attr_list_insert(list, lib.pango_attr_letter_spacing_new(static_cast<int>(
                                                 std::floor(style.spacing * PANGO_SCALE))));
            lib.pango_layout_set_attributes(layout, list);
            lib.pango_attr_list_unref(list);
        }
        lib.pango_layout_set_text(layout, shown.data(), static_cast<int>(shown.size()));
        PangoLayoutIter* at = lib.pango_layout_get_iter(layout);
        do {
            PangoRectangle box;
            lib.pango_layout_iter_get_line_extents(at, nullptr, &box);
            out.lines_.push_back({lib.pango_layout_iter_get_line_readonly(at),
                                  static_cast<double>(box.x) / PANGO_SCALE,
                                  static_cast<double>(box.width) / PANGO_SCALE});
        } while (lib.pango_layout_iter_next_line(at) != FALSE);
        lib.pango_layout_iter_free(at);
    }
    return out;
}

void PdfCanvas::draw(const ShapedText& text, std::size_t line, double left, double baseline) {
    const Library& lib = library();
    const ShapedText::Line& what = text.lines_[line];
    lib.cairo_set_source_rgb(inner_->cairo, 0, 0, 0);
    lib.cairo_move_to(inner_->cairo, left + what.x, baseline);
    lib.pango_cairo_show_layout_line(inner_->cairo, static_cast<PangoLayoutLine*>(what.line));
}

void PdfCanvas::rule(double x0, double y0, double x1, double y1, double thickness) {
    const Library& lib = library();
    lib.cairo_set_source_rgb(inner_->cairo, 0, 0, 0);
    lib.cairo_set_line_width(inner_->cairo, thickness);
    lib.cairo_move_to(inner_->cairo, x0, y0);
    lib.cairo_line_to(inner_->cairo, x1, y1);
    lib.cairo_stroke(inner_->cairo);
}

void PdfCanvas::fill(double x, double y, double width, double height, double grey) {
    const Library& lib = library();
    lib.cairo_set_source_rgb(inner_->cairo, grey, grey, grey);
    lib.cairo_rectangle(inner_->cairo, x, y, width, height);
    lib.cairo_fill(inner_->cairo);
}

bool PdfCanvas::finish() {
    const Library& lib = library();
    if (inner_->begun) lib.cairo_show_page(inner_->cairo);
    const bool fine = lib.cairo_status(inner_->cairo) == CAIRO_STATUS_SUCCESS;
    lib.cairo_surface_finish(inner_->surface);
    return fine && lib.cairo_surface_status(inner_->surface) == CAIRO_STATUS_SUCCESS;
}

}  // namespace duban
