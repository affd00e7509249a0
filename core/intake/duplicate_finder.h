// Finds records that occur twice among any number of records in fixed memory, exactly. The first reading sets
// each key into Bloom filters; only a key that may have been there before becomes a candidate. When there are
// candidates, the records are read again, and only candidates are remembered. A ledger that is full of
// candidates (the same file named twice) is read again in several passes, each with its share of the keys.
//
//   for each record: finder.add(key);
//   for pass in 0 … finder.passes(): finder.begin_pass(pass); for each record: finder.check(key, origin);
//
// Keys are 128 bits of a text: two different texts never share one in practice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace nianbao {

struct RecordKey {
  std::uint64_t high = 0, low = 0;
  bool operator==(const RecordKey&) const = default;
};
// Of two texts, so that ("ab", "c") and ("a", "bc") differ.
RecordKey record_key(std::string_view first, std::string_view second, int year);

struct RecordOrigin {
  std::int32_t sheet = -1;  // whatever the caller numbers
  std::int64_t row = 0;
};

// Grows with what is added, from 128 KiB to 25 MiB at five million keys, and stays there; filled beyond its
// room it answers "maybe" too often, which costs passes and never a wrong answer.
class BloomFilter {
 public:
  // True when the key was surely not there before.
  bool add(const RecordKey& key);

 private:
  struct Layer {
    std::vector<std::uint64_t> words;
    std::size_t room = 0;  // keys it may still take
  };
  void grow();
  std::vector<Layer> layers_;
};

class DuplicateFinder {
 public:
  // `most_held`: keys in memory at a time in the later passes.
  explicit DuplicateFinder(std::size_t most_held = std::size_t{1} << 18) : most_held_(most_held) {}

  void add(const RecordKey& key);
  // How often the records have to be read again; 0 when there is surely no duplicate.
  int passes();
  void begin_pass(int pass);
  // The first occurrence of the key when this is a later one.
  std::optional<RecordOrigin> check(const RecordKey& key, const RecordOrigin& origin);

 private:
  struct Slot {
    RecordKey key;
    RecordOrigin origin;  // sheet -1: free
  };
  void note_candidate(const RecordKey& key);
  bool is_candidate(const RecordKey& key) const;
  Slot& slot_of(const RecordKey& key);
  void grow();

  std::size_t most_held_;
  BloomFilter filter_;
  std::uint64_t added_ = 0;
  std::vector<std::uint64_t> candidates_;  // RecordKey::high; sorted after the first reading
  bool overflowed_ = false;
  std::uint64_t shares_ = 1;  // passes, when there are too many candidates
  std::uint64_t share_ = 0;
  std::vector<Slot> slots_;  // open addressing, never full
  std::size_t held_ = 0;
};

}  // namespace nianbao
