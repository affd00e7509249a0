#include "base/personal_data.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace nianbao {

namespace {

// "身份证号码 138… | …".
std::string found(std::string_view text) {
  std::string all;
  for (const PersonalNumber& number : find_personal_numbers(text)) {
    all += (all.empty() ? "" : " | ") + std::string(personal_number_label(number.kind)) + " " + number.digits;
  }
  return all;
}

std::string places(std::string_view text) {
  std::string all;
  for (const PersonalNumber& number : find_personal_numbers(text)) {
    all += "[" + std::string(text.substr(number.begin, number.end - number.begin)) + "]";
  }
  return all;
}

}  // namespace

TEST(PersonalData, FindsIdentityNumbersByTheirCheckDigit) {
  EXPECT_EQ(found("身份证11010519491231002X。"), "身份证号码 11010519491231002X");
  EXPECT_EQ(found("440524188001010014"), "身份证号码 440524188001010014");
  EXPECT_EQ(found("编号ID11010519491231002x，"), "身份证号码 11010519491231002X")
      << "a small x, letters before it";
  EXPECT_EQ(found("110105194912310021"), "") << "the check digit is X";
  EXPECT_EQ(found("440524188013010014"), "") << "no thirteenth month";
  EXPECT_EQ(found("990105194912310029"), "") << "no such province";
  EXPECT_EQ(found("1440524188001010014"), "") << "part of a longer number";
  EXPECT_EQ(found("11010519491231002X1"), "");
}

TEST(PersonalData, FindsTheOldIdentityNumbers) {
  EXPECT_EQ(found("证号110105491231002"), "身份证号码 110105491231002");
  EXPECT_EQ(found("证号110105491331002"), "") << "no thirteenth month";
  EXPECT_EQ(found("证号990105491231002"), "");
  EXPECT_EQ(found("370112202400001"), "") << "a serial number of the region";
}

TEST(PersonalData, FindsMobileNumbers) {
  EXPECT_EQ(found("电话13812345678"), "手机号码 13812345678");
  EXPECT_EQ(found("12812345678"), "") << "no such network";
  EXPECT_EQ(found("138123456789"), "");
  EXPECT_EQ(found("0531-62345678"), "");
  EXPECT_EQ(found("（+86）13812345678、+8613912345678"), "手机号码 13812345678 | 手机号码 13912345678");
  EXPECT_EQ(found("13812345678@163.com"), "手机号码 13812345678");
  EXPECT_EQ(found("13812345678/13912345678"), "手机号码 13812345678 | 手机号码 13912345678");
}

TEST(PersonalData, FindsNumbersWithBlanksAndHyphens) {
  EXPECT_EQ(found("138-1234-5678"), "手机号码 13812345678");
  EXPECT_EQ(found("138 1234 5678"), "手机号码 13812345678");
  EXPECT_EQ(found("138　1234　5678"), "手机号码 13812345678");
  EXPECT_EQ(found("+86 138-1234-5678"), "手机号码 13812345678");
  EXPECT_EQ(found("1381234\n5678"), "手机号码 13812345678") << "broken at the end of a line";
  EXPECT_EQ(found("138-1234  5678"), "") << "two blanks part numbers";
  EXPECT_EQ(found("110105 19491231 002X"), "身份证号码 11010519491231002X");
  EXPECT_EQ(found("6222 0212 3456 7895"), "") << "a wrong last digit";
  EXPECT_EQ(found("6222-0212-3456-7894"), "银行卡号 6222021234567894");
  EXPECT_EQ(found("4111 1111 1111 1111"), "银行卡号 4111111111111111");
  EXPECT_EQ(found("13812345678 13912345678"), "手机号码 13812345678 | 手机号码 13912345678");
}

TEST(PersonalData, FindsNumbersWithDotsButNoDecimals) {
  EXPECT_EQ(found("138.1234.5678"), "手机号码 13812345678");
  EXPECT_EQ(places("电话138．1234．5678。"), "[138．1234．5678]");
  EXPECT_EQ(found("6222.0212.3456.7894"), "银行卡号 6222021234567894");
  EXPECT_EQ(found("138.12345678"), "") << "a decimal";
  EXPECT_EQ(found("1381234.5678"), "");
  EXPECT_EQ(found("138.1234-5678"), "") << "nobody writes a number so";
  EXPECT_EQ(found("138.1234.5678.9"), "");
  EXPECT_EQ(found("110105.19491231.0029"), "");
}

TEST(PersonalData, TakesNoCountForANumberOfAPerson) {
  EXPECT_EQ(found("阅读量13812345678次"), "");
  EXPECT_EQ(found("参与13812345678人次"), "");
  EXPECT_EQ(found("公开信息13812345678件"), "");
  EXPECT_EQ(found("拨打13812345678人工服务"), "手机号码 13812345678");
  EXPECT_EQ(found("13812345678号"), "手机号码 13812345678");
}

TEST(PersonalData, FindsFullWidthDigits) {
  EXPECT_EQ(found("１３８１２３４５６７８"), "手机号码 13812345678");
  EXPECT_EQ(found("１１０１０５１９４９１２３１００２Ｘ"), "身份证号码 11010519491231002X");
  EXPECT_EQ(places("电话１３８１２３４５６７８。"), "[１３８１２３４５６７８]");
  EXPECT_EQ(places("甲 138-1234-5678，乙"), "[138-1234-5678]");
}

TEST(PersonalData, FindsBankCardsByLuhn) {
  EXPECT_EQ(found("4111111111111111"), "银行卡号 4111111111111111");
  EXPECT_EQ(found("4111111111111112"), "");
  EXPECT_EQ(found("2011111111111112"), "") << "begins like a year";
  EXPECT_EQ(found("41111111111111111111"), "") << "twenty digits";
}

TEST(PersonalData, AnIdentityNumberWithAWrongDigitIsNoCard) {
  for (char last = '0'; last <= '9'; ++last) {
    EXPECT_EQ(found(std::string("62010519491231002") + last).find("银行卡"), std::string::npos);
  }
}

TEST(PersonalData, LongerThingsAreNoNumbersOfPersons) {
  EXPECT_EQ(found("https://www.example.com/art/2024/13812345678.html"), "");
  EXPECT_EQ(found("网址www.example.com/13812345678，电话13812345678"), "手机号码 13812345678");
  EXPECT_EQ(found("收费13812345678元，1.13812345678，13812345678.5万"), "");
  EXPECT_EQ(found("AB13812345678，13812345678CD，no_13812345678"), "");
  EXPECT_EQ(found("2024-13812345678-01"), "");
  EXPECT_EQ(found("统一社会信用代码11370200004218746P"), "");
}

TEST(PersonalData, CreditCodesOfDigitsAloneAreNoCards) {
  // Of all check digits that Luhn admits, the one of GB 32100 is a body's.
  int cards = 0;
  for (std::int64_t serial = 0; serial < 3000; ++serial) {
    std::string digits = std::to_string(913701120000000000 + serial * 10);
    const int weights[] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) sum += (digits[i] - '0') * weights[i];
    const int check = (31 - sum % 31) % 31;
    if (check > 9) continue;
    digits[17] = static_cast<char>('0' + check);
    cards += found(digits).empty() ? 0 : 1;
  }
  EXPECT_EQ(cards, 0);
}

TEST(PersonalData, MasksTheMiddle) {
  EXPECT_EQ(masked_number("13812345678"), "138******78");
  EXPECT_EQ(masked_number("1234"), "****");
  EXPECT_EQ(without_personal_numbers("甲13812345678，乙138-1234-5679。"), "甲138******78，乙138******79。");
  EXPECT_EQ(without_personal_numbers("4111111111111111"), "411***********11");
  EXPECT_EQ(without_personal_numbers("370112202401010011"), "370*************11")
      << "what only looks like one";
  EXPECT_EQ(without_personal_numbers("12345678901"), "123******01");
  EXPECT_EQ(without_personal_numbers("2024年收到1234件"), "2024年收到1234件");
}

TEST(PersonalData, HostileTextTakesNoLongerThanItsLength) {
  for (const std::string piece : {"1", "1 ", "138-", "http://1", "1\xFF", "a1.", "13812345678 "}) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    EXPECT_LE(find_personal_numbers(text).size(), text.size() / 11 + 1) << piece;
  }
}

}  // namespace nianbao
