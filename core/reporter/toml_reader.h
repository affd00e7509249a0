// report.toml read key by key: each known key is asked for once, what is left over is unknown. Wrong types
// and values (C-02) and unknown keys (C-01, with the nearest) are reported by line.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/date_text.h"

namespace nianbao {

class TomlReader {
 public:
  // `path` names the table in messages: "" for the file itself, "contact".
  TomlReader(const toml::table& table, std::string path, Diagnostics& diagnostics)
      : table_(table), path_(std::move(path)), diagnostics_(diagnostics) {}

  std::string text(const char* key);
  std::string required_text(const char* key);
  // One of `choices`, or a fault with the nearest.
  std::string choice(const char* key, const std::vector<std::string>& choices);
  std::optional<std::int64_t> whole(const char* key);
  std::optional<Date> date(const char* key);
  // A string or a list of strings, each with its line.
  struct Entry {
    std::string text;
    std::int64_t line = 0;
  };
  std::vector<Entry> texts(const char* key);
  // Every "key = text" of the table, in order of the keys.
  std::vector<std::pair<std::string, Entry>> all_texts();

  // Calls `read` with the sub-table, if it is there.
  void table(const char* key, const std::function<void(TomlReader&)>& read);
  // Calls `read` with each table of an array of tables.
  void tables(const char* key, const std::function<void(TomlReader&)>& read);

  // C-01 for every key that was not asked for.
  void finish();

  // Whether the key is there; a key that was asked for counts as known.
  bool has(const char* key) {
    known_.insert(key);
    return table_.contains(key);
  }
  void fault(const char* key, const std::string& message, const std::string& hint = {});
  std::int64_t line_of(const char* key) const;

 private:
  const toml::node* find(const char* key);
  std::string full_name(const std::string& key) const { return path_.empty() ? key : path_ + "." + key; }

  const toml::table& table_;
  std::string path_;
  Diagnostics& diagnostics_;
  std::set<std::string> asked_;
  std::set<std::string> known_;
};

}  // namespace nianbao
