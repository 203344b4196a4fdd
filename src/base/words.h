// Lists of words that texts are searched for.
//
// Texts are searched all the time and mostly in vain: a list knows the bytes that its words begin
// and end with, so that most places of a text cost one look for all words together.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace duban {

template <std::size_t N>
class WordList {
  public:
    consteval explicit WordList(const std::array<std::string_view, N>& words) {
        for (std::size_t i = 0; i < N; ++i) {
            const std::string_view word = words_[i] = words[i];
            const unsigned char first = byte(word, 0);
            first_[first / 64] |= bit(first);
            if (first >= 0x80) {
                second_ |= word.size() >= 3 ? bit(byte(word, 1)) : kEvery;
                third_ |= word.size() >= 3 ? bit(byte(word, 2)) : kEvery;
            }
            for (std::size_t k = 0; k < 4; ++k) {
                if (k >= word.size()) break;
                heads_[i] |= std::uint32_t{byte(word, k)} << (8 * k);
                masks_[i] |= std::uint32_t{0xFF} << (8 * k);
            }
            if (word.size() >= 3) {
                const std::size_t n = pair(byte(word, 1), byte(word, 2));
                pairs_[n / 64] |= bit(static_cast<unsigned char>(n));
            } else if (first >= 0x80) {
                std::fill(std::begin(pairs_), std::end(pairs_), kEvery);
            }
            longest_ = std::max(longest_, word.size());
            last_ |= bit(byte(word, word.size() - 1));
            last_but_one_ |= word.size() > 1 ? bit(byte(word, word.size() - 2)) : kEvery;
        }
    }

    [[nodiscard]] constexpr auto begin() const { return words_.begin(); }
    [[nodiscard]] constexpr auto end() const { return words_.end(); }
    [[nodiscard]] constexpr std::size_t size() const { return N; }
    [[nodiscard]] constexpr std::size_t longest() const { return longest_; }  // in bytes
    constexpr std::string_view operator[](std::size_t i) const { return words_[i]; }

    // False only where none of the words stands at the place.
    [[nodiscard]] bool may_stand(std::string_view text, std::size_t at) const {
        const unsigned char first = byte(text, at);
        if ((first_[first / 64] & bit(first)) == 0) return false;
        if (first < 0x80) return true;
        if (text.size() - at < 3) return third_ == kEvery;
        if constexpr (N > kFew) {
            const std::size_t n = pair(byte(text, at + 1), byte(text, at + 2));
            return (pairs_[n / 64] & bit(static_cast<unsigned char>(n))) != 0;
        }
        return (second_ & bit(byte(text, at + 1))) != 0 && (third_ & bit(byte(text, at + 2))) != 0;
    }
    // Bytes of the first of the words that the text begins with, 0 if with none.
    [[nodiscard]] std::size_t first(std::string_view text) const {
        std::uint32_t head = 0;
        for (std::size_t k = 0; k < 4 && k < text.size(); ++k)
            head |= std::uint32_t{byte(text, k)} << (8 * k);
        for (std::size_t i = 0; i < N; ++i) {
            if ((head & masks_[i]) == heads_[i] && text.starts_with(words_[i]))
                return words_[i].size();
        }
        return 0;
    }
    // The next place at which a word may begin: none does inside an ideograph.
    static std::size_t next(std::string_view text, std::size_t at) {
        const unsigned char first = byte(text, at);
        return at + (first >= 0xE1 && first < 0xF0 ? 3 : 1);
    }
    // False only where the text ends with none of them.
    [[nodiscard]] bool may_end(std::string_view text) const {
        if (text.empty() || (last_ & bit(byte(text, text.size() - 1))) == 0) return false;
        return text.size() < 2 || (last_but_one_ & bit(byte(text, text.size() - 2))) != 0;
    }

  private:
    static constexpr std::uint64_t kEvery = ~std::uint64_t{0};
    static constexpr std::size_t kFew = 12;  // more words would fill the sets of single bytes
    static constexpr unsigned char byte(std::string_view text, std::size_t at) {
        return static_cast<unsigned char>(text[at]);
    }
    // Of 512, for the second byte of a word and its third.
    static constexpr std::size_t pair(unsigned char second, unsigned char third) {
        return static_cast<std::size_t>((second & 63) << 3 ^ (third & 63));
    }
    static constexpr std::uint64_t bit(unsigned char byte) {
        return std::uint64_t{1} << (byte & 63);
    }

    std::array<std::string_view, N> words_{};
    std::size_t longest_ = 0;
    std::uint64_t first_[4]{};              // first bytes
    std::uint64_t second_ = 0;              // low bits of the second byte, of those outside ASCII
    std::uint64_t third_ = 0;               // and of the third
    std::uint64_t pairs_[8]{};              // both together
    std::array<std::uint32_t, N> heads_{};  // the first four bytes of each, fewer where it is short
    std::array<std::uint32_t, N> masks_{};
    std::uint64_t last_ = 0;          // low bits of the last byte
    std::uint64_t last_but_one_ = 0;  // and of the one before
};

template <std::size_t N>
consteval WordList<N> words(const std::string_view (&list)[N]) {
    return WordList<N>(std::to_array(list));
}
// The words of a table whose entries have one each.
template <class Entry, std::size_t N>
consteval WordList<N> words_of(const std::array<Entry, N>& table) {
    std::array<std::string_view, N> list;
    for (std::size_t i = 0; i < N; ++i) list[i] = table[i].word;
    return WordList<N>(list);
}

// Bytes of the first of the words that the text begins with, 0 if with none. Not for every place of
// a text: see word_at().
template <std::size_t N>
[[gnu::noinline]] std::size_t first_word(std::string_view text, const WordList<N>& words) {
    return words.first(text);
}

// Bytes of the first of the words that stands at the place, 0 if none does.
template <std::size_t N>
[[gnu::always_inline]] inline std::size_t word_at(std::string_view text, std::size_t at,
                                                  const WordList<N>& words) {
    return words.may_stand(text, at) ? first_word(text.substr(at), words) : 0;
}

// Where the last of the words that stand in the text begins, npos if there is none.
template <std::size_t N>
std::size_t last_word(std::string_view text, const WordList<N>& words) {
    for (std::size_t at = text.size(); at-- > 0;) {
        if (word_at(text, at, words) != 0) return at;
    }
    return std::string_view::npos;
}

// True where one of the words stands in the text.
template <std::size_t N>
bool contains_any(std::string_view text, const WordList<N>& words) {
    for (std::size_t at = 0; at < text.size(); at = words.next(text, at)) {
        if (word_at(text, at, words) != 0) return true;
    }
    return false;
}

// Bytes of the first of the words that the text begins with, 0 if with none.
template <std::size_t N>
std::size_t starts_with_any(std::string_view text, const WordList<N>& words) {
    return text.empty() ? 0 : word_at(text, 0, words);
}

template <std::size_t N>
bool ends_with_any(std::string_view text, const WordList<N>& words) {
    if (!words.may_end(text)) return false;
    for (const std::string_view word : words) {
        if (text.ends_with(word)) return true;
    }
    return false;
}

}  // namespace duban
