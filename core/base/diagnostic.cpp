#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace nianbao {

namespace {

std::string kind_key(const Diagnostic& d) {
  return d.code + '\n' + d.place.file + '\n' + d.place.sheet + '\n' + std::to_string(d.place.column);
}

// What stands for the findings of one kind beyond the first kKeptPerKind.
Diagnostic closing_finding(const Diagnostic& first_folded) {
  Diagnostic more = first_folded;
  more.place.row = 0;
  more.left.reset();
  more.right.reset();
  return more;
}

}  // namespace

bool Diagnostics::add(Diagnostic diagnostic) {
  counts_[static_cast<std::size_t>(diagnostic.severity)] += 1;
  if (diagnostic.place.file.empty()) {
    items_.push_back(std::move(diagnostic));
    return true;
  }
  Kind& kind = kinds_[kind_key(diagnostic)];
  if (kind.kept < kKeptPerKind) {
    kind.kept += 1;
    items_.push_back(std::move(diagnostic));
    return true;
  }
  if (kind.folded == 0) kind.more = closing_finding(diagnostic);
  kind.folded += diagnostic.count;
  return false;
}

void Diagnostics::conceal(const std::vector<std::string>& secrets) {
  edit_texts([&](std::string& text) {
    for (const std::string& secret : secrets) text = replace_all(std::move(text), secret, "***");
  });
}

void Diagnostics::edit_texts(const std::function<void(std::string&)>& edit) {
  const auto edit_all = [&](Diagnostic& d) {
    for (std::string* text : {&d.message, &d.hint, &d.place.unit}) edit(*text);
    for (auto* side : {&d.left, &d.right}) {
      if (*side) edit(**side);
    }
  };
  for (Diagnostic& d : items_) edit_all(d);
  for (auto& [key, kind] : kinds_) edit_all(kind.more);
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> all = items_;
  for (const auto& [key, kind] : kinds_) {
    if (kind.folded == 0) continue;
    Diagnostic more = kind.more;
    more.count = kind.folded;
    more.message = "同一文件还有 " + std::to_string(kind.folded) + " 处同类问题，例如：" + kind.more.message;
    all.push_back(std::move(more));
  }
  auto key = [](const Diagnostic& d) {
    const bool closes = d.place.row == 0 && d.count > 1;
    return std::make_tuple(d.place.file.empty(), d.place.file, d.place.sheet, closes, d.place.row,
                           d.place.column);
  };
  std::stable_sort(all.begin(), all.end(), [&](const Diagnostic& a, const Diagnostic& b) {
    if (a.place.file.empty() && b.place.file.empty()) return false;
    return key(a) < key(b);
  });
  return all;
}

std::int64_t Diagnostics::count(Severity severity) const {
  return counts_[static_cast<std::size_t>(severity)];
}

std::string column_letters(int column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters;
}

const char* severity_key(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      break;
  }
  return "note";
}

const char* severity_label(Severity severity) {
  return severity == Severity::error ? "错误" : severity == Severity::warning ? "警告" : "提示";
}

std::optional<Severity> find_severity(const std::string& key) {
  for (Severity severity : {Severity::note, Severity::warning, Severity::error}) {
    if (key == severity_key(severity)) return severity;
  }
  return std::nullopt;
}

}  // namespace nianbao
