// JSON text in the making, laid out for people to read and to compare line by line.
#pragma once

#include <string>

#include "model/cell.h"

namespace nianbao {

std::string json_quoted(const std::string& text);

// What is no count is kept as text, so that reading it again gives V-02 again.
std::string json_value(const Cell& cell);
std::string json_value(const Amount& amount);

// An object or array in the making: members joined by commas, one per line.
class JsonLines {
 public:
  JsonLines(char open, char close, std::string indent)
      : open_(open), close_(close), indent_(std::move(indent)) {}
  void member(const std::string& key, const std::string& value) { item(json_quoted(key) + ": " + value); }
  void item(const std::string& text) { body_ += (body_.empty() ? "\n" : ",\n") + indent_ + "  " + text; }
  std::string text() const {
    return body_.empty() ? std::string{open_, close_} : open_ + body_ + "\n" + indent_ + close_;
  }

 private:
  char open_, close_;
  std::string indent_, body_;
};

}  // namespace nianbao
