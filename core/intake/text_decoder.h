// Text files as UTF-8, whatever they were written in. A file is UTF-8 when all of it is; else it is GB18030.
// The decision needs the whole file, so a first fast pass (survey_text) makes it, in fixed memory, and the
// decoder then streams.
//
// Invariant: what TextDecoder hands out is valid UTF-8 without byte order mark, cut anywhere.
#pragma once

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace nianbao {

enum class TextEncoding : std::uint8_t { utf8, gb18030 };

struct TextFormat {
  TextEncoding encoding = TextEncoding::utf8;
  int mark = 0;  // bytes of the byte order mark
};

// Empty with L-03 (UTF-16, or UTF-8 with broken bytes in it), L-07 (not text) or L-09 (unreadable) reported.
std::optional<TextFormat> survey_text(const std::string& path, const std::string& shown_name,
                                      Diagnostics& diagnostics);

// The line, from 1, in which the byte at `offset` (from 0) lies. Lines end with LF, CRLF or CR.
std::int64_t line_of_byte(const std::string& path, std::int64_t offset);

class TextDecoder {
 public:
  TextDecoder(const std::string& path, TextFormat format);

  // Up to `room` bytes; 0 at the end of the file and after a fault.
  std::size_t read(char* to, std::size_t room);

  // Where the first byte stands that is not text (from 0); what comes before it has been handed out.
  std::optional<std::int64_t> broken_at() const { return broken_at_; }
  // The disk refused to go on.
  bool has_failed() const { return file_.bad() || !file_.is_open(); }

 private:
  void decode_block();

  std::ifstream file_;
  TextFormat format_;
  std::vector<char> raw_;        // GB18030 bytes: the rest of the last block, then the new one
  std::size_t raw_size_ = 0;     // bytes in use
  std::int64_t raw_offset_ = 0;  // of raw_[0] in the file
  std::string decoded_;
  std::size_t taken_ = 0;  // of decoded_
  std::optional<std::int64_t> broken_at_;
};

}  // namespace nianbao
