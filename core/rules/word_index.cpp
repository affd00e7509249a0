#include "rules/word_index.h"

#include <algorithm>

#include "base/text.h"

namespace nianbao {

namespace {

// The first three bytes of a wide character, else the first byte.
std::uint32_t head_of(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
  };
  if (byte(0) < 0xE0 || text.size() < 3) return byte(0);
  return byte(0) << 16U | byte(1) << 8U | byte(2);
}

}  // namespace

std::size_t character_size(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t size = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return std::min(size, text.size());
}

WordIndex::WordIndex(std::initializer_list<std::string_view> words) {
  for (std::string_view word : words) add(word);
}

void WordIndex::add(std::string_view word) {
  std::vector<Entry>& entries = by_head_[head_of(word)];
  const auto behind = std::find_if(entries.begin(), entries.end(),
                                   [&](const Entry& entry) { return entry.word.size() < word.size(); });
  entries.insert(behind, {std::string(word), size_});
  size_ += 1;
}

WordIndex::Match WordIndex::at(std::string_view text) const {
  if (text.empty()) return {};
  const auto found = by_head_.find(head_of(text));
  if (found == by_head_.end()) return {};
  for (const Entry& entry : found->second) {
    if (starts_with(text, entry.word)) return {entry.word.size(), entry.id};
  }
  return {};
}

std::size_t WordIndex::skip(std::string_view text) const {
  std::size_t at_byte = 0;
  while (const std::size_t size = at(text.substr(at_byte)).size) at_byte += size;
  return at_byte;
}

std::vector<std::string> WordIndex::words() const {
  std::vector<std::string> words(size_);
  for (const auto& [head, entries] : by_head_) {
    for (const Entry& entry : entries) words[entry.id] = entry.word;
  }
  return words;
}

std::size_t WordIndex::find_in(std::string_view text) const {
  for (std::size_t i = 0; i < text.size(); i += character_size(text.substr(i))) {
    if (begins(text.substr(i))) return i;
  }
  return std::string_view::npos;
}

WordIndex words_of(std::string_view list, bool with_blank) {
  WordIndex index;
  for (std::string_view word : split(list, ' ')) index.add(word);
  if (with_blank) index.add(" ");
  return index;
}

}  // namespace nianbao
