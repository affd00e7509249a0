// What the tests of the rules share: packs in a folder of their own, figures that are right, findings as
// text.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rules/rule_book.h"

namespace nianbao::test {

// A folder of packs that is removed with the object. Holds a national pack with nothing in it.
class PackFolder {
 public:
  PackFolder();
  ~PackFolder();
  PackFolder(const PackFolder&) = delete;
  PackFolder& operator=(const PackFolder&) = delete;

  // Writes plugins/<id>/<file>; pack.toml of an own pack is written by add_pack.
  void write(const std::string& file, const std::string& content) const;
  void add_pack(const std::string& id, const std::string& more_lines = "") const;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// "T3-01 error table3.total.enterprise", in order.
std::vector<std::string> brief(const Diagnostics& diagnostics);
// The findings of one code.
std::vector<Diagnostic> with_code(const Diagnostics& diagnostics, const std::string& code);

// Figures of a county government in which every check is content: 100 received, 3 carried in, 98 closed, 5
// carried out.
Figures sound_figures();
Body sound_body();

// The findings of the national pack.
Diagnostics check_national(const RuleInput& input);
std::vector<Block> report_national(const RuleInput& input, Diagnostics& diagnostics);

// All paragraphs and headings, one per line.
std::string text_of(const std::vector<Block>& blocks);

// Loads packs up to `locality` and runs their checks on sound figures; findings of loading included.
Diagnostics run_checks(const PackFolder& folder, const std::string& locality);

// What a section whose function has this body writes on sound figures.
std::vector<Block> written_by(const std::string& lua, Diagnostics& diagnostics);

}  // namespace nianbao::test
