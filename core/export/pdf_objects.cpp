#include "export/pdf_objects.h"

#include <zlib.h>

#include <cassert>
#include <charconv>
#include <cmath>
#include <new>

namespace nianbao {

using PoDoFo::PdfArray;
using PoDoFo::PdfObject;

PdfObject pdf_integer(std::int64_t value) {
  return PdfObject(static_cast<PoDoFo::pdf_int64>(value));
}

PdfObject pdf_real(double value) {
  return value == std::floor(value) ? pdf_integer(static_cast<std::int64_t>(value)) : PdfObject(value);
}

PdfObject pdf_text(std::string_view utf8) {
  const auto* bytes = reinterpret_cast<const PoDoFo::pdf_utf8*>(utf8.data());
  return PdfObject(PoDoFo::PdfString(bytes, static_cast<PoDoFo::pdf_long>(utf8.size())));
}

PdfArray pdf_numbers(std::initializer_list<double> values) {
  PdfArray array;
  for (const double value : values) array.push_back(pdf_real(value));
  return array;
}

void set_stream(PdfObject& object, std::string_view bytes) {
  uLongf size = compressBound(bytes.size());
  std::string packed(size, '\0');
  const auto* source = reinterpret_cast<const Bytef*>(bytes.data());
  if (compress(reinterpret_cast<Bytef*>(packed.data()), &size, source, bytes.size()) != Z_OK)
    throw std::bad_alloc();
  PoDoFo::PdfMemoryInputStream stream(packed.data(), static_cast<PoDoFo::pdf_long>(size));
  object.GetStream()->SetRawData(&stream, static_cast<PoDoFo::pdf_long>(size));
  object.GetDictionary().AddKey("Filter", PoDoFo::PdfName("FlateDecode"));
}

void set_plain_stream(PdfObject& object, std::string_view bytes) {
  object.GetStream()->Set(bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()), PoDoFo::TVecFilters());
}

std::string pdf_number(double value) {
  assert(std::isfinite(value) && std::fabs(value) < 1e9);
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, 3).ptr;
  std::string text(digits, end);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

void append_hex(std::string& out, std::uint16_t value) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[value >> shift & 15];
}

void append_utf16_hex(std::string& out, char32_t character) {
  if (character < 0x10000) return append_hex(out, static_cast<std::uint16_t>(character));
  const char32_t rest = character - 0x10000;
  append_hex(out, static_cast<std::uint16_t>(0xD800 + (rest >> 10)));
  append_hex(out, static_cast<std::uint16_t>(0xDC00 + (rest & 0x3FF)));
}

void quiet_podofo() {
  PoDoFo::PdfError::EnableDebug(false);
  PoDoFo::PdfError::EnableLogging(false);
}

}  // namespace nianbao
