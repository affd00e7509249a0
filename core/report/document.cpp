#include "report/document.h"

namespace nianbao {

std::string plain_text(const std::vector<Span>& spans) {
  std::string text;
  for (const Span& span : spans) text += span.text;
  return text;
}

namespace {

struct Printer {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(std::int64_t count) const { return std::to_string(count); }
  std::string operator()(const Decimal& amount) const { return amount.to_string(); }
  std::string operator()(const std::string& text) const { return text; }
};

}  // namespace

std::string print_value(const CellValue& value) {
  return std::visit(Printer{}, value);
}

}  // namespace nianbao
