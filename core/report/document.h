// The neutral document: what the report says, not how a format says it. Rules and the reporter build it,
// layout and the exporters read it. It knows no ledger, no Lua and no file format.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.h"

namespace nianbao {

// A run of text in one style.
struct Span {
  std::string text;
  bool strong = false;
  bool emphasis = false;
  std::string link;  // URL; empty for plain text
  bool operator==(const Span&) const = default;
};

// Level 1: 一、 (黑体); 2: （一） (楷体); 3: 1. (仿宋 bold); 4: （1）.
struct Heading {
  int level = 1;
  std::string text;
  int line = 0;  // of the compiler's text, from 1; 0 where rules wrote it
};

enum class ParagraphKind {
  body,        // two characters indented, justified
  list_item,   // as body; `marker` stands before the text
  attachment,  // 附件说明: under the text, numbers aligned, long names hanging; `marker` is the number
  signature,   // 落款: right, four characters from the edge
  note         // small, under a table
};

struct Paragraph {
  ParagraphKind kind = ParagraphKind::body;
  std::vector<Span> spans;
  std::string marker;  // "1." or "·" for list items
  int line = 0;        // as in Heading: where it begins
};

enum class Align { left, centre, right };
enum class CellRole { heading, label, number, text };

// A cell's value: nothing (blank), a count, an amount, or text ("/" for 不适用).
using CellValue = std::variant<std::monostate, std::int64_t, Decimal, std::string>;

// Rows and columns count from 0 within the table.
struct CellRange {
  int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
  bool operator==(const CellRange&) const = default;
};

struct TableCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  CellRole role = CellRole::text;
  Align align = Align::centre;
  CellValue value;
  // How the value was derived: the sum of these cells. Set only where the sum holds; Excel writes a live
  // formula.
  std::vector<CellRange> sum_of;
};

struct Table {
  std::string name;     // "table3": anchor and key; unique in the document
  std::string caption;  // printed above; may be empty
  std::string note;     // printed below; may be empty
  int rows = 0, columns = 0;
  int heading_rows = 0;                // repeated when the table breaks over pages
  bool keep_whole = false;             // never broken over pages (table 三)
  std::vector<double> column_weights;  // relative widths, one per column
  std::vector<TableCell> cells;        // in reading order; a place covered by a span has no cell of its own
};

enum class ChartKind { columns, bars };  // upright by category; lying, for long category names

// One row of values, one per category of the chart; nothing where there is no figure.
struct ChartSeries {
  std::string name;  // in the legend; may be empty for a single series
  std::vector<CellValue> values;
};

// Drawn as vectors in PDF, native in Excel.
struct Chart {
  std::string name;  // unique in the document
  std::string title;
  std::string unit;  // of the values: "件"
  ChartKind kind = ChartKind::columns;
  bool stacked = false;
  std::vector<std::string> categories;
  std::vector<ChartSeries> series;
};

struct PageBreak {};

using Block = std::variant<Heading, Paragraph, Table, Chart, PageBreak>;

// One sheet of the workbook.
struct Sheet {
  std::string name;                // at most 31 characters, without []:*?/\ .
  std::string title;               // first row; may be empty
  std::vector<std::string> notes;  // rows under the title
  std::vector<Table> tables;       // one below the other
  std::vector<Chart> charts;       // below the tables
  bool landscape = false;
  bool data = false;  // a plain list: headings frozen, filter on, no merged cells, starts in A1 without title
};

struct Document {
  std::string title;  // 济南市莱芜区人民政府2024年政府信息公开工作年度报告
  std::string issuer;
  int year = 0;
  std::string date;  // ISO; the date of the report, or 31 December of the year: the only clock of the outputs
  bool draft = false;  // 草稿 on every page and sheet
  std::vector<Block> blocks;
  std::vector<Sheet> sheets;
};

// The text of spans without style.
std::string plain_text(const std::vector<Span>& spans);
// What a cell prints: "", "12", "4166.241619", or its text.
std::string print_value(const CellValue& value);

}  // namespace nianbao
