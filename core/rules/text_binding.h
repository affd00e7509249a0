// The compiler's Markdown with its places bound to figures: {{ n(table3.received.total) }} becomes 388. A
// place holds a Lua expression over the figures by their JSON names and the formatting functions, evaluated
// in a sandbox of its own; it says a text, a count or an amount.
#pragma once

#include <memory>
#include <string>

#include "base/diagnostic.h"
#include "figures/figures.h"

namespace nianbao {

struct BoundText {
  std::string text;    // as it is printed; a place that failed reads （此处有误）
  std::string masked;  // the same lines with every place as one byte 0x02: what was written by hand
  int places = 0;
};

class TextBinder {
 public:
  // `previous` may be null. Both must outlive the binder.
  TextBinder(const Figures& figures, const Figures* previous);
  ~TextBinder();
  TextBinder(const TextBinder&) = delete;
  TextBinder& operator=(const TextBinder&) = delete;

  // Lines stay lines. Each place that cannot be evaluated is C-02 at its line, with the nearest name; a {{
  // without its }} on the line is left for X-05.
  BoundText bind(const std::string& markdown, const std::string& file, Diagnostics& diagnostics);

  // A sentence for the methods where shares were closed to 100 %; empty otherwise.
  std::string convention() const;

 private:
  struct State;
  class Binding;
  std::unique_ptr<State> state_;
};

}  // namespace nianbao
