#include "base/number_text.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

std::string found(std::string_view text) {
  std::string out;
  for (const NumberMention& m : find_numbers(text)) {
    out += m.precision == Precision::about ? "~" : m.precision == Precision::at_least ? ">" : "";
    out += m.value.to_string() + (m.percent ? "%" : "") + m.unit + " ";
  }
  if (!out.empty()) out.pop_back();
  return out;
}
bool admits(std::string_view text, const char* figure) {
  return find_numbers(text).at(0).admits(*Decimal::parse(figure));
}

TEST(FindNumbers, ReadsArabicNumeralsWithTheirUnits) {
  EXPECT_EQ(found("新收申请388件，上年结转18件"), "388件 18件");
  EXPECT_EQ(found("公开信息1,234条、3.2万条，收费4166.24万元"), "1234条 32000条 4166.24万元");
  EXPECT_EQ(found("受理859，答复805"), "859 805");
  EXPECT_EQ(found("参与3527人次，用时13个工作日"), "3527人次 13个工作日");
}
TEST(FindNumbers, ReadsFullWidthNumeralsAtTheirPlaces) {
  const auto numbers = find_numbers("收到３４件，占３３．９％。");
  ASSERT_EQ(numbers.size(), 2U);
  EXPECT_EQ(numbers[0].value.to_string(), "34");
  EXPECT_EQ(std::string_view("收到３４件，占３３．９％。").substr(numbers[0].after, 3), "，");
  EXPECT_EQ(numbers[1].value.to_string(), "33.9");
  EXPECT_TRUE(numbers[1].percent);
}
TEST(FindNumbers, ReadsChineseNumeralsBeforeMeasureWords) {
  EXPECT_EQ(found("制发一百二十件，开展两次，十余场"), "120件 2次 >10场");
  EXPECT_EQ(found("一是统一标准，二是三审三校，一次性告知，第三次会议"), "");
  EXPECT_EQ(found("百分之三十三"), "33%");
}
TEST(FindNumbers, PassesOverVagueTens) {
  EXPECT_EQ(found("数十件，几十次，上十场"), "");
  EXPECT_EQ(find_numbers("总数十件，件数十件").size(), 2U);
}
TEST(FindNumbers, PassesOverDatesDocumentsAndAddresses) {
  EXPECT_EQ(found("2024年1月1日至12月31日，国办公开办函〔2021〕30号，第二十条第5款"), "");
  EXPECT_EQ(found("电话0531-12345678，网址http://a.cn/2024/1.html，邮编 a-250000"), "");
  EXPECT_EQ(found("二〇二四年"), "");
}
TEST(FindNumbers, PassesOverTheNumbersOfParagraphs) {
  EXPECT_EQ(found("1.收到3件"), "3件");
  EXPECT_EQ(found("## （一）收到3件"), "3件");
  EXPECT_EQ(found("三、收到3件"), "3件");
  EXPECT_EQ(found("1.5倍"), "1.5倍");
}
TEST(FindNumbers, ReadsAboutAndMore) {
  EXPECT_EQ(found("约3600件，近100条，3600余件，超过3000次，20件左右，1.2万余条"),
            "~3600件 ~100条 >3600件 >3000次 ~20件 >12000条");
}

TEST(NumberMention, AWholeCountIsExact) {
  EXPECT_TRUE(admits("34件", "34"));
  EXPECT_FALSE(admits("34件", "35"));
}
TEST(NumberMention, ARoundedNumberMayBeRoundedOrCut) {
  EXPECT_TRUE(admits("3.2万件", "32040"));
  EXPECT_TRUE(admits("3.2万件", "31960"));
  EXPECT_FALSE(admits("3.2万件", "33100"));
  EXPECT_TRUE(admits("4.34%", "4.3478"));
  EXPECT_TRUE(admits("4.35%", "4.3478"));
  EXPECT_FALSE(admits("4.36%", "4.3478"));
  EXPECT_TRUE(admits("4166万元", "4166.241619"));
  EXPECT_TRUE(admits("30.97%", "30.971"));
  EXPECT_FALSE(admits("30.98%", "30.971"));
  EXPECT_TRUE(admits("30.98%", "30.975"));
  EXPECT_TRUE(admits("约30.98%", "30.971"));
  EXPECT_TRUE(admits("4842.76万元", "4842.76225"));
  EXPECT_FALSE(admits("4842.77万元", "4842.76225"));
  EXPECT_FALSE(admits("3.2万件", "31400"));
  EXPECT_FALSE(admits("4167.3万元", "4166.241619"));
}
TEST(NumberMention, MoreAndAbout) {
  EXPECT_TRUE(admits("3600余件", "3646"));
  EXPECT_FALSE(admits("3600余件", "3599"));
  EXPECT_FALSE(admits("3600余件", "3700"));
  EXPECT_TRUE(admits("约3600件", "3646"));
  EXPECT_FALSE(admits("约3000件", "3646"));
  EXPECT_TRUE(admits("1.2万余条", "12345"));
  EXPECT_TRUE(admits("超过3000件", "3646"));
}

TEST(NumberMention, KnowsWhereItsOwnWordsEnd) {
  const std::string_view text = "新收大约390件左右，";
  const NumberMention mention = find_numbers(text).at(0);
  EXPECT_EQ(text.substr(mention.said, mention.after - mention.said), "大约390件左右");
  EXPECT_EQ(mention.precision, Precision::about);
}

TEST(MeasureWords, AreTheLongestThatFit) {
  EXPECT_EQ(measure_word_size("人次参加"), std::string_view("人次").size());
  EXPECT_EQ(measure_word_size("个工作日"), std::string_view("个工作日").size());
  EXPECT_EQ(measure_word_size("申请"), 0U);
  EXPECT_EQ(measure_word_size(""), 0U);
}

TEST(ParseChineseNumber, ReadsWhatPeopleWrite) {
  EXPECT_EQ(parse_chinese_number("一百二十三"), 123);
  EXPECT_EQ(parse_chinese_number("两千零五"), 2005);
  EXPECT_EQ(parse_chinese_number("三千六百四十六"), 3646);
  EXPECT_EQ(parse_chinese_number("十二"), 12);
  EXPECT_EQ(parse_chinese_number("二十"), 20);
  EXPECT_EQ(parse_chinese_number("三百五"), 350);
  EXPECT_EQ(parse_chinese_number("三万六"), 36000);
  EXPECT_EQ(parse_chinese_number("一万二千"), 12000);
  EXPECT_EQ(parse_chinese_number("二〇二四"), 2024);
  EXPECT_EQ(parse_chinese_number("零"), 0);
  EXPECT_FALSE(parse_chinese_number("件"));
  EXPECT_FALSE(parse_chinese_number("九亿亿亿"));
  EXPECT_FALSE(parse_chinese_number("九九九九九九九九九九九九九九九九九九九九"));
  EXPECT_FALSE(parse_chinese_number(""));
}

// Whatever the text, mentions come in order and lie inside it.
TEST(FindNumbers, StaysInsideAnyText) {
  std::uint32_t state = 7;
  const std::vector<std::string> pieces = {"1",    "２", ".",  ",",  "万", "件", "%",  "百分之",
                                           "一",   "十", "余", "约", "年", "（", "）", "第",
                                           "\x01", "a",  "-",  "、", "占", "亿", "元", " "};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525U + 1013904223U;
      text += pieces[(state >> 16) % pieces.size()];
    }
    std::size_t last = 0;
    for (const NumberMention& m : find_numbers(text)) {
      ASSERT_LE(last, m.begin) << text;
      ASSERT_LT(m.begin, m.end) << text;
      ASSERT_LE(m.end, m.after) << text;
      ASSERT_LE(m.after, text.size()) << text;
      last = m.after;
    }
  }
}

}  // namespace
}  // namespace nianbao
