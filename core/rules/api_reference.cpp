#include "rules/api_reference.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "model/official_form.h"
#include "rules/api.h"
#include "rules/manifest.h"

namespace nianbao {

namespace {

struct Group {
  const char* title;
  const char* owner;  // "doc:" for methods
  std::span<const ApiFunction> functions;
};

std::array<Group, 8> groups() {
  return {{{"登记", "", register_api()},
           {"改动前面的规则", "", adjust_api()},
           {"台账的栏目", "", field_api()},
           {"要点文件", "", task_api()},
           {"数和格", "", value_api()},
           {"写成文字", "", format_api()},
           {"文字里的数", "", claim_api()},
           {"写报告", "doc:", document_api()}}};
}

// "part: integer, places?: integer" -> "part, places?"; commas inside of types are none of the list's.
std::vector<std::string> parameters_of(const std::string& text) {
  std::vector<std::string> parameters;
  int depth = 0;
  std::string part;
  for (char c : text + ",") {
    if (c == '{' || c == '(' || c == '<') ++depth;
    if (c == '}' || c == ')' || c == '>') --depth;
    if (c != ',' || depth > 0) {
      part.push_back(c);
      continue;
    }
    if (!trim(part).empty()) parameters.emplace_back(trim(part));
    part.clear();
  }
  return parameters;
}

std::string name_of(const std::string& parameter) {
  return parameter.substr(0, parameter.find(':'));
}

std::string signature(const ApiFunction& function, const char* owner) {
  std::string names;
  for (const std::string& parameter : parameters_of(function.parameters)) {
    names += (names.empty() ? "" : ", ") + name_of(parameter);
  }
  return fmt::format("{}{}({})", owner, function.name, names);
}

// A bar would end the cell of a table.
std::string cell(const std::string& text) {
  return replace_all(text, "|", "\\|");
}

std::string describe(const ApiObject& object) {
  std::string text =
      fmt::format("### `{}`\n\n{}\n\n| 字段 | 类型 | 含义 |\n|---|---|---|\n", object.name, object.text);
  for (const ApiField& field : object.fields) {
    text += fmt::format("| `{}` | `{}` | {} |\n", field.name, cell(field.type), cell(field.text));
  }
  return text + "\n";
}

constexpr const char* kAliases =
    "---@alias nianbao.report fun(finding: nianbao.finding)\n"
    "---@alias nianbao.content string|(string|nianbao.span)[]\n"
    "---@alias nianbao.text_name "
    "\"overview\"|\"disclosure\"|\"requests\"|\"management\"|\"platforms\"|\"supervision\"|\"problems\"|"
    "\"other\"\n\n"
    "---@type nianbao.value\nblank = nil\n---@type nianbao.value\nnot_applicable = nil\n"
    "---@type nianbao.form\nform = nil\n\n";

std::string key_table(const char* title, const std::vector<FormName>& names) {
  std::string text = fmt::format("### {}\n\n| 键 | 官方名称 |\n|---|---|\n", title);
  for (const FormName& name : names) text += fmt::format("| `{}` | {} |\n", name.key, cell(name.label));
  return text + "\n";
}

template <typename Make>
std::vector<FormName> names_of(int count, Make make) {
  std::vector<FormName> names;
  for (int i = 0; i < count; ++i) names.push_back(make(i));
  return names;
}

// The keys of the official tables, out of the one place where they stand.
std::string keys_of_form() {
  std::string text =
      "## 行和列的键\n\n数的名称由它们组成：`table2.normative_document.issued`、"
      "`table3.refused.third_party.natural_person`、`table4.review.total`。2019 "
      "年表式的表三，其他处理只有一行 "
      "`other`。\n\n";
  text += key_table("表二的项目", names_of(kDisclosureItems,
                                           [](int i) { return form_name(static_cast<DisclosureItem>(i)); }));
  text +=
      key_table("表二前两个项目的列",
                names_of(kDocumentCounts, [](int i) { return form_name(static_cast<DocumentCount>(i)); }));
  text += key_table("表三的行", names_of(kTable3Rows, [](int i) {
                      const Row3Name& row = form_name(static_cast<Row3>(i));
                      return FormName{row.key, row.label};
                    }));
  text += key_table("表三的列", names_of(kTable3Columns, [](int i) { return table3_column(i); }));
  text +=
      key_table("表四的组", names_of(kCaseKinds, [](int i) { return form_name(static_cast<CaseKind>(i)); }));
  text += key_table("表四的列", names_of(kTable4Columns, [](int i) { return table4_column(i); }));
  return text;
}

}  // namespace

std::string api_as_markdown(const ApiFunction& function, const char* owner) {
  std::string text = fmt::format("### `{}`\n\n{}\n\n", signature(function, owner), function.text);
  for (const std::string& parameter : parameters_of(function.parameters)) {
    text += fmt::format("- `{}`：`{}`\n", name_of(parameter),
                        trim(std::string_view(parameter).substr(parameter.find(':') + 1)));
  }
  if (*function.returns != '\0') text += fmt::format("- 返回：`{}`\n", function.returns);
  if (*function.errors != '\0') text += fmt::format("- 出错：{}\n", function.errors);
  if (*function.instead != '\0') text += fmt::format("- 不再推荐：改用 `{}`\n", function.instead);
  return text + fmt::format("- 接口版本 {} 起\n\n", function.since);
}

std::string api_as_annotations(const ApiFunction& function, const char* owner) {
  std::string out = fmt::format("---{}\n", function.text);
  if (*function.instead != '\0') out += fmt::format("---@deprecated 改用 {}\n", function.instead);
  std::string names;
  for (const std::string& parameter : parameters_of(function.parameters)) {
    const std::string name = name_of(parameter);
    const bool is_optional = ends_with(name, "?");
    out += fmt::format("---@param {} {}\n", name,
                       trim(std::string_view(parameter).substr(parameter.find(':') + 1)));
    names += (names.empty() ? "" : ", ") + name.substr(0, name.size() - (is_optional ? 1 : 0));
  }
  if (*function.returns != '\0') out += fmt::format("---@return {}\n", function.returns);
  return out +
         fmt::format("function {}{}({}) end\n\n", *owner == '\0' ? "" : "nianbao_doc:", function.name, names);
}

std::string api_as_markdown() {
  std::string text = fmt::format(
      "# 规则包的接口\n\n由 `scripts/api` 从程序里的声明生成，不要手改；怎样写规则包见 "
      "[README.md](README.md)。接口版本 {}，"
      "写在 `pack.toml` 的 `api` 里。\n\n"
      "类型照 Lua 语言服务器的写法：`?` 是可以没有，`string[]` 是列表。`blank` `not_applicable` "
      "是空白和不适用两个值，"
      "`form` 是官方表的行和列（`nianbao.form`）。`nianbao.content` "
      "是文字，或者片段（`nianbao.span`）的列表。编辑器的补全用 [nianbao.meta.lua](nianbao.meta.lua)。\n\n",
      kApiVersion);
  for (const Group& group : groups()) {
    text += fmt::format("## {}\n\n", group.title);
    for (const ApiFunction& function : group.functions) text += api_as_markdown(function, group.owner);
  }
  text += "## 表\n\n";
  for (const ApiObject& object : api_objects()) text += describe(object);
  text += keys_of_form();
  text.pop_back();  // one line end at the end
  return text;
}

std::string api_as_annotations() {
  std::string out = "---@meta\n-- 由 scripts/api 从程序里的声明生成，不要手改。\n\n";
  out += kAliases;
  for (const ApiObject& object : api_objects()) {
    out += fmt::format("---{}\n---@class {}\n", object.text, object.name);
    for (const ApiField& field : object.fields) {
      out += fmt::format("---@field {} {} {}\n", field.name, field.type, field.text);
    }
    out += "\n";
  }
  out += "---写报告的 doc\n---@class nianbao.doc\nlocal nianbao_doc = {}\n\n";
  for (const Group& group : groups()) {
    for (const ApiFunction& function : group.functions) out += api_as_annotations(function, group.owner);
  }
  out.pop_back();
  return out;
}

}  // namespace nianbao
