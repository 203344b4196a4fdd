#include "programme/outline.h"

#include <algorithm>

#include "base/text.h"
#include "extraction/numeral.h"
#include "programme/import_steps.h"
#include "programme/outline_words.h"

namespace duban {
namespace {

constexpr std::size_t kLongestTitle = 64;        // characters
constexpr std::size_t kLongestHeadingLine = 24;  // likewise, of a heading without a number
constexpr std::size_t kLongestNumeral = 12;      // bytes

enum class Style : std::uint8_t {
    kOrdinal,     // di yi jian
    kHan,         // yi,
    kHanBracket,  // (yi)
    kDigits,      // 1.
    kDotted,      // 1.1
    kBracket,     // (1) or 1)
    kCircled,
    kIs,      // yi shi
    kSquare,  // [1]
    kNamed,   // renwu 1:
    kBare,    // 1 and a blank
    kBullet,
    kLabel,  // xiangmu mingcheng:
    kLine,   // a line that is a title
};

bool lists(Style style) {
    return style == Style::kCircled || style == Style::kIs || style == Style::kBracket ||
           style == Style::kBullet;
}

struct Mark {
    Style style = Style::kHan;
    int value = 0;
    std::uint32_t size = 0;  // 0: none
    Span number;
};

// Digits or a Chinese numeral at `at`: its bytes, 0 where none is.
std::size_t numeral_size(std::string_view text, std::size_t at, int& value) {
    std::size_t end = at;
    value = 0;
    while (end < text.size() && end - at < 3) {
        const CodePoint c = decode_at(text, end);
        const bool plain = is_ascii_digit(c.value);
        const bool wide = c.value >= 0xFF10 && c.value <= 0xFF19;
        if (!plain && !wide) break;
        value = value * 10 + static_cast<int>(c.value - (plain ? U'0' : 0xFF10));
        end += c.size;
        if (wide && end - at > 6) break;
    }
    if (end > at) {
        // More digits are no list number.
        return end < text.size() && text[end] >= '0' && text[end] <= '9' ? 0 : end - at;
    }
    const auto numeral = parse_numeral(text.substr(at, 48));
    if (!numeral || !numeral->chinese || numeral->approximate || numeral->size > kLongestNumeral ||
        !numeral->value.is_integer() || !(numeral->value < Decimal(1000)))
        return 0;
    value = std::stoi(numeral->value.text());
    return numeral->size;
}

std::size_t blank_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size()) {
        const CodePoint c = decode_at(text, end);
        if (!is_blank(c.value)) break;
        end += c.size;
    }
    return end - at;
}

Mark made(Style style, int value, std::size_t size, std::size_t number, std::size_t number_end) {
    return {style,
            value,
            static_cast<std::uint32_t>(size),
            {static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(number_end)}};
}

Mark read_mark(std::string_view text) {
    if (text.empty()) return {};
    const CodePoint first = decode_at(text, 0);
    if (is_circled(first.value))
        return made(Style::kCircled, circled_value(first.value), first.size, 0, first.size);
    if (const std::size_t bullet = starts_with_any(text, kBullets))
        return made(Style::kBullet, 1, bullet, 0, 0);
    int value = 0;
    for (const bool square : {false, true}) {
        const std::size_t open =
            square ? starts_with_any(text, kOpenSquare) : starts_with_any(text, kRoundOpens);
        if (open == 0) continue;
        const std::size_t from = open + blank_at(text, open);
        const std::size_t size = numeral_size(text, from, value);
        if (size == 0) return {};
        const std::size_t end = from + size + blank_at(text, from + size);
        const std::size_t close = square ? starts_with_any(text.substr(end), kCloseSquare)
                                         : starts_with_any(text.substr(end), kRoundCloses);
        if (close == 0) return {};
        const bool digits = decode_at(text, from).value < 0x80;
        const Style style = square ? Style::kSquare : digits ? Style::kBracket : Style::kHanBracket;
        std::size_t whole = end + close;
        whole += starts_with_any(text.substr(whole), kAfterHanNumber);
        return made(style, value, whole, from, from + size);
    }
    if (text.starts_with(kOrdinal)) {
        const std::size_t from = kOrdinal.size();
        const std::size_t size = numeral_size(text, from, value);
        if (size == 0) return {};
        const std::size_t noun = starts_with_any(text.substr(from + size), kOrdinalNouns);
        const std::size_t end = from + size + noun;
        if (noun == 0 || end >= text.size()) return {};
        const std::size_t after = starts_with_any(text.substr(end), kAfterOrdinal);
        return after == 0 ? Mark{} : made(Style::kOrdinal, value, end + after, from, from + size);
    }
    if (const std::size_t name = starts_with_any(text, kNamedNumbers)) {
        const std::size_t size = numeral_size(text, name, value);
        if (size == 0) return {};
        const std::size_t end = name + size + blank_at(text, name + size);
        const std::size_t after = starts_with_any(text.substr(end), kAfterOrdinal);
        return after == 0 && end == name + size
                   ? Mark{}
                   : made(Style::kNamed, value, end + after, name, name + size);
    }
    const std::size_t size = numeral_size(text, 0, value);
    if (size == 0 || value == 0) return {};
    const std::size_t end = size + blank_at(text, size);
    const std::string_view rest = text.substr(end);
    const bool digits = first.value < 0x80 || (first.value >= 0xFF10 && first.value <= 0xFF19);
    if (!digits) {
        if (rest.starts_with(kIs) && end == size)
            return made(Style::kIs, value, size + kIs.size(), 0, size);
        const std::size_t after = starts_with_any(rest, kAfterHanNumber);
        return after == 0 ? Mark{} : made(Style::kHan, value, end + after, 0, size);
    }
    if (const std::size_t close = starts_with_any(rest, kRoundCloses))
        return made(Style::kBracket, value, end + close, 0, size);
    if (const std::size_t after = starts_with_any(rest, kAfterDigits)) {
        int second = 0;
        const std::size_t next = end + after;
        const bool digit = next < text.size() && text[next] >= '0' && text[next] <= '9';
        if (!digit) return made(Style::kDigits, value, next, 0, size);
        if (after != 1) return {};
        const std::size_t more = numeral_size(text, next, second);
        const std::size_t behind = next + more;
        const std::size_t gap =
            blank_at(text, behind) + starts_with_any(text.substr(behind), kAfterDigits);
        if (more == 0 || gap == 0) {
            // "1.2024 nian ...": a list number before a year.
            return text.substr(next).starts_with("20") ? made(Style::kDigits, value, next, 0, size)
                                                       : Mark{};
        }
        return made(Style::kDotted, second, behind + gap, 0, behind);
    }
    if (end > size && !rest.empty() && is_han(decode_at(rest, 0).value))
        return made(Style::kBare, value, end, 0, size);
    return {};
}

bool has_figure(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] < '0' || text[at] > '9') continue;
        while (at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == '.')) ++at;
        if (starts_with_any(text.substr(at), kDateSigns) == 0) return true;
    }
    return false;
}

struct Node {
    Mark mark;
    std::size_t paragraph = 0;
    std::size_t end = 0;   // the next numbered paragraph
    std::size_t tail = 0;  // behind the last paragraph below it
    int parent = -1;
    std::vector<int> children;
    bool apart = false;   // a title with text behind it
    bool figure = false;  // in its own text
    bool label = false;   // its title is a heading word
    bool report = false;  // its text begins as a report does
    bool own = false;     // it has text of its own beside the title
    bool item = false;
};

class Outliner {
  public:
    explicit Outliner(std::span<const Paragraph> paragraphs) : paragraphs_(paragraphs) {}

    std::vector<Section> run() {
        marks();
        if (nodes_.empty()) return {};
        std::vector<int> top;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (nodes_[i].parent < 0) top.push_back(static_cast<int>(i));
        }
        decide(top);
        return sections();
    }

  private:
    std::string_view text_of(const Node& node) const {
        return paragraphs_[node.paragraph].text.substr(node.mark.size);
    }

    void marks() {
        std::vector<Mark> found(paragraphs_.size());
        int bare = 0;
        std::size_t numbered = 0;
        for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
            Mark mark = read_mark(paragraphs_[i].text);
            // A number with nothing but a blank behind it counts only where it counts on.
            if (mark.size != 0 && mark.style == Style::kBare) {
                if (mark.value != 1 && mark.value != bare + 1) mark = {};
                if (mark.size != 0) bare = mark.value;
            }
            if (mark.size != 0 && mark.size >= paragraphs_[i].text.size()) mark = {};
            numbered += mark.size != 0;
            found[i] = mark;
        }
        labels(found, numbered);
        if (numbered == 0 && std::none_of(found.begin(), found.end(),
                                          [](const Mark& m) { return m.size != 0 || m.value; }))
            title_lines(found);
        std::vector<int> open;  // nodes from the outermost on
        for (std::size_t i = 0; i < found.size(); ++i) {
            const bool there = found[i].size != 0 || found[i].value != 0;
            if (!there) continue;
            Node node;
            node.mark = found[i];
            node.paragraph = i;
            const auto same = std::find_if(open.begin(), open.end(), [&](int n) {
                return nodes_[static_cast<std::size_t>(n)].mark.style == node.mark.style;
            });
            open.erase(same, open.end());
            node.parent = open.empty() ? -1 : open.back();
            const int index = static_cast<int>(nodes_.size());
            if (node.parent >= 0)
                nodes_[static_cast<std::size_t>(node.parent)].children.push_back(index);
            open.push_back(index);
            nodes_.push_back(std::move(node));
        }
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            nodes_[i].end = i + 1 < nodes_.size() ? nodes_[i + 1].paragraph : paragraphs_.size();
        }
        for (std::size_t i = nodes_.size(); i-- > 0;) {
            Node& node = nodes_[i];
            node.tail = node.children.empty()
                            ? node.end
                            : nodes_[static_cast<std::size_t>(node.children.back())].tail;
            look(node);
        }
    }

    void look(Node& node) const {
        const std::string_view text = text_of(node);
        const TitleEnd title = title_end(text);
        const std::string_view words = text.substr(0, title.end);
        const std::string_view rest = trimmed(text.substr(title.end));
        const bool more = code_points(rest) > 1;
        node.apart = (title.apart && more) || node.end > node.paragraph + 1 ||
                     (!more && !node.children.empty());
        node.own = more || node.end > node.paragraph + 1;
        node.figure = has_figure(text);
        for (std::size_t i = node.paragraph + 1; i < node.end && !node.figure; ++i)
            node.figure = has_figure(paragraphs_[i].text);
        const HeadingWord* word = heading_word(plain_heading(words));
        node.label = word != nullptr && words.size() <= word->word.size() + 12 &&
                     word->column != Column::kTask && word->column != Column::kCategory &&
                     title.apart;
        node.report = starts_with_any(trimmed(text), kReportBegins) != 0;
    }

    // A line that begins with the label of a task begins an item, where there are several and no
    // numbers say so already.
    void labels(std::vector<Mark>& found, std::size_t numbered) const {
        std::array<std::size_t, kColumns> count{};
        std::array<std::size_t, kColumns> first{};
        std::vector<std::uint8_t> column(paragraphs_.size(), kColumns);
        for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
            const LabelMatch label = label_at(paragraphs_[i].text, 0);
            if (label.size == 0) continue;
            const auto c = static_cast<std::size_t>(label.column);
            column[i] = static_cast<std::uint8_t>(c);
            if (count[c]++ == 0) first[c] = i;
        }
        const auto number = static_cast<std::size_t>(Column::kNumber);
        const auto task = static_cast<std::size_t>(Column::kTask);
        std::size_t begins = kColumns;
        if (count[number] > 0 && count[number] >= count[task]) {
            begins = number;
        } else if (count[task] > 0) {
            begins = task;
        }
        if (begins == kColumns || numbered >= count[begins]) return;
        for (std::size_t i = 0; i < found.size(); ++i) {
            found[i] = {};
            if (column[i] == begins) found[i] = {Style::kLabel, 1, 0, {}};
        }
    }

    // Without any number: short lines with a paragraph of text below.
    void title_lines(std::vector<Mark>& found) const {
        std::size_t lines = 0;
        const auto is_title = [&](std::size_t i) {
            const std::string_view text = paragraphs_[i].text;
            return i > 0 && i + 1 < paragraphs_.size() &&
                   code_points(text) <= kLongestHeadingLine && !contains_any(text, kTitleEnds) &&
                   label_at(text, 0).size == 0 &&
                   code_points(paragraphs_[i + 1].text) > kLongestHeadingLine;
        };
        for (std::size_t i = 0; i < found.size(); ++i) lines += is_title(i);
        std::size_t figures = 0;
        const auto tells = [&](std::size_t i) {
            const std::string_view text = paragraphs_[i].text;
            return has_figure(text) && contains_any(text, kTitleEnds) && code_points(text) >= 12;
        };
        for (std::size_t i = 0; i < found.size(); ++i) figures += tells(i);
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (lines >= 2 ? is_title(i) : figures >= 3 && tells(i))
                found[i] = {Style::kLine, 1, 0, {}};
        }
    }

    template <class Test>
    double share(const std::vector<int>& nodes, const Test& test) const {
        std::size_t n = 0;
        for (const int i : nodes) n += test(nodes_[static_cast<std::size_t>(i)]);
        return nodes.empty() ? 0 : static_cast<double>(n) / static_cast<double>(nodes.size());
    }

    // Which of these, that stand beside one another, are items and which are headings of items.
    void decide(const std::vector<int>& beside) {
        const double leaves =
            share(beside, [](const Node& n) { return n.children.empty() && n.own; });
        for (const int i : beside) {
            Node& node = nodes_[static_cast<std::size_t>(i)];
            node.item = node.children.empty() || !below(node, leaves);
            if (!node.item) decide(node.children);
        }
        // "1. What was done (with items), 2. What is wanting, 3. What comes next".
        const bool holds = std::any_of(beside.begin(), beside.end(), [&](int i) {
            return !nodes_[static_cast<std::size_t>(i)].item;
        });
        for (const int i : beside) {
            Node& node = nodes_[static_cast<std::size_t>(i)];
            if (holds && node.item && node.children.empty() && stands_beside(node))
                node.item = false;
        }
    }

    bool stands_beside(const Node& node) const {
        const std::string_view text = text_of(node);
        const std::string_view words = text.substr(0, title_end(text).end);
        return code_points(words) <= kLongestHeadingLine && contains_any(words, kBesideItems);
    }

    // The most paragraphs without a number that an item has under its first, but the last item;
    // none where there are few.
    std::size_t usual_length() const {
        constexpr std::size_t kFewest = 3;
        std::size_t most = 0;
        std::size_t items = 0;
        for (const Node& node : nodes_) {
            if (!node.item || node.tail >= paragraphs_.size()) continue;
            ++items;
            most = std::max(most, node.tail - node.paragraph);
        }
        return items >= kFewest ? most : paragraphs_.size();
    }

    // True where the paragraphs below the node are items and it is their heading.
    bool below(const Node& node, double leaves) const {
        const auto& children = node.children;
        if (share(children, [](const Node& n) { return n.label; }) >= 0.5) return false;
        const double apart = share(children, [](const Node& n) { return n.apart; });
        const double figures = share(children, [](const Node& n) { return n.figure; });
        const double reports = share(children, [](const Node& n) { return n.report; });
        const bool list = lists(nodes_[static_cast<std::size_t>(children.front())].mark.style);
        if (!node.own) {
            if (!list) return !(node.figure && apart < 0.6 && reports >= 0.5);
            return leaves < 0.5 && reports < 0.5 && !node.figure &&
                   (figures >= 0.6 || apart >= 0.6);
        }
        if (!list) return apart >= 0.6 || (figures >= 0.6 && reports < 0.5 && leaves < 0.5);
        return leaves < 0.5 && apart >= 0.6 && figures >= 0.6 && !node.figure;
    }

    bool closes(std::size_t i) const {
        const std::string_view text = paragraphs_[i].text;
        if (starts_with_any(text, kClosingBegins) != 0) return true;
        return code_points(text) <= kLongestHeadingLine && !contains_any(text, kTitleEnds) &&
               ends_with_any(text, kSignatureEnds) && i + 3 >= paragraphs_.size();
    }

    // A short line without a number that stands before an item.
    bool heads(std::size_t i, int next_value) const {
        const std::string_view text = paragraphs_[i].text;
        if (code_points(text) > kLongestHeadingLine || contains_any(text, kTitleEnds) ||
            contains_any(text, kTitleCommas))
            return false;
        std::string_view words = text;
        const bool square =
            starts_with_any(text, kOpenSquare) != 0 && ends_with_any(text, kCloseSquare);
        for (const std::string_view open : kRoundOpens)
            words = words.substr(0, std::min(words.find(open), words.size()));
        return square || ends_with_any(trimmed(words), kHeadingEnds) ||
               (next_value == 1 && !has_figure(text));
    }

    std::vector<Section> sections() const {
        std::vector<Section> out;
        const auto outside = [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i) out.push_back({false, i, i + 1, 0, {}, -1});
        };
        std::size_t done = 0;
        int line_heading = -1;
        for (const Node& node : nodes_) {
            if (node.paragraph < done) continue;
            // Before the first item a heading line may stand behind the opening.
            if (done == 0 && node.item && node.parent < 0 && node.paragraph > 1 &&
                node.mark.style != Style::kLine && heads(node.paragraph - 1, 0) &&
                line_heading < 0) {
                line_heading = static_cast<int>(node.paragraph) - 1;
                outside(0, node.paragraph - 1);
            } else {
                outside(done, node.paragraph);
            }
            if (!node.item) {
                const bool heads_items = std::any_of(
                    node.children.begin(), node.children.end(),
                    [&](int child) { return nodes_[static_cast<std::size_t>(child)].item; });
                if (!heads_items) outside(node.paragraph, node.paragraph + 1);
                line_heading = -1;
                done = node.paragraph + 1;
                continue;
            }
            Section section{true, node.paragraph, node.tail, node.mark.size, node.mark.number, -1};
            section.heading =
                node.parent >= 0
                    ? static_cast<int>(nodes_[static_cast<std::size_t>(node.parent)].paragraph)
                    : line_heading;
            int next_heading = -1;
            if (node.tail < paragraphs_.size()) {
                // The next numbered paragraph begins where this ends.
                if (section.last > section.first + 1 && node.mark.style != Style::kLine) {
                    const Mark next = read_mark(paragraphs_[node.tail].text);
                    if (heads(section.last - 1, next.value)) {
                        --section.last;
                        next_heading = static_cast<int>(section.last);
                    }
                }
            } else {
                // What closes the document belongs to no item, nor do paragraphs that no other item
                // has.
                std::size_t last = section.last;
                const std::size_t usual = section.first + usual_length();
                if (node.children.empty() && usual < last) last = usual;
                for (std::size_t p = section.first + 1; p < last; ++p) {
                    if (closes(p)) {
                        last = p;
                        break;
                    }
                }
                section.last = last;
            }
            done = section.last + (next_heading >= 0 ? 1 : 0);
            out.push_back(section);
            if (next_heading >= 0) line_heading = next_heading;
        }
        outside(done, paragraphs_.size());
        if (std::none_of(out.begin(), out.end(), [](const Section& s) { return s.item; }))
            return {};
        return out;
    }

    std::span<const Paragraph> paragraphs_;
    std::vector<Node> nodes_;
};

}  // namespace

ListMark list_mark_of(std::string_view paragraph) {
    const Mark mark = read_mark(paragraph);
    return {mark.value, mark.size};
}

TitleEnd title_end(std::string_view text) {
    std::size_t comma = 0;
    std::size_t characters = 0;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (starts_with_any(rest, kRoundOpens) != 0) ++depth;
        if (starts_with_any(rest, kRoundCloses) != 0 && depth > 0) --depth;
        const bool between_digits = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9' &&
                                    at + 1 < text.size() && text[at + 1] >= '0' &&
                                    text[at + 1] <= '9';
        if (depth == 0 && !between_digits) {
            if (starts_with_any(rest, kTitleEnds) != 0) {
                // A single sentence of several clauses: the first names the task.
                const std::size_t line = std::min(text.find('\n', at), text.size());
                const bool alone = code_points(trimmed(text.substr(at, line - at))) <= 1;
                if (comma != 0 && (alone || characters > kLongestTitle)) return {comma, false};
                return {at, characters <= kLongestTitle};
            }
            if (comma == 0 && starts_with_any(rest, kTitleCommas) != 0) comma = at;
        }
        ++characters;
        if (characters > 4 * kLongestTitle && comma != 0) return {comma, false};
        at += decode_at(text, at).size;
    }
    if (characters > kLongestTitle && comma != 0) return {comma, false};
    return {text.size(), false};
}

std::vector<Section> outline(std::span<const Paragraph> paragraphs) {
    return Outliner(paragraphs).run();
}

}  // namespace duban
