// The XML of a part as events. Names come without their prefix, so that `row` and `x:row`, transitional and
// strict workbooks are one. Document type declarations, which workbooks never have, are refused: no entity is
// ever resolved.
#pragma once

#include <Poco/SAX/Attributes.h>

#include <string_view>

#include "intake/xlsx_part.h"

namespace nianbao {

class XmlAttributes {
 public:
  explicit XmlAttributes(const Poco::XML::Attributes& attributes) : attributes_(attributes) {}
  // By local name; empty when absent.
  std::string_view get(std::string_view name) const;

 private:
  const Poco::XML::Attributes& attributes_;
};

class XmlSink {
 public:
  virtual ~XmlSink() = default;
  virtual void open(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void close(std::string_view name) = 0;
  // Text may come in pieces.
  virtual void text(std::string_view /*piece*/) {}
};

// Reads until the part ends or is stopped. False with L-09 or L-10 reported, also when the sink itself had
// reported a fault. An exception of the sink passes through.
bool parse_part(XlsxPart& part, XmlSink& sink, XlsxReport& report);

}  // namespace nianbao
