#include "layout/flow_lines.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "layout/line_breaker.h"
#include "layout/line_setter.h"
#include "layout/page_geometry.h"

namespace nianbao {
namespace {

constexpr Typesetting kBody = {kBodySize, kCharacterPitch};
constexpr Typesetting kTitle = {kTitleSize, kTitleSize};
constexpr Typesetting kCaption = {kCaptionSize, kCaptionSize};
constexpr Typesetting kNote = {kNoteSize, kNoteSize};
constexpr double kNoteLine = 1.45;  // line height of notes in font sizes
constexpr int kIndent = 2000;
constexpr const char* kAttachment = "附件：";
constexpr int kSignatureIndent = 4000;  // from the right edge

// Words of titles that look wrong in two halves.
constexpr std::array<std::u32string_view, 14> kTitleWords = {U"政府信息公开工作年度报告",
                                                             U"人民政府",
                                                             U"街道办事处",
                                                             U"办公室",
                                                             U"管理委员会",
                                                             U"委员会",
                                                             U"监督管理局",
                                                             U"管理局",
                                                             U"服务局",
                                                             U"开发区",
                                                             U"自治县",
                                                             U"自治州",
                                                             U"自治区",
                                                             U"试验区"};

// The baseline below the upper edge of a line, negative.
double baseline(double height, double size) {
  return -(height / 2 + kMiddleToBaseline * size);
}

int units(double points, const Typesetting& setting) {
  return static_cast<int>(std::lround(points * 1000 / setting.pitch));
}

struct Column {
  double left = kMarginLeft, width = kTypeWidth;
};

std::vector<FlowLine> centred_lines(const BreakableText& text, const Typesetting& setting,
                                    const Column& column, double height) {
  std::vector<FlowLine> lines;
  for (const TextLine& line : text.break_lines({units(column.width, setting), 0, Fill::balanced})) {
    const double width = text.width(line.begin, line.end) * setting.pitch / 1000;
    const LinePlace place{column.left + (column.width - width) / 2, baseline(height, setting.size)};
    lines.push_back({height, set_line(text, line, setting, place)});
  }
  return lines;
}

std::vector<FlowLine> justified_lines(const BreakableText& text, const Typesetting& setting,
                                      const Column& column, double height, int indent) {
  const int width = units(column.width, setting);
  const std::vector<TextLine> broken = text.break_lines({width, indent, Fill::justified});
  std::vector<FlowLine> lines;
  for (std::size_t i = 0; i < broken.size(); ++i) {
    const int first = i == 0 ? indent : 0;
    LinePlace place{column.left + first * setting.pitch / 1000, baseline(height, setting.size)};
    place.width = width - first;
    place.stretch = i + 1 < broken.size();
    lines.push_back({height, set_line(text, broken[i], setting, place)});
  }
  return lines;
}

}  // namespace

std::vector<FlowLine> body_lines(StyledText text, const TextMeasure& measure) {
  return justified_lines({std::move(text), measure}, kBody, {}, kLinePitch, kIndent);
}

std::vector<FlowLine> attachment_lines(StyledText name, const std::string& number, bool is_first,
                                       const TextMeasure& measure) {
  const BreakableText head(style_text(std::string(kAttachment) + number, FontRole::fang), measure);
  const BreakableText mark(style_text(is_first ? std::string(kAttachment) + number : number, FontRole::fang),
                           measure);
  const auto all_of = [](const BreakableText& text) {
    return text.break_lines({kGridCharacters * 1000, 0, Fill::justified}).front();
  };
  const TextLine head_line = all_of(head);
  const double name_left = kIndent + head.width(head_line.begin, head_line.end);
  const double left = name_left * kBody.pitch / 1000;
  std::vector<FlowLine> lines = justified_lines({std::move(name), measure}, kBody,
                                                {kMarginLeft + left, kTypeWidth - left}, kLinePitch, 0);
  if (lines.empty() || (!is_first && number.empty())) return lines;
  const TextLine mark_line = all_of(mark);
  const double mark_left = name_left - mark.width(mark_line.begin, mark_line.end);
  const LinePlace place{kMarginLeft + mark_left * kBody.pitch / 1000, baseline(kLinePitch, kBodySize)};
  std::vector<PlacedText> pieces = set_line(mark, mark_line, kBody, place);
  lines.front().pieces.insert(lines.front().pieces.begin(), pieces.begin(), pieces.end());
  return lines;
}

std::vector<FlowLine> title_lines(const std::string& title, const TextMeasure& measure) {
  BreakableText text(style_text(title, FontRole::title), measure);
  for (const std::u32string_view word : kTitleWords) text.keep_together(word);
  // 2024年 is one word here.
  for (char32_t digit = U'0'; digit <= U'9'; ++digit) text.keep_together(std::u32string{digit, U'年'});
  return centred_lines(text, kTitle, {}, kLinePitch);
}

std::vector<FlowLine> caption_lines(const std::string& caption, const TextMeasure& measure, double left,
                                    double width) {
  const BreakableText text(style_text(caption, FontRole::hei), measure);
  return centred_lines(text, kCaption, {left, width}, kLinePitch);
}

std::vector<FlowLine> note_lines(StyledText text, const TextMeasure& measure, double left, double width) {
  return justified_lines({std::move(text), measure}, kNote, {left, width}, kNoteLine * kNoteSize, 0);
}

std::vector<FlowLine> signature_lines(std::vector<StyledText> texts, const TextMeasure& measure) {
  struct Signed {
    BreakableText text;
    TextLine line;
    double width = 0;
  };
  std::vector<Signed> signed_lines;
  for (StyledText& styled : texts) {
    const BreakableText text(std::move(styled), measure);
    for (const TextLine& line : text.break_lines({kGridCharacters * 1000, 0, Fill::balanced}))
      signed_lines.push_back({text, line, text.width(line.begin, line.end) * kCharacterPitch / 1000});
  }
  if (signed_lines.empty()) return {};
  const double right = kMarginLeft + kTypeWidth;
  double middle = right - kSignatureIndent * kCharacterPitch / 1000 - signed_lines.back().width / 2;
  for (const Signed& line : signed_lines) middle = std::min(middle, right - line.width / 2);
  for (const Signed& line : signed_lines) middle = std::max(middle, kMarginLeft + line.width / 2);
  std::vector<FlowLine> lines;
  for (const Signed& line : signed_lines) {
    const LinePlace place{middle - line.width / 2, baseline(kLinePitch, kBodySize)};
    lines.push_back({kLinePitch, set_line(line.text, line.line, kBody, place)});
  }
  return lines;
}

}  // namespace nianbao
