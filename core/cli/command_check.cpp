#include <memory>

#include "cli/commands.h"
#include "cli/show.h"

namespace nianbao {

void add_check(CLI::App& app, Globals& globals) {
  struct Options {
    std::string workspace, format = "text";
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("check", "查出台账和报告里的全部问题，不写文件");
  command->add_option("WORKSPACE", options->workspace, "工作区文件夹，里面有 report.toml")->required();
  command->add_option("--format", options->format, "问题清单的格式：text 或 json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([options, &globals] {
    show(check_workspace(options->workspace, setup_of(globals)), options->format == "json", globals);
  });
}

}  // namespace nianbao
