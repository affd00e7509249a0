#include "rules/prose_words.h"

namespace nianbao::prose {

namespace {

// The words of each list, separated by blanks.
constexpr std::string_view kGlue =
    "提出申请 提出的申请 提交申请 提出 政府信息公开申请 依申请公开申请 信息公开申请 政府信息公开 政府信息 "
    "申请事项 公开申请 "
    "依申请公开 各类申请 申请数量 申请总数 申请件数 申请 案件数量 案件 件数 数量 总数 总量 总计 "
    "合计 共计 累计 共有 共 计 决定 情形 情况 数 为 是 达到 达 了 的 有 约 大约 近 将近 超过 "
    "超 逾 “ ” ： : （ 各类 提交的 至 *";
constexpr std::string_view kForwardGlue = "申请 的 被 作出 作了 予以 为 “";
constexpr std::string_view kJoining = "以及 及 和 与 、 或 ”";
constexpr std::string_view kOtherScope =
    "涉及 关于 方面 领域 上年度收 去年 上一年 上年收 同期 月份 季度 每 历年 近三年 近五年 年来 "
    "代理 其中涉 建议 提案 热线 留言 来信 信箱 信访 舆情 办件 咨询 投诉 举报 网民 网友 找错 网络 "
    "网上 线上 当面 现场 邮寄 信函 信件 传真 邮件 渠道 上半年 下半年 平均 月均 日均 年均 人均 "
    "单笔 最多 最少 其次 参加 参训 满意 各单位 各部门 "
    // what is planned
    "明年 次年 下一步 力争 争取 预计 目标 将举办 将组织 将开展 将继续 将进一步 将新 将力 "
    // what was looked at, not done
    "抽查 抽取 抽检 评查 随机 "
    // who decides on reviews, not who is reviewed
    "行政复议机构 行政复议机关 行政复议委员会 行政复议局 复议机构 复议机关 受理行政复议 "
    "审理行政复议 受理复议 审结 "
    // years
    "以来";
constexpr std::string_view kOtherClause =
    "行政许可案件 行政处罚案件 行政强制案件 行政许可事项 行政处罚事项 全区政务公开培训 全市政务公开培训 "
    "全县政务公开培训 全省政务公开培训";
constexpr std::string_view kBodyItself = "本机关 本单位 本局 本委 本办 我局 我办 我委";
constexpr std::string_view kHarmless = "今年以来 各级各部门 涉及政府信息公开 涉及信息公开";
constexpr std::string_view kPlainHead =
    // when
    "全年 本年度 本年 今年 今年以来 年度 年内 年 月 日 自 从 至 到 起 止 底 末 期间 报告期内 报告期 截至 "
    "截止 "
    "— - – ～ ~ 〇 一 二 三 四 五 六 七 八 九 十 0 1 2 3 4 5 6 7 8 9 "
    // who
    "本机关 本单位 本局 本委 本办 本镇 本街道 我区 我市 我县 我省 我局 我委 我镇 我办 我街道 我单位 全区 "
    "全市 "
    "全县 全省 全局 全镇 行政机关 各级行政机关 各行政机关 各级各部门 申请人 "
    // of what
    "依申请公开工作 政府信息公开工作 依申请公开 政府信息公开 政府信息公开申请 政府信息 政务公开工作 政务公开 "
    "申请 依申请公开情况 信息公开工作 信息公开 办理结果 答复结果 处理结果 申请人类型 申请主体 申请人类别 "
    "年初确定的 "
    "以 为主 看 在 因 由 涉及政府信息公开的 涉及政府信息公开 涉及信息公开的 涉及信息公开 涉政府信息公开的 "
    "涉政府信息公开 涉信息公开的 涉信息公开 引发的 引起的 引发 引起 发生 产生 被 "
    // how many, in sum
    "含 包含 包括 连同 并 且 又 还 另 另外 此外 同时 依法 依法依规 一律 共 总共 一共 累计 总 实际 已 其 "
    // said of the whole year's activities and decisions
    "举办 组织 开展 召开 组织开展 组织举办 作出 实施 收取 征收 据统计 经统计 "
    "* “ ” ， ； ： , ; : ） ( )";
constexpr std::string_view kQualifying = "以上 以下 以内 之内 的单位 的部门 的机关 的街道 的镇 的乡 的地区";
constexpr std::string_view kCarriedWords =
    "含上年结转 含上年度结转 包括上年结转 包含上年结转 包括上年度结转 含结转";
constexpr std::string_view kNotCarriedWords =
    "不含上年结转 不含上年度结转 不包括上年结转 不包括上年度结转 不包含上年结转 未含上年结转 未包括上年结转 "
    "未包含上年结转 不含结转 不包括结转";
constexpr std::string_view kEveryone =
    "公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织";
constexpr std::string_view kBehindCount =
    "， 、 ； 。 ！ ： , ; : . （ ） ( ) “ ” * 和 及 与 以及 并 且 均 都 也 全部 其中 占 中，";
constexpr std::string_view kShareGlue =
    "比 比例 比重 到 总 总数 总量 总申请量 总件数 全部 所有 全年 本年度 当年 办理 办理总数 "
    "办理总量 处理 答复 申请 申请量 申请总量 申请总数 政府信息公开申请 依申请公开申请 "
    "信息公开申请 依申请公开 件数 数 数量 量 的 为 约 近 达 达到 超过 超 逾 了 “ ” * ： : 比为";
constexpr std::string_view kRateGlue =
    "为 是 达 达到 均 均为 均达 均达到 保持 保持在 始终保持 约 近 超过 超 逾 了 在 ： : * “ ”";

}  // namespace

const WordIndex& glue() {
  static const WordIndex kIndex = words_of(std::string(kGlue) + " " + std::string(kEveryone), true);
  return kIndex;
}

const WordIndex& forward_glue() {
  static const WordIndex kIndex = words_of(kForwardGlue, true);
  return kIndex;
}

const WordIndex& joining() {
  static const WordIndex kIndex = words_of(kJoining);
  return kIndex;
}

const WordIndex& other_scope() {
  static const WordIndex kIndex = words_of(kOtherScope);
  return kIndex;
}

const WordIndex& other_clause() {
  static const WordIndex kIndex = words_of(kOtherClause);
  return kIndex;
}

const WordIndex& body_itself() {
  static const WordIndex kIndex = words_of(kBodyItself);
  return kIndex;
}

const WordIndex& harmless() {
  static const WordIndex kIndex = words_of(kHarmless);
  return kIndex;
}

const WordIndex& plain_head() {
  static const WordIndex kIndex = words_of(kPlainHead, true);
  return kIndex;
}

const WordIndex& denying_head() {
  static const WordIndex kIndex = words_of(std::string(kPlainHead) + " 均 都 也", true);
  return kIndex;
}

const WordIndex& qualifying() {
  static const WordIndex kIndex = words_of(kQualifying);
  return kIndex;
}

const WordIndex& carried_words() {
  static const WordIndex kIndex = words_of(kCarriedWords);
  return kIndex;
}

const WordIndex& not_carried_words() {
  static const WordIndex kIndex = words_of(kNotCarriedWords);
  return kIndex;
}

const WordIndex& everyone() {
  static const WordIndex kIndex = words_of(kEveryone);
  return kIndex;
}

const WordIndex& behind_count() {
  static const WordIndex kIndex = words_of(kBehindCount, true);
  return kIndex;
}

const WordIndex& share_glue() {
  static const WordIndex kIndex = words_of(kShareGlue, true);
  return kIndex;
}

const WordIndex& rate_glue() {
  static const WordIndex kIndex = words_of(kRateGlue, true);
  return kIndex;
}

}  // namespace nianbao::prose
