#include "model/official_form.h"

#include <unordered_map>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::array<FormName, kDisclosureItems> kItems = {{{"regulation", "规章"},
                                                            {"normative_document", "行政规范性文件"},
                                                            {"licence", "行政许可"},
                                                            {"penalty", "行政处罚"},
                                                            {"compulsion", "行政强制"},
                                                            {"administrative_charge", "行政事业性收费"}}};

constexpr std::array<FormName, kDocumentCounts> kCounts = {
    {{"issued", "本年制发件数"}, {"repealed", "本年废止件数"}, {"valid", "现行有效件数"}}};

constexpr std::array<FormName, kTable3Columns> kColumns = {{{"natural_person", "自然人"},
                                                            {"enterprise", "商业企业"},
                                                            {"research", "科研机构"},
                                                            {"public_welfare", "社会公益组织"},
                                                            {"legal_service", "法律服务机构"},
                                                            {"other", "其他"},
                                                            {"total", "总计"}}};

constexpr std::array<Row3Name, kTable3Rows> kRows = {{
    {"received", "一、本年新收政府信息公开申请数量", "一", "本年新收"},
    {"carried_in", "二、上年结转政府信息公开申请数量", "二", "上年结转"},
    {"granted", "（一）予以公开", "（一）", "予以公开"},
    {"partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）", "部分公开"},
    {"refused.state_secret", "1.属于国家秘密", "（三）1", "属于国家秘密"},
    {"refused.law_forbids", "2.其他法律行政法规禁止公开", "（三）2", "其他法律行政法规禁止公开"},
    {"refused.security_stability", "3.危及“三安全一稳定”", "（三）3", "危及“三安全一稳定”"},
    {"refused.third_party", "4.保护第三方合法权益", "（三）4", "保护第三方合法权益"},
    {"refused.internal_affairs", "5.属于三类内部事务信息", "（三）5", "属于三类内部事务信息"},
    {"refused.process_information", "6.属于四类过程性信息", "（三）6", "属于四类过程性信息"},
    {"refused.enforcement_files", "7.属于行政执法案卷", "（三）7", "属于行政执法案卷"},
    {"refused.query_procedure", "8.属于行政查询事项", "（三）8", "属于行政查询事项"},
    {"unavailable.not_held", "1.本机关不掌握相关政府信息", "（四）1", "本机关不掌握相关政府信息"},
    {"unavailable.needs_creation", "2.没有现成信息需要另行制作", "（四）2", "没有现成信息需要另行制作"},
    {"unavailable.still_unclear", "3.补正后申请内容仍不明确", "（四）3", "补正后申请内容仍不明确"},
    {"not_processed.petition", "1.信访举报投诉类申请", "（五）1", "信访举报投诉类申请"},
    {"not_processed.repeated", "2.重复申请", "（五）2", "重复申请"},
    {"not_processed.publication", "3.要求提供公开出版物", "（五）3", "要求提供公开出版物"},
    {"not_processed.excessive", "4.无正当理由大量反复申请", "（五）4", "无正当理由大量反复申请"},
    {"not_processed.confirm_again", "5.要求行政机关确认或重新出具已获取信息", "（五）5",
     "要求行政机关确认或重新出具已获取信息"},
    {"other.correction_overdue", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
     "（六）1", "逾期不补正"},
    {"other.fee_overdue", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
     "（六）2", "逾期不缴费"},
    {"other.other", "3.其他", "（六）3", "其他"},
    {"total", "（七）总计", "（七）", "总计"},
    {"carried_out", "四、结转下年度继续办理", "四", "结转下年度"},
}};

constexpr std::array<Row3Group, 4> kGroups = {{
    {"refused", "（三）不予公开", Row3::refused_state_secret, Row3::refused_query_procedure},
    {"unavailable", "（四）无法提供", Row3::unavailable_not_held, Row3::unavailable_still_unclear},
    {"not_processed", "（五）不予处理", Row3::not_processed_petition, Row3::not_processed_confirm_again},
    {"other", "（六）其他处理", Row3::other_correction_overdue, Row3::other_other},
}};

constexpr std::array<FormName, kCaseKinds> kCases = {{{"review", "行政复议"},
                                                      {"litigation_direct", "未经复议直接起诉"},
                                                      {"litigation_after_review", "复议后起诉"}}};

constexpr std::array<FormName, kTable4Columns> kResults = {{{"upheld", "结果维持"},
                                                            {"corrected", "结果纠正"},
                                                            {"other", "其他结果"},
                                                            {"pending", "尚未审结"},
                                                            {"total", "总计"}}};

using Index = std::unordered_map<std::string, int>;

void name(Index& index, std::string_view text, int value) {
  index.emplace(name_key(text), value);
}

std::optional<int> look_up(const Index& index, std::string_view text) {
  const auto entry = index.find(name_key(text));
  return entry == index.end() ? std::nullopt : std::optional<int>(entry->second);
}

template <std::size_t size>
Index index_of(const std::array<FormName, size>& names) {
  Index index;
  for (std::size_t i = 0; i < size; ++i) {
    name(index, names[i].key, static_cast<int>(i));
    name(index, names[i].label, static_cast<int>(i));
  }
  return index;
}

// "1.属于国家秘密" -> "属于国家秘密", "（一）予以公开" -> "予以公开", "一、本年…" -> "本年…".
std::string_view without_number(std::string_view label) {
  for (std::string_view mark : {".", "）", "、"}) {
    const std::size_t at = label.find(mark);
    if (at <= std::string_view("（一").size()) return label.substr(at + mark.size());
  }
  return label;
}

// Short wordings in use beside the official ones.
struct ShortForm {
  const char* text;
  Row3 row;
};
constexpr ShortForm kShortForms[] = {
    {"公开", Row3::granted},
    {"国家秘密", Row3::refused_state_secret},
    {"法律行政法规禁止公开", Row3::refused_law_forbids},
    {"三安全一稳定", Row3::refused_security_stability},
    {"危及三安全一稳定", Row3::refused_security_stability},
    {"第三方合法权益", Row3::refused_third_party},
    {"内部事务信息", Row3::refused_internal_affairs},
    {"三类内部事务信息", Row3::refused_internal_affairs},
    {"过程性信息", Row3::refused_process_information},
    {"四类过程性信息", Row3::refused_process_information},
    {"行政执法案卷", Row3::refused_enforcement_files},
    {"行政查询事项", Row3::refused_query_procedure},
    {"不掌握", Row3::unavailable_not_held},
    {"信息不存在", Row3::unavailable_not_held},
    {"政府信息不存在", Row3::unavailable_not_held},
    {"非本机关负责公开", Row3::unavailable_not_held},
    {"非本机关职责", Row3::unavailable_not_held},
    {"不掌握相关政府信息", Row3::unavailable_not_held},
    {"需要另行制作", Row3::unavailable_needs_creation},
    {"补正后仍不明确", Row3::unavailable_still_unclear},
    {"信访举报投诉", Row3::not_processed_petition},
    {"信访", Row3::not_processed_petition},
    {"公开出版物", Row3::not_processed_publication},
    {"大量反复申请", Row3::not_processed_excessive},
    {"确认或重新出具已获取信息", Row3::not_processed_confirm_again},
    {"确认或重新出具", Row3::not_processed_confirm_again},
    {"逾期未补正", Row3::other_correction_overdue},
    {"申请人无正当理由逾期不补正", Row3::other_correction_overdue},
    {"逾期未缴费", Row3::other_fee_overdue},
    {"申请人逾期未缴纳费用", Row3::other_fee_overdue},
    {"撤回", Row3::other_other},
    {"主动撤回", Row3::other_other},
    {"申请人主动撤回", Row3::other_other},
};

// "（三）4" also as "(三)4", "三4", "（三）不予公开4", "（三）4.保护…" and "三、（三）4".
void name_paths(Index& index, Row3 row) {
  const Row3Name& form = form_name(row);
  const int value = static_cast<int>(row);
  name(index, form.path, value);
  name(index, std::string("三、") + form.path, value);
  name(index, std::string("三、") + form.path + std::string(without_number(form.label)), value);
  const std::string path = form.path;
  const std::size_t close = path.find("）");
  const std::string numeral = path.substr(std::string("（").size(), close - std::string("（").size());
  const std::string leaf = path.substr(close + std::string("）").size());
  if (leaf.empty()) return;
  name(index, numeral + leaf, value);
  name(index, path.substr(0, close + std::string("）").size()) + form.label, value);
  for (const Row3Group& group : kGroups) {
    if (row < group.first || row > group.last) continue;
    name(index, std::string(group.label) + leaf, value);
    name(index, std::string(group.label) + form.label, value);
    name(index, std::string(group.label) + "/" + form.label, value);
    name(index, std::string("三、本年度办理结果/") + group.label + "/" + form.label, value);
  }
}

Index index_rows(bool outcomes_only) {
  Index index;
  for (int i = 0; i < kTable3Rows; ++i) {
    const Row3 row = static_cast<Row3>(i);
    const Row3Name& form = form_name(row);
    if (outcomes_only && !is_outcome(row)) continue;
    name(index, form.key, i);
    name(index, form.label, i);
    name(index, form.brief, i);
    name(index, without_number(form.label), i);
    name(index, std::string(form.path) + form.brief, i);
    name(index, std::string("三、本年度办理结果/") + form.label, i);
    if (is_outcome(row)) {
      name_paths(index, row);
    } else {
      name(index, form.path, i);
    }
  }
  for (const ShortForm& form : kShortForms) name(index, form.text, static_cast<int>(form.row));
  return index;
}

template <typename Enum>
std::optional<Enum> as(std::optional<int> value) {
  return value ? std::optional<Enum>(static_cast<Enum>(*value)) : std::nullopt;
}

template <typename Enum>
std::size_t at(Enum value) {
  return static_cast<std::size_t>(value);
}

}  // namespace

const FormName& form_name(DisclosureItem item) {
  return kItems[at(item)];
}
const FormName& form_name(DocumentCount count) {
  return kCounts[at(count)];
}
const FormName& table3_column(int column) {
  return kColumns[at(column)];
}
const Row3Name& form_name(Row3 row) {
  return kRows[at(row)];
}
std::span<const Row3Group> table3_groups() {
  return kGroups;
}
const FormName& form_name(CaseKind kind) {
  return kCases[at(kind)];
}
const FormName& table4_column(int column) {
  return kResults[at(column)];
}

std::optional<DisclosureItem> find_disclosure_item(std::string_view text) {
  static const Index kIndex = [] {
    Index index = index_of(kItems);
    name(index, "规范性文件", static_cast<int>(DisclosureItem::normative_document));
    return index;
  }();
  return as<DisclosureItem>(look_up(kIndex, text));
}

std::optional<int> find_table3_column(std::string_view text) {
  static const Index kIndex = [] {
    Index index = index_of(kColumns);
    name(index, "合计", kTotalColumn);
    for (int column = 1; column < kApplicants; ++column) {
      const std::string label = kColumns[at(column)].label;
      name(index, "法人或其他组织/" + label, column);
      name(index, "法人或其他组织-" + label, column);
      name(index, "法人或其他组织（" + label + "）", column);
    }
    return index;
  }();
  return look_up(kIndex, text);
}

std::optional<Applicant> find_applicant(std::string_view text) {
  const auto column = find_table3_column(text);
  if (!column || *column == kTotalColumn) return std::nullopt;
  return static_cast<Applicant>(*column);
}

std::optional<Row3> find_outcome(std::string_view text) {
  static const Index kIndex = index_rows(true);
  return as<Row3>(look_up(kIndex, text));
}

std::optional<Row3> find_row3(std::string_view text) {
  static const Index kIndex = index_rows(false);
  return as<Row3>(look_up(kIndex, text));
}

const std::vector<std::string>& outcome_labels() {
  static const std::vector<std::string> kLabels = [] {
    std::vector<std::string> labels;
    for (int i = 0; i < kTable3Rows; ++i) {
      if (is_outcome(static_cast<Row3>(i))) labels.emplace_back(without_number(kRows[at(i)].label));
    }
    return labels;
  }();
  return kLabels;
}

std::optional<CaseKind> find_case_kind(std::string_view text) {
  static const Index kIndex = [] {
    Index index = index_of(kCases);
    name(index, "复议", 0);
    name(index, "行政诉讼/未经复议直接起诉", 1);
    name(index, "直接起诉", 1);
    name(index, "行政诉讼/复议后起诉", 2);
    return index;
  }();
  return as<CaseKind>(look_up(kIndex, text));
}

std::optional<int> find_table4_column(std::string_view text) {
  static const Index kIndex = [] {
    Index index = index_of(kResults);
    name(index, "维持", 0);
    name(index, "纠正", 1);
    name(index, "其他", 2);
    name(index, "未审结", 3);
    name(index, "合计", kTable4Total);
    return index;
  }();
  return look_up(kIndex, text);
}

std::optional<CaseResult> find_case_result(std::string_view text) {
  const auto column = find_table4_column(text);
  if (!column || *column == kTable4Total) return std::nullopt;
  return static_cast<CaseResult>(*column);
}

}  // namespace nianbao
