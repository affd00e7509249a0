#include "intake/text_decoder.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/gb18030.h"

namespace nianbao {

namespace {

constexpr std::size_t kBlock = 64UL * 1024;

// Bytes of the GB18030 sequence at `p`; `left` bytes follow. 0: it is cut off.
std::size_t sequence_length(const char* p, std::size_t left) {
  if (static_cast<unsigned char>(*p) < 0x80) return 1;
  if (left < 2) return 0;
  const std::size_t length = p[1] >= '0' && p[1] <= '9' ? 4 : 2;
  return length <= left ? length : 0;
}

// Bytes up to the end of the last whole sequence.
std::size_t whole_sequences(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t length = sequence_length(bytes.data() + at, bytes.size() - at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

// Bytes before the first sequence that is not GB18030.
std::size_t valid_prefix(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t length = sequence_length(bytes.data() + at, bytes.size() - at);
    if (length == 0 || (length > 1 && !gb18030_to_utf8(bytes.substr(at, length)))) break;
    at += length;
  }
  return at;
}

}  // namespace

TextDecoder::TextDecoder(const std::string& path, TextFormat format)
    : file_(path, std::ios::binary), format_(format), raw_offset_(format.mark) {
  file_.seekg(format.mark);
  if (format.encoding == TextEncoding::gb18030) raw_.resize(kBlock);
}

std::size_t TextDecoder::read(char* to, std::size_t room) {
  if (format_.encoding == TextEncoding::utf8) {
    file_.read(to, static_cast<std::streamsize>(room));
    return static_cast<std::size_t>(file_.gcount());
  }
  if (taken_ == decoded_.size()) decode_block();
  const std::size_t size = std::min(room, decoded_.size() - taken_);
  std::memcpy(to, decoded_.data() + taken_, size);
  taken_ += size;
  return size;
}

void TextDecoder::decode_block() {
  decoded_.clear();
  taken_ = 0;
  if (broken_at_) return;
  file_.read(raw_.data() + raw_size_, static_cast<std::streamsize>(raw_.size() - raw_size_));
  raw_size_ += static_cast<std::size_t>(file_.gcount());
  const std::string_view bytes(raw_.data(), raw_size_);
  if (bytes.empty()) return;
  // At the end of the file a sequence that is cut off is a fault; before it, it waits for the next block.
  std::size_t whole = file_.good() ? whole_sequences(bytes) : bytes.size();
  std::optional<std::string> text = gb18030_to_utf8(bytes.substr(0, whole));
  if (!text) {
    whole = valid_prefix(bytes);
    broken_at_ = raw_offset_ + static_cast<std::int64_t>(whole);
    text = gb18030_to_utf8(bytes.substr(0, whole));
  }
  decoded_ = std::move(text).value_or(std::string());
  std::memmove(raw_.data(), raw_.data() + whole, raw_size_ - whole);
  raw_size_ -= whole;
  raw_offset_ += static_cast<std::int64_t>(whole);
}

std::int64_t line_of_byte(const std::string& path, std::int64_t offset) {
  std::ifstream file(path, std::ios::binary);
  std::array<char, kBlock> block;
  std::int64_t line = 1;
  char last = '\0';
  for (std::int64_t left = offset; left > 0 && file;) {
    file.read(block.data(), std::min<std::int64_t>(left, static_cast<std::int64_t>(block.size())));
    const std::string_view bytes(block.data(), static_cast<std::size_t>(file.gcount()));
    for (const char c : bytes) {
      if (c == '\r' || (c == '\n' && last != '\r')) ++line;
      last = c;
    }
    left -= file.gcount();
  }
  return line;
}

}  // namespace nianbao
