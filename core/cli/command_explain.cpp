#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/show.h"

namespace nianbao {

void add_explain(CLI::App& app, Globals& globals) {
  struct Options {
    std::string workspace, place, format = "text";
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("explain", "列出一个数由哪些记录得来，或一件申请的期限怎样逐日计算");
  command->add_option("WORKSPACE", options->workspace, "工作区文件夹")->required();
  command
      ->add_option("PLACE", options->place,
                   "数据的名称，如 table3.granted.total、requests.overdue、tasks.by_area.政策公开.late；"
                   "或 request:申请编号、request:单位/申请编号")
      ->required();
  command->add_option("--format", options->format, "text 或 json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([options, &globals] {
    const auto print = [](const std::string& line) { std::printf("%s\n", line.c_str()); };
    Setup setup = setup_of(globals);
    setup.progress = [](const std::string&, std::int64_t) {};  // lines come while it reads
    const Explained result =
        explain_place(options->workspace, options->place, options->format == "json", print, setup);
    if (!result.outcome.findings.empty()) return show(result.outcome, false, globals);
    if (!result.outcome.failure.empty()) {
      std::fprintf(stderr, "%s\n", result.outcome.failure.c_str());
    } else if (result.is_partial && !globals.quiet) {
      std::fprintf(stderr, "台账有 %lld 个错误，有错误的行没有计入；全部问题见 nianbao check\n",
                   static_cast<long long>(result.outcome.errors));
    }
    globals.status = result.outcome.status;
  });
}

}  // namespace nianbao
