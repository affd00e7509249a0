#include "model/body.h"

#include "calendar/report_year.h"

namespace nianbao {

Date report_day(const Body& body) {
  return body.date.value_or(ReportYear(body.year).last_day());
}

const std::vector<std::string>& body_kinds() {
  static const std::vector<std::string> kKinds = {"政府",     "政府办公室", "部门",
                                                  "乡镇政府", "街道办事处", "开发区管委会"};
  return kKinds;
}

const std::vector<std::string>& body_levels() {
  static const std::vector<std::string> kLevels = {"国家级", "省级", "市级", "县级", "乡级", "部门"};
  return kLevels;
}

const std::vector<std::string>& body_scopes() {
  static const std::vector<std::string> kScopes = {"汇总", "本机关"};
  return kScopes;
}

}  // namespace nianbao
