#include "rules/task_forms.h"

#include <ranges>

#include "rules/lua_tree.h"
#include "rules/pack_chain.h"
#include "rules/pack_runtime.h"
#include "rules/task_form_reader.h"

namespace nianbao {

namespace {

constexpr const char* kFile = "tasks.lua";

}  // namespace

std::optional<TaskForm> load_task_form(const std::string& plugins_folder, const std::string& locality,
                                       Diagnostics& diagnostics) {
  const auto chain = read_chain(plugins_folder, locality, diagnostics);
  if (!chain) return std::nullopt;
  for (const Pack& pack : std::ranges::reverse_view(*chain)) {
    if (pack.is_too_new()) return std::nullopt;  // M-04 is reported
    const auto script = pack.scripts.find(kFile);
    if (script == pack.scripts.end()) continue;
    PackRuntime runtime(pack, {}, LuaLimits{});
    const bool has_run = runtime.start_file(kFile, diagnostics);
    for (Diagnostic& note : runtime.take_notes()) diagnostics.add(std::move(note));
    if (!has_run) return std::nullopt;
    const std::string shown = pack.shown_folder + "/" + kFile;
    const auto& declared = runtime.registry().task_document;
    if (!declared) {
      Diagnostic fault;
      fault.code = "C-02";
      fault.place.file = shown;
      fault.message = "tasks.lua 没有写 task_document{ … }";
      fault.hint = "写法见 plugins/README.md";
      diagnostics.add(std::move(fault));
      return std::nullopt;
    }
    lua_rawgeti(runtime.lua(), LUA_REGISTRYINDEX, declared->table);
    const LuaTree table = copy_lua_value(runtime.lua(), -1);
    return read_task_form(table, {shown, *script->second, declared->line}, diagnostics);
  }
  return TaskForm{};
}

}  // namespace nianbao
