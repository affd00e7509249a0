#include "rules/official_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "base/text.h"
#include "rules/official_tables.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestLabel = 300;  // bytes; no label of the form is longer

struct Official {
  int number;
  const char* label;
  const char* numeral;  // its section's heading begins so
  Table table;
};

bool is_same(const Table& a, const Table& b) {
  return a.rows == b.rows && a.columns == b.columns &&
         std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
                    [](const TableCell& x, const TableCell& y) {
                      return x.row == y.row && x.column == y.column && x.row_span == y.row_span &&
                             x.column_span == y.column_span && x.value == y.value;
                    });
}

// The words of a table, figures left out.
std::set<std::string> words_of(const Table& table) {
  std::set<std::string> words;
  for (const TableCell& cell : table.cells) {
    const auto* text = std::get_if<std::string>(&cell.value);
    if (text != nullptr && text->size() <= kLongestLabel && *text != "/") words.insert(name_key(*text));
  }
  return words;
}

// A table of the report, and the heading of the section in which it stands.
struct Printed {
  const Table* table;
  std::size_t block;
  std::string section;
  std::set<std::string> words;
};

std::vector<Printed> printed_tables(const std::vector<Block>& blocks) {
  std::vector<Printed> tables;
  std::string section;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (const auto* heading = std::get_if<Heading>(&blocks[i]); heading != nullptr && heading->level == 1)
      section = name_key(heading->text);
    if (const auto* table = std::get_if<Table>(&blocks[i]))
      tables.push_back({table, i, section, words_of(*table)});
  }
  return tables;
}

std::set<std::string> labels_of(const Table& official) {
  Table labels;
  std::copy_if(
      official.cells.begin(), official.cells.end(), std::back_inserter(labels.cells),
      [](const TableCell& cell) { return cell.role == CellRole::heading || cell.role == CellRole::label; });
  return words_of(labels);
}

// Four fifths of the headings and labels: a list by applicant or by result has fewer.
bool resembles(const Printed& printed, const Table& official) {
  if (printed.table->name == official.name) return true;
  const std::set<std::string> labels = labels_of(official);
  const auto shared = std::count_if(labels.begin(), labels.end(),
                                    [&](const std::string& label) { return printed.words.count(label) > 0; });
  return static_cast<std::size_t>(shared) * 5 >= labels.size() * 4;
}

class Check {
 public:
  Check(const std::vector<Block>& blocks, bool is_whole)
      : printed_(printed_tables(blocks)), is_whole_(is_whole) {}

  void look_for(const Official& official) {
    std::vector<std::size_t> same, doubles;
    for (std::size_t i = 0; i < printed_.size(); ++i) {
      if (is_same(*printed_[i].table, official.table)) {
        same.push_back(i);
      } else if (resembles(printed_[i], official.table)) {
        doubles.push_back(i);
      }
    }
    if (same.empty()) return say_missing(official, doubles);
    for (std::size_t i : doubles) {
      add(official, fmt::format("报告里除了{}，另有一张与它的栏目相同、数不同的表", official.label),
          "自己的表换别的栏目和名称，官方表只印一张", printed_[i].block);
    }
    if (same.size() > 1) {
      add(official, fmt::format("报告里{}印了 {} 次", official.label, same.size()), "官方表只印一次",
          printed_[same[1]].block);
    }
    require_place(official, same.front());
  }

  std::vector<OfficialFault> take() { return std::move(faults_); }

 private:
  void say_missing(const Official& official, const std::vector<std::size_t>& doubles) {
    const std::string hint =
        fmt::format("重写章节 table{} 时用 base() 或 doc:official_table 印出国家规定的表", official.number);
    if (!doubles.empty()) {
      add(official, fmt::format("报告里的{}被改动了", official.label), hint, printed_[doubles.front()].block);
    } else if (is_whole_) {
      add(official, fmt::format("报告里没有{}", official.label), hint, std::nullopt);
    }
  }

  void require_place(const Official& official, std::size_t at) {
    const std::size_t block = printed_[at].block;
    if (!starts_with(printed_[at].section, name_key(official.numeral))) {
      add(official, fmt::format("{}没有印在“{}”这一部分里", official.label, official.numeral),
          "把官方表印在国家规定的那一部分", block);
    } else if (at < behind_) {
      add(official, fmt::format("{}印在了前一张官方表的前面", official.label), "照表二、表三、表四的次序印",
          block);
    }
    behind_ = std::max(behind_, at);
  }

  void add(const Official& official, std::string message, std::string hint,
           std::optional<std::size_t> block) {
    faults_.push_back({official.number, std::move(message), std::move(hint), block});
  }

  std::vector<Printed> printed_;
  bool is_whole_;
  std::size_t behind_ = 0;
  std::vector<OfficialFault> faults_;
};

}  // namespace

std::vector<OfficialFault> official_faults(const Figures& figures, const std::vector<Block>& blocks,
                                           bool is_whole) {
  Check check(blocks, is_whole);
  check.look_for({2, "表二（主动公开政府信息情况）", "二、", official_table2(figures.table2)});
  check.look_for({3, "表三（收到和处理政府信息公开申请情况）", "三、", official_table3(figures.table3)});
  check.look_for({4, "表四（政府信息公开行政复议、行政诉讼情况）", "四、", official_table4(figures.table4)});
  return check.take();
}

}  // namespace nianbao
