#include "app/check_pages.h"

#include <algorithm>
#include <array>

#include "app/explain_words.h"
#include "base/text.h"

namespace duban {
namespace {

constexpr CheckPage kPages[] = {
#include "check_pages.inc"
};

constexpr std::string_view kFence = "```text\n";
constexpr std::string_view kFenceEnd = "\n```";

// The two examples, as blocks.
std::string examples(std::string_view page) {
    std::string out;
    for (std::size_t at = page.find(kFence); at != std::string_view::npos;) {
        const std::size_t end = page.find(kFenceEnd, at);
        if (end == std::string_view::npos) break;
        out += "\n\n";
        out += page.substr(at, end + kFenceEnd.size() - at);
        at = page.find(kFence, end);
    }
    return out;
}

}  // namespace

std::span<const CheckPage> check_pages() { return kPages; }

const CheckPage* find_page(std::string_view code) {
    const auto pages = check_pages();
    const auto found = std::find_if(pages.begin(), pages.end(),
                                    [&](const CheckPage& p) { return p.code == code; });
    return found == pages.end() ? nullptr : &*found;
}

std::string page_in(Language language, const CheckPage& page) {
    const std::size_t part = page.text.find(kChinesePart);
    if (part == std::string_view::npos) return std::string(page.text);
    if (language == Language::kEnglish) {
        std::string out(page.text.substr(0, part));
        if (const std::size_t link = out.find(kChineseLink); link != std::string::npos) {
            // The link to the other part, with the blank or line break before it.
            out.erase(link - 1, kChineseLink.size() + 1);
        }
        return out;
    }
    std::string out = "# " + std::string(page.code) + "\n" +
                      std::string(page.text.substr(part + kChinesePart.size()));
    // The examples stand once, in the first part: they follow the words on them here.
    if (const std::size_t words = out.find(kExamplesOfPage); words != std::string::npos)
        out.insert(std::min(out.find('\n', words), out.size()), examples(page.text));
    return out;
}

std::string_view summary_in(Language language, const CheckPage& page) {
    std::string_view text = page.text;
    std::string_view family = kFamilyOfPage;
    if (language == Language::kChinese) {
        const std::size_t part = text.find(kChinesePart);
        text.remove_prefix(part == std::string_view::npos ? 0 : part + kChinesePart.size());
        family = kChineseFamily;
    } else {
        text.remove_prefix(std::min(text.find('\n'), text.size()));
    }
    return trimmed(text.substr(0, text.find(family)));
}

}  // namespace duban
