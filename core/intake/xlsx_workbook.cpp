#include "intake/xlsx_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "intake/xlsx_relations.h"
#include "intake/xlsx_xml.h"

namespace nianbao {

namespace {

struct ListedSheet {
  std::string name;
  std::string relation;
  bool is_visible;
};

class WorkbookSink : public XmlSink {
 public:
  explicit WorkbookSink(XlsxPart& part) : part_(part) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbook") is_workbook = true;
    if (!is_workbook) part_.stop();
    if (name == "workbookPr") {
      const std::string_view epoch = attributes.get("date1904");
      epoch_1904 = epoch == "1" || epoch == "true" || epoch == "on";
    }
    if (name == "sheets") in_sheets_ = true;
    if (in_sheets_ && name == "sheet") {
      const std::string_view state = attributes.get("state");
      sheets.push_back({std::string(attributes.get("name")), std::string(attributes.get("id")),
                        state != "hidden" && state != "veryHidden"});
    }
  }
  void close(std::string_view name) override {
    if (name == "sheets") in_sheets_ = false;
  }

  std::vector<ListedSheet> sheets;
  bool epoch_1904 = false;
  bool is_workbook = false;  // by its root

 private:
  XlsxPart& part_;
  bool in_sheets_ = false;
};

// What a zip is that holds no workbook.
const char* kind_of(const XlsxPackage& package) {
  if (package.has("xl/workbook.bin")) return "二进制工作簿（.xlsb）";
  if (package.has_folder("word/")) return "Word 文档（.docx）";
  if (package.has_folder("ppt/")) return "PowerPoint 演示文稿（.pptx）";
  if (package.has("mimetype") && package.has("content.xml")) return "OpenDocument 文件（.ods、.odt）";
  if (package.has("OFD.xml")) return "版式文件（.ofd）";
  return "压缩包（.zip）";
}

std::string find_workbook_part(const XlsxPackage& package, XlsxReport& report) {
  std::string part = find_related_part(read_relations(package, "", report), "officeDocument");
  if (report.has_failed() || (!part.empty() && package.has(part))) return part;
  return "xl/workbook.xml";
}

}  // namespace

std::shared_ptr<XlsxWorkbook> XlsxWorkbook::open(const std::string& path, XlsxReport& report) {
  std::unique_ptr<XlsxPackage> package = XlsxPackage::open(path, report);
  if (!package) return nullptr;
  std::shared_ptr<XlsxWorkbook> workbook(new XlsxWorkbook(std::move(package)));
  return workbook->read(report) ? workbook : nullptr;
}

bool XlsxWorkbook::report_other_kind(XlsxReport& report) const {
  return report.fail("L-07", fmt::format("文件的内容是{}，不是 .xlsx 工作簿", kind_of(*package_)),
                     "请用 Excel 或 WPS 把表格另存为 .xlsx");
}

bool XlsxWorkbook::read(XlsxReport& report) {
  const std::string part = find_workbook_part(*package_, report);
  if (report.has_failed()) return false;
  // A package with sheets has lost its workbook part; one without never had any.
  const bool is_other =
      package_->has("xl/workbook.bin") || (!package_->has(part) && !package_->has_folder("xl/worksheets/"));
  if (is_other) return report_other_kind(report);
  const auto stream = package_->open_part(part, report);
  if (!stream) return false;
  WorkbookSink sink(*stream);
  if (!parse_part(*stream, sink, report)) return false;
  if (!sink.is_workbook) return report_other_kind(report);
  epoch_1904_ = sink.epoch_1904;

  const std::vector<XlsxRelation> relations = read_relations(*package_, part, report);
  if (report.has_failed()) return false;
  for (ListedSheet& sheet : sink.sheets) {
    const auto relation = std::find_if(relations.begin(), relations.end(),
                                       [&sheet](const XlsxRelation& r) { return r.id == sheet.relation; });
    if (relation == relations.end())
      return report.fail("L-09", fmt::format("工作簿里找不到工作表“{}”的内容，文件不完整", sheet.name),
                         "请重新取得完整的文件，或用 Excel、WPS 打开修复后另存为 .xlsx");
    if (relation->type == "worksheet")
      sheets_.push_back({std::move(sheet.name), relation->part, sheet.is_visible});
  }
  if (sheets_.empty()) return report.fail("L-06", "工作簿里没有工作表", "请填入标题行和数据后再运行");
  strings_part_ = find_related_part(relations, "sharedStrings");
  const std::string styles = find_related_part(relations, "styles");
  return styles.empty() || styles_.read(*package_, styles, report);
}

const XlsxStrings* XlsxWorkbook::strings(XlsxReport& report) {
  if (!strings_) {
    auto strings = std::make_unique<XlsxStrings>();
    if (!strings_part_.empty() && !strings->read(*package_, strings_part_, report)) return nullptr;
    strings_ = std::move(strings);
  }
  return strings_.get();
}

}  // namespace nianbao
