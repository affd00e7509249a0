#include <memory>
#include <set>
#include <vector>

#include "cli/commands.h"
#include "cli/show.h"

namespace nianbao {

void add_build(CLI::App& app, Globals& globals) {
  struct Options {
    std::string workspace, out;
    std::vector<std::string> formats = {"xlsx", "pdf", "json"};
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("build", "由台账编出年度报告：Excel、PDF、figures.json 和问题清单");
  command->add_option("WORKSPACE", options->workspace, "工作区文件夹，里面有 report.toml")->required();
  command->add_option("-o,--out", options->out, "输出文件夹，没有就新建")->required();
  command->add_option("--format", options->formats, "要写的格式，用逗号隔开：xlsx,pdf,json,csv")
      ->delimiter(',')
      ->transform(CLI::IsMember(format_names(), CLI::ignore_case))
      ->capture_default_str();
  command->callback([options, &globals] {
    const std::set<std::string> formats(options->formats.begin(), options->formats.end());
    show(build_report(options->workspace, options->out, formats, setup_of(globals)), false, globals);
  });
}

}  // namespace nianbao
