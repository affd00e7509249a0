#include "base/toml_words.h"

#include "base/text.h"

namespace nianbao {

namespace {

// The text in the last pair of single quotes.
std::string_view quoted_name(std::string_view description) {
  const std::size_t end = description.rfind('\'');
  const std::size_t begin =
      end == 0 || end == std::string_view::npos ? end : description.rfind('\'', end - 1);
  if (end == std::string_view::npos || begin == std::string_view::npos || begin == end) return {};
  return description.substr(begin + 1, end - begin - 1);
}

bool says(std::string_view description, std::string_view words) {
  return description.find(words) != std::string_view::npos;
}

}  // namespace

std::string toml_fault_in_words(std::string_view description) {
  if (says(description, "redefine")) {
    const std::string_view name = quoted_name(description);
    if (name.empty() || !is_valid_utf8(name)) return "同一个键写了两次";
    return "“" + std::string(name) + "”写了两次";
  }
  if (says(description, "end-of-file")) return "到文件末尾还没有写完";
  if (says(description, "UTF-8")) return "不是 UTF-8 编码";
  if (says(description, "parsing string")) return "文字的引号没有配对，或者里面有不能写的字符";
  if (says(description, "date") || says(description, "time")) return "日期不对";
  if (says(description, "parsing array")) return "列表的写法不对";
  if (says(description, "table header")) return "小节的标题不对";
  return "这一行的写法不对";
}

}  // namespace nianbao
