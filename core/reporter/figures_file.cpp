#include "reporter/figures_file.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "figures/figures_json.h"

namespace nianbao {

bool is_last_year(const Figures& previous, int year, const std::string& file, Diagnostics& diagnostics) {
  if (previous.year == year - 1) return true;
  Diagnostic d;
  d.code = "C-02";
  d.place.file = file;
  d.message = fmt::format("上年数据的年份是 {}，应为 {}", previous.year, year - 1);
  d.hint = "请给出上一年的 figures.json";
  diagnostics.add(std::move(d));
  return false;
}

std::optional<std::string> read_text_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::stringstream text;
  text << in.rdbuf();
  if (in.bad()) return std::nullopt;
  return text.str();
}

std::optional<Figures> read_figures_file(const NamedFile& file, Diagnostics& diagnostics) {
  if (const auto text = read_text_file(file.path))
    return read_figures_json(*text, file.shown_name, diagnostics);
  Diagnostic d;
  d.code = "L-05";
  d.place.file = file.shown_name;
  d.message = "读不出来";
  d.hint = "请核对文件名和读取权限";
  diagnostics.add(std::move(d));
  return std::nullopt;
}

}  // namespace nianbao
