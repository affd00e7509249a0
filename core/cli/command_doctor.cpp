#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/show.h"

namespace nianbao {

void add_doctor(CLI::App& app, Globals& globals) {
  auto pdf = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("doctor", "查看版本、字体和规则包，或一个 PDF 的结构");
  command->add_option("--pdf", *pdf, "要查看的 PDF 文件");
  command->callback([pdf, &globals] {
    const Report report = pdf->empty() ? describe_installation(setup_of(globals)) : describe_pdf_file(*pdf);
    for (const std::string& line : report.lines) std::printf("%s\n", line.c_str());
    if (!report.failure.empty()) std::fprintf(stderr, "未完成：%s\n", report.failure.c_str());
    globals.status = report.status;
  });
}

}  // namespace nianbao
