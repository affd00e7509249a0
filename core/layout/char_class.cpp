#include "layout/char_class.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace nianbao {
namespace {

using namespace std::string_view_literals;

constexpr std::u32string_view kCannotStart =
    U"，。、；：？！）》〉」』】〕〗］｝”’…‥—―–·・•．～〜〞々〻ー％‰℃℉°′″％‐,.;:?!)]}%~℅〃"sv;
constexpr std::u32string_view kCannotEnd = U"（《〈「『【〔〖［｛“‘￥＄￡¥$£€№＃#([{〝"sv;
constexpr std::u32string_view kBlankBehind = U"，。、；：）》〉」』】〕〗］｝”’．"sv;
constexpr std::u32string_view kBlankBefore = U"（《〈「『【〔〖［｛“‘"sv;
constexpr std::u32string_view kSeparators = U"/.@-,_;?&=#:"sv;

bool contains(std::u32string_view set, char32_t character) {
  return set.find(character) != std::u32string_view::npos;
}

struct Span32 {
  char32_t first, last;
};

template <std::size_t N>
bool within(const std::array<Span32, N>& spans, char32_t character) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const Span32& s) { return s.first <= character && character <= s.last; });
}

// Latin, Greek and Cyrillic letters with their accents.
constexpr std::array<Span32, 7> kLetters = {
    {{'A', 'Z'}, {'a', 'z'}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x24F}, {0x300, 0x36F}, {0x370, 0x52F}}};
constexpr std::array<Span32, 2> kFullWidthLetters = {{{0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}}};
constexpr std::array<Span32, 8> kInvisible = {{{0x00, 0x1F},
                                               {0x7F, 0x9F},
                                               {0xAD, 0xAD},
                                               {0x200B, 0x200F},
                                               {0x202A, 0x202E},
                                               {0x2060, 0x206F},
                                               {0xFE00, 0xFE0F},
                                               {0xE0000, 0xE01EF}}};

}  // namespace

bool cannot_start_line(char32_t character) {
  return contains(kCannotStart, character) || (character >= 0x300 && character <= 0x36F);
}

bool cannot_end_line(char32_t character) {
  return contains(kCannotEnd, character);
}

bool is_blank_behind(char32_t character) {
  return contains(kBlankBehind, character);
}

bool is_blank_before(char32_t character) {
  return contains(kBlankBefore, character);
}

bool is_digit(char32_t character) {
  return (character >= '0' && character <= '9') || (character >= 0xFF10 && character <= 0xFF19);
}

bool is_letter(char32_t character) {
  return within(kLetters, character) || within(kFullWidthLetters, character);
}

bool is_run_character(char32_t character) {
  return (character > 0x20 && character < 0x7F) || is_digit(character) || is_letter(character);
}

bool is_run_separator(char32_t character) {
  return contains(kSeparators, character);
}

bool is_invisible(char32_t character) {
  return within(kInvisible, character) || character == 0xFEFF;
}

bool is_blank(char32_t character) {
  return character == 0x20 || character == 0xA0 || (character >= 0x2000 && character <= 0x200A);
}

}  // namespace nianbao
