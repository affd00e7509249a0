#include "rules/declared_codes.h"

#include <algorithm>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::string_view kField = "code";
constexpr std::string_view kName = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
constexpr std::size_t kLongestCode = 12;
constexpr std::size_t kMostCodes = 100;

bool skip(std::string_view& rest, std::string_view mark) {
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
  if (!starts_with(rest, mark)) return false;
  rest.remove_prefix(mark.size());
  return true;
}

// The text behind `code`; empty where none is set.
std::string_view code_behind(std::string_view rest) {
  if (!skip(rest, "=") || (!skip(rest, "\"") && !skip(rest, "'"))) return {};
  const std::string_view code = rest.substr(0, rest.find_first_of("\"'"));
  const bool is_code = code.size() <= kLongestCode && code.find('-') != code.npos &&
                       code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == code.npos;
  return is_code ? code : std::string_view();
}

}  // namespace

std::vector<std::string> declared_codes(std::string_view source) {
  std::vector<std::string> codes;
  while (!source.empty() && codes.size() < kMostCodes) {
    const std::size_t end = source.find('\n');
    std::string_view line = source.substr(0, end);
    source.remove_prefix(end == source.npos ? source.size() : end + 1);
    line = line.substr(0, line.find("--"));
    for (std::size_t at = line.find(kField); at != line.npos; at = line.find(kField, at + 1)) {
      if (at > 0 && kName.find(line[at - 1]) != kName.npos) continue;
      const std::string code(code_behind(line.substr(at + kField.size())));
      if (!code.empty() && std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
    }
  }
  return codes;
}

}  // namespace nianbao
