// Makes pack sources out of pack sources: real ones are cut into words, and words are dropped, doubled,
// swapped and replaced, with a dictionary of what is known to hurt. Mutating words, not bytes, keeps most of
// it Lua that compiles. The same seed gives the same sources.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace nianbao::fuzz {

class PackMutator {
 public:
  // `sources`: real files of packs.
  PackMutator(const std::vector<std::string>& sources, std::uint64_t seed);

  // A whole file, mutated.
  std::string file();
  // A file of small checks and sections made of the dictionary; every code starts with `prefix`.
  std::string attack_file(const std::string& prefix);
  // An expression for a place in text.
  std::string expression();

 private:
  using Words = std::vector<std::string>;
  std::size_t below(std::size_t n) { return n == 0 ? 0 : engine_() % n; }
  std::string any_word();
  void mutate(Words& words);
  std::string statements();

  std::vector<Words> files_;
  std::mt19937_64 engine_;
};

}  // namespace nianbao::fuzz
