// The inner loops of reading csv, over text that ends in a line feed as sentinel and has kScanPadding
// readable bytes behind it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace nianbao {

inline constexpr std::size_t kScanPadding = 16;

// The first delimiter, line feed or carriage return at or after `p`.
inline char* find_cell_end(char* p, char delimiter) {
#ifdef __SSE2__
  const __m128i delimiters = _mm_set1_epi8(delimiter);
  const __m128i line_feeds = _mm_set1_epi8('\n');
  const __m128i returns = _mm_set1_epi8('\r');
  while (true) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const __m128i hits =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiters),
                     _mm_or_si128(_mm_cmpeq_epi8(bytes, line_feeds), _mm_cmpeq_epi8(bytes, returns)));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hits));
    if (mask != 0) return p + __builtin_ctz(mask);
    p += sizeof bytes;
  }
#else
  while (*p != delimiter && *p != '\n' && *p != '\r') ++p;
  return p;
#endif
}

// LF, CRLF and CR each end one line.
inline std::int64_t count_line_breaks(const char* begin, const char* end) {
  std::int64_t breaks = std::count(begin, end, '\n');
  const char* p = begin;
  while (p < end) {
    p = static_cast<const char*>(std::memchr(p, '\r', static_cast<std::size_t>(end - p)));
    if (p == nullptr) break;
    ++p;
    if (p == end || *p != '\n') ++breaks;
  }
  return breaks;
}

}  // namespace nianbao
