// Automatic numbers of the paragraphs of one Word file: which number each prints, counted on from
// paragraph to paragraph.
//
// Filled from the parts for styles and numbering by docx_walk; values only.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace duban {

inline constexpr int kDocxLevels = 9;

struct DocxLevel {
    std::string format = "decimal";
    std::string text;  // "%1.%2"
    int start = 1;
    int restart = -1;  // after this level (from 1); 0: never; -1: after any higher one
    bool legal = false;
    bool blank = true;  // between the number and the text
};

struct DocxAbstract {
    std::array<DocxLevel, kDocxLevels> levels;
    std::string style_link;  // a style whose numbers these are
};

struct DocxNum {
    std::string abstract;
    std::array<int, kDocxLevels> start{-1, -1, -1, -1, -1, -1, -1, -1, -1};  // -1: as it is
    std::map<int, DocxLevel> levels;                                         // in place of those
};

struct DocxStyle {
    std::string based_on;
    std::string num;  // "" where the style says nothing
    int level = -1;
    bool hidden = false;
    bool centred = false;
};

class DocxNumbering {
  public:
    std::map<std::string, DocxAbstract, std::less<>> abstracts;
    std::map<std::string, DocxNum, std::less<>> nums;
    std::map<std::string, DocxStyle, std::less<>> styles;

    // What stands before the text of the next paragraph with that number, "" for bullets.
    std::string next(std::string_view num, int level);

    // The style or one that it is based on that `wanted` accepts, or null.
    template <class F>
    const DocxStyle* style(std::string_view id, F wanted) const {
        for (int step = 0; step < 20; ++step) {
            const auto at = styles.find(id);
            if (at == styles.end()) return nullptr;
            if (wanted(at->second)) return &at->second;
            id = at->second.based_on;
        }
        return nullptr;
    }

  private:
    const DocxLevel& level_of(const DocxNum& num, const DocxAbstract& abstract, int level) const;

    std::map<std::string, std::array<int, kDocxLevels>, std::less<>> counts_;  // by abstract
    std::map<std::string, bool, std::less<>> begun_;                           // by num
};

}  // namespace duban
