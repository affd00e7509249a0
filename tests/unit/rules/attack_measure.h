// Attacks measured: each runs in a child process that tells how much processor time it took and how far the
// process grew. Under sanitizers memory is not measured: they keep what was freed.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "unit/rules/rules_support.h"

namespace nianbao::test {

struct Attack {
  const char* name;
  const char* code;     // body of the attacking check or section
  const char* finding;  // its code
  int row = 2;          // of the finding; the body begins in line 2
};

void PrintTo(const Attack& attack, std::ostream* out);

// What a child tells its parent: plain bytes.
struct Measured {
  double seconds = 0;
  long growth = 0;  // KiB
  int attack_findings = 0, others = 0;
  std::int64_t row = 0;
  char message[600] = "";
  char file[100] = "";
  char of_pack[300] = "";  // the finding that says the pack is given up
};

Measured in_child(const std::function<void(Measured&)>& work);

// Under a second, under 64 MiB.
void expect_small(const Measured& measured);

double processor_seconds();

std::string check_source(const std::string& code, const std::string& body);

// The findings of that code, and how many notes of sound rules there are: “还在运行”.
void look_at(const Diagnostics& diagnostics, const char* code, Measured& measured);

}  // namespace nianbao::test
