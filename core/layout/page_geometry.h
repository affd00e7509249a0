// The sheet of GB/T 9704-2012 in points: A4, type area 156 × 225 mm, 22 lines of 28 characters. Nothing else
// in this room knows a millimetre.
#pragma once

namespace nianbao {

constexpr double millimetres(double value) {
  return value * 72 / 25.4;
}

inline constexpr double kSheetWidth = 595.276;
inline constexpr double kSheetHeight = 841.890;
inline constexpr double kMarginTop = millimetres(37);
inline constexpr double kMarginLeft = millimetres(28);
inline constexpr double kTypeWidth = millimetres(156);
inline constexpr double kTypeHeight = millimetres(225);
inline constexpr double kTypeBottom = kSheetHeight - kMarginTop - kTypeHeight;  // above the sheet's edge

inline constexpr int kGridLines = 22;
inline constexpr int kGridCharacters = 28;
inline constexpr double kLinePitch = kTypeHeight / kGridLines;
inline constexpr double kCharacterPitch = kTypeWidth / kGridCharacters;

inline constexpr double kBodySize = 16;
inline constexpr double kTitleSize = 22;
inline constexpr double kCaptionSize = 14;
inline constexpr double kNoteSize = 10.5;
inline constexpr double kNumberSize = 14;
inline constexpr double kNumberDrop = millimetres(7);

// From the middle of an em box down to the baseline, in ems: the boxes of Chinese fonts are 880 above and
// 120 below. Fonts' own line metrics are unreliable and not asked.
inline constexpr double kMiddleToBaseline = 0.38;

// The type area of a turned page, in turned coordinates.
inline constexpr double kTurnedLeft = kTypeBottom;
inline constexpr double kTurnedWidth = kTypeHeight;
inline constexpr double kTurnedHeight = kTypeWidth;
inline constexpr double kTurnedTop = kSheetWidth - kMarginLeft;

}  // namespace nianbao
