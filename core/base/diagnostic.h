// A diagnostic is data: what is wrong, where, and what to do. Every room reports through Diagnostics;
// nothing prints outside cli/. Codes are those of the finding table in README.md.
//
// Invariant: memory is bounded. Of one code in one file and column the first kKeptPerKind findings are kept
// whole; the rest raise the `count` of one closing finding, so that a ledger with a million faults stays
// readable.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nianbao {

enum class Severity { note, warning, error };

// A place is a cell of a file the user gave (file, sheet, row, column), a figure (cell), or both.
struct Place {
  std::string file;      // relative to the workspace, as the user wrote it
  std::string sheet;     // empty for csv and text
  std::int64_t row = 0;  // line of the sheet or text, from 1; 0: the whole file
  int column = 0;        // from 1; 0: the whole row
  std::string heading;   // heading of that column
  std::string cell;      // a figure by its JSON name: "table3.total.enterprise"
  std::string unit;      // the unit whose figure or record it is
};

struct Diagnostic {
  std::string code;
  Severity severity = Severity::error;
  std::string message;  // one Chinese sentence: what is wrong, with the value found
  std::string hint;     // what was expected and what to do; may be empty
  Place place;
  std::optional<std::string> left;   // the first-named side of a comparison
  std::optional<std::string> right;  // the other side
  std::string basis;                 // the article or row of the form it rests on
  std::int64_t count = 1;            // how many places it stands for
};

class Diagnostics {
 public:
  static constexpr int kKeptPerKind = 200;

  // Whether the finding is kept whole.
  bool add(Diagnostic diagnostic);

  // Puts *** in place of each secret wherever the findings so far say it; places and counts stay.
  void conceal(const std::vector<std::string>& secrets);

  // Hands every text of the findings to `edit`: messages, hints, both sides, units.
  void edit_texts(const std::function<void(std::string&)>& edit);

  // All findings: those of the input in order of file, sheet, row and column, then the others as they came.
  std::vector<Diagnostic> sorted() const;

  // Findings, those that were folded into a closing one included.
  std::int64_t count(Severity severity) const;
  bool has_errors() const { return count(Severity::error) > 0; }

 private:
  struct Kind {
    int kept = 0;
    Diagnostic more;
    std::int64_t folded = 0;
  };
  std::vector<Diagnostic> items_;
  std::map<std::string, Kind> kinds_;
  std::int64_t counts_[3] = {0, 0, 0};
};

// "A", "Z", "AA" … for 1, 26, 27 …; empty for 0.
std::string column_letters(int column);

// "error", "warning", "note".
const char* severity_key(Severity severity);
// 错误, 警告, 提示.
const char* severity_label(Severity severity);
std::optional<Severity> find_severity(const std::string& key);

}  // namespace nianbao
