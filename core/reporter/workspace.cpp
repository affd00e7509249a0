#include "reporter/workspace.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "base/toml_words.h"
#include "figures/figure_place.h"
#include "reporter/toml_reader.h"

namespace nianbao {

namespace fs = std::filesystem;

namespace {

void read_body(TomlReader& file, Body& body) {
  const auto year = file.whole("year");
  if (!file.has("year")) file.fault("year", "缺少报告年度", "请加一行 year = 2024");
  if (year && (*year < 2008 || *year > 2100)) file.fault("year", fmt::format("{} 不像报告年度", *year));
  body.year = static_cast<int>(year.value_or(0));
  body.issuer = file.required_text("issuer");
  body.body = file.choice("body", body_kinds());
  body.level = file.choice("level", body_levels());
  body.scope = file.choice("scope", body_scopes());
  if (file.has("locality")) body.locality = file.required_text("locality");
  body.date = file.date("date");
  body.published = file.date("published");
  file.table("contact", [&](TomlReader& contact) {
    body.contact.address = contact.text("address");
    body.contact.postcode = contact.text("postcode");
    body.contact.phone = contact.text("phone");
    body.contact.fax = contact.text("fax");
    body.contact.email = contact.text("email");
    body.contact.website = contact.text("website");
    contact.finish();
  });
}

void read_ledgers(TomlReader& file, Workspace& workspace, Diagnostics& diagnostics) {
  file.table("ledgers", [&](TomlReader& ledgers) {
    for (const std::string& name : ledger_names()) {
      if (!ledgers.has(name.c_str())) continue;
      LedgerSource& source = workspace.ledgers[name];
      for (const auto& entry : ledgers.texts(name.c_str())) {
        const std::int64_t before = diagnostics.count(Severity::error);
        auto found = find_ledger_files(workspace.folder, entry.text, entry.line, diagnostics);
        if (diagnostics.count(Severity::error) > before) workspace.lost_ledgers.insert(name);
        for (LedgerFile& each : found) {
          // Patterns may overlap; a file is read once.
          const bool is_known = std::any_of(
              source.files.begin(), source.files.end(),
              [&](const LedgerFile& other) { return other.path == each.path && other.sheet == each.sheet; });
          if (!is_known) source.files.push_back(std::move(each));
        }
      }
    }
    ledgers.finish();
  });
  file.table("fields", [&](TomlReader& fields) {
    for (const std::string& name : ledger_names()) {
      fields.table(name.c_str(), [&](TomlReader& mapping) {
        for (const auto& [own, canonical] : mapping.all_texts())
          workspace.ledgers[name].fields[own] = canonical.text;
      });
    }
    fields.finish();
  });
}

std::optional<NamedFile> named_file(TomlReader& table, const char* key, const std::string& folder,
                                    Diagnostics& diagnostics) {
  if (!table.has(key)) return std::nullopt;
  return find_file(folder, table.text(key), table.line_of(key), diagnostics);
}

void read_task_setting(TomlReader& file, Workspace& workspace) {
  file.table("tasks", [&](TomlReader& tasks) {
    workspace.tasks_issued = tasks.date("issued");
    tasks.finish();
  });
}

// A correction of a cell that no figure has would excuse nothing, silently.
void check_cell(TomlReader& correction, const std::string& cell) {
  if (find_figure_place(cell)) return;
  const std::string* nearest = find_nearest(cell, figure_place_names());
  correction.fault("cell", fmt::format("没有“{}”这个数", cell),
                   nearest ? "是不是“" + *nearest + "”？"
                           : "请写 figures.json 里的名称，如 table3.carried_out.natural_person");
}

void read_previous(TomlReader& file, Workspace& workspace, Diagnostics& diagnostics) {
  file.table("previous", [&](TomlReader& previous) {
    workspace.previous_figures = named_file(previous, "figures", workspace.folder, diagnostics);
    previous.tables("corrections", [&](TomlReader& correction) {
      Correction c;
      c.cell = correction.required_text("cell");
      if (!c.cell.empty()) check_cell(correction, c.cell);
      const auto old_value = correction.whole("old");
      const auto new_value = correction.whole("new");
      if (!old_value) correction.fault("old", "请写上年报告印出的数");
      if (!new_value) correction.fault("new", "请写更正后的数");
      c.old_value = old_value.value_or(0);
      c.new_value = new_value.value_or(0);
      c.reason = correction.required_text("reason");
      correction.finish();
      workspace.body.corrections.push_back(std::move(c));
    });
    if (previous.has("text")) {
      workspace.previous_texts =
          find_text_folder(workspace.folder, previous.text("text"), previous.line_of("text"), diagnostics);
    }
    previous.finish();
  });
}

void read_texts(TomlReader& file, Workspace& workspace, Diagnostics& diagnostics) {
  file.table("text", [&](TomlReader& text) {
    for (const std::string& section : section_names()) {
      if (!text.has(section.c_str())) continue;
      if (auto found = named_file(text, section.c_str(), workspace.folder, diagnostics)) {
        workspace.texts[section] = std::move(*found);
      }
    }
    text.finish();
  });
}

Diagnostic unreadable(std::int64_t line, std::string message, std::string hint) {
  Diagnostic d;
  d.code = "C-02";
  d.place.file = "report.toml";
  d.place.row = line;
  d.message = std::move(message);
  d.hint = std::move(hint);
  return d;
}

// The text of report.toml, or empty with the reason reported.
std::optional<std::string> load(const std::string& folder, Diagnostics& diagnostics) {
  const fs::path path = fs::path(folder) / "report.toml";
  std::error_code error;
  if (fs::is_regular_file(folder, error)) {
    diagnostics.add(unreadable(0, fmt::format("“{}”是文件，不是工作区文件夹", folder),
                               "请给出 report.toml 所在的文件夹"));
    return std::nullopt;
  }
  if (!fs::is_directory(folder, error)) {
    diagnostics.add(
        unreadable(0, fmt::format("没有工作区文件夹“{}”", folder), "请给出含有 report.toml 的文件夹"));
    return std::nullopt;
  }
  if (!fs::is_regular_file(path, error)) {
    diagnostics.add(unreadable(0, fmt::format("“{}”里没有 report.toml", folder),
                               "工作区要有 report.toml，写明年度、机关和各台账的文件名，样子见 README"));
    return std::nullopt;
  }
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  if (!in) {
    diagnostics.add(unreadable(0, "report.toml 读不出来", "请核对文件的读取权限"));
    return std::nullopt;
  }
  return text.str();
}

}  // namespace

const LedgerSource* Workspace::ledger(const std::string& name) const {
  const auto entry = ledgers.find(name);
  return entry == ledgers.end() || entry->second.files.empty() ? nullptr : &entry->second;
}

const std::vector<std::string>& ledger_names() {
  static const std::vector<std::string> kNames = {"requests", "unit_tables", "reviews", "disclosures",
                                                  "tasks",    "activities",  "units"};
  return kNames;
}

const std::vector<std::string>& section_names() {
  static const std::vector<std::string> kNames = {"overview",  "disclosure",  "requests", "management",
                                                  "platforms", "supervision", "problems", "other"};
  return kNames;
}

std::optional<Workspace> open_workspace(const std::string& folder, Diagnostics& diagnostics) {
  const auto text = load(folder, diagnostics);
  if (!text) return std::nullopt;
  Diagnostics own;
  Workspace workspace;
  workspace.folder = folder;
  try {
    const toml::table root = toml::parse(std::string_view(*text), std::string_view("report.toml"));
    TomlReader file(root, "", own);
    read_body(file, workspace.body);
    read_ledgers(file, workspace, own);
    read_task_setting(file, workspace);
    read_previous(file, workspace, own);
    read_texts(file, workspace, own);
    file.finish();
  } catch (const toml::parse_error& e) {
    own.add(unreadable(static_cast<std::int64_t>(e.source().begin.line),
                       "不是有效的 TOML：" + toml_fault_in_words(e.description()),
                       is_valid_utf8(*text)
                           ? "文字要放在英文双引号里，一行一项，例如 issuer = \"某某区人民政府\"；"
                             "日期写 2025-01-24；路径用 / 不用 \\"
                           : "请把 report.toml 另存为 UTF-8 编码"));
  }
  bool is_usable = true;
  for (Diagnostic& d : own.sorted()) {
    is_usable = is_usable && !starts_with(d.code, "C-");
    diagnostics.add(std::move(d));
  }
  if (!is_usable) return std::nullopt;
  return workspace;
}

}  // namespace nianbao
