// find_missing_glyphs: walks the document in the same clean text that layout draws, with the same typefaces.
#include <map>

#include "base/text.h"
#include "layout/chart_label.h"
#include "layout/paginator.h"
#include "layout/styled_text.h"
#include "report/chart.h"

namespace nianbao {
namespace {

class Finder {
 public:
  Finder(const Document& document, const TextMeasure& measure) : document_(document), measure_(measure) {}

  std::vector<MissingGlyph> find() {
    look(style_text(document_.title, FontRole::title), [] { return std::string("标题"); });
    for (const Block& block : document_.blocks) std::visit([this](const auto& part) { visit(part); }, block);
    return std::move(found_);
  }

 private:
  // The place is put into words only where a glyph is missing.
  template <typename Place>
  void look(const StyledText& text, const Place& place) {
    for (const StyledChar& styled : text.characters) {
      if (styled.character == U' ' || styled.character == 0x3000) continue;
      if (!measure_.has_glyph(styled.role, styled.character)) count(styled.character, place());
    }
  }

  void count(char32_t character, const std::string& place) {
    const auto [entry, is_new] = known_.try_emplace({place, character}, found_.size());
    if (is_new) found_.push_back({character, place, 0});
    ++found_[entry->second].count;
  }

  void visit(const Heading& heading) {
    heading_ = heading.text;
    paragraph_ = 0;
    look(style_text(heading.text, heading_role(heading.level)), [&] { return "小标题“" + heading_ + "”"; });
  }

  void visit(const Paragraph& paragraph) {
    const bool is_note = paragraph.kind == ParagraphKind::note;
    const bool is_item = paragraph.kind == ParagraphKind::list_item;
    const std::string_view marker = is_item ? std::string_view(paragraph.marker) : std::string_view();
    const StyledText text = style_spans(paragraph.spans, is_note ? FontRole::song : FontRole::fang, marker);
    if (paragraph.kind == ParagraphKind::signature) return look(text, [] { return std::string("落款"); });
    ++paragraph_;
    look(text, [&] { return section() + "第 " + std::to_string(paragraph_) + " 段"; });
  }

  void visit(const Table& table) {
    ++tables_;
    look(style_text(table.caption, FontRole::hei), [&] { return name_of(table) + " 表题"; });
    for (const TableCell& cell : table.cells) {
      const auto place = [&] {
        return name_of(table) + " 第 " + std::to_string(cell.row + 1) + " 行第 " +
               std::to_string(cell.column + 1) + " 列";
      };
      for (const StyledText& line : style_lines(print_value(cell.value), cell_role(cell.role)))
        look(line, place);
    }
    look(style_text(table.note, FontRole::song), [&] { return name_of(table) + " 表注"; });
  }

  void visit(const Chart& chart) {
    ++charts_;
    const std::string name =
        chart.title.empty() ? "第 " + std::to_string(charts_) + " 个图" : "图“" + chart.title + "”";
    const auto look_at = [&](const std::string& text, FontRole role, const char* what, std::size_t number) {
      look(style_text(text, role),
           [&] { return name + " " + what + (number == 0 ? "" : " " + std::to_string(number)); });
    };
    look_at(chart.title, FontRole::hei, "图题", 0);
    look_at(unit_text(chart), kChartRole, "单位", 0);
    look_at(no_picture(chart), kChartRole, "说明", 0);
    look_at("0123456789.-", kChartRole, "坐标轴", 0);
    for (std::size_t i = 0; i < category_count(chart); ++i)
      look_at(category_name(chart, i), kChartRole, "分类", i + 1);
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
      if (chart.series.size() > 1) look_at(series_name(chart, i), kChartRole, "图例", i + 1);
      for (const CellValue& value : chart.series[i].values)
        look_at(print_value(value), kChartRole, "数值", 0);
    }
  }

  void visit(const PageBreak& /*unused*/) {}

  std::string section() const { return heading_.empty() ? "正文开头" : "“" + heading_ + "”"; }

  std::string name_of(const Table& table) const {
    static const std::map<std::string, std::string> kOfficial = {
        {"table2", "表二"}, {"table3", "表三"}, {"table4", "表四"}};
    const auto official = kOfficial.find(table.name);
    if (official != kOfficial.end()) return official->second;
    if (!table.caption.empty()) return "表“" + table.caption + "”";
    return "第 " + std::to_string(tables_) + " 个表";
  }

  const Document& document_;
  const TextMeasure& measure_;
  std::vector<MissingGlyph> found_;
  std::map<std::pair<std::string, char32_t>, std::size_t> known_;
  std::string heading_;
  int paragraph_ = 0;
  int tables_ = 0;
  int charts_ = 0;
};

}  // namespace

std::vector<MissingGlyph> find_missing_glyphs(const Document& document, const TextMeasure& measure) {
  return Finder(document, measure).find();
}

}  // namespace nianbao
