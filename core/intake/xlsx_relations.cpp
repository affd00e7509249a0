#include "intake/xlsx_relations.h"

#include <algorithm>

#include "base/text.h"
#include "intake/xlsx_xml.h"

namespace nianbao {

namespace {

std::string_view folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
}

class RelationSink : public XmlSink {
 public:
  explicit RelationSink(std::string source) : source_(std::move(source)) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship") return;
    XlsxRelation relation;
    relation.id = attributes.get("Id");
    const std::string_view type = attributes.get("Type");
    relation.type = type.substr(type.rfind('/') + 1);
    if (attributes.get("TargetMode") != "External")
      relation.part = resolve_target(source_, attributes.get("Target"));
    relations.push_back(std::move(relation));
  }
  void close(std::string_view) override {}

  std::vector<XlsxRelation> relations;

 private:
  std::string source_;
};

}  // namespace

std::vector<XlsxRelation> read_relations(const XlsxPackage& package, const std::string& source,
                                         XlsxReport& report) {
  const std::string_view folder = folder_of(source);
  const std::string name = std::string(folder) + "_rels/" + source.substr(folder.size()) + ".rels";
  if (!package.has(name)) return {};
  const auto part = package.open_part(name, report);
  if (!part) return {};
  RelationSink sink(source);
  if (!parse_part(*part, sink, report)) return {};
  return std::move(sink.relations);
}

std::string find_related_part(const std::vector<XlsxRelation>& relations, std::string_view type) {
  const auto found = std::find_if(relations.begin(), relations.end(),
                                  [type](const XlsxRelation& relation) { return relation.type == type; });
  return found == relations.end() ? std::string() : found->part;
}

std::string resolve_target(std::string_view source, std::string_view target) {
  const bool is_absolute = starts_with(target, "/") || starts_with(target, "\\");
  const std::string joined = (is_absolute ? std::string() : std::string(folder_of(source))) +
                             replace_all(std::string(target), "\\", "/");
  std::vector<std::string_view> steps;
  for (const std::string_view step : split(joined, '/')) {
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
  }
  std::string part;
  for (const std::string_view step : steps) part.append(part.empty() ? "" : "/").append(step);
  return part;
}

}  // namespace nianbao
