// The sub-commands: each adds itself to the command line and leaves the exit status when it has run.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace nianbao {

// What every command may need.
struct Globals {
  std::string lang = "zh";
  bool quiet = false;
  std::string plugins;  // folder of rule packs; empty: the one that came with the program
  std::string fonts;    // folder looked at before all others
  int status = 0;
};

void add_build(CLI::App& app, Globals& globals);
void add_check(CLI::App& app, Globals& globals);
void add_verify(CLI::App& app, Globals& globals);
void add_explain(CLI::App& app, Globals& globals);
void add_locality(CLI::App& app, Globals& globals);
void add_doctor(CLI::App& app, Globals& globals);

}  // namespace nianbao
