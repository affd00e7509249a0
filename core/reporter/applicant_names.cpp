#include "reporter/applicant_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace nianbao {

namespace {

constexpr std::size_t kLongestKey = 60;  // characters; longer is a remark, no name
constexpr std::size_t kShortestReference = 4;
constexpr std::size_t kShortestNumber =
    8;  // of a reference of digits alone: shorter ones are counts and years

// Words that stand where a name should, and name nobody.
constexpr std::array<std::u32string_view, 45> kNobody = {
    U"匿名",         U"无名",         U"不详",          U"未知",       U"保密",   U"隐私",     U"隐去",
    U"不公开",       U"未填",         U"不适用",        U"无",         U"空",     U"其他",     U"个人",
    U"本人",         U"公民",         U"自然人",        U"法人",       U"群众",   U"市民",     U"村民",
    U"居民",         U"业主",         U"商户",          U"企业",       U"公司",   U"单位",     U"组织",
    U"律师",         U"律所",         U"律师所",        U"律师事务所", U"事务所", U"有限公司", U"代理人",
    U"委托人",       U"申请人",       U"当事人",        U"第三人",     U"负责人", U"商业企业", U"科研机构",
    U"社会公益组织", U"法律服务机构", U"法人或其他组织"};

// Bodies are no persons, and reports speak of them.
constexpr std::array<std::u32string_view, 14> kBodies = {
    U"人民政府", U"政府", U"办公室", U"委员会", U"管委会", U"办事处", U"法院",
    U"检察院",   U"局",   U"村委会", U"居委会", U"街道",   U"派出所", U"大队"};

constexpr std::array<std::u32string_view, 8> kTitles = {U"先生", U"女士", U"同志", U"小姐",
                                                        U"老师", U"律师", U"等人", U"等"};

// Words of everyday prose that are somebody's name, too: surname and given name by chance.
constexpr std::u32string_view kWords =
    U"安全安排安置安装安心安康安宁安静安居安保白云白天包括包保边界步骤查询查处查阅常态常规常务常年常见常用常"
    U"委"
    U"长效长期长江长远长春长城车辆成立成果成效成功成员成为成本成长成熟成就程序程度储备从业从事从严东部东方东"
    U"风"
    U"单位单独单一党员党委党组党建丰富丰收法律法规法治范围范本方便方面方式方法方案方向方针方正方圆房屋房产费"
    U"用符合"
    U"扶持干部干事高效高度高峰高速高标高层高校高中高位高新高龄高温高铁高地高远高明高兴高尚巩固公开公共公正公"
    U"平公告"
    U"公示公布公民公安公司公文公报公益公众贡献关注关于关系关心关键关爱关切关停关联关怀管理管控广大广泛广告广"
    U"播广场"
    U"国家国土国庆国际国内国有国资国强和平和谐和美和睦何时弘扬红色后续花园华夏华东黄河黄山黄金黄海惠民惠企吉"
    U"祥吉林"
    U"计划计算计入纪检纪委纪律季度简化简易简介简政简报建设建国江山江河江苏江西江南江北解读解决解释解答解放金"
    U"额金融"
    U"金秋金色金星金光经济经营经费经验经过景区景观居民居住康复康养康健劳动乐于雷同雷锋雷达冷静力量利用利益利"
    U"民连续"
    U"连接廉洁廉政林业林地龙头龙江路径路线路段路通罗列马上马路满意满足毛利农业农村农民农田能力能够宁静平台平"
    U"安平等"
    U"平均平稳平时平衡齐全齐心齐鲁强化强调强制强国强大权限权力权利权益权威全面全体全年全区全市全县全部全程全"
    U"国全省"
    U"全力全新全民全文全长容量融合融媒荣誉山东山水商务商业尚未申请申报申领师资师生施工施行施政时间时效时限时"
    U"代时候"
    U"时光时尚时刻史料舒适水利水务水平水质司法泰山谈话田园田间通过通知通报通道通达同步同意童年危险卫生卫健卫"
    U"星温暖"
    U"温馨温度文明文化文件文书文字文体文艺文旅文本文献文静武装夏季相关相应向上向前向阳向导项目新闻新增新建新"
    U"民兴旺"
    U"幸福许可许多宣传宣讲严格严肃严重严密严禁严明严谨阳光养老养护应当应急应用应对应诉应答印发印章游客于是于"
    U"此余额"
    U"元旦云端云平张贴张开章程支持支出支付支撑钟表仲裁周年周边周期周围周密周知周末周到祝贺卓越左右万元万人万"
    U"里万条"
    U"明确明显明年明亮明晰石油石化苗木任务任何任职任期任免东升光明光辉前进胜利曙光朝阳春节春季秋季冬季青年青"
    U"春青山";

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || c == '\'';
}

bool is_number(char32_t c) {
  return c >= '0' && c <= '9';
}

template <typename Test>
std::ptrdiff_t count(std::u32string_view text, Test test) {
  return std::count_if(text.begin(), text.end(), test);
}

bool ends(std::u32string_view text, std::u32string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

bool is_everyday_word(std::u32string_view key) {
  for (std::size_t i = 0; i + 1 < kWords.size(); i += 2) {
    if (kWords.substr(i, 2) == key) return true;
  }
  return false;
}

// Whether a part of it was left out on purpose: 张某, 李**, 王×.
bool is_veiled(std::u32string_view key) {
  return key.find_first_of(U"某*×○?�") != std::u32string_view::npos;
}

bool names_nobody(std::u32string_view key) {
  if (std::find(kNobody.begin(), kNobody.end(), key) != kNobody.end() || is_veiled(key)) return true;
  return std::any_of(kBodies.begin(), kBodies.end(),
                     [&](std::u32string_view body) { return ends(key, body); });
}

// "张三(代理人)" -> "张三", "张三先生" -> "张三"; a bracket inside a company's name stays.
std::u32string without_remarks(std::u32string key) {
  if (!key.empty() && key.back() == ')') key.resize(std::min(key.size(), key.rfind(U'(')));
  const std::size_t more = key.find(U'等');  // 张三等3人
  if (more != std::u32string::npos && more + 4 >= key.size() && ends(key, U"人")) key.resize(more);
  for (const std::u32string_view title : kTitles) {
    if (ends(key, title)) key.resize(key.size() - title.size());
  }
  return key;
}

void add_name(std::u32string key, std::vector<SearchedName>& names) {
  key = without_remarks(std::move(key));
  if (key.size() < 2 || key.size() > kLongestKey || names_nobody(key)) return;
  const std::ptrdiff_t chinese = count(key, is_chinese_character);
  const bool is_person = key.size() <= 3 && chinese == static_cast<std::ptrdiff_t>(key.size());
  const bool is_long = key.size() >= 4 && chinese + count(key, is_letter) >= 2;
  if (is_person) names.push_back({key, SearchedKind::person, key.size() == 2 && is_everyday_word(key)});
  if (is_long) names.push_back({std::move(key), SearchedKind::name, false});
}

// Names of a cell are parted by 、 and the like; blanks part Chinese names of two characters and more ("张
// 三" is one), and stand inside Latin ones.
void split_names(std::string_view cell, std::vector<SearchedName>& names) {
  std::u32string name;
  std::u32string part;  // behind the last blank
  const auto end_part = [&] {
    const bool is_next = name.size() >= 2 && part.size() >= 2 && is_chinese_character(part[0]) &&
                         is_chinese_character(name.back());
    if (is_next) {
      add_name(std::move(name), names);
      name.clear();
    }
    name += part;
    part.clear();
  };
  const auto end_name = [&] {
    end_part();
    if (!name.empty()) add_name(std::move(name), names);
    name.clear();
  };
  for (std::size_t i = 0; i < cell.size();) {
    const char32_t raw = next_code_point(cell, i);
    const char32_t c = name_character(raw);
    if (raw == '\n' || std::u32string_view(U"、,;/|").find(c) != std::u32string_view::npos) {
      end_name();
    } else if (c == 0) {
      end_part();
    } else if (part.size() <= kLongestKey) {
      part.push_back(c);
    }
  }
  end_name();
}

void add_reference(std::string_view cell, std::vector<SearchedName>& names) {
  std::u32string key;
  for (std::size_t i = 0; i < cell.size() && key.size() <= kLongestKey;) {
    const char32_t c = name_character(next_code_point(cell, i));
    if (c != 0) key.push_back(c);
  }
  if (key.size() < kShortestReference || key.size() > kLongestKey || is_veiled(key)) return;
  const auto digits = static_cast<std::size_t>(count(key, is_number));
  const bool has_more = digits < key.size() &&
                        count(key, [](char32_t c) { return is_letter(c) || is_chinese_character(c); }) > 0;
  if (digits > 0 && (has_more || digits >= kShortestNumber)) {
    names.push_back({std::move(key), SearchedKind::reference, false});
  }
}

}  // namespace

bool is_chinese_character(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFD) ||
         c == 0x3007;
}

std::vector<SearchedName> searched_names(const ApplicantCells& cells) {
  std::vector<SearchedName> names;
  split_names(cells.name, names);
  add_reference(cells.reference, names);
  return names;
}

}  // namespace nianbao
