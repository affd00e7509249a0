#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "base/text.h"
#include "intake/grid_cell.h"
#include "intake/text_decoder.h"

namespace nianbao {

namespace {

constexpr std::size_t kBlock = 256UL * 1024;
constexpr std::size_t kSample = 64UL * 1024;  // looked at on both sides of the first broken byte

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kGb18030Mark = "\x84\x31\x95\x33";
constexpr std::string_view kLittleEndianMark = "\xFF\xFE";
constexpr std::string_view kBigEndianMark = "\xFE\xFF";

bool is_trail(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// A whole three-byte sequence at `p`, of which three bytes can be read.
bool is_three_byte_sequence(const char* p) {
  const auto lead = static_cast<unsigned char>(p[0]);
  if ((lead & 0xF0U) != 0xE0U || !is_trail(p[1]) || !is_trail(p[2])) return false;
  const auto second = static_cast<unsigned char>(p[1]);
  return !(lead == 0xE0 && second < 0xA0) && !(lead == 0xED && second >= 0xA0);
}

// Past the ASCII bytes and three-byte sequences that Chinese text is made of.
const char* skip_common(const char* p, const char* end) {
  static constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;
  while (end - p >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, p, sizeof word);
    if ((word & kHighBits) == 0) {
      p += 8;
      continue;
    }
    while (p < end && static_cast<unsigned char>(*p) < 0x80) ++p;
    const char* const from = p;
    while (end - p >= 3 && is_three_byte_sequence(p)) p += 3;
    if (p == from) break;
  }
  return p;
}

// The first byte that is not part of a whole UTF-8 sequence: it is broken, or the block ends within it.
const char* skip_utf8(const char* p, const char* end) {
  while (p < end) {
    p = skip_common(p, end);
    if (p == end) break;
    const std::size_t left = std::min<std::size_t>(static_cast<std::size_t>(end - p), 4);
    std::size_t length = 0;
    const std::string_view rest(p, left);
    if (next_code_point(rest, length) == 0xFFFD && rest.substr(0, 3) != "\xEF\xBF\xBD") break;
    p += length;
  }
  return p;
}

struct Survey {
  std::optional<std::int64_t> zero_byte;
  std::optional<std::int64_t> not_utf8;
  bool failed = false;
};

Survey survey_bytes(std::ifstream& file) {
  Survey survey;
  std::vector<char> block(kBlock);
  std::size_t kept = 0;  // bytes of a sequence that the last block cut
  std::int64_t offset = 0;
  while (file) {
    file.read(block.data() + kept, static_cast<std::streamsize>(block.size() - kept));
    const char* const begin = block.data();
    const char* const end = begin + kept + file.gcount();
    if (const void* zero = std::memchr(begin, 0, static_cast<std::size_t>(end - begin))) {
      survey.zero_byte = offset + (static_cast<const char*>(zero) - begin);
      return survey;
    }
    const char* stop = end;
    if (!survey.not_utf8) {
      stop = skip_utf8(begin, end);
      if (end - stop >= 4 || (stop < end && !file)) {
        survey.not_utf8 = offset + (stop - begin);
        stop = end;
      }
    }
    kept = static_cast<std::size_t>(end - stop);
    offset += stop - begin;
    std::memmove(block.data(), stop, kept);
  }
  survey.failed = file.bad();
  return survey;
}

// A UTF-8 file with a few broken bytes must not be read as GB18030: its characters would mostly decode, to
// other characters. In GB18030 text three-byte UTF-8 sequences are rare, and breaks are everywhere.
bool is_damaged_utf8(std::ifstream& file, std::int64_t broken_at) {
  const std::int64_t from = std::max<std::int64_t>(0, broken_at - static_cast<std::int64_t>(kSample));
  std::string bytes(2 * kSample, '\0');
  file.clear();
  file.seekg(from);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  int before = 0;
  int after = 0;
  int breaks = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const bool is_after = from + static_cast<std::int64_t>(at) >= broken_at;
    const char32_t c = next_code_point(bytes, at);
    if (c == 0xFFFD) {
      if (is_after) ++breaks;
    } else if (c >= 0x800) {
      ++(is_after ? after : before);
    }
  }
  return before >= 4 || after > 2 * breaks;
}

// UTF-16 without its mark: zero bytes at every other place.
bool looks_like_utf16(std::string_view head) {
  std::array<std::size_t, 2> zeros = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++zeros[i % 2];
  }
  const std::size_t most = std::max(zeros[0], zeros[1]);
  return most >= 4 && most * 20 > head.size() && std::min(zeros[0], zeros[1]) == 0;
}

}  // namespace

std::optional<TextFormat> survey_text(const std::string& path, const std::string& shown_name,
                                      Diagnostics& diagnostics) {
  std::ifstream file(path, std::ios::binary);
  std::string head(4096, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  if (starts_with(head, kLittleEndianMark) || starts_with(head, kBigEndianMark) || looks_like_utf16(head)) {
    diagnostics.add(grid_fault(
        "L-03", "文件是 UTF-16（Unicode 文本）编码，只读取 UTF-8 和 GB18030 编码的文本",
        "请用 Excel、WPS 或记事本打开，另存为“CSV UTF-8”或 .xlsx 后再运行", grid_place(shown_name)));
    return std::nullopt;
  }
  file.clear();
  file.seekg(0);
  const Survey survey = survey_bytes(file);
  Place place = grid_place(shown_name);
  if (survey.failed || !file.is_open()) {
    diagnostics.add(
        grid_fault("L-09", "文件读到一半，磁盘报错，无法读完", "请重新复制一份文件后再运行", place));
    return std::nullopt;
  }
  if (survey.zero_byte) {
    place.row = line_of_byte(path, *survey.zero_byte);
    diagnostics.add(
        grid_fault("L-07",
                   fmt::format("第 {} 行有空字节（文件第 {} 个字节），这不是文本，不能当作 CSV 读取",
                               place.row, *survey.zero_byte + 1),
                   "请用原软件打开，另存为“CSV UTF-8”或 .xlsx 后再运行", place));
    return std::nullopt;
  }
  if (!survey.not_utf8) return TextFormat{TextEncoding::utf8, starts_with(head, kUtf8Mark) ? 3 : 0};
  if (starts_with(head, kUtf8Mark) || is_damaged_utf8(file, *survey.not_utf8)) {
    place.row = line_of_byte(path, *survey.not_utf8);
    diagnostics.add(
        grid_fault("L-03",
                   fmt::format("第 {} 行有不是 UTF-8 的字节（文件第 {} 个字节），而其余文字是 UTF-8 编码",
                               place.row, *survey.not_utf8 + 1),
                   "文件可能被截断，或由两种编码拼接而成；请用原软件重新导出为“CSV UTF-8”或 .xlsx", place));
    return std::nullopt;
  }
  return TextFormat{TextEncoding::gb18030, starts_with(head, kGb18030Mark) ? 4 : 0};
}

}  // namespace nianbao
