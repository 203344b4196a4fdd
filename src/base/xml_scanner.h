// Reads XML from front to back, an element at a time, for the parts of Excel files: a sheet of a
// million cells costs no more memory than its own bytes.
//
// Names are given without their prefix, so that every spelling of a namespace is read alike. There
// is no recursion and there are no entities but the five of XML itself: a document type is refused.
// Nothing is ever fetched. Views point into the text, which must outlive the scanner.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace duban {

enum class XmlToken : std::uint8_t {
    kStart,  // of an element; an empty one <a/> is followed by its end too
    kEnd,
    kText,
    kFinished,
    kBroken,  // not well-formed, or with a document type; stays so
};

class XmlScanner {
  public:
    explicit XmlScanner(std::string_view text, std::size_t from = 0);

    XmlToken next();
    // Of the element that starts or ends, without prefix.
    [[nodiscard]] std::string_view name() const { return name_; }
    // Of the text: as it stands in the file, see append_xml_text.
    [[nodiscard]] std::string_view text() const { return content_; }
    [[nodiscard]] bool is_literal() const { return literal_; }  // CDATA: nothing to decode
    // The value of an attribute of the element that starts, as it stands in the file; empty where
    // there is none. The prefix is looked through where the name has none.
    [[nodiscard]] std::string_view attribute(std::string_view name) const;
    // How many elements are open, the one that starts or ends among them.
    [[nodiscard]] std::size_t depth() const { return depth_; }
    // Where the token begins and where the next one does.
    [[nodiscard]] std::size_t begin() const { return begin_; }
    [[nodiscard]] std::size_t at() const { return at_; }
    // Goes to the end of the element that has just started. False where it is broken.
    bool skip();

  private:
    XmlToken broken();
    XmlToken tag();
    bool jump(std::string_view past);

    std::string_view text_;
    std::string_view name_;
    std::string_view content_;
    std::string_view attributes_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;
    std::size_t depth_ = 0;
    bool literal_ = false;
    bool empty_ = false;   // the element that started has ended too
    bool closes_ = false;  // the last token was an end
    bool broken_ = false;
};

// Appends text or an attribute's value with the five entities and the numbers of characters
// decoded. What is none of them stays as it is.
void append_xml_text(std::string& out, std::string_view raw);
std::string xml_text(std::string_view raw);

// Appends the text so that it can stand in an element or an attribute. What XML forbids becomes
// U+FFFD.
void append_xml_escaped(std::string& out, std::string_view text);

}  // namespace duban
