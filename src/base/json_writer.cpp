#include "base/json_writer.h"

#include "base/text.h"

namespace duban {

void JsonWriter::separate() {
    if (after_key_) {
        after_key_ = false;
    } else if (!first_) {
        out_ += ',';
    }
    first_ = false;
}

void JsonWriter::begin_object() {
    separate();
    out_ += '{';
    first_ = true;
}

void JsonWriter::end_object() {
    out_ += '}';
    first_ = false;
}

void JsonWriter::begin_array() {
    separate();
    out_ += '[';
    first_ = true;
}

void JsonWriter::end_array() {
    out_ += ']';
    first_ = false;
}

void JsonWriter::key(std::string_view name) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
    separate();
    out_ += '"';
    std::size_t done = 0;
    const auto flush = [&](std::size_t at) { out_.append(text.substr(done, at - done)); };
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c >= 0x80) {
            const CodePoint p = decode_at(text, at);
            if (p.size == 1) {
                flush(at);
                out_ += "\xEF\xBF\xBD";
                done = at + 1;
            }
            at += p.size;
            continue;
        }
        if (c == '"' || c == '\\' || c < 0x20 || c == 0x7F) {
            flush(at);
            static constexpr char kHex[] = "0123456789abcdef";
            switch (c) {
                case '"': out_ += "\\\""; break;
                case '\\': out_ += "\\\\"; break;
                case '\n': out_ += "\\n"; break;
                case '\t': out_ += "\\t"; break;
                default:
                    out_ += "\\u00";
                    out_ += kHex[c >> 4];
                    out_ += kHex[c & 15];
            }
            done = at + 1;
        }
        ++at;
    }
    flush(text.size());
    out_ += '"';
}

void JsonWriter::value(long long number) {
    separate();
    out_ += std::to_string(number);
}

void JsonWriter::value(const Decimal& number) {
    separate();
    out_ += number.text();
}

void JsonWriter::value(bool yes) {
    separate();
    out_ += yes ? "true" : "false";
}

void JsonWriter::written(std::string_view values) {
    if (values.empty()) return;
    separate();
    out_ += values;
}

void JsonWriter::null() {
    separate();
    out_ += "null";
}

}  // namespace duban
