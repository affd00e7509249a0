// The numbers in front of headings and items: 一、 （一） 1. A pack says by an example how its document
// writes each level. Brackets, full stops and digits count in either width, and （2） stands for （二） where
// no other level writes numbers so.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

// From the outside in.
enum class TaskLevel { area, part, item };
inline constexpr int kTaskLevels = 3;

// How one level writes its numbers, in half width: "（一）" is "(", Chinese, ")".
struct MarkStyle {
  std::string before, after;
  bool is_chinese = false;
  std::string sample;  // as the pack wrote it
};

// Empty when the example has no 一 or 1 in it, or nothing around it.
std::optional<MarkStyle> parse_mark_style(std::string_view sample);

struct TaskMark {
  TaskLevel level = TaskLevel::item;
  int number = 0;
  bool is_odd = false;  // （2） where （二） was meant
  std::string written;  // in the pack's own style: （二）
  std::string rest;     // behind the mark, trimmed
};

class TaskMarks {
 public:
  void set(TaskLevel level, MarkStyle style) { styles_[static_cast<std::size_t>(level)] = std::move(style); }
  bool has(TaskLevel level) const { return style(level).has_value(); }
  const std::optional<MarkStyle>& style(TaskLevel level) const {
    return styles_[static_cast<std::size_t>(level)];
  }
  // The number at the beginning of the line.
  std::optional<TaskMark> find(std::string_view line) const;

 private:
  std::array<std::optional<MarkStyle>, kTaskLevels> styles_;
};

}  // namespace nianbao
