// The count of one application, day by day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reporter/explain.h"

namespace nianbao {

struct FoundRequest {
  Request request;
  Place place;
};

// "2024-0017" or "区教育和体育局/2024-0017", the unit by any of its names. Every application that fits, at
// most a few; `nearest` is a number like it when none does. The numbers are compared as people read them.
struct RequestSearch {
  std::vector<FoundRequest> found;
  std::string nearest;
};
RequestSearch find_request(const ExplainInput& input, const std::string& wanted);

// As lines of text or one JSON object.
void explain_clock(const ExplainInput& input, const FoundRequest& found, bool as_json, const LineSink& line);

}  // namespace nianbao
