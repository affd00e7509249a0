// What a file is by its first bytes, whatever its name says.
#pragma once

#include <cstdint>
#include <string>

namespace nianbao {

enum class FileKind : std::uint8_t {
  text,              // nothing else was recognised; may still be no text
  package,           // a zip: .xlsx and its kin
  cut_package,       // the first bytes of a zip and no more
  old_office,        // an OLE compound file: .xls, .doc, .et
  encrypted_office,  // an OLE compound file around an encrypted .xlsx
  other              // something that is no table; `name` says what
};

struct FileSignature {
  FileKind kind = FileKind::text;
  std::string name;  // "PNG 图片"; for FileKind::other
  bool has_zero_bytes = false;
};

// Reads the head of the file; of a compound file all of it, in fixed memory.
FileSignature sign_file(const std::string& path);

}  // namespace nianbao
