#include "rules/annex_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr const char* kAnnex = "附件";
constexpr const char* kListSection = "annex_list";
constexpr std::size_t kLongestName = 96;  // bytes; what is longer is no misspelt name
constexpr std::size_t kMostFaults = 20;   // of one report

// 名称 of "附件2　名称"; empty for what does not begin an annex.
std::string name_in(const Block& block) {
  const auto* heading = std::get_if<Heading>(&block);
  if (heading == nullptr || !starts_with(heading->text, kAnnex)) return "";
  std::string_view rest = std::string_view(heading->text).substr(std::string_view(kAnnex).size());
  rest.remove_prefix(std::min(rest.find_first_not_of("0123456789"), rest.size()));
  return without_blanks(rest);
}

// Numbered by hand: "附件一：名称".
bool begins(const Block& block, const std::string& name) {
  const auto* heading = std::get_if<Heading>(&block);
  return heading != nullptr && starts_with(heading->text, kAnnex) && ends_with(heading->text, name);
}

class AnnexCheck {
 public:
  AnnexCheck(const std::vector<AnnexCall>& calls, const std::vector<AnnexSection>& rewritten,
             const std::function<std::size_t(const std::string&)>& order_of, const std::vector<Block>& blocks)
      : calls_(calls), rewritten_(rewritten), order_of_(order_of), blocks_(blocks) {
    for (const AnnexCall& call : calls) {
      if (call.is_listed) listed_.push_back(call.name);
    }
    for (const Block& block : blocks) {
      std::string name = name_in(block);
      if (!name.empty()) begun_.insert(std::move(name));
    }
  }

  std::vector<Diagnostic> take() {
    for (const AnnexCall& call : calls_) {
      if (!call.is_listed && !is_full()) report_unlisted(call);
    }
    for (const AnnexCall& call : calls_) {
      if (call.is_listed && !is_full()) report_missing(call);
    }
    return std::move(faults_);
  }

 private:
  bool is_full() const { return faults_.size() >= kMostFaults; }

  void report_unlisted(const AnnexCall& call) {
    if (!seen_.insert(call.name).second) return;
    if (std::find(listed_.begin(), listed_.end(), call.name) != listed_.end()) {
      return add(call.place, fmt::format("附件“{}”写在附件说明前面，没有写成", call.name),
                 "把这一章排在附件说明（annex_list）后面");
    }
    const std::string* nearest = call.name.size() > kLongestName ? nullptr : find_nearest(call.name, listed_);
    if (nearest != nullptr) seen_.insert(*nearest);
    // A pack that writes the list anew without base() leaves the names of the packs before it out.
    const AnnexSection* list = rewritten_section(kListSection, call);
    add(list != nullptr && nearest == nullptr ? list->place : call.place,
        fmt::format("附件说明里没有附件“{}”", call.name),
        nearest != nullptr ? fmt::format("是不是“{}”？doc:attachments 和 doc:annex 里的名称要相同", *nearest)
        : list != nullptr ? "重写附件说明（annex_list）时用 base()，或者把它也写进 doc:attachments"
                          : "先用 doc:attachments 把它写进附件说明，不要这个附件就不写 doc:annex");
  }

  void report_missing(const AnnexCall& call) {
    const bool is_begun = begun_.count(without_blanks(call.name)) > 0 ||
                          std::any_of(blocks_.begin(), blocks_.end(),
                                      [&](const Block& block) { return begins(block, call.name); });
    if (is_begun || !seen_.insert(call.name).second) return;
    const AnnexSection* culprit = section_without_annex(call);
    add(culprit != nullptr ? culprit->place : call.place,
        fmt::format("附件说明列了附件“{}”，报告里没有这个附件", call.name),
        culprit != nullptr ? fmt::format("重写章节 {} 时用 base()，或者用 doc:annex 写它的标题", culprit->id)
                           : "用 doc:annex 写它的标题，没有内容的不要列出");
  }

  // By a pack behind the one that calls; null where there is none.
  const AnnexSection* rewritten_section(const std::string& id, const AnnexCall& call) const {
    for (const AnnexSection& section : rewritten_) {
      if (section.id == id && section.pack > order_of_(call.pack)) return &section;
    }
    return nullptr;
  }

  // The one section "annex.…" that a later pack wrote anew; null where there are more or none.
  const AnnexSection* section_without_annex(const AnnexCall& call) const {
    const AnnexSection* only = nullptr;
    for (const AnnexSection& section : rewritten_) {
      if (!starts_with(section.id, "annex.") || section.pack <= order_of_(call.pack)) continue;
      if (only != nullptr) return nullptr;
      only = &section;
    }
    return only;
  }

  void add(const Place& place, std::string message, std::string hint) {
    Diagnostic finding;
    finding.code = "M-02";
    finding.place = place;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    faults_.push_back(std::move(finding));
  }

  const std::vector<AnnexCall>& calls_;
  const std::vector<AnnexSection>& rewritten_;
  const std::function<std::size_t(const std::string&)>& order_of_;
  const std::vector<Block>& blocks_;
  std::vector<std::string> listed_;
  std::set<std::string> begun_;  // names without blanks
  std::set<std::string> seen_;   // names that have been spoken of
  std::vector<Diagnostic> faults_;
};

}  // namespace

std::vector<Diagnostic> annex_faults(const std::vector<AnnexCall>& calls,
                                     const std::vector<AnnexSection>& rewritten,
                                     const std::function<std::size_t(const std::string&)>& order_of,
                                     const std::vector<Block>& blocks) {
  return AnnexCheck(calls, rewritten, order_of, blocks).take();
}

}  // namespace nianbao
