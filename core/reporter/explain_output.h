// What explain prints, line by line as it is found: a figure may stand for a million records. As text, or as
// one JSON object whose records are its lines.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "model/cell.h"

namespace nianbao {

using LineSink = std::function<void(const std::string&)>;

// A fact of a record: its name in JSON, and its text. Blank ones are left out.
struct Fact {
  const char* key;
  const char* label;  // before the text, as in "收到 2024-01-05"; may be empty
  std::string text;
};

class ExplainOutput {
 public:
  ExplainOutput(bool as_json, const LineSink& line) : as_json_(as_json), line_(line) {}

  // `value` is what the report says.
  void begin(const std::string& name, const std::string& words, const Amount& value);
  // One record that adds `value` to the figure.
  void record(const Place& place, const std::vector<Fact>& facts, const Amount& value);
  void end();

 private:
  void end_text();

  bool as_json_;
  const LineSink& line_;
  Amount value_, sum_;
  std::int64_t records_ = 0;
};

}  // namespace nianbao
