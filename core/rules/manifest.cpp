#include "rules/manifest.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include "base/text.h"
#include "base/toml_words.h"
#include "rules/foreign_character.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestId = 40;
constexpr std::size_t kLargestManifest = std::size_t{64} << 10;  // bytes

const std::vector<std::string>& known_keys() {
  static const std::vector<std::string> kKeys = {"id", "name", "version", "api", "extends", "prefix"};
  return kKeys;
}

class ManifestReader {
 public:
  ManifestReader(std::string shown_name, Diagnostics& diagnostics)
      : shown_name_(std::move(shown_name)), diagnostics_(diagnostics) {}

  std::optional<Manifest> read(const std::string& path) {
    const auto content = content_of(path);
    if (!content) return std::nullopt;
    try {
      return take(toml::parse(*content));
    } catch (const toml::parse_error& error) {
      fault("M-01", error.source().begin.line,
            "pack.toml 不是正确的 TOML：" + fault_in_words(error, *content),
            "按 键 = \"值\" 的写法改正这一行");
      return std::nullopt;
    }
  }

 private:
  // A sign of full width, or a text without quotes, is what the line suffers from; else what the parser says.
  static std::string fault_in_words(const toml::parse_error& error, const std::string& content) {
    std::string_view line = line_of(content, static_cast<int>(error.source().begin.line));
    const std::string foreign = foreign_character(line.substr(0, line.find('#')));
    return foreign.empty() ? toml_fault_in_words(error.description()) : foreign;
  }

  // Opens regular files only: a pipe would never come to its end.
  std::optional<std::string> content_of(const std::string& path) {
    std::error_code error;
    const auto status = std::filesystem::symlink_status(path, error);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
      fault("M-01", 0, "pack.toml 是链接或不是普通文件，没有读取", "换成一个普通的文本文件");
      return std::nullopt;
    }
    std::ifstream file(path, std::ios::binary);
    std::string content(kLargestManifest + 1, '\0');
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    if (!file.is_open() || file.bad()) {
      fault("M-01", 0, "规则包缺少 pack.toml，或它不能读取", "在规则包文件夹里放一个 pack.toml");
      return std::nullopt;
    }
    content.resize(static_cast<std::size_t>(file.gcount()));
    if (content.size() > kLargestManifest) {
      fault("M-01", 0, "pack.toml 超过 64 KiB，没有读取", "只写规则包的 id、name、version、api 等几项");
      return std::nullopt;
    }
    return content;
  }

  void fault(const char* code, std::int64_t line, std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    diagnostic.place.file = shown_name_;
    diagnostic.place.row = line;
    diagnostics_.add(std::move(diagnostic));
  }

  void report_unknown_keys(const toml::table& table) {
    for (const auto& [key, value] : table) {
      const std::string name(key.str());
      const auto& known = known_keys();
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      const std::string* nearest = find_nearest(name, known);
      fault("C-01", value.source().begin.line, fmt::format("pack.toml 不认识的键“{}”", name),
            nearest != nullptr ? fmt::format("是不是“{}”？", *nearest)
                               : fmt::format("可用的键：{}", fmt::join(known, "、")));
    }
  }

  // The text under `key`; absent is empty, and a fault when it is needed.
  std::string text(const toml::table& table, const char* key, bool needed) {
    const toml::node* node = table.get(key);
    if (node == nullptr) {
      if (needed) reject("M-01", 0, fmt::format("pack.toml 缺少“{}”", key), "补上这一项");
      return {};
    }
    const auto* value = node->as_string();
    if (value == nullptr) {
      reject("C-02", node->source().begin.line, fmt::format("pack.toml 的“{}”应为文字", key),
             fmt::format("写成 {} = \"…\"", key));
      return {};
    }
    return value->get();
  }

  int api(const toml::table& table) {
    const toml::node* node = table.get("api");
    if (node == nullptr) {
      reject("M-01", 0, "pack.toml 缺少“api”", fmt::format("补上 api = {}", kApiVersion));
      return 0;
    }
    const std::int64_t line = node->source().begin.line;
    const auto* value = node->as_integer();
    if (value == nullptr || value->get() < 1 || value->get() > 1000) {
      reject("C-02", line, "pack.toml 的“api”应为从 1 起的整数", fmt::format("写成 api = {}", kApiVersion));
      return 0;
    }
    const int version = static_cast<int>(value->get());
    if (version > kApiVersion) {
      fault("M-04", line, fmt::format("规则包要求接口版本 {}，本程序只有 {}", version, kApiVersion),
            "升级程序，或改用适合本版本的规则包；这个规则包的检查和章节没有运行");
    }
    return version;
  }

  void reject(const char* code, std::int64_t line, std::string message, std::string hint) {
    fault(code, line, std::move(message), std::move(hint));
    valid_ = false;
  }

  void check_shapes(const toml::table& table, const Manifest& manifest) {
    auto line_of = [&](const char* key) {
      const toml::node* node = table.get(key);
      return node == nullptr ? std::int64_t{0} : std::int64_t{node->source().begin.line};
    };
    if (!manifest.id.empty() && !is_pack_id(manifest.id)) {
      reject("C-02", line_of("id"), fmt::format("规则包的 id“{}”不合规定", manifest.id),
             "只用小写字母、数字和连字符，例如 laiwu");
    }
    const std::string& prefix = manifest.prefix;
    const bool is_plain = prefix.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
    if (prefix.size() == 1 || prefix.size() > 8 || !is_plain) {
      reject("C-02", line_of("prefix"), fmt::format("编号前缀“{}”不合规定", prefix),
             "用二至八个大写字母，例如 LW；单个字母留给全国规则");
    }
  }

  std::optional<Manifest> take(const toml::table& table) {
    report_unknown_keys(table);
    Manifest manifest;
    manifest.id = text(table, "id", true);
    manifest.name = text(table, "name", true);
    manifest.version = text(table, "version", true);
    manifest.extends = text(table, "extends", false);
    manifest.prefix = text(table, "prefix", false);
    manifest.api = api(table);
    check_shapes(table, manifest);
    if (manifest.extends.empty() && manifest.id != "national") manifest.extends = "national";
    return valid_ ? std::optional(manifest) : std::nullopt;
  }

  std::string shown_name_;
  Diagnostics& diagnostics_;
  bool valid_ = true;
};

}  // namespace

bool is_pack_id(const std::string& text) {
  const std::string name = is_example_id(text) ? text.substr(1) : text;
  return !name.empty() && name.size() <= kLongestId &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

bool is_example_id(const std::string& text) {
  return starts_with(text, "_");
}

std::optional<Manifest> read_manifest(const std::string& path, const std::string& shown_name,
                                      Diagnostics& diagnostics) {
  return ManifestReader(shown_name, diagnostics).read(path);
}

}  // namespace nianbao
