// The command line in Chinese: labels of the help and what is wrong with the arguments.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace nianbao {

void speak_chinese(CLI::App& app);

// One sentence for a command line that could not be understood.
std::string usage_error(const CLI::App& app, const CLI::ParseError& error);

}  // namespace nianbao
