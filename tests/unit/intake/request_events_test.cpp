// The columns of the request ledger that the legal clock reads.
#include <gtest/gtest.h>

#include "unit/intake/ledger_fixture.h"

namespace nianbao {
namespace {

// Heading -> cell of one application received on 4 March 2024 and answered on the 29th, or not yet.
using Row = std::vector<std::pair<std::string, std::string>>;

TestLedger ledger_of(const Row& more, bool is_open) {
  Cells headings = {"申请编号", "受理单位", "申请人类型", "收到日期", "答复日期", "办理结果"};
  Cells cells = {"1", "甲局", "自然人", "2024-03-04", is_open ? "" : "2024-03-29", is_open ? "" : "予以公开"};
  for (const auto& [heading, cell] : more) {
    headings.push_back(heading);
    cells.push_back(cell);
  }
  return TestLedger({headings, cells});
}

struct Reading {
  std::vector<Request> requests;
  Found found;
  std::string messages;
};

Reading read(const Row& more, bool is_open = false) {
  TestLedger ledger = ledger_of(more, is_open);
  Reading reading;
  read_requests(ledger.input(), UnitRegister(),
                [&](const Request& r, const Place&) { reading.requests.push_back(r); });
  reading.found = ledger.found();
  reading.messages = ledger.messages();
  return reading;
}

// The events of an open row without a finding.
ClockEvents events(const Row& more) {
  const Reading reading = read(more, true);
  EXPECT_EQ(reading.found, Found{}) << reading.messages;
  return reading.requests.empty() ? ClockEvents{} : reading.requests[0].events;
}

std::vector<Date> days(std::initializer_list<const char*> texts) {
  std::vector<Date> dates;
  for (const char* text : texts) dates.push_back(*parse_date(text));
  return dates;
}

Period period(const char* begin, const char* end) {
  return {*parse_date(begin), end == nullptr ? std::nullopt : parse_date(end)};
}

}  // namespace

TEST(RequestEvents, NothingIsSaidWhereNoColumnIs) {
  EXPECT_EQ(events({}), ClockEvents{});
}

TEST(RequestEvents, BlankAndNotApplicableSayNothing) {
  for (const char* nothing : {"", "/", "不适用", "—"}) {
    EXPECT_EQ(events({{"补正告知日期", nothing},
                      {"补正收到日期", nothing},
                      {"征求意见时间", nothing},
                      {"是否延期", nothing},
                      {"延期告知日期", nothing},
                      {"延长工作日数", nothing},
                      {"另定答复期限", nothing},
                      {"收费通知日期", nothing},
                      {"缴费日期", nothing}}),
              ClockEvents{})
        << nothing;
  }
}

TEST(RequestEvents, TakesSeveralCorrections) {
  const ClockEvents read =
      events({{"补正告知日期", "2024-03-06；2024/3/15"}, {"补正收到日期", "2024年3月8日、20240320"}});
  EXPECT_EQ(read.corrections_asked, days({"2024-03-06", "2024-03-15"}));
  EXPECT_EQ(read.corrections_received, days({"2024-03-08", "2024-03-20"}));
}

TEST(RequestEvents, TakesOneDateInEveryForm) {
  for (const char* form :
       {"2024-03-06", "2024.3.6", "２０２４－０３－０６", "#n 45357", "2024-03-06；", "；2024-03-06"}) {
    EXPECT_EQ(events({{"补正告知日期", form}}).corrections_asked, days({"2024-03-06"})) << form;
  }
}

TEST(RequestEvents, TakesPeriodsInEveryForm) {
  const std::vector<Period> one = {period("2024-03-06", "2024-03-12")};
  for (const char* form : {"2024-03-06~2024-03-12", "2024-03-06～2024-03-12", "2024/3/6至2024/3/12",
                           "2024年3月6日—2024年3月12日", "2024.3.6 到 2024.3.12", "20240306~20240312；"}) {
    EXPECT_EQ(events({{"征求意见时间", form}}).consultations, one) << form;
  }
}

TEST(RequestEvents, TakesSeveralPeriodsAndThoseWithoutAnEnd) {
  EXPECT_EQ(
      events({{"征求意见时间", "2024-03-06~2024-03-12；2024-03-10~2024-03-15；2024-03-20~"}}).consultations,
      (std::vector<Period>{period("2024-03-06", "2024-03-12"), period("2024-03-10", "2024-03-15"),
                           period("2024-03-20", nullptr)}));
  EXPECT_EQ(events({{"征求意见时间", "2024-03-06"}}).consultations,
            std::vector<Period>{period("2024-03-06", nullptr)})
      << "begun, and nothing has come yet";
}

TEST(RequestEvents, TakesAPairOfColumnsForAPeriod) {
  EXPECT_EQ(events({{"征求意见开始", "2024-03-06"}, {"征求意见结束", "2024-03-12"}}).consultations,
            std::vector<Period>{period("2024-03-06", "2024-03-12")});
  EXPECT_EQ(events({{"征求意见开始", "2024-03-06"}, {"征求意见结束", ""}}).consultations,
            std::vector<Period>{period("2024-03-06", nullptr)});
  EXPECT_EQ(events({{"征求意见开始", ""}, {"征求意见结束", ""}}).consultations, std::vector<Period>{});
}

TEST(RequestEvents, TakesExtensionDeadlineAndFee) {
  const ClockEvents read = events({{"是否延期", "是"},
                                   {"延期告知日期", "2024-03-28"},
                                   {"延长工作日数", "15"},
                                   {"另定答复期限", "2024-06-30"},
                                   {"收费通知日期", "2024-03-08"},
                                   {"缴费日期", "2024-03-08"}});
  EXPECT_TRUE(read.extended);
  EXPECT_EQ(read.extension_told, parse_date("2024-03-28"));
  EXPECT_EQ(read.extension_days, 15);
  EXPECT_EQ(read.agreed_deadline, parse_date("2024-06-30"));
  EXPECT_EQ(read.fee_asked, parse_date("2024-03-08"));
  EXPECT_EQ(read.fee_paid, parse_date("2024-03-08")) << "paid at the counter";
}

TEST(RequestEvents, NothingOfTheRowBeforeStaysBehind) {
  Cells headings = {"申请编号",     "受理单位", "申请人类型",   "收到日期",
                    "答复日期",     "办理结果", "补正告知日期", "补正收到日期",
                    "征求意见时间", "是否延期", "延长工作日数", "收费通知日期"};
  TestLedger ledger({headings,
                     {"1", "甲局", "自然人", "2024-03-04", "", "", "2024-03-05", "2024-03-07", "2024-03-08~",
                      "是", "10", "2024-03-06"},
                     {"2", "甲局", "自然人", "2024-03-04"}});
  std::vector<Request> requests;
  read_requests(ledger.input(), UnitRegister(),
                [&](const Request& r, const Place&) { requests.push_back(r); });
  ASSERT_EQ(requests.size(), 2U) << ledger.messages();
  EXPECT_NE(requests[0].events, ClockEvents{});
  EXPECT_EQ(requests[1].events, ClockEvents{});
}

TEST(RequestEvents, WhatCannotBeReadIsNamedAtItsCell) {
  const std::pair<const char*, const char*> bad[] = {{"补正告知日期", "三月初"},
                                                     {"补正告知日期", "2024-03-06；下旬"},
                                                     {"补正收到日期", "2024-02-30"},
                                                     {"征求意见时间", "2024-03-12~2024-03-06"},
                                                     {"征求意见时间", "2024-03-06~三月底"},
                                                     {"征求意见时间", "~2024-03-06"},
                                                     {"征求意见时间", "2024-03-06-2024-03-12"},
                                                     {"是否延期", "已延"},
                                                     {"延期告知日期", "20"},
                                                     {"延长工作日数", "二十"},
                                                     {"延长工作日数", "-5"},
                                                     {"另定答复期限", "协商"},
                                                     {"收费通知日期", "2024-13-01"},
                                                     {"缴费日期", "已缴"}};
  for (const auto& [heading, cell] : bad) {
    const Reading reading = read({{heading, cell}});
    EXPECT_EQ(reading.found, Found{"L-01@2:7"}) << heading << cell << reading.messages;
    EXPECT_TRUE(reading.requests.empty()) << heading << cell;
  }
}

TEST(RequestEvents, APairThatEndsBeforeItBeginsIsUnreadable) {
  EXPECT_EQ(read({{"征求意见开始", "2024-03-12"}, {"征求意见结束", "2024-03-06"}}).found, Found{"L-01@2:8"});
}

TEST(RequestEvents, WarnsOfWhatComesBeforeReceipt) {
  const std::pair<const char*, const char*> early[] = {
      {"补正告知日期", "2024-03-01"}, {"征求意见时间", "2024-03-01~2024-03-12"},
      {"延期告知日期", "2024-03-01"}, {"另定答复期限", "2023-06-30"},
      {"收费通知日期", "2024-03-03"}, {"征求意见开始", "2024-03-03"}};
  for (const auto& [heading, cell] : early) {
    const Reading reading = read({{heading, cell}});
    EXPECT_EQ(reading.found, Found{"N-20@2:7"}) << heading << reading.messages;
    EXPECT_EQ(reading.requests.size(), 1U) << "the record counts all the same";
    EXPECT_NE(reading.messages.find("早于“收到日期”2024-03-04"), std::string::npos) << reading.messages;
  }
}

TEST(RequestEvents, OnTheDayOfReceiptIsInOrder) {
  EXPECT_EQ(read({{"补正告知日期", "2024-03-04"},
                  {"补正收到日期", "2024-03-04"},
                  {"征求意见时间", "2024-03-04~2024-03-04"},
                  {"延期告知日期", "2024-03-04"},
                  {"收费通知日期", "2024-03-04"},
                  {"缴费日期", "2024-03-04"}})
                .found,
            Found{});
}

TEST(RequestEvents, WarnsOfAnAnswerBeforeTheQuestion) {
  EXPECT_EQ(read({{"补正告知日期", "2024-03-08"}, {"补正收到日期", "2024-03-06"}}).found, Found{"N-20@2:8"});
  EXPECT_EQ(read({{"收费通知日期", "2024-03-08"}, {"缴费日期", "2024-03-06"}}).found, Found{"N-20@2:8"});
  EXPECT_EQ(
      read({{"补正告知日期", "2024-03-15；2024-03-06"}, {"补正收到日期", "2024-03-08；2024-03-18"}}).found,
      Found{})
      << "in any order within the cell";
}

TEST(RequestEvents, WarnsOfAnAnswerToNothing) {
  const Reading reading = read({{"补正告知日期", ""}, {"补正收到日期", "2024-03-06"}});
  EXPECT_EQ(reading.found, Found{"N-20@2:8"});
  EXPECT_NE(reading.messages.find("没有“补正告知日期”"), std::string::npos) << reading.messages;
  EXPECT_EQ(read({{"收费通知日期", "/"}, {"缴费日期", "2024-03-06"}}).found, Found{"N-20@2:8"});
  EXPECT_EQ(read({{"补正收到日期", "2024-03-06"}}).found, Found{})
      << "the ledger has no column for the question";
}

TEST(RequestEvents, WarnsOncePerColumn) {
  EXPECT_EQ(read({{"补正告知日期", "2024-02-01；2024-02-02"},
                  {"征求意见时间", "2024-03-01~2024-03-02；2024-03-02~"}})
                .found,
            (Found{"N-20@2:7", "N-20@2:8"}));
}

TEST(RequestEvents, AMillionPeriodsInACellAreNoHarmAndNotCutSilently) {
  std::string cell = "2024-03-06~2024-03-07";
  for (int i = 0; i < 40000; ++i) cell += "；2024-03-06~2024-03-07";
  const Reading reading = read({{"征求意见时间", cell}});
  EXPECT_EQ(reading.found, Found{"L-01@2:7"});
  EXPECT_TRUE(reading.requests.empty());
  EXPECT_LT(reading.messages.size(), 1000U);
  EXPECT_EQ(read({{"补正告知日期", std::string(2001, ' ') + "2024-03-06" + std::string(2001, ';')}}).found,
            Found{"L-01@2:7"});
}

TEST(RequestEvents, WhatIsNoCountOfDaysSaysThatBlankIsTwenty) {
  const Reading reading = read({{"延长工作日数", "二十天"}});
  EXPECT_EQ(reading.found, Found{"L-01@2:7"});
  EXPECT_EQ(reading.messages.find("填 0"), std::string::npos) << reading.messages;
  EXPECT_NE(reading.messages.find("空着就是 20"), std::string::npos) << reading.messages;
}

}  // namespace nianbao
