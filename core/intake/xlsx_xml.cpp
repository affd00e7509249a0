#include "intake/xlsx_xml.h"

#include <Poco/Exception.h>
#include <Poco/SAX/Attributes.h>
#include <Poco/SAX/DefaultHandler.h>
#include <Poco/SAX/InputSource.h>
#include <Poco/SAX/LexicalHandler.h>
#include <Poco/SAX/SAXParser.h>
#include <fmt/format.h>

#include <exception>
#include <istream>
#include <string>

namespace nianbao {

namespace {

constexpr int kMaxDepth = 64;  // a sheet needs eight

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Hands events on. Nothing is thrown through the parser, which is C: an exception of the sink waits until the
// parser has returned.
class Handler : public Poco::XML::DefaultHandler, public Poco::XML::LexicalHandler {
 public:
  Handler(XlsxPart& part, XmlSink& sink) : part_(part), sink_(sink) {}

  void startElement(const std::string&, const std::string&, const std::string& name,
                    const Poco::XML::Attributes& attributes) override {
    part_.note_progress();
    if (++depth_ > kMaxDepth) refuse("标记层层相套，超过 64 层");
    guard([&] { sink_.open(local_name(name), XmlAttributes(attributes)); });
  }
  void endElement(const std::string&, const std::string&, const std::string& name) override {
    part_.note_progress();
    --depth_;
    guard([&] { sink_.close(local_name(name)); });
  }
  void characters(const char text[], int start, int length) override {
    part_.note_progress();
    guard([&] { sink_.text({text + start, static_cast<std::size_t>(length)}); });
  }
  void startDTD(const std::string&, const std::string&, const std::string&) override {
    refuse("含有文档类型声明（DTD），正常的工作簿没有");
  }
  void endDTD() override {}
  void startEntity(const std::string&) override {}
  void endEntity(const std::string&) override {}
  void startCDATA() override {}
  void endCDATA() override {}
  void comment(const char[], int, int) override {}

  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }
  const std::string& refusal() const { return refusal_; }

 private:
  template <typename Action>
  void guard(Action action) {
    if (part_.is_stopped()) return;
    try {
      action();
    } catch (...) {
      thrown_ = std::current_exception();
      part_.stop();
    }
  }
  void refuse(std::string why) {
    if (part_.is_stopped()) return;
    refusal_ = std::move(why);
    part_.stop();
  }

  XlsxPart& part_;
  XmlSink& sink_;
  int depth_ = 0;
  std::exception_ptr thrown_;
  std::string refusal_;
};

// What the parser stumbled over; empty when it reached the end.
std::string run_parser(XlsxPart& part, Handler& handler) {
  std::istream stream(&part);
  Poco::XML::InputSource source(stream);
  Poco::XML::SAXParser parser;
  parser.setFeature(Poco::XML::XMLReader::FEATURE_NAMESPACES, false);
  parser.setFeature(Poco::XML::XMLReader::FEATURE_EXTERNAL_GENERAL_ENTITIES, false);
  parser.setFeature(Poco::XML::XMLReader::FEATURE_EXTERNAL_PARAMETER_ENTITIES, false);
  parser.setContentHandler(&handler);
  parser.setProperty(Poco::XML::XMLReader::PROPERTY_LEXICAL_HANDLER,
                     static_cast<Poco::XML::LexicalHandler*>(&handler));
  try {
    parser.parse(&source);
  } catch (const Poco::Exception& error) {
    return error.displayText();
  } catch (const std::exception& error) {
    return error.what();
  }
  return {};
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  for (int i = 0; i < attributes_.getLength(); ++i) {
    if (local_name(attributes_.getQName(i)) == name) return attributes_.getValue(i);
  }
  return {};
}

bool parse_part(XlsxPart& part, XmlSink& sink, XlsxReport& report) {
  const char* const hint = "请用 Excel 或 WPS 打开修复后另存为 .xlsx，或重新取得完整的文件";
  Handler handler(part, sink);
  const std::string error = run_parser(part, handler);
  handler.rethrow();
  if (!handler.refusal().empty())
    return report.fail("L-09", fmt::format("工作簿的部件 {} {}", part.name(), handler.refusal()), hint);
  if (report.has_failed()) return false;
  if (part.is_stopped()) return true;
  if (!part.verify(report)) return false;
  if (!error.empty())
    return report.fail("L-09", fmt::format("工作簿的部件 {} 不是完整的 XML（{}）", part.name(), error), hint);
  return true;
}

}  // namespace nianbao
