#include <chrono>
#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/show.h"

namespace nianbao {

namespace {

void show_lines(const LocalityReport& report, Globals& globals) {
  for (const Diagnostic& finding : report.outcome.findings) {
    std::fprintf(stderr, "%s", finding_text(finding, globals.lang).c_str());
  }
  for (const std::string& line : report.lines) std::printf("%s\n", line.c_str());
  if (!report.outcome.failure.empty()) std::fprintf(stderr, "未完成：%s\n", report.outcome.failure.c_str());
  globals.status = report.outcome.status;
}

Setup silent_setup(const Globals& globals) {
  Setup setup = setup_of(globals);
  setup.progress = [](const std::string&, std::int64_t) {};
  return setup;
}

// A report that people read, not an output: it may know what day it is.
std::string today() {
  using namespace std::chrono;
  const year_month_day day{floor<days>(system_clock::now() + hours{8})};  // Beijing
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text;
}

void add_list(CLI::App& locality, Globals& globals) {
  CLI::App* command = locality.add_subcommand("list", "列出规则包和它们的链条");
  command->callback([&globals] { show_lines(list_localities(setup_of(globals)), globals); });
}

void add_new(CLI::App& locality, Globals& globals) {
  auto wanted = std::make_shared<NewLocality>();
  CLI::App* command = locality.add_subcommand("new", "建立一个可以运行、有注释和用例的规则包");
  command->add_option("ID", wanted->id, "规则包的名称，也是文件夹名，如 laiwu")->required();
  command->add_option("--name", wanted->name, "地方的名称，如 济南市莱芜区（默认同 ID）");
  command->add_option("--prefix", wanted->prefix, "检查编号的前缀，如 LW（默认取 ID 的前几个字母）");
  command->add_option("--extends", wanted->extends, "排在哪个规则包之后")->capture_default_str();
  command->callback([wanted, &globals] { show_lines(create_locality(*wanted, setup_of(globals)), globals); });
}

void add_test(CLI::App& locality, Globals& globals) {
  struct Options {
    std::string id;
    bool accept = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = locality.add_subcommand("test", "运行规则包的用例，列出问题、数据、报告与预期的不同");
  command->add_option("ID", options->id, "规则包的名称")->required();
  command->add_flag("--accept", options->accept, "把现在的结果记为预期");
  command->callback([options, &globals] {
    show_lines(test_locality(options->id, options->accept, silent_setup(globals)), globals);
  });
}

void add_coverage(CLI::App& locality, Globals& globals) {
  struct Options {
    std::string id;
    std::string date = today();
  };
  auto options = std::make_shared<Options>();
  CLI::App* command =
      locality.add_subcommand("coverage", "列出前面规则包的每条规则：保留、加严、有例外或不检查");
  command->add_option("ID", options->id, "规则包的名称")->required();
  command->add_option("--date", options->date, "按哪一天判断例外是否到期（默认今天）");
  command->callback([options, &globals] {
    show_lines(cover_locality(options->id, options->date, setup_of(globals)), globals);
  });
}

void add_api(CLI::App& locality) {
  auto is_meta = std::make_shared<bool>(false);
  CLI::App* command = locality.add_subcommand("api", "打印规则包的接口：plugins/API.md 就是它");
  command->add_flag("--meta", *is_meta, "编辑器补全用的注解");
  command->callback([is_meta] { std::fputs(interface_of_packs(*is_meta).c_str(), stdout); });
}

}  // namespace

void add_locality(CLI::App& app, Globals& globals) {
  CLI::App* locality = app.add_subcommand("locality", "编写规则包的工具");
  locality->require_subcommand(1);
  locality->fallthrough();
  add_list(*locality, globals);
  add_new(*locality, globals);
  add_test(*locality, globals);
  add_coverage(*locality, globals);
  add_api(*locality);
}

}  // namespace nianbao
