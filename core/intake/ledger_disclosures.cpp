// 主动公开: one unit and item of table 二 a row. Which columns a row needs depends on its item; the others
// may hold anything. Rows that only count publications (渠道, 类别, 条数) are not of table 二 and pass by.
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "intake/ledger_readers.h"
#include "intake/ledger_values.h"

namespace nianbao {

namespace {

struct Column {
  enum Number : int {
    unit,
    item,
    issued,
    repealed,
    valid,
    decisions,
    charge_wan,   // 万元
    charge_yuan,  // 元
    channel,
    kind,
    publications
  };
};

const LedgerShape& disclosures_shape() {
  static const LedgerShape kShape = {
      "disclosures",
      "主动公开台账",
      {{"单位", {}, {}},
       {"项目", {}, {}},
       {"本年制发件数", {}, {}},
       {"本年废止件数", {}, {}},
       {"现行有效件数", {}, {}},
       {"处理决定数量", {"本年处理决定数量"}, {}},
       {"收费金额(万元)", {"本年收费金额(万元)", "本年收费金额(单位:万元)"}, {}},
       {"收费金额(元)", {"本年收费金额(元)", "本年收费金额(单位:元)"}, {}},
       {"渠道", {}, {}},
       {"类别", {}, {}},
       {"条数", {}, {}}},
      {{Column::unit}, {Column::item, Column::publications}},
      Column::unit};
  return kShape;
}

std::vector<std::string> item_labels() {
  return labels_of(kDisclosureItems, [](int i) { return form_name(static_cast<DisclosureItem>(i)).label; });
}

class DisclosureBuilder {
 public:
  DisclosureBuilder(const UnitRegister& units, std::vector<Disclosure>& rows) : units_(units), rows_(rows) {}

  void build(LedgerRow& row) {
    if (counts_publications(row)) return;
    Disclosure disclosure;
    disclosure.place = row.place();
    if (const UnitFinder::Found* found = units_.read(row, Column::unit)) disclosure.unit = found->name;
    if (!read_item(row, disclosure)) return;
    read_figures(row, disclosure);
    if (row.failed()) {
      faulty_.insert(form_name(disclosure.item).key);
    } else {
      keep(row, std::move(disclosure));
    }
  }

  // Keys of the items that a row was left out of.
  const std::set<std::string>& faulty() const { return faulty_; }

 private:
  static bool counts_publications(const LedgerRow& row) {
    return row.is_blank(Column::item) &&
           !(row.is_blank(Column::channel) && row.is_blank(Column::publications));
  }

  static bool read_item(LedgerRow& row, Disclosure& disclosure) {
    if (!row.require(Column::item)) return false;
    const std::string_view text = row.text(Column::item);
    if (const auto item = find_disclosure_item(text)) {
      disclosure.item = *item;
      return true;
    }
    row.report("L-01", Column::item, "项目" + in_quotes(text) + "不是表二的项目",
               nearest_hint(find_like(text, item_labels())) +
                   "请填：规章、行政规范性文件、行政许可、行政处罚、行政强制、行政事业性收费。");
    return false;
  }

  void read_figures(LedgerRow& row, Disclosure& disclosure) {
    switch (disclosure.item) {
      case DisclosureItem::regulation:
      case DisclosureItem::normative_document:
        for (int i = 0; i < kDocumentCounts; ++i) {
          disclosure.counts[static_cast<std::size_t>(i)] = needed_count(row, Column::issued + i);
        }
        return;
      case DisclosureItem::licence:
      case DisclosureItem::penalty:
      case DisclosureItem::compulsion:
        disclosure.decisions = needed_count(row, Column::decisions);
        return;
      case DisclosureItem::administrative_charge:
        disclosure.charge = needed_charge(row);
        return;
    }
  }

  Cell needed_count(LedgerRow& row, int column) {
    if (!has_column(row, column) || !row.require(column)) return {};
    return read_count(row, column);
  }

  // In 万元, whichever of the two columns is filled; both have to agree.
  Amount needed_charge(LedgerRow& row) {
    const int column = row.has(Column::charge_wan) ? Column::charge_wan : Column::charge_yuan;
    const bool has_yuan = !row.is_blank(Column::charge_yuan);
    if (!has_column(row, column)) return {};
    if (row.is_blank(Column::charge_wan) && !has_yuan) {
      row.require(column);
      return {};
    }
    const Amount wan = read_money(row, Column::charge_wan);
    Amount yuan = read_money(row, Column::charge_yuan);
    if (yuan.is_number()) yuan.value = yuan.value.shifted(4);
    if (wan.is_number() && yuan.is_number() && !(wan.value == yuan.value)) {
      row.report("L-01", Column::charge_yuan,
                 "收费金额" + in_quotes(row.text(Column::charge_yuan)) + "元与" +
                     in_quotes(row.text(Column::charge_wan)) + "万元不是同一个数",
                 "1 万元等于 10000 元，请核对；只填其中一列即可。");
    }
    return wan.is_number() || !yuan.is_number() ? (wan.is_blank() ? yuan : wan) : yuan;
  }

  // A column that only some items use is missed when such an item comes: once for each sheet.
  bool has_column(LedgerRow& row, int column) {
    if (row.has(column)) return true;
    const std::string title = disclosures_shape().columns[static_cast<std::size_t>(column)].heading;
    const Place& place = row.place();
    if (missed_.insert(place.file + '\n' + place.sheet + '\n' + title).second) {
      row.report("L-02", column,
                 "项目" + in_quotes(row.text(Column::item)) + "要用“" + title + "”，表里没有这一列",
                 "请补上这一列；标题叫法不同的，在 report.toml 的 [fields.disclosures] 里对应。");
    }
    row.leave_out();
    return false;
  }

  void keep(LedgerRow& row, Disclosure disclosure) {
    const std::string key = disclosure.unit + '\n' + std::to_string(static_cast<int>(disclosure.item));
    const auto [entry, is_new] = kept_.emplace(key, row.place());
    if (is_new) {
      rows_.push_back(std::move(disclosure));
      return;
    }
    row.report("R-04", Column::item,
               in_quotes(disclosure.unit) + "的" + in_quotes(row.text(Column::item)) + "重复，" +
                   place_text(entry->second, row.place()) + "已经填报",
               "一个单位的一个项目只填一行，请合并或删去一行。");
  }

  UnitFinder units_;
  std::vector<Disclosure>& rows_;
  std::map<std::string, Place> kept_;
  std::set<std::string> missed_;
  std::set<std::string> faulty_;
};

}  // namespace

LedgerOutcome read_disclosures(const LedgerInput& input, const UnitRegister& units,
                               std::vector<Disclosure>& rows) {
  DisclosureBuilder builder(units, rows);
  LedgerOutcome outcome =
      scan_ledger(input, disclosures_shape(), [&builder](LedgerRow& row) { builder.build(row); });
  outcome.faulty = builder.faulty();
  return outcome;
}

}  // namespace nianbao
