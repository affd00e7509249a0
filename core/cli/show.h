// Results on the terminal: findings and files on stdout, progress, failures and the verdict on stderr.
#pragma once

#include <string>

#include "cli/commands.h"
#include "reporter/reporter.h"

namespace nianbao {

// The setup that the global options describe, with a progress line when stderr is a terminal.
Setup setup_of(const Globals& globals);

// Shows the findings (as text, or with `as_json` as the array alone on stdout), the files written, and the
// verdict line; keeps the exit status.
void show(const Outcome& outcome, bool as_json, Globals& globals);

// "错误 R-01 data/requests.csv 第 12 行 G 列（答复日期）：…" with its hint on the next line.
std::string finding_text(const Diagnostic& finding, const std::string& lang);

// "通过", "通过，M 个警告" or "未通过：N 个错误，M 个警告".
std::string verdict(const Outcome& outcome, const std::string& lang);

// What the rule of a code says, in one English sentence; empty for codes of localities.
std::string english_rule(const std::string& code);

}  // namespace nianbao
