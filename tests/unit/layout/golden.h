// Compares with a file of tests/unit/layout/expected. With NIANBAO_ACCEPT set, writes it instead: read the
// diff then.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace nianbao {

inline void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string(NIANBAO_SOURCE) + "/tests/unit/layout/expected/" + name;
  if (std::getenv("NIANBAO_ACCEPT") != nullptr) {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  std::stringstream wanted;
  wanted << file.rdbuf();
  EXPECT_TRUE(file) << path;
  EXPECT_EQ(text, wanted.str()) << path;
}

}  // namespace nianbao
