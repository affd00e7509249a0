#include "intake/xlsx_merges.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "intake/xlsx_reference.h"
#include "intake/xlsx_xml.h"

namespace nianbao {

namespace {

constexpr std::string_view kWord = "mergeCells";
constexpr std::size_t kMaxPrefix = 64;  // "<some-prefix:" before it

class MergeSink : public XmlSink {
 public:
  MergeSink(std::vector<MergedArea>& areas, XlsxPart& part) : areas_(areas), part_(part) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "mergeCell") return;
    const std::optional<MergedArea> area = parse_area(attributes.get("ref"));
    if (area) areas_.push_back(*area);
    if (areas_.size() > kMaxMergedAreas) part_.stop();
  }
  void close(std::string_view name) override {
    if (name == kWord) part_.stop();
  }

 private:
  std::vector<MergedArea>& areas_;
  XlsxPart& part_;
};

// Where the tag opens whose name ends at `word`; npos when the word is no tag.
std::size_t tag_before(std::string_view text, std::size_t word) {
  std::size_t at = word;
  if (at > 0 && text[at - 1] == ':') {
    --at;
    while (at > 0 && word - at < kMaxPrefix &&
           std::string_view("<> \"'=/").find(text[at - 1]) == std::string_view::npos)
      --at;
  }
  return at > 0 && text[at - 1] == '<' ? at - 1 : std::string_view::npos;
}

// Moves the part on to the tag, put under a root of its own. False when there is none.
bool find_tag(XlsxPart& part) {
  std::string text;
  std::array<char, 64UL * 1024> block;
  while (true) {
    const auto size = part.sgetn(block.data(), block.size());
    part.note_progress();
    if (size <= 0) return false;
    text.append(block.data(), static_cast<std::size_t>(size));
    for (std::size_t at = text.find(kWord); at != std::string::npos; at = text.find(kWord, at + 1)) {
      const std::size_t tag = tag_before(text, at);
      if (tag == std::string_view::npos) continue;
      part.unread("<tail>" + text.substr(tag));
      return true;
    }
    // A word cut by the end of the block, with the prefix before it, is seen whole in the next one.
    text.erase(0, text.size() - std::min(text.size(), kMaxPrefix + kWord.size()));
  }
}

}  // namespace

bool read_merged_areas(const XlsxPackage& package, const std::string& part, std::vector<MergedArea>& areas,
                       XlsxReport& report) {
  const auto stream = package.open_part(part, report);
  if (!stream) return false;
  if (!find_tag(*stream)) return true;
  Diagnostics ignored;
  XlsxReport tail_report({}, {}, ignored);
  MergeSink sink(areas, *stream);
  parse_part(*stream, sink, tail_report);
  if (areas.size() > kMaxMergedAreas)
    return report.fail("L-10", fmt::format("工作表的合并单元格超过 {} 处", kMaxMergedAreas),
                       "请取消数据区的合并单元格后再运行");
  return true;
}

}  // namespace nianbao
