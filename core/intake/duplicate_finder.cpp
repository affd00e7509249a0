#include "intake/duplicate_finder.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace nianbao {

namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t kMixA = 0x9E3779B97F4A7C15ULL;
constexpr std::uint64_t kMixB = 0xC2B2AE3D27D4EB4FULL;

// The two halves of a 128-bit product, folded: every bit of both factors reaches every bit of the result.
std::uint64_t fold_product(std::uint64_t left, std::uint64_t right) {
  const Wide product = static_cast<Wide>(left) * right;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

std::uint64_t hash_text(std::string_view text, std::uint64_t seed) {
  std::uint64_t state = seed ^ fold_product(text.size() + kMixA, kMixB);
  while (!text.empty()) {
    std::uint64_t word = 0;
    const std::size_t taken = std::min<std::size_t>(text.size(), sizeof word);
    std::memcpy(&word, text.data(), taken);
    text.remove_prefix(taken);
    state = fold_product(state ^ word, kMixA) + kMixB;
  }
  return fold_product(state ^ kMixB, kMixA ^ seed);
}

// Layer sizes in bits, and how many keys each takes: 128 bits a key, because the early layers are asked for
// every later key too, then 64. Of a million keys fewer than one in ten ledgers has a false candidate.
struct LayerSize {
  std::size_t bits, keys;
};
constexpr std::array<LayerSize, 4> kLayers = {{{std::size_t{1} << 20, std::size_t{1} << 13},
                                               {std::size_t{1} << 23, std::size_t{1} << 16},
                                               {std::size_t{1} << 26, std::size_t{1} << 20},
                                               {std::size_t{1} << 27, std::size_t{1} << 21}}};
constexpr std::size_t kBlockWords = 8;  // one cache line
constexpr int kBitsPerKey = 7;

std::size_t block_of(const std::vector<std::uint64_t>& words, const RecordKey& key) {
  const std::size_t blocks = words.size() / kBlockWords;
  return static_cast<std::size_t>(key.high & (blocks - 1)) * kBlockWords;
}

// The bits of a key lie in one block; nine bits of `low` choose each.
template <typename Use>
void for_bits(const RecordKey& key, Use use) {
  std::uint64_t rest = key.low;
  for (int i = 0; i < kBitsPerKey; ++i, rest >>= 9U) use((rest >> 6U) & 7U, std::uint64_t{1} << (rest & 63U));
}

bool contains(const std::vector<std::uint64_t>& words, const RecordKey& key) {
  const std::size_t block = block_of(words, key);
  bool all = true;
  for_bits(key, [&](std::size_t word, std::uint64_t bit) { all = all && (words[block + word] & bit) != 0; });
  return all;
}

}  // namespace

RecordKey record_key(std::string_view first, std::string_view second, int year) {
  const auto mix = static_cast<std::uint64_t>(year);
  return {hash_text(second, hash_text(first, kMixA + mix)), hash_text(second, hash_text(first, kMixB ^ mix))};
}

void BloomFilter::grow() {
  const LayerSize size = kLayers[layers_.size()];
  layers_.push_back({std::vector<std::uint64_t>(size.bits / 64), size.keys});
}

bool BloomFilter::add(const RecordKey& key) {
  for (const Layer& layer : layers_) {
    if (contains(layer.words, key)) return false;
  }
  if (layers_.empty() || (layers_.back().room == 0 && layers_.size() < kLayers.size())) grow();
  Layer& layer = layers_.back();
  if (layer.room > 0) --layer.room;
  const std::size_t block = block_of(layer.words, key);
  for_bits(key, [&](std::size_t word, std::uint64_t bit) { layer.words[block + word] |= bit; });
  return true;
}

void DuplicateFinder::add(const RecordKey& key) {
  ++added_;
  if (!filter_.add(key)) note_candidate(key);
}

void DuplicateFinder::note_candidate(const RecordKey& key) {
  if (overflowed_) return;
  candidates_.push_back(key.high);
  if (candidates_.size() < most_held_) return;
  std::sort(candidates_.begin(), candidates_.end());
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
  if (candidates_.size() > most_held_ / 2) {
    overflowed_ = true;
    candidates_ = {};
  }
}

int DuplicateFinder::passes() {
  filter_ = {};
  std::sort(candidates_.begin(), candidates_.end());
  if (!overflowed_) return candidates_.empty() ? 0 : 1;
  shares_ = added_ / std::max<std::size_t>(most_held_, 1) + 1;
  return static_cast<int>(shares_);
}

void DuplicateFinder::begin_pass(int pass) {
  share_ = static_cast<std::uint64_t>(pass);
  const std::size_t expected = overflowed_ ? most_held_ : candidates_.size();
  std::size_t size = 16;
  while (size < expected * 2) size *= 2;
  slots_.assign(size, Slot{});
  held_ = 0;
}

bool DuplicateFinder::is_candidate(const RecordKey& key) const {
  if (overflowed_) return key.low % shares_ == share_;
  return std::binary_search(candidates_.begin(), candidates_.end(), key.high);
}

DuplicateFinder::Slot& DuplicateFinder::slot_of(const RecordKey& key) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = static_cast<std::size_t>(key.high >> 20U) & mask;
  while (slots_[i].origin.sheet >= 0 && slots_[i].key != key) i = (i + 1) & mask;
  return slots_[i];
}

void DuplicateFinder::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.origin.sheet >= 0) slot_of(slot.key) = slot;
  }
}

std::optional<RecordOrigin> DuplicateFinder::check(const RecordKey& key, const RecordOrigin& origin) {
  if (!is_candidate(key)) return std::nullopt;
  Slot& slot = slot_of(key);
  if (slot.origin.sheet >= 0) return slot.origin;
  slot = {key, origin};
  if (++held_ * 4 > slots_.size() * 3) grow();
  return std::nullopt;
}

}  // namespace nianbao
