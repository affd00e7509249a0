#include "export/pdf_font_policy.h"

#include <array>

namespace nianbao {
namespace {

using enum FontStanding;

// A light face in a bold role gets a stroke; the numbers were chosen by eye at 16 and 22 pt.
constexpr double kBodyBold = 0.028;
constexpr double kTitleBold = 0.025;

constexpr std::array kTitle = {
    FontPreference{"方正小标宋简体", standard},
    FontPreference{"FZXBSJW--GB1-0", standard},
    FontPreference{"FZXiaoBiaoSong-B05S", standard},
    FontPreference{"方正小标宋_GBK", standard},
    FontPreference{"FZXBSK--GBK1-0", standard},
    FontPreference{"FZXiaoBiaoSong-B05", standard},
    FontPreference{"华文中宋", stand_in},
    FontPreference{"STZhongsong", stand_in},
    FontPreference{"FandolSong-Bold", stand_in},
    FontPreference{"NotoSerifCJKsc-Bold", substitute},
    FontPreference{"SourceHanSerifSC-Bold", substitute},
    FontPreference{"SourceHanSerifCN-Bold", substitute},
    FontPreference{"SimSun", substitute, kTitleBold},
    FontPreference{"FandolSong-Regular", substitute, kTitleBold},
};
constexpr std::array kSong = {
    FontPreference{"SimSun", standard},
    FontPreference{"宋体", standard},
    FontPreference{"NSimSun", standard},
    FontPreference{"新宋体", standard},
    FontPreference{"方正书宋简体", standard},
    FontPreference{"方正书宋_GBK", standard},
    FontPreference{"华文宋体", standard},
    FontPreference{"STSong", standard},
    FontPreference{"FandolSong-Regular", stand_in},
    FontPreference{"NotoSerifCJKsc-Regular", substitute},
    FontPreference{"SourceHanSerifSC-Regular", substitute},
    FontPreference{"SourceHanSerifCN-Regular", substitute},
    FontPreference{"AR PL UMing CN", substitute},
};
constexpr std::array kHei = {
    FontPreference{"SimHei", standard},
    FontPreference{"黑体", standard},
    FontPreference{"方正黑体简体", standard},
    FontPreference{"方正黑体_GBK", standard},
    FontPreference{"华文黑体", standard},
    FontPreference{"STHeiti", standard},
    FontPreference{"FandolHei-Regular", stand_in},
    FontPreference{"NotoSansCJKsc-Medium", substitute},
    FontPreference{"SourceHanSansSC-Medium", substitute},
    FontPreference{"NotoSansCJKsc-Regular", substitute},
    FontPreference{"SourceHanSansSC-Regular", substitute},
    FontPreference{"WenQuanYi Zen Hei", substitute},
    FontPreference{"Microsoft YaHei", substitute},
    FontPreference{"微软雅黑", substitute},
};
constexpr std::array kKai = {
    FontPreference{"楷体_GB2312", standard},
    FontPreference{"KaiTi_GB2312", standard},
    FontPreference{"KaiTi", standard},
    FontPreference{"楷体", standard},
    FontPreference{"方正楷体简体", standard},
    FontPreference{"方正楷体_GBK", standard},
    FontPreference{"华文楷体", standard},
    FontPreference{"STKaiti", standard},
    FontPreference{"FandolKai-Regular", stand_in},
    FontPreference{"LXGW WenKai", substitute},
    FontPreference{"霞鹜文楷", substitute},
    FontPreference{"AR PL UKai CN", substitute},
};
constexpr std::array kFang = {
    FontPreference{"仿宋_GB2312", standard},     FontPreference{"FangSong_GB2312", standard},
    FontPreference{"FangSong", standard},        FontPreference{"仿宋", standard},
    FontPreference{"方正仿宋简体", standard},    FontPreference{"方正仿宋_GBK", standard},
    FontPreference{"方正仿宋_GB2312", standard}, FontPreference{"FZFSJW--GB1-0", standard},
    FontPreference{"FZFangSong-Z02S", standard}, FontPreference{"华文仿宋", standard},
    FontPreference{"STFangsong", standard},      FontPreference{"FandolFang-Regular", stand_in},
    FontPreference{"朱雀仿宋", substitute},      FontPreference{"LXGW WenKai", substitute},
    FontPreference{"霞鹜文楷", substitute},      FontPreference{"AR PL UMing CN", substitute},
};
// The first two reach the whole list of 8105; the later ones are better than a box.
constexpr std::array kSerifFallback = {
    FontPreference{"NotoSerifCJKsc-Regular", fallback},
    FontPreference{"BabelStone Han", fallback},
    FontPreference{"HanaMinA", fallback},
    FontPreference{"HanaMinB", fallback},
    FontPreference{"SimSun-ExtB", fallback},
    FontPreference{"LXGW WenKai", fallback},
    FontPreference{"AR PL UMing CN", fallback},
    FontPreference{"NotoSansCJKsc-Regular", fallback},
    FontPreference{"WenQuanYi Zen Hei", fallback},
    FontPreference{"WenQuanYi Micro Hei", fallback},
    FontPreference{"Droid Sans Fallback", fallback},
};
constexpr std::array kSansFallback = {
    FontPreference{"NotoSansCJKsc-Regular", fallback},
    FontPreference{"WenQuanYi Zen Hei", fallback},
};
constexpr std::array kBrushFallback = {FontPreference{"LXGW WenKai", fallback}};

std::span<const FontPreference> own_faces(FontRole role) {
  switch (role) {
    case FontRole::title:
      return kTitle;
    case FontRole::song:
      return kSong;
    case FontRole::hei:
      return kHei;
    case FontRole::kai:
      return kKai;
    case FontRole::fang:
    case FontRole::fang_bold:
      return kFang;
  }
  return {};
}

std::span<const FontPreference> near_fallback(FontRole role) {
  if (role == FontRole::hei) return kSansFallback;
  if (role == FontRole::title || role == FontRole::song) return {};
  return kBrushFallback;
}

}  // namespace

std::vector<FontPreference> font_preferences(FontRole role) {
  std::vector<FontPreference> chain;
  for (const auto part :
       {own_faces(role), near_fallback(role), std::span<const FontPreference>(kSerifFallback)}) {
    chain.insert(chain.end(), part.begin(), part.end());
  }
  for (FontPreference& preference : chain) {
    if (role == FontRole::fang_bold) preference.stroke = kBodyBold;
    if (role == FontRole::title && preference.standing == fallback) preference.stroke = kTitleBold;
    if (role == FontRole::hei && preference.name == "BabelStone Han") preference.stroke = kBodyBold;
  }
  return chain;
}

std::string_view role_label(FontRole role) {
  switch (role) {
    case FontRole::title:
      return "小标宋（标题）";
    case FontRole::song:
      return "宋体（表格、页码）";
    case FontRole::hei:
      return "黑体（一级标题、表头）";
    case FontRole::kai:
      return "楷体（二级标题）";
    case FontRole::fang:
      return "仿宋（正文）";
    case FontRole::fang_bold:
      return "仿宋加粗（三级标题）";
  }
  return "";
}

}  // namespace nianbao
