#include "base/catalogue.h"

#include <algorithm>

namespace duban {

std::string say(Language language, std::string_view key, const std::vector<Param>& params) {
    const auto all = messages();
    const auto found =
        std::lower_bound(all.begin(), all.end(), key,
                         [](const Message& m, std::string_view k) { return m.key < k; });
    if (found == all.end() || found->key != key) return std::string(key);
    const std::string_view pattern =
        language == Language::kChinese ? found->chinese : found->english;
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) {
            out += pattern.substr(at);
            break;
        }
        out += pattern.substr(at, open - at);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const auto param = std::find_if(params.begin(), params.end(),
                                        [&](const Param& p) { return p.name == name; });
        if (param != params.end()) out += param->value;
        at = close + 1;
    }
    // A sentence may begin with a parameter that is empty.
    if (out.starts_with(' ')) out.erase(0, 1);
    return out;
}

Language language_of_locale(std::string_view locale) {
    return locale.starts_with("zh") ? Language::kChinese : Language::kEnglish;
}

}  // namespace duban
