// What is said about a document of tasks, each with its line.
#pragma once

#include <string>
#include <utility>

#include "base/diagnostic.h"
#include "intake/document_lines.h"

namespace nianbao {

class TaskNotes {
 public:
  TaskNotes(std::string file, Diagnostics& diagnostics) : file_(std::move(file)), diagnostics_(diagnostics) {}

  Place place(const DocumentLine& line) const {
    Place place;
    place.file = file_;
    place.sheet = line.sheet;
    place.row = line.number;
    return place;
  }
  Place whole() const {
    Place place;
    place.file = file_;
    return place;
  }

  void note(const char* code, Place place, std::string message, std::string hint) {
    add(Severity::note, code, std::move(place), std::move(message), std::move(hint));
  }
  void warn(const char* code, Place place, std::string message, std::string hint) {
    add(Severity::warning, code, std::move(place), std::move(message), std::move(hint));
  }
  void fail(const char* code, Place place, std::string message, std::string hint) {
    add(Severity::error, code, std::move(place), std::move(message), std::move(hint));
  }

 private:
  void add(Severity severity, const char* code, Place place, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.severity = severity;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    diagnostic.place = std::move(place);
    diagnostics_.add(std::move(diagnostic));
  }

  std::string file_;
  Diagnostics& diagnostics_;
};

}  // namespace nianbao
