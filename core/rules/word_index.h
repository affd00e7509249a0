// Words that are looked for at a place of a text. Looking takes the same time whatever the text is: words are
// found by their first character, so that a long line of hostile text is read in one pass.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nianbao {

class WordIndex {
 public:
  struct Match {
    std::size_t size = 0;  // bytes; 0: no word begins here
    std::size_t id = 0;    // the place of the word in the order of adding
  };

  WordIndex() = default;
  WordIndex(std::initializer_list<std::string_view> words);
  void add(std::string_view word);  // not empty

  // The longest word that `text` begins with; of equal words the one added first.
  Match at(std::string_view text) const;
  bool begins(std::string_view text) const { return at(text).size > 0; }
  // Bytes at the head of `text` that are words of the list and nothing else.
  std::size_t skip(std::string_view text) const;
  bool covers(std::string_view text) const { return skip(text) == text.size(); }
  std::vector<std::string> words() const;  // in the order of adding
  // Where the first word of the list begins; npos where none does.
  std::size_t find_in(std::string_view text) const;
  bool is_in(std::string_view text) const { return find_in(text) != std::string_view::npos; }

 private:
  struct Entry {
    std::string word;
    std::size_t id;
  };
  std::unordered_map<std::uint32_t, std::vector<Entry>> by_head_;  // longest first
  std::size_t size_ = 0;
};

// The words of a list, separated by blanks; the blank itself as a word where that is asked for.
WordIndex words_of(std::string_view list, bool with_blank = false);

// Bytes of the character that `text`, not empty, begins with; never more than are left.
std::size_t character_size(std::string_view text);

}  // namespace nianbao
