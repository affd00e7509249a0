// nianbao: the command line. A dispatch table and nothing more; exit status by the contract.
#include <clocale>
#include <cstdio>
#include <exception>

#include "cli/commands.h"
#include "cli/usage.h"

namespace {

int run(int argc, char** argv) {
  nianbao::Globals globals;
  CLI::App app("年报：由台账编制政府信息公开工作年度报告", "nianbao");
  app.set_help_flag("-h,--help", "显示帮助");
  app.set_version_flag("--version", "nianbao " NIANBAO_VERSION, "显示版本");
  app.add_option("--lang", globals.lang, "问题清单的语言：zh 或 en")
      ->check(CLI::IsMember({"zh", "en"}))
      ->capture_default_str();
  app.add_flag("--quiet", globals.quiet, "只显示结论");
  app.add_option("--plugins", globals.plugins, "规则包文件夹（默认用程序自带的）")
      ->check(CLI::ExistingDirectory);
  app.add_option("--fonts", globals.fonts, "最先查找的字体文件夹")->check(CLI::ExistingDirectory);
  app.require_subcommand(1);
  app.fallthrough();
  nianbao::add_build(app, globals);
  nianbao::add_check(app, globals);
  nianbao::add_verify(app, globals);
  nianbao::add_explain(app, globals);
  nianbao::add_locality(app, globals);
  nianbao::add_doctor(app, globals);
  nianbao::speak_chinese(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    if (e.get_exit_code() == 0) return app.exit(e);  // help and version
    std::fprintf(stderr, "%s\n", nianbao::usage_error(app, e).c_str());
    return 2;
  }
  return globals.status;
}

// A list that was cut off must not look like a whole one.
bool is_all_written() {
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const int status = run(argc, argv);
    if (is_all_written()) return status;
    std::fprintf(stderr, "标准输出没有写完，例如磁盘已满\n");
  } catch (const std::exception& e) {
    std::fprintf(stderr, "程序出错：%s\n", e.what());
  } catch (...) {
    std::fprintf(stderr, "程序出错\n");
  }
  return 3;
}
