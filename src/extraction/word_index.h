// Words of a closed class, found by their first or by their last character, so that a text is asked
// "does one of them stand here?" in constant time.
//
// Built once from the tables and read by any thread. A small table of the low twelve bits of the
// character answers nearly every question with no, from the nearest cache.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace duban {

enum class IndexedBy : std::uint8_t { kFirst, kLast };

template <class Tag>
class WordIndex {
  public:
    struct Entry {
        std::string_view word;
        Tag tag;
    };

    explicit WordIndex(IndexedBy side) : side_(side) {}

    void add(std::string_view word, Tag tag) { entries_.push_back({word, tag}); }

    // Longest first within a character; words of one length stay in the order of the table.
    void finish() {
        std::stable_sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
            const char32_t x = key(a.word);
            const char32_t y = key(b.word);
            return x != y ? x < y : a.word.size() > b.word.size();
        });
        for (std::size_t i = 0; i < entries_.size();) {
            const char32_t c = key(entries_[i].word);
            std::size_t end = i;
            while (end < entries_.size() && key(entries_[end].word) == c) ++end;
            if (c < kPlane) {
                groups_.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)});
                group_of_[c] = static_cast<std::uint16_t>(groups_.size());
                hint_[c % kHint] = true;
            }
            i = end;
        }
    }

    // The words whose first (or last) character is c.
    [[nodiscard]] std::span<const Entry> at(char32_t c) const {
        if (!hint_[c % kHint] || c >= kPlane) return {};
        const std::uint16_t group = group_of_[c];
        if (group == 0) return {};
        const auto [begin, end] = groups_[group - 1U];
        return std::span<const Entry>(entries_).subspan(begin, end - begin);
    }

    // True where one of the words stands at the beginning (end) of the text.
    [[nodiscard]] bool touches(std::string_view text) const {
        if (text.empty()) return false;
        const bool first = side_ == IndexedBy::kFirst;
        const auto words =
            at((first ? decode_at(text, 0) : decode_before(text, text.size())).value);
        return std::any_of(words.begin(), words.end(), [&](const Entry& e) {
            return first ? begins(text, e.word) : ends_at(text, text.size(), e.word);
        });
    }

    // Words are a few bytes long and differ early: a loop is faster than a call.
    static bool begins(std::string_view text, std::string_view word) {
        if (word.size() > text.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i) {
            if (text[i] != word[i]) return false;
        }
        return true;
    }
    // True where the word ends right before `end`.
    static bool ends_at(std::string_view text, std::size_t end, std::string_view word) {
        if (word.size() > end) return false;
        const char* a = text.data() + end;
        const char* b = word.data() + word.size();
        while (b != word.data()) {
            if (*--a != *--b) return false;
        }
        return true;
    }

  private:
    static constexpr std::size_t kPlane = 0x10000;
    static constexpr std::size_t kHint = 0x1000;
    struct Group {
        std::uint32_t begin;
        std::uint32_t end;
    };

    char32_t key(std::string_view word) const {
        return (side_ == IndexedBy::kFirst ? decode_at(word, 0) : decode_before(word, word.size()))
            .value;
    }

    IndexedBy side_;
    std::vector<Entry> entries_;
    std::vector<Group> groups_;
    std::array<bool, kHint> hint_{};
    std::array<std::uint16_t, kPlane> group_of_{};
};

}  // namespace duban
