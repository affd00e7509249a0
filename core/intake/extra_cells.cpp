#include "intake/extra_cells.h"

#include <algorithm>

#include "base/text.h"
#include "intake/field_map.h"
#include "intake/ledger_values.h"

namespace nianbao {

namespace {

LedgerColumn* find_column(LedgerShape& shape, const std::string& heading) {
  const auto column = std::find_if(shape.columns.begin(), shape.columns.end(), [&](const LedgerColumn& c) {
    return heading_key(c.heading) == heading_key(heading);
  });
  return column == shape.columns.end() ? nullptr : &*column;
}

void report_unknown(const LedgerShape& shape, const LocalHeading& heading, Diagnostics& diagnostics) {
  std::vector<std::string> known;
  known.reserve(shape.columns.size());
  for (const LedgerColumn& column : shape.columns) known.push_back(column.heading);
  const std::string* nearest = find_nearest(heading.means, known);
  Diagnostic d;
  d.code = "C-02";
  d.place = heading.place;
  d.message =
      "field 把“" + heading.heading + "”对应到“" + heading.means + "”，" + shape.title + "没有这个标题";
  d.hint = nearest != nullptr ? "是不是“" + *nearest + "”？" : "标准标题见 README 的“台账”";
  diagnostics.add(std::move(d));
}

void forget(std::vector<std::string>& headings, const std::string& heading) {
  std::erase_if(headings, [&](const std::string& h) { return heading_key(h) == heading_key(heading); });
}

void read_word(LedgerRow& row, int column, const ExtraColumn& extra, std::string& value) {
  const std::string_view text = row.text(column);
  if (text.empty() || is_not_applicable(text)) return;
  const std::string key = name_key(text.substr(0, kLongestName));
  const auto word = std::find_if(extra.words.begin(), extra.words.end(),
                                 [&](const std::string& w) { return name_key(w) == key; });
  if (word == extra.words.end()) {
    row.report("L-01", column, "“" + row.heading(column) + "”写的是" + in_quotes(text) + "，不是可填的词",
               "可以填：" + listed(extra.words) + "；没有的空着。");
  } else {
    value = *word;
  }
}

void read_extra(LedgerRow& row, int column, const ExtraColumn& extra, std::string& value) {
  if (!row.has(column)) return;
  switch (extra.kind) {
    case ExtraKind::date:
      if (const DateCell cell = read_date(row, column); cell.date) value = format_iso(*cell.date);
      return;
    case ExtraKind::number:
      if (const Cell cell = read_count(row, column); cell.is_number()) value = std::to_string(cell.number);
      return;
    case ExtraKind::yes_no:
      if (const auto answer = read_yes_no(row, column)) value = *answer ? "是" : "否";
      return;
    case ExtraKind::word:
      return read_word(row, column, extra, value);
  }
}

}  // namespace

LedgerShape localised(LedgerShape shape, const LedgerSource& source, Diagnostics& diagnostics) {
  for (const LocalHeading& heading : source.headings) {
    LedgerColumn* column = find_column(shape, heading.means);
    if (column == nullptr) {
      report_unknown(shape, heading, diagnostics);
    } else {
      column->synonyms.push_back(heading.heading);
    }
  }
  for (const ExtraColumn& extra : source.extra) {
    for (LedgerColumn& column : shape.columns) {
      forget(column.synonyms, extra.heading);
      forget(column.doubtful, extra.heading);
    }
    shape.columns.push_back({extra.heading, {}, {}});
  }
  return shape;
}

void read_extras(LedgerRow& row, int first, const std::vector<ExtraColumn>& extra,
                 std::vector<std::string>& values) {
  values.assign(extra.size(), {});
  const bool failed = row.failed();
  for (std::size_t i = 0; i < extra.size(); ++i) {
    read_extra(row, first + static_cast<int>(i), extra[i], values[i]);
  }
  if (!failed) row.keep();
}

}  // namespace nianbao
