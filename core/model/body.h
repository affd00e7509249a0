// The body whose report it is, as report.toml names it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_text.h"

namespace nianbao {

struct Contact {
  std::string address, postcode, phone, fax, email, website;
};

// A declared correction of a figure of last year's report (上年更正): excuses Y-01 and prints in section 六.
struct Correction {
  std::string cell;  // "table3.carried_out.natural_person"
  std::int64_t old_value = 0;
  std::int64_t new_value = 0;
  std::string reason;
};

struct Body {
  int year = 0;
  std::string issuer;
  std::string body;   // one of body_kinds()
  std::string level;  // one of body_levels()
  std::string scope;  // 汇总 or 本机关
  std::string locality = "national";
  std::optional<Date> date;  // 落款
  std::optional<Date> published;
  Contact contact;
  std::vector<Correction> corrections;
};

// 落款 of the report, else the last day of its year: tasks are judged and exceptions expire by it, by no
// clock.
Date report_day(const Body& body);

const std::vector<std::string>& body_kinds();
const std::vector<std::string>& body_levels();
const std::vector<std::string>& body_scopes();

}  // namespace nianbao
