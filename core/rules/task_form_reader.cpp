#include "rules/task_form_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "base/text.h"
#include "calendar/date_text.h"

namespace nianbao {

namespace {

using Kind = LuaTree::Kind;

// One table on its way to being read; keys that nobody asked for are unknown ones.
class Declared {
 public:
  Declared(const LuaTree& tree, std::string name, const TaskFormSource& source, Diagnostics& diagnostics)
      : tree_(tree), name_(std::move(name)), source_(source), diagnostics_(diagnostics) {}

  const LuaTree* find(const std::string& key, Kind kind, const char* wanted) {
    known_.push_back(key);
    const auto field = tree_.fields.find(key);
    if (field == tree_.fields.end()) return nullptr;
    if (field->second.kind == kind) return &field->second;
    reject(key,
           fmt::format("“{}”应为{}{}", key, static_cast<unsigned char>(*wanted) < 0x80 ? " " : "", wanted),
           "请照 plugins/README.md 的写法改正。");
    return nullptr;
  }

  std::string text(const std::string& key) {
    const LuaTree* value = find(key, Kind::text, "文字");
    return value == nullptr ? std::string() : std::string(trim(value->text));
  }
  bool flag(const std::string& key) {
    const LuaTree* value = find(key, Kind::flag, "true 或 false");
    return value != nullptr && value->flag;
  }
  std::vector<std::string> texts(const std::string& key) {
    std::vector<std::string> texts;
    const LuaTree* value = find(key, Kind::table, "文字的列表：{ \"…\", \"…\" }");
    if (value == nullptr) return texts;
    for (const LuaTree& item : value->list) {
      if (item.kind == Kind::text && !trim(item.text).empty()) {
        texts.emplace_back(trim(item.text));
      } else {
        reject(key, fmt::format("“{}”里应当都是文字", key), "请照 plugins/README.md 的写法改正。");
      }
    }
    if (!value->fields.empty()) {
      reject(key, fmt::format("“{}”应为列表，里面有名称“{}”", key, value->fields.begin()->first),
             "请去掉名称，只写值。");
    }
    return texts;
  }

  // C-01 for every key that was not asked for.
  void finish() {
    for (const auto& [key, value] : tree_.fields) {
      if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
      const std::string* nearest = find_nearest(key, known_);
      add("C-01", key, fmt::format("{} 不认识“{}”这个键", name_, key),
          (nearest != nullptr ? fmt::format("是不是“{}”？", *nearest) : std::string()) +
              fmt::format("可用的键：{}", fmt::join(known_, "、")));
    }
    if (!tree_.list.empty()) {
      add("C-02", "", fmt::format("{} 里有没有名称的值", name_), "每个值都要写成 键 = 值。");
    }
  }

  bool has(const std::string& key) const { return tree_.fields.count(key) > 0; }
  void reject(const std::string& key, std::string message, std::string hint) {
    add("C-02", key, std::move(message), std::move(hint));
  }

 private:
  void add(const char* code, const std::string& key, std::string message, std::string hint) {
    Diagnostic fault;
    fault.code = code;
    fault.message = std::move(message);
    fault.hint = std::move(hint);
    fault.place.file = source_.file;
    fault.place.row = line_of(key);
    diagnostics_.add(std::move(fault));
  }

  // The first line from the call on that writes the key; Lua tables do not keep their lines.
  std::int64_t line_of(const std::string& key) const {
    std::int64_t line = 0;
    for (std::string_view text : split(source_.script, '\n')) {
      ++line;
      if (line < source_.line || key.empty()) continue;
      if (writes_key(text.substr(0, text.find("--")), key)) return line;
    }
    return source_.line;
  }

  static bool writes_key(std::string_view text, const std::string& key) {
    for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
      const bool begins = at == 0 || !is_name(text[at - 1]);
      std::string_view rest = text.substr(at + key.size());
      if (begins && (rest.empty() || !is_name(rest.front()))) {
        rest = trim(rest);
        while (!rest.empty() && (rest.front() == '"' || rest.front() == ']' || rest.front() == ' '))
          rest.remove_prefix(1);
        if (starts_with(rest, "=")) return true;
      }
    }
    return false;
  }
  static bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  }

  const LuaTree& tree_;
  std::string name_;
  const TaskFormSource& source_;
  Diagnostics& diagnostics_;
  std::vector<std::string> known_;
};

class FormReader {
 public:
  FormReader(const TaskFormSource& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  TaskForm read(const LuaTree& table) {
    Declared form(table, "task_document", source_, diagnostics_);
    if (!read_shape(form)) return {};
    read_document(form);
    read_marks(form);
    read_words(form);
    read_table_keys(form);
    read_item_keys(form);
    form.finish();
    return std::move(form_);
  }

 private:
  bool read_shape(Declared& form) {
    const std::string shape = form.text("form");
    if (shape == "table" || shape == "items") {
      form_.shape = shape == "table" ? TaskShape::table : TaskShape::items;
      return true;
    }
    form.reject("form", fmt::format("form 应为 \"table\" 或 \"items\"，得到“{}”", shape),
                "表格写 \"table\"，条目写 \"items\"。");
    return false;
  }

  void read_document(Declared& form) {
    const LuaTree* tree = form.find("document", Kind::table, "表：{ number = \"…\", tasks = … }");
    if (tree == nullptr) return;
    Declared document(*tree, "document", source_, diagnostics_);
    form_.known.number = document.text("number");
    form_.known.title = document.text("title");
    const std::string issued = document.text("issued");
    if (!issued.empty()) {
      form_.known.issued = parse_date(issued);
      if (!form_.known.issued)
        document.reject("issued", fmt::format("issued“{}”不是日期", issued), "写成 \"2024-06-26\"。");
    }
    if (const LuaTree* tasks = document.find("tasks", Kind::number, "整数")) {
      const bool is_count = tasks->number > 0 && tasks->number <= 100000;
      if (!is_count) document.reject("tasks", "tasks 应为任务的项数", "写成从 1 起的整数。");
      form_.known.tasks = is_count ? static_cast<int>(tasks->number) : 0;
    }
    document.finish();
  }

  void read_marks(Declared& form) {
    const LuaTree* tree = form.find("marks", Kind::table, "表：{ area = \"一、\", item = \"（一）\" }");
    if (tree == nullptr) return;
    Declared marks(*tree, "marks", source_, diagnostics_);
    static constexpr const char* kKeys[] = {"area", "part", "item"};
    for (int level = 0; level < kTaskLevels; ++level) {
      const std::string sample = marks.text(kKeys[level]);
      if (sample.empty()) continue;
      const auto style = parse_mark_style(sample);
      if (style) {
        form_.marks.set(static_cast<TaskLevel>(level), *style);
      } else {
        marks.reject(kKeys[level], fmt::format("“{}”不是编号的样子", sample),
                     "照文件写第一个编号，如 \"一、\"、\"（一）\"、\"1.\"。");
      }
    }
    marks.finish();
  }

  void read_words(Declared& form) {
    form_.begins = form.text("begins");
    form_.ends = form.text("ends");
    form_.furniture = form.texts("furniture");
    form_.standing = form.texts("standing");
    form_.units.names = form.texts("names");
    form_.preface_asks = form.flag("preface_asks");
    if (const LuaTree* separators = form.find("separators", Kind::text, "文字")) {
      form_.units.separators = separators->text + "\n";
    }
  }

  // A field by its heading in the ledger; C-02 with the nearest for any other word.
  std::optional<TaskField> field(Declared& form, const std::string& key, const std::string& name) {
    const auto found = find_task_field(name, true);
    if (found) return found;
    std::vector<std::string> headings;
    for (int i = 0; i < kTaskFields; ++i)
      headings.emplace_back(task_field_heading(static_cast<TaskField>(i)));
    const std::string* nearest = find_nearest(name, headings);
    form.reject(key, fmt::format("{} 里的“{}”不是台账的列", key, name),
                nearest != nullptr ? fmt::format("是不是“{}”？", *nearest)
                                   : fmt::format("可用的列：{}", fmt::join(headings, "、")));
    return std::nullopt;
  }

  void read_table_keys(Declared& form) {
    form_.heading = form.texts("heading");
    std::set<TaskField> seen;
    for (const std::string& name : form.texts("columns")) {
      const auto column = field(form, "columns", name);
      if (column && !seen.insert(*column).second)
        form.reject("columns", fmt::format("columns 里“{}”写了两次", name), "一列只写一次。");
      form_.columns.push_back(column);
    }
    read_carry(form);
    if (form_.shape != TaskShape::table) return reject_keys(form, {"heading", "columns", "carry"}, "items");
    if (form_.heading.empty())
      form.reject("heading", "form = \"table\" 要写 heading", "照文件写标题行的各格。");
    if (seen.count(TaskField::text) == 0)
      form.reject("columns", "columns 里要有“具体要求”", "照文件的次序写各列，任务的文字写“具体要求”。");
  }

  void read_carry(Declared& form) {
    const LuaTree* rules =
        form.find("carry", Kind::table, "列表：{ \"一级任务\", { \"责任单位\", only_with = \"牵头部门\" } }");
    if (rules == nullptr) return;
    for (const LuaTree& item : rules->list) {
      const bool is_table = item.kind == Kind::table;
      const LuaTree* name = is_table ? (item.list.empty() ? nullptr : &item.list.front()) : &item;
      if (name == nullptr || name->kind != Kind::text) {
        form.reject("carry", "carry 里应为列名，或 { 列名, only_with = 列名 }",
                    "请照 plugins/README.md 的写法改正。");
        continue;
      }
      CarryRule rule;
      const auto column = field(form, "carry", name->text);
      if (is_table) {
        LuaTree fields = item;
        fields.list.clear();
        Declared condition(fields, "carry", source_, diagnostics_);
        const std::string other = condition.text("only_with");
        if (!other.empty()) rule.only_with = field(form, "carry", other);
        condition.finish();
      }
      if (column) {
        rule.field = *column;
        form_.carry.push_back(rule);
      }
    }
    if (!rules->fields.empty()) form.reject("carry", "carry 应为列表", "请去掉名称，只写列名。");
  }

  void read_item_keys(Declared& form) {
    form_.has_title = form.flag("title");
    form_.deadline_in_text = form.flag("deadline_in_text");
    if (const LuaTree* closing = form.find("closing", Kind::table, "表：{ [\"责任单位\"] = \"责任单位\" }")) {
      if (!closing->list.empty()) {
        form.reject("closing", "closing 应写明每个说法是哪一列，里面有没有名称的值",
                    "写成 { [\"责任单位\"] = \"责任单位\" }。");
      }
      for (const auto& [label, value] : closing->fields) {
        const auto target = value.kind == Kind::text ? field(form, "closing", value.text) : std::nullopt;
        const bool is_unit = target == TaskField::leads || target == TaskField::units;
        if (is_unit) form_.closing.emplace_back(label, *target);
        if (value.kind != Kind::text || (target && !is_unit)) {
          form.reject("closing", fmt::format("closing 的“{}”应为 \"牵头部门\" 或 \"责任单位\"", label),
                      "请改正。");
        }
      }
    }
    if (form_.shape == TaskShape::table) return reject_keys(form, {"closing", "title", "begins"}, "table");
    if (!form_.marks.has(TaskLevel::item))
      form.reject("marks", "form = \"items\" 要写 marks 的 item",
                  "照文件写任务的第一个编号，如 item = \"1.\"。");
    if (form_.has_title && form_.marks.has(TaskLevel::part)) {
      form.reject("title", "写了 marks 的 part，就不能再用 title：二级任务只有一个来处", "去掉其中一个。");
    }
  }

  static void reject_keys(Declared& form, std::initializer_list<const char*> keys, const char* shape) {
    for (const char* key : keys) {
      if (form.has(key))
        form.reject(key, fmt::format("form = \"{}\" 用不到 {}", shape, key), "请去掉，或改 form。");
    }
  }

  const TaskFormSource& source_;
  Diagnostics& diagnostics_;
  TaskForm form_;
};

}  // namespace

std::optional<TaskForm> read_task_form(const LuaTree& table, const TaskFormSource& source,
                                       Diagnostics& diagnostics) {
  const std::int64_t before = diagnostics.count(Severity::error);
  TaskForm form = FormReader(source, diagnostics).read(table);
  return diagnostics.count(Severity::error) > before ? std::nullopt : std::optional(std::move(form));
}

}  // namespace nianbao
