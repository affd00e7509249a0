#include "cli/usage.h"

#include <fmt/format.h>

#include <vector>

#include "base/text.h"

namespace nianbao {

namespace {

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

// The innermost command that was named; null for none.
const CLI::App* chosen_command(const CLI::App& app) {
  const CLI::App* chosen = nullptr;
  for (const CLI::App* at = &app; !at->get_subcommands().empty(); at = chosen) {
    chosen = at->get_subcommands().front();
  }
  return chosen;
}

// "nianbao locality new".
std::string full_name(const CLI::App* command) {
  std::string name = "nianbao";
  if (command == nullptr) return name;
  if (command->get_parent() != nullptr) name = full_name(command->get_parent());
  return command->get_parent() == nullptr ? name : name + " " + command->get_name();
}

std::string unknown_argument(const CLI::App& app) {
  const std::vector<std::string> extras = app.remaining(true);
  if (extras.empty()) return "有不认识的参数";
  const std::string& word = extras.front();
  std::vector<std::string> known = command_names(app);
  if (const CLI::App* command = chosen_command(app)) {
    known = command_names(*command);
    for (const CLI::Option* option : command->get_options()) known.push_back(option->get_name());
  }
  const std::string* nearest = find_nearest(word, known);
  return fmt::format("不认识“{}”{}", word, nearest ? "（是不是“" + *nearest + "”？）" : "");
}

// The positional or option that CLI11 misses: "WORKSPACE is required", "--out is required".
std::string missing_argument(const std::string& message) {
  const std::string name = message.substr(0, message.find(' '));
  return name == "--out" ? "缺少输出位置：-o 文件夹或文件" : "缺少参数 " + name;
}

void set_group(CLI::App& app) {
  for (CLI::Option* option : app.get_options()) {
    option->group("选项");
    if (option->get_type_name() == "TEXT") option->type_name("文字");
  }
}

void speak_chinese(CLI::App& app, const std::shared_ptr<CLI::Formatter>& formatter) {
  set_group(app);
  app.formatter(formatter);
  if (app.get_help_ptr() != nullptr) app.get_help_ptr()->description("显示帮助");
  for (CLI::App* command : app.get_subcommands(nullptr)) {
    command->group("命令");
    command->footer("另见 nianbao --help 的公共选项（--plugins --fonts --lang --quiet）");
    speak_chinese(*command, formatter);
  }
}

}  // namespace

void speak_chinese(CLI::App& app) {
  auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("Usage", "用法");
  formatter->label("OPTIONS", "选项");
  formatter->label("Positionals", "参数");
  formatter->label("SUBCOMMAND", "命令");
  formatter->label("SUBCOMMANDS", "命令");
  formatter->label("REQUIRED", "（必填）");
  formatter->label("TEXT", "文字");
  formatter->label("Excludes", "不能同用");
  formatter->label("Needs", "需同用");
  formatter->column_width(34);
  speak_chinese(app, formatter);
}

std::string usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const auto kind = static_cast<CLI::ExitCodes>(error.get_exit_code());
  const CLI::App* chosen = chosen_command(app);
  const bool lacks_command = chosen == nullptr || !chosen->get_subcommands(nullptr).empty();
  const std::string where = full_name(chosen) + " --help";
  std::string what;
  if (kind == CLI::ExitCodes::ExtrasError ||
      (kind == CLI::ExitCodes::RequiredError && !app.remaining(true).empty())) {
    what = unknown_argument(app);
  } else if (kind == CLI::ExitCodes::RequiredError && lacks_command) {
    const std::vector<std::string> names = command_names(chosen == nullptr ? app : *chosen);
    what = fmt::format("缺少命令，可用的有：{}", fmt::join(names, "、"));
  } else if (kind == CLI::ExitCodes::RequiredError) {
    what = missing_argument(error.what());
  } else if (kind == CLI::ExitCodes::ArgumentMismatch) {
    what = fmt::format("选项后面缺少值，或多了值（{}）", error.what());
  } else {
    what = fmt::format("参数的值不对（{}）", replace_all(error.what(), " not in ", " 不在可选的值里："));
  }
  return fmt::format("{}。用法见 {}", what, where);
}

}  // namespace nianbao
