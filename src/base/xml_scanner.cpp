#include "base/xml_scanner.h"

#include <charconv>

#include "base/text.h"

namespace duban {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

XmlScanner::XmlScanner(std::string_view text, std::size_t from) : text_(text), at_(from) {
    if (from == 0 && text.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

XmlToken XmlScanner::broken() {
    broken_ = true;
    return XmlToken::kBroken;
}

bool XmlScanner::jump(std::string_view past) {
    const std::size_t found = text_.find(past, at_);
    if (found == std::string_view::npos) return false;
    at_ = found + past.size();
    return true;
}

XmlToken XmlScanner::next() {
    if (broken_) return XmlToken::kBroken;
    if (closes_) {
        closes_ = false;
        --depth_;
    }
    if (empty_) {
        empty_ = false;
        closes_ = true;
        return XmlToken::kEnd;
    }
    literal_ = false;
    for (;;) {
        begin_ = at_;
        if (at_ >= text_.size()) return depth_ == 0 ? XmlToken::kFinished : broken();
        if (text_[at_] != '<') {
            const std::size_t end = std::min(text_.find('<', at_), text_.size());
            content_ = text_.substr(at_, end - at_);
            at_ = end;
            if (depth_ == 0) continue;
            return XmlToken::kText;
        }
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("<?")) {
            if (!jump("?>")) return broken();
        } else if (rest.starts_with("<!--")) {
            at_ += 4;
            if (!jump("-->")) return broken();
        } else if (rest.starts_with("<![CDATA[")) {
            at_ += 9;
            const std::size_t from = at_;
            if (!jump("]]>") || depth_ == 0) return broken();
            content_ = text_.substr(from, at_ - 3 - from);
            literal_ = true;
            return XmlToken::kText;
        } else if (rest.starts_with("<!")) {
            return broken();
        } else {
            return tag();
        }
    }
}

XmlToken XmlScanner::tag() {
    std::size_t at = at_ + 1;
    const bool end = at < text_.size() && text_[at] == '/';
    if (end) ++at;
    const std::size_t from = at;
    while (at < text_.size() && !is_space(text_[at]) && text_[at] != '>' && text_[at] != '/' &&
           text_[at] != '<') {
        ++at;
    }
    if (at == from) return broken();
    name_ = without_prefix(text_.substr(from, at - from));
    const std::size_t attributes = at;
    char quote = '\0';
    for (; at < text_.size(); ++at) {
        const char c = text_[at];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>' || c == '<') {
            break;
        }
    }
    if (at >= text_.size() || text_[at] != '>') return broken();
    at_ = at + 1;
    if (end) {
        if (depth_ == 0) return broken();
        closes_ = true;
        return XmlToken::kEnd;
    }
    empty_ = text_[at - 1] == '/';
    attributes_ = text_.substr(attributes, at - attributes - (empty_ ? 1 : 0));
    ++depth_;
    return XmlToken::kStart;
}

std::string_view XmlScanner::attribute(std::string_view name) const {
    const std::string_view all = attributes_;
    for (std::size_t at = 0; at < all.size();) {
        while (at < all.size() && is_space(all[at])) ++at;
        const std::size_t from = at;
        while (at < all.size() && all[at] != '=' && !is_space(all[at])) ++at;
        const std::string_view found = all.substr(from, at - from);
        while (at < all.size() && all[at] != '"' && all[at] != '\'') ++at;
        if (at >= all.size()) break;
        const std::size_t value = at + 1;
        const std::size_t end = all.find(all[at], value);
        if (end == std::string_view::npos) break;
        // A declaration of a namespace is no attribute of that name.
        if (found == name || (!found.starts_with("xmlns:") && without_prefix(found) == name))
            return all.substr(value, end - value);
        at = end + 1;
    }
    return {};
}

bool XmlScanner::skip() {
    const std::size_t level = depth_;
    for (;;) {
        const XmlToken token = next();
        if (token == XmlToken::kBroken || token == XmlToken::kFinished) return false;
        if (token == XmlToken::kEnd && depth_ == level) return true;
    }
}

void append_xml_text(std::string& out, std::string_view raw) {
    for (std::size_t at = 0; at < raw.size();) {
        const std::size_t found = std::min(raw.find('&', at), raw.size());
        out.append(raw.substr(at, found - at));
        at = found;
        if (at == raw.size()) break;
        const std::size_t end = raw.substr(at, 12).find(';');
        const std::string_view name =
            end == std::string_view::npos ? std::string_view() : raw.substr(at + 1, end - 1);
        if (name == "amp") {
            out += '&';
        } else if (name == "lt") {
            out += '<';
        } else if (name == "gt") {
            out += '>';
        } else if (name == "quot") {
            out += '"';
        } else if (name == "apos") {
            out += '\'';
        } else if (name.size() > 1 && name[0] == '#') {
            const bool hex = name[1] == 'x' || name[1] == 'X';
            const std::string_view digits = name.substr(hex ? 2 : 1);
            std::uint32_t value = 0;
            const auto [stop, fault] =
                std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
            const bool right = fault == std::errc() && stop == digits.data() + digits.size() &&
                               value != 0 && value <= 0x10FFFF &&
                               !(value >= 0xD800 && value <= 0xDFFF);
            append_utf8(out, right ? value : 0xFFFD);
        } else {
            out += '&';
            ++at;
            continue;
        }
        at += end + 1;
    }
}

std::string xml_text(std::string_view raw) {
    std::string out;
    append_xml_text(out, raw);
    return out;
}

void append_xml_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        const char byte = text[at];
        if (byte == '&') {
            out += "&amp;";
        } else if (byte == '<') {
            out += "&lt;";
        } else if (byte == '>') {
            out += "&gt;";
        } else if (byte == '"') {
            out += "&quot;";
        } else if ((c.value < 0x20 && byte != '\n' && byte != '\t') || c.value == 0xFFFD ||
                   c.value == 0xFFFE || c.value == 0xFFFF) {
            append_utf8(out, 0xFFFD);
        } else {
            out.append(text.substr(at, c.size));
        }
        at += c.size;
    }
}

}  // namespace duban
