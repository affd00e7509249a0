#include "export/xlsx_style.h"

#include <xlsxwriter.h>

namespace nianbao {

namespace {

constexpr const char* kFont = "宋体";
constexpr int kChineseCharset = 134;
constexpr lxw_color_t kShade = 0xEDEDED;
constexpr lxw_color_t kRed = 0xC00000;

std::uint8_t horizontal(Align align) {
  switch (align) {
    case Align::left:
      return LXW_ALIGN_LEFT;
    case Align::right:
      return LXW_ALIGN_RIGHT;
    case Align::centre:
      break;
  }
  return LXW_ALIGN_CENTER;
}

}  // namespace

lxw_format* StyleBook::find(const CellLook& look) {
  lxw_format*& format = formats_[look];
  if (format != nullptr) return format;
  format = workbook_add_format(workbook_);
  format_set_font_name(format, kFont);
  format_set_font_charset(format, kChineseCharset);
  format_set_font_size(format, look.type / 2.0);
  format_set_align(format, horizontal(look.align));
  format_set_align(format, look.top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
  if (look.bold) format_set_bold(format);
  if (look.border) format_set_border(format, LXW_BORDER_THIN);
  if (look.shaded) format_set_bg_color(format, kShade);
  if (look.wrap) format_set_text_wrap(format);
  if (look.red) format_set_font_color(format, kRed);
  if (!look.number_format.empty()) format_set_num_format(format, look.number_format.c_str());
  return format;
}

}  // namespace nianbao
