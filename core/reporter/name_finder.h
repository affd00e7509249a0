// Names found in texts, whatever the number of names: the texts are indexed once, by pairs of neighbouring
// characters, and a name whose rarest pair stands nowhere is done with at once. Memory grows with the texts,
// not with the names.
//
// Chinese prose has no blanks: what spells a name may be the end of one word and the beginning of the next
// (对|于政务|服务). Evidence is what stands on both sides, a side being free where there is no Chinese
// character or a word that goes with names (申请人…, …先生, …提出), and whether the surname is a common
// character (于, 高) or scarcely anything but a surname (王). With two free sides a name is certain; so is
// one of three characters and more anywhere, but three that begin with a common character are doubtful; two
// are doubtful with one free side or a plain surname, else neighbours by chance. An everyday word (文明)
// needs a word for persons beside it. The name of an organisation (山东大学) is doubtful but where its
// sentence speaks of an application.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "reporter/applicant_names.h"

namespace nianbao {

struct NameHit {
  std::size_t text = 0;            // index of the text
  std::size_t begin = 0, end = 0;  // bytes of it
  bool is_certain = false;
};

class NameFinder {
 public:
  // Copies what it needs. An empty line parts what stands before and behind it; a line break does not.
  explicit NameFinder(const std::vector<std::string_view>& texts);

  void find(const SearchedName& name, const std::function<void(const NameHit&)>& take) const;

 private:
  struct Pair {
    std::uint64_t key = 0;
    std::uint32_t at = 0;
  };
  using Range = std::pair<std::vector<Pair>::const_iterator, std::vector<Pair>::const_iterator>;
  enum class Evidence { none, doubtful, certain };

  void add_text(std::string_view text);
  void index_pairs();
  Range positions(char32_t first, char32_t second) const;
  bool stands_at(std::u32string_view name, std::size_t at) const;
  Evidence evidence(const SearchedName& name, std::size_t begin) const;
  Evidence evidence_of_person(const SearchedName& name, std::size_t begin) const;
  bool speaks_of_application(std::size_t begin, std::size_t end) const;
  bool is_free_before(std::size_t begin) const;
  bool is_free_behind(std::size_t end) const;
  template <typename Words>
  bool has_before(std::size_t begin, const Words& words) const;
  template <typename Words>
  bool has_behind(std::size_t end, const Words& words) const;

  std::u32string characters_;               // of all texts, without blanks; 0 at their edges
  std::vector<std::uint32_t> begin_, end_;  // bytes of each in its text
  std::vector<bool> blank_before_;
  std::vector<std::size_t> first_;  // of each text, in characters_
  std::vector<Pair> pairs_;         // sorted
};

}  // namespace nianbao
