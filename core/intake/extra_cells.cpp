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

void report_standard(const ExtraColumn& extra, Diagnostics& diagnostics) {
  Diagnostic d;
  d.code = "C-02";
  d.place = extra.place;
  d.message = "field 的“" + extra.heading + "”是标准标题，不能再作自己的列";
  d.hint = "检查里用记录的标准栏目，删去这个 field";
  diagnostics.add(std::move(d));
}

// What a heading means without the pack: the column of that heading or synonym; null where it means none.
const LedgerColumn* meaning_of(const LedgerShape& shape, const std::string& heading) {
  const std::string key = heading_key(heading);
  const auto is_key = [&](const std::string& each) { return heading_key(each) == key; };
  for (const LedgerColumn& column : shape.columns) {
    if (is_key(column.heading) || std::any_of(column.synonyms.begin(), column.synonyms.end(), is_key))
      return &column;
  }
  return nullptr;
}

void report_repointed(const LocalHeading& heading, const LedgerColumn& column, Diagnostics& diagnostics) {
  Diagnostic d;
  d.code = "C-02";
  d.place = heading.place;
  d.message = "field 把“" + heading.heading + "”对应到“" + heading.means + "”，但它是“" + column.heading +
              "”的标准写法，不能改作别的列";
  d.hint = "删去这个 field；这一列确实是“" + heading.means + "”的，在台账里改标题";
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
  const LedgerShape standard_shape = shape;
  for (const LocalHeading& heading : source.headings) {
    LedgerColumn* column = find_column(shape, heading.means);
    const LedgerColumn* standard = meaning_of(standard_shape, heading.heading);
    if (column == nullptr) {
      report_unknown(shape, heading, diagnostics);
    } else if (standard != nullptr && standard->heading != column->heading) {
      report_repointed(heading, *standard, diagnostics);
    } else {
      column->synonyms.push_back(heading.heading);
    }
  }
  for (const ExtraColumn& extra : source.extra) {
    if (meaning_of(standard_shape, extra.heading) != nullptr) report_standard(extra, diagnostics);
    for (LedgerColumn& column : shape.columns) forget(column.doubtful, extra.heading);
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
