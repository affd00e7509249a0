#include "rules/phrase_changes.h"

#include <fmt/format.h>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::size_t kMostNamed = 20;
constexpr std::size_t kLongestShown = 60;  // bytes

}  // namespace

std::string phrases_in_words(const std::string& pack, const std::vector<Phrase>& phrases,
                             const WordIndex& earlier) {
  std::vector<std::string> named;
  std::size_t count = 0;
  for (const Phrase& phrase : phrases) {
    if (!earlier.is_in(phrase.word)) continue;
    if (++count <= kMostNamed) named.push_back("“" + cut_text(phrase.word, kLongestShown) + "”");
  }
  if (count == 0) return "";
  return fmt::format("核对文字里的数：{}{}指的数由规则包 {} 另定，不照前面规则包对其中词语的规定。",
                     fmt::join(named, "、"), count > kMostNamed ? fmt::format("等{}个说法", count) : "",
                     pack);
}

}  // namespace nianbao
