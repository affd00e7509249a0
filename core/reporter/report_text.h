// A report as plain text, for people who compare two of them: one line per heading, paragraph and row.
#pragma once

#include <string>
#include <vector>

#include "report/document.h"

namespace nianbao {

// "# 一、总体情况" by level, "1. …" items, "| 单位 | 件数 |" rows; of a chart its title and values.
std::string report_as_text(const std::string& title, const std::vector<Block>& blocks);

}  // namespace nianbao
