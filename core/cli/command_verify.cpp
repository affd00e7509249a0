#include <memory>
#include <optional>
#include <vector>

#include "cli/commands.h"
#include "cli/show.h"

namespace nianbao {

void add_verify(CLI::App& app, Globals& globals) {
  struct Options {
    std::vector<std::string> files;
    std::string previous, format = "text";
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("verify", "只凭数据核对一份年报，例如已经公布的");
  command->add_option("FILE", options->files, "figures.json 格式的数据文件，可以有多个")->required();
  command->add_option("--previous", options->previous, "上一年的 figures.json，用来核对结转");
  command->add_option("--format", options->format, "问题清单的格式：text 或 json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([options, &globals] {
    std::optional<std::string> previous;
    if (!options->previous.empty()) previous = options->previous;
    show(verify_figures(options->files, previous, setup_of(globals)), options->format == "json", globals);
  });
}

}  // namespace nianbao
