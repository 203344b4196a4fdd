#include "app/html.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extraction/repair.h"

namespace duban {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Writes a cell piece by piece; a break stands only between two things that are seen.
class CellWriter {
  public:
    CellWriter(std::string& out, std::string_view raw) : out_(out), raw_(raw) {}

    // Opens or closes a mark; a break that is due stands before it.
    void tag(std::string_view html, bool opens) {
        if (opens) settle();
        out_ += html;
    }

    void text(std::uint32_t from, std::uint32_t to, bool whole_mark) {
        for (std::uint32_t at = from; at < to;) {
            bool breaks = raw_[at] == '\n';
            std::size_t length = breaks ? 1 : 0;
            if (raw_[at] == '<') length = tag_length(raw_.substr(at), breaks);
            // A mark on nothing but a tag is about the tag.
            const bool shown =
                length == 0 || at + length > to || (whole_mark && length == to - from);
            if (!shown) {
                due_ = due_ || breaks;
                at += static_cast<std::uint32_t>(length);
                continue;
            }
            const CodePoint c = decode_at(raw_, at);
            if (!(due_ || !seen_) || !is_blank(c.value)) {
                settle();
                append_html(out_, raw_.substr(at, c.size));
                seen_ = true;
            }
            at += c.size;
        }
    }

  private:
    void settle() {
        if (due_ && seen_) out_ += "<br>";
        due_ = false;
    }

    std::string& out_;
    std::string_view raw_;
    bool due_ = false;
    bool seen_ = false;
};

}  // namespace

void append_html(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x80) {
            const CodePoint p = decode_at(text, at);
            append_utf8(out, p.value);
            at += p.size;
            continue;
        }
        ++at;
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default:
                if ((c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == 0x7F) {
                    append_utf8(out, kReplacement);
                } else {
                    out += c;
                }
        }
    }
}

std::string html(std::string_view text) {
    std::string out;
    append_html(out, text);
    return out;
}

void append_marked(std::string& out, std::string_view raw, Span range, std::vector<Mark> marks,
                   const std::vector<std::string_view>& classes) {
    const auto size = static_cast<std::uint32_t>(raw.size());
    range.end = std::min(range.end, size);
    range.begin = std::min(range.begin, range.end);
    std::erase_if(marks, [&](const Mark& m) {
        return m.place.end < range.begin || m.place.begin > range.end;
    });
    std::vector<std::uint32_t> edges{range.begin, range.end};
    for (Mark& m : marks) {
        m.place.begin = std::clamp(m.place.begin, range.begin, range.end);
        m.place.end = std::clamp(m.place.end, m.place.begin, range.end);
        edges.push_back(m.place.begin);
        edges.push_back(m.place.end);
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark& a, const Mark& b) { return a.place.begin < b.place.begin; });
    std::vector<const Mark*> ends;
    for (const Mark& m : marks) ends.push_back(&m);
    std::stable_sort(ends.begin(), ends.end(),
                     [](const Mark* a, const Mark* b) { return a->place.end < b->place.end; });

    CellWriter writer(out, raw);
    std::vector<int> active(classes.size(), 0);
    std::size_t next_begin = 0;
    std::size_t next_end = 0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const std::uint32_t at = edges[i];
        while (next_begin < marks.size() && marks[next_begin].place.begin == at) {
            const Mark& m = marks[next_begin++];
            if (!m.place.empty()) ++active[static_cast<std::size_t>(m.weight)];
        }
        for (; next_end < ends.size() && ends[next_end]->place.end == at; ++next_end) {
            const Mark& m = *ends[next_end];
            if (!m.place.empty()) --active[static_cast<std::size_t>(m.weight)];
            writer.tag(m.behind, false);
        }
        if (i + 1 == edges.size()) break;
        std::size_t heaviest = active.size();
        while (heaviest > 0 && active[heaviest - 1] == 0) --heaviest;
        if (heaviest > 0) {
            writer.tag("<mark class=\"", true);
            writer.tag(classes[heaviest - 1], false);
            writer.tag("\">", false);
        }
        writer.text(at, edges[i + 1], heaviest > 0);
        if (heaviest > 0) writer.tag("</mark>", false);
    }
}

}  // namespace duban
