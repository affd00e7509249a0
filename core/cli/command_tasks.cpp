#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/show.h"

namespace nianbao {

void add_tasks(CLI::App& app, Globals& globals) {
  auto order = std::make_shared<TaskLedgerOrder>();
  CLI::App* command = app.add_subcommand("tasks", "由政务公开工作要点文件写出任务台账");
  command->add_option("DOCUMENT", order->document, "要点文件：纯文本、.docx、.xlsx 或 .csv")->required();
  command->add_option("--locality", order->locality, "用哪个规则包的 tasks.lua；没有的写 national，只读表格")
      ->required();
  command->add_option("--issued", order->issued, "印发日期，如 2024-06-26；文件里有日期的按文件");
  command->add_option("-o,--out", order->out, "要写的台账，如 tasks.csv")->required();
  command->callback([order, &globals] {
    const TaskLedger result = write_task_ledger(*order, setup_of(globals));
    const Outcome& outcome = result.outcome;
    if (!globals.quiet) {
      for (const Diagnostic& finding : outcome.findings) {
        std::fprintf(stderr, "%s", finding_text(finding, globals.lang).c_str());
      }
      for (const std::string& file : outcome.written) {
        std::printf(globals.lang == "en" ? "wrote %s: %zu tasks\n" : "已写出 %s：%zu 项任务\n", file.c_str(),
                    result.tasks);
      }
      std::fflush(stdout);
    }
    if (!outcome.failure.empty()) {
      std::fprintf(stderr, globals.lang == "en" ? "not finished: %s\n" : "未完成：%s\n",
                   outcome.failure.c_str());
    }
    std::fprintf(stderr, "%s\n", verdict(outcome, globals.lang).c_str());
    globals.status = outcome.status;
  });
}

}  // namespace nianbao
