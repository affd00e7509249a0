#include "base/person_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace nianbao {

namespace {

// Surnames that scarcely stand in prose as anything else.
constexpr std::u32string_view kPlainSurnames =
    U"王李刘陈赵吴徐孙朱胡郭罗郑宋韩冯邓曹彭曾萧潘袁董吕魏蒋蔡贾丁薛杜戴夏汪姜傅沈卢姚谭廖邹陆郝孔邵邱秦侯孟"
    U"尹"
    U"黎汤樊龚庞殷陶翟倪俞韦詹柯裴霍阮柳邢翁骆郎岳";
// Surnames that mostly stand in prose as something else: 对|于, 及|时, 规|范, 提|高.
constexpr std::u32string_view kCommonCharacters =
    U"于和时向从应范管关高成安方任明全单解计项能经党公平文常农水强包景支龙路师江金万石白曲齐华温宁程房国都利"
    U"相权通"
    U"新建长后连查印广何段史顾施许余林梁钟尤谢蓝章席田季车商尚容游益居步满费储山东红云";

// The others, in no text but a cell that stands alone.
constexpr std::u32string_view kOtherSurnames =
    U"张杨黄周何马毛贺苗梅牛熊武易涂覃甘伍齐康鲍左祁喻鲁耿葛冉简欧卞卓闫阎舒靳燕屈聂晏冷祝柏蒲滕盛佟窦符娄仇"
    U"尧迟辛桑"
    U"甄艾冀敖楚巩戚裘宫宗麦芦古童粟鄢晋柴隋褚胥丛沙仲巫苟闵邸占谷匡边栾刁原封寇宿荆莫习乔谌池岑卫缪祖稂阙郜"
    U"郇郦";

constexpr std::array<std::u32string_view, 16> kCompoundSurnames = {
    U"欧阳", U"司马", U"上官", U"诸葛", U"东方", U"皇甫", U"尉迟", U"公孙",
    U"慕容", U"司徒", U"令狐", U"夏侯", U"端木", U"宇文", U"长孙", U"轩辕"};

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

// Two characters each: more words of ledgers that begin with a surname.
constexpr std::u32string_view kLedgerWords =
    U"单位公司政府计算收到已办暂无尚未未办方式施工程序商户商店经办应予部分全部"
    U"高校农户居民党员党委牧民都是能否别的应该解决向上管辖来信明确谢绝曾经路人";

// Endings of bodies and places.
constexpr std::u32string_view kBodyEndings = U"局办委厅处镇乡村县区市省部社站所院队会组科室园校厂店中司团心";

// Characters of dates, amounts and numbers of documents: what stands beside them is no identifier.
constexpr std::u32string_view kMeasures = U"年月日号时分秒元万亿件次条第项行个人份天周季度岁名";

bool has(std::u32string_view characters, char32_t c) {
  return characters.find(c) != std::u32string_view::npos;
}

bool is_pair_of(std::u32string_view words, std::u32string_view word) {
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
    if (words.substr(i, 2) == word) return true;
  }
  return false;
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool has_compound_surname(std::u32string_view text) {
  return std::find(kCompoundSurnames.begin(), kCompoundSurnames.end(), text.substr(0, 2)) !=
         kCompoundSurnames.end();
}

// Letters of dates (2024-01-05T00:00, 5-Jan-24), and O and l typed for 0 and 1.
bool is_of_date(std::u32string_view letters) {
  static constexpr std::array<std::u32string_view, 16> kLetters = {
      U"jan", U"feb", U"mar", U"apr", U"may", U"jun", U"jul", U"aug",
      U"sep", U"oct", U"nov", U"dec", U"t",   U"z",   U"tz",  U"e"};
  if (std::find(kLetters.begin(), kLetters.end(), letters) != kLetters.end()) return true;
  return std::all_of(letters.begin(), letters.end(),
                     [](char32_t c) { return c == 'o' || c == 'l' || c == 'i'; });
}

// Letters and digits mixed, or a word for numbers and a long one behind it (代号0001).
bool may_be_identifier(std::u32string_view text) {
  std::u32string letters;
  std::size_t digits = 0;
  bool has_measure = false;
  for (const char32_t c : text) {
    if (is_letter(c)) letters.push_back(c | 0x20U);
    digits += is_digit(c) ? 1 : 0;
    has_measure = has_measure || has(kMeasures, c);
  }
  if (text.size() < 4 || digits < 2) return false;
  if (!letters.empty()) return !has_measure && !is_of_date(letters);
  const std::size_t word = text.size() - digits;
  if (digits < 4 || word < 2 || word > 4 || !has(U"号码证", text[word - 1])) return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(word), is_chinese_character);
}

bool is_latin_name(std::u32string_view text) {
  const std::size_t blank = text.find(U' ');
  const bool is_parted = blank != std::u32string_view::npos && blank >= 2 && blank + 2 < text.size();
  return is_parted && std::all_of(text.begin(), text.end(), [](char32_t c) {
           return is_letter(c) || c == ' ' || c == '.' || c == '-' || c == '\'';
         });
}

std::u32string starred(std::u32string_view text) {
  return std::u32string(text.substr(0, 1)) +
         std::u32string(std::clamp<std::size_t>(text.size(), 2, 9) - 1, U'*');
}

bool belongs_to_word(char32_t c) {
  return is_chinese_character(c) || is_letter(c) || is_digit(c) || has(U"·•-_/#.〔〕[]", c);
}

}  // namespace

bool is_chinese_character(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFD) ||
         c == 0x3007;
}

std::u32string_view plain_surnames() {
  return kPlainSurnames;
}

std::u32string_view common_surnames() {
  return kCommonCharacters;
}

bool is_everyday_word(std::u32string_view word) {
  return is_pair_of(kWords, word);
}

bool may_be_person_name(std::u32string_view text) {
  if (text.size() > 4 && text.find(U'·') != std::u32string_view::npos)
    return std::all_of(text.begin(), text.end(),
                       [](char32_t c) { return is_chinese_character(c) || c == U'·'; });
  if (text.size() < 2 || text.size() > 4 || !std::all_of(text.begin(), text.end(), is_chinese_character))
    return false;
  if (has_compound_surname(text) && text.size() > 2) return true;
  const char32_t first = text.front();
  if (!has(kPlainSurnames, first) && !has(kCommonCharacters, first) && !has(kOtherSurnames, first))
    return false;
  const std::u32string_view head = text.substr(0, 2);
  const bool begins_with_word = is_everyday_word(head) || is_pair_of(kLedgerWords, head);
  if (begins_with_word && text.size() != 3) return false;
  return text.size() == 2 || !has(kBodyEndings, text.back());
}

std::string without_person(std::string_view raw, bool with_identifiers) {
  std::u32string text;
  for (std::size_t at = 0; at < raw.size();) {
    const char32_t c = next_code_point(raw, at);
    if (!is_zero_width(c)) text.push_back(c);
  }
  // 王 大锤: one name, whatever the blanks.
  std::u32string close;
  for (const char32_t c : text) {
    if (name_character(c) != 0) close.push_back(name_character(c));
  }
  if (may_be_person_name(close) || is_latin_name(text)) return to_utf8(starred(text));
  std::u32string out;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && belongs_to_word(text[end])) ++end;
    const std::u32string_view word = std::u32string_view(text).substr(begin, end - begin);
    const bool is_secret = may_be_person_name(word) || (with_identifiers && may_be_identifier(word));
    out += is_secret ? starred(word) : std::u32string(word);
    if (end < text.size()) out.push_back(text[end++]);
    begin = end;
  }
  return to_utf8(out);
}

}  // namespace nianbao
