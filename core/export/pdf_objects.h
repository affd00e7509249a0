// The little of PoDoFo that the writer uses: dictionaries, arrays and raw streams. Its fonts, pages and
// painters are kept away (they cannot subset CFF or collections, and free pages that are in use).
#pragma once

#include <podofo/podofo.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace nianbao {

// Numbers are always wrapped: AddKey(name, 0) would choose the overload for a null pointer.
PoDoFo::PdfObject pdf_integer(std::int64_t value);
// Written without a fraction where there is none.
PoDoFo::PdfObject pdf_real(double value);
PoDoFo::PdfObject pdf_text(std::string_view utf8);
PoDoFo::PdfArray pdf_numbers(std::initializer_list<double> values);

// Deflates `bytes` into the object's stream.
void set_stream(PoDoFo::PdfObject& object, std::string_view bytes);
// As they are: metadata must be readable by programs that know no PDF.
void set_plain_stream(PoDoFo::PdfObject& object, std::string_view bytes);

// At most three places, no exponent, no trailing zeros, never "-0"; whatever the locale.
std::string pdf_number(double value);

// Four digits per UTF-16 unit.
void append_utf16_hex(std::string& out, char32_t character);
void append_hex(std::string& out, std::uint16_t value);

// Keeps PoDoFo from printing. Safe to repeat.
void quiet_podofo();

}  // namespace nianbao
