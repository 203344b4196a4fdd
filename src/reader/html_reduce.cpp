#include "reader/html_reduce.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace duban {
namespace {

constexpr std::size_t kDeepest = 500;

// How an element behaves on the stack of open ones, in the words of the HTML standard.
enum class Part : unsigned char {
    kNone,     // its tags are cut
    kGone,     // it is cut with all it holds
    kVoid,     // br, hr
    kBlock,    // closes an open paragraph
    kHeading,  // likewise, and another heading
    kParagraph,
    kItem,    // li, dt, dd: closes the item before
    kList,    // ul, ol: a block that keeps items apart
    kLink,    // a
    kSpan,    // kept where it has a style
    kTable,   // table
    kInside,  // caption, tr, td ...: closes all up to its table
    kCell,    // td, th, caption: likewise, and nothing inside closes what is outside
};

struct Name {
    std::string_view name;
    Part part;
};

constexpr std::array kNames{
    Name{"script", Part::kGone},   Name{"style", Part::kGone},       Name{"textarea", Part::kGone},
    Name{"title", Part::kGone},    Name{"xmp", Part::kGone},         Name{"iframe", Part::kGone},
    Name{"noembed", Part::kGone},  Name{"noframes", Part::kGone},    Name{"noscript", Part::kGone},
    Name{"select", Part::kGone},   Name{"svg", Part::kGone},         Name{"math", Part::kGone},
    Name{"template", Part::kGone}, Name{"object", Part::kGone},      Name{"audio", Part::kGone},
    Name{"video", Part::kGone},    Name{"canvas", Part::kGone},      Name{"button", Part::kGone},
    Name{"br", Part::kVoid},       Name{"hr", Part::kVoid},          Name{"div", Part::kBlock},
    Name{"section", Part::kBlock}, Name{"article", Part::kBlock},    Name{"main", Part::kBlock},
    Name{"center", Part::kBlock},  Name{"blockquote", Part::kBlock}, Name{"address", Part::kBlock},
    Name{"dl", Part::kList},       Name{"ul", Part::kList},          Name{"ol", Part::kList},
    Name{"li", Part::kItem},       Name{"dt", Part::kItem},          Name{"dd", Part::kItem},
    Name{"h1", Part::kHeading},    Name{"h2", Part::kHeading},       Name{"h3", Part::kHeading},
    Name{"h4", Part::kHeading},    Name{"h5", Part::kHeading},       Name{"h6", Part::kHeading},
    Name{"p", Part::kParagraph},   Name{"pre", Part::kBlock},        Name{"fieldset", Part::kBlock},
    Name{"figure", Part::kBlock},  Name{"details", Part::kBlock},    Name{"nav", Part::kBlock},
    Name{"header", Part::kBlock},  Name{"footer", Part::kBlock},     Name{"aside", Part::kBlock},
    Name{"a", Part::kLink},        Name{"span", Part::kSpan},        Name{"table", Part::kTable},
    Name{"tbody", Part::kInside},  Name{"thead", Part::kInside},     Name{"tfoot", Part::kInside},
    Name{"tr", Part::kInside},     Name{"td", Part::kCell},          Name{"th", Part::kCell},
    Name{"caption", Part::kCell},
};

// The index in kNames, or kNames.size().
std::size_t index_of(std::string_view name) {
    return static_cast<std::size_t>(
        std::find_if(kNames.begin(), kNames.end(),
                     [&](const Name& n) { return same_name(name, n.name); }) -
        kNames.begin());
}

class Reducer {
  public:
    explicit Reducer(std::string_view text) : text_(text) {
        out_.html.reserve(text.size() + 16);
        out_.html = "<!doctype html>";
    }

    Result<ReducedHtml> reduce() {
        while (at_ < text_.size()) {
            const std::size_t open = std::min(text_.find('<', at_), text_.size());
            out_.html += text_.substr(at_, open - at_);
            at_ = open;
            if (at_ < text_.size()) markup();
            if (open_.size() > kDeepest) {
                return Error{ErrorCode::kTooLarge,
                             "error-html-deep",
                             {{"limit", std::to_string(kDeepest)}},
                             ""};
            }
        }
        return std::move(out_);
    }

  private:
    void markup() {
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("<!--")) {
            skip_to("-->", at_ + 4);
        } else if (rest.starts_with("<!") || rest.starts_with("<?")) {
            skip_to(">", at_ + 2);
        } else if (rest.size() > 1 && is_ascii_letter(rest[1])) {
            start_tag();
        } else if (rest.size() > 2 && rest[1] == '/' && is_ascii_letter(rest[2])) {
            end_tag();
        } else {
            out_.html += "&lt;";
            ++at_;
        }
    }

    void skip_to(std::string_view end, std::size_t from) {
        const std::size_t found = text_.find(end, from);
        at_ = found == std::string_view::npos ? text_.size() : found + end.size();
    }

    std::string_view name_at(std::size_t at) const {
        std::size_t end = at;
        while (end < text_.size() && text_[end] != '>' && text_[end] != '/' &&
               static_cast<unsigned char>(text_[end]) > ' ')
            ++end;
        return text_.substr(at, end - at);
    }

    // Behind the tag that begins at at_: a ">" in a quoted value does not end it.
    std::size_t tag_end() const {
        char quote = 0;
        for (std::size_t at = at_ + 1; at < text_.size(); ++at) {
            const char c = text_[at];
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '>') {
                return at + 1;
            } else if ((c == '"' || c == '\'') && text_[last_seen(at)] == '=') {
                quote = c;
            }
        }
        return text_.size();
    }

    std::size_t last_seen(std::size_t at) const {
        --at;
        while (at > at_ && static_cast<unsigned char>(text_[at]) <= ' ') --at;
        return at;
    }

    void start_tag() {
        const std::string_view name = name_at(at_ + 1);
        const std::size_t index = index_of(name);
        const std::size_t end = tag_end();
        const std::string_view tag = text_.substr(at_, end - at_);
        at_ = end;
        if (same_name(name, "meta") && tag.find("content=\"duban\"") != std::string_view::npos)
            out_.own = true;
        if (index == kNames.size()) return;
        const Part part = kNames[index].part;
        switch (part) {
            case Part::kNone: return;
            case Part::kGone:
                if (!tag.ends_with("/>")) gone(index);
                return;
            case Part::kVoid: break;
            case Part::kHeading:
                close_paragraph();
                if (!open_.empty() && part_of(open_.size() - 1) == Part::kHeading) open_.pop_back();
                break;
            case Part::kItem:
                close_item(index);
                close_paragraph();
                break;
            case Part::kBlock:
            case Part::kList:
            case Part::kParagraph:
            case Part::kTable: close_paragraph(); break;
            case Part::kLink: {
                const std::size_t before = find_open(index, true);
                if (before < open_.size())
                    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(before));
                break;
            }
            case Part::kSpan:
                spans_.push_back(tag.find('=') != std::string_view::npos ||
                                 tag.find("hidden") != std::string_view::npos);
                if (!spans_.back()) return;
                break;
            case Part::kInside:
            case Part::kCell:
                if (!close_to_table()) return;
                break;
        }
        // The parser compares each attribute with those before it.
        constexpr std::ptrdiff_t kMostMarks = 256;
        const auto marks = std::count_if(tag.begin(), tag.end(), [](char c) {
            return c == '=' || static_cast<unsigned char>(c) <= ' ' || c == '/';
        });
        if (marks <= kMostMarks) {
            out_.html += tag;
        } else {
            out_.html += '<';
            out_.html += kNames[index].name;
            out_.html += '>';
        }
        if (part != Part::kVoid) open_.push_back(static_cast<unsigned char>(index));
    }

    void end_tag() {
        const std::string_view name = name_at(at_ + 2);
        const std::size_t index = index_of(name);
        skip_to(">", at_);
        if (index == kNames.size()) return;
        const Part part = kNames[index].part;
        std::size_t found = open_.size();
        switch (part) {
            case Part::kNone:
            case Part::kGone:
            case Part::kVoid: return;
            case Part::kSpan: {
                const bool kept = !spans_.empty() && spans_.back();
                if (!spans_.empty()) spans_.pop_back();
                if (!kept) return;
                found = open_.empty() || open_.back() != index ? open_.size() : open_.size() - 1;
                break;
            }
            case Part::kLink:
                found = find_open(index, true);
                if (found < open_.size()) {
                    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(found));
                    out_.html += "</a>";
                }
                return;
            case Part::kHeading:
                for (std::size_t i = open_.size();
                     i-- > 0 && part_of(i) != Part::kCell && part_of(i) != Part::kTable;) {
                    if (part_of(i) != Part::kHeading) continue;
                    found = i;
                    break;
                }
                break;
            case Part::kTable:
            case Part::kInside:
            case Part::kCell: found = find_table_part(index); break;
            case Part::kItem: found = find_open(index, false); break;
            default: found = find_open(index, true); break;
        }
        if (found == open_.size()) return;
        open_.resize(found);
        out_.html += "</";
        out_.html += kNames[index].name;
        out_.html += '>';
    }

    // Passes over the element and what it holds, or over its tag where nothing ends it. The title's
    // text is kept.
    void gone(std::size_t index) {
        if (endless_[index]) return;
        const std::string_view name = kNames[index].name;
        for (std::size_t at = text_.find("</", at_); at != std::string_view::npos;
             at = text_.find("</", at + 2)) {
            if (!same_name(name_at(at + 2), name)) continue;
            if (name == "title" && out_.title.empty())
                out_.title = short_title(text_.substr(at_, at - at_));
            at_ = at;
            skip_to(">", at_);
            return;
        }
        endless_[index] = true;
    }

    // Its words: what is longer, or holds a tag, is none.
    static std::string_view short_title(std::string_view title) {
        constexpr std::size_t kLongest = 1024;  // bytes
        title = title.substr(0, title.find('<'));
        if (title.size() <= kLongest) return title;
        std::size_t end = kLongest;
        while (end > 0 && (static_cast<unsigned char>(title[end]) & 0xC0U) == 0x80U) --end;
        return title.substr(0, end);
    }

    Part part_of(std::size_t open) const { return kNames[open_[open]].part; }

    // The innermost open element of that name that no cell keeps apart; in lists also no list.
    std::size_t find_open(std::size_t index, bool through_lists) const {
        for (std::size_t i = open_.size(); i-- > 0;) {
            if (open_[i] == index) return i;
            const Part part = part_of(i);
            if (part == Part::kCell || part == Part::kTable ||
                (!through_lists && part == Part::kList))
                break;
        }
        return open_.size();
    }

    void close_paragraph() {
        static const std::size_t paragraph = index_of("p");
        const std::size_t found = find_open(paragraph, true);
        if (found < open_.size()) open_.resize(found);
    }

    void close_item(std::size_t index) {
        for (std::size_t i = open_.size(); i-- > 0;) {
            if (open_[i] == index) {
                open_.resize(i);
                return;
            }
            const Part part = part_of(i);
            const bool passes = part == Part::kLink || part == Part::kSpan ||
                                part == Part::kParagraph || kNames[open_[i]].name == "div" ||
                                kNames[open_[i]].name == "address";
            if (!passes) return;
        }
    }

    // False outside of tables, where a cell is none.
    bool close_to_table() {
        for (std::size_t i = open_.size(); i-- > 0;) {
            if (part_of(i) != Part::kTable) continue;
            open_.resize(i + 1);
            return true;
        }
        return false;
    }

    std::size_t find_table_part(std::size_t index) const {
        for (std::size_t i = open_.size(); i-- > 0;) {
            if (open_[i] == index) return i;
            if (part_of(i) == Part::kTable) break;
        }
        return open_.size();
    }

    std::string_view text_;
    ReducedHtml out_;
    std::vector<unsigned char> open_;  // indices into kNames
    std::vector<bool> spans_;          // of those open, whether they were kept
    std::array<bool, kNames.size()> endless_{};
    std::size_t at_ = 0;
};

}  // namespace

Result<ReducedHtml> reduce_html(std::string_view text) { return Reducer(text).reduce(); }

}  // namespace duban
