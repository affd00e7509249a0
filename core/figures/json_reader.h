// Reading a JSON object strictly: what is unknown is a note with the nearest key (N-02), what holds the wrong
// type is a fault (C-02) and the reading goes on, so that one run tells all.
#pragma once

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/cell.h"

namespace nianbao {

// A count may be written 3 or 3.0; anything else is kept as invalid.
Cell json_cell(const Poco::Dynamic::Var& value);
// Text or a whole number; a binary fraction is invalid.
Amount json_amount(const Poco::Dynamic::Var& value);

class JsonReader {
 public:
  using Object = Poco::JSON::Object::Ptr;
  using Array = Poco::JSON::Array::Ptr;

  JsonReader(const std::string& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  bool failed() const { return failed_; }
  void fault(const std::string& path, const std::string& message);
  void note_unknown(const Object& object, const std::string& path, const std::vector<std::string>& known);

  // Each is empty (null, blank) for an absent or null key, and for a value of another type with a fault.
  // `parent` is the path of the object, "" for the file itself.
  std::string text(const Object& object, const std::string& key, const std::string& parent);
  std::optional<std::int64_t> whole(const Object& object, const std::string& key, const std::string& parent);
  bool flag(const Object& object, const std::string& key, const std::string& parent);  // absent: false
  Object object(const Object& parent, const std::string& key, const std::string& path);
  Array array(const Object& parent, const std::string& key, const std::string& path);

  // The objects of an array, each with its path ("requests.by_unit[3]"); an entry that is none is a fault.
  template <typename Take>
  void for_each_object(const Object& parent, const std::string& key, const std::string& path, Take take) {
    const Array entries = array(parent, key, path);
    for (std::size_t i = 0; entries && i < entries->size(); ++i) {
      const Object entry = entries->getObject(static_cast<unsigned>(i));
      const std::string place = path + "[" + std::to_string(i) + "]";
      if (entry) {
        take(entry, place);
      } else {
        fault(place, "应为对象 {…}");
      }
    }
  }

 private:
  void report(const char* code, Severity severity, const std::string& cell, const std::string& message);

  const std::string& file_;
  Diagnostics& diagnostics_;
  bool failed_ = false;
};

}  // namespace nianbao
