// Dates of one application that cannot be true together (N-20), and those that can.
#include <gtest/gtest.h>

#include "unit/intake/ledger_fixture.h"

namespace nianbao {
namespace {

using Row = std::vector<std::pair<std::string, std::string>>;

struct Reading {
  Found found;
  std::string messages;
  std::size_t requests = 0;
};

// Received on 4 March 2024, closed on the 29th; column 4 is 答复日期, 5 办结日期, the row's own from 7 on.
Reading read_closed(const std::string& outcome, const Row& more, bool by_reply = true) {
  Cells headings = {"申请编号", "申请人类型", "收到日期", "答复日期", "办结日期", "办理结果", "受理单位"};
  Cells cells = {"1",     "自然人", "2024-03-04", by_reply ? "2024-03-29" : "", by_reply ? "" : "2024-03-29",
                 outcome, "甲局"};
  for (const auto& [heading, cell] : more) {
    headings.push_back(heading);
    cells.push_back(cell);
  }
  TestLedger ledger({headings, cells});
  Reading reading;
  read_requests(ledger.input(), UnitRegister(), [&](const Request&, const Place&) { ++reading.requests; });
  reading.found = ledger.found();
  reading.messages = ledger.messages();
  return reading;
}

void expect(const Row& more, const Found& found, const std::string& words = "",
            const std::string& outcome = "予以公开") {
  const Reading reading = read_closed(outcome, more);
  EXPECT_EQ(reading.found, found) << reading.messages;
  EXPECT_NE(reading.messages.find(words), std::string::npos) << reading.messages;
  EXPECT_EQ(reading.requests, 1U) << "a warning leaves the record in";
}

const Found kNone;

}  // namespace

TEST(RequestOrder, ClosedWhileACorrectionIsAwaited) {
  expect({{"补正告知日期", "2024-03-06"}, {"补正收到日期", ""}}, {"N-20@2:9"}, "多半是漏填");
  expect({{"补正告知日期", "2024-03-06"}}, {"N-20@2:8"}, "之后没有“补正收到日期”");
  expect({{"补正告知日期", "2024-03-06；2024-03-15"}, {"补正收到日期", "2024-03-10"}}, {"N-20@2:9"},
         "2024-03-15，之后没有");
  expect({{"补正告知日期", "2024-03-06；2024-03-15"}, {"补正收到日期", "2024-03-18"}}, kNone);
  expect({{"补正告知日期", "2024-03-06"}, {"补正收到日期", "2024-04-02"}}, {"N-20@2:9"}, "晚于“答复日期”");
  expect({{"补正告知日期", ""}, {"补正收到日期", ""}}, kNone);
}

TEST(RequestOrder, ClosedWhileAFeeIsAwaited) {
  expect({{"收费通知日期", "2024-03-06"}, {"缴费日期", "/"}}, {"N-20@2:9"}, "之后没有“缴费日期”");
  expect({{"收费通知日期", "2024-03-06"}, {"缴费日期", "2024-03-06"}}, kNone);
}

TEST(RequestOrder, ClosedWhileOthersAreConsulted) {
  expect({{"征求意见时间", "2024-03-06"}}, {"N-20@2:8"}, "没有结束的日期");
  expect({{"征求意见时间", "2024-03-06~2024-03-08；2024-03-12~"}}, {"N-20@2:8"}, "2024-03-12开始");
  expect({{"征求意见时间", "2024-03-06~2024-04-02"}}, {"N-20@2:8"}, "才结束");
  expect({{"征求意见开始", "2024-03-06"}, {"征求意见结束", ""}}, {"N-20@2:9"});
  expect({{"征求意见时间", "2024-03-06~2024-03-08"}}, kNone);
}

TEST(RequestOrder, WithdrawnOrGivenUpWhateverIsAwaited) {
  const Row awaited = {{"补正告知日期", "2024-03-06"}, {"补正收到日期", ""}};
  expect(awaited, kNone, "", "逾期不补正");
  expect(awaited, kNone, "", "（六）3");
  expect({{"收费通知日期", "2024-03-06"}, {"缴费日期", ""}}, kNone, "", "逾期不缴费");
  expect({{"征求意见时间", "2024-03-06"}}, kNone, "", "（六）3");
  expect(awaited, {"N-20@2:9"}, "", "补正后申请内容仍不明确");
}

TEST(RequestOrder, AnOpenOneMayWaitForEverything) {
  Cells headings = {"申请编号", "受理单位",     "申请人类型",   "收到日期",     "答复日期",
                    "办理结果", "补正告知日期", "补正收到日期", "征求意见时间", "收费通知日期"};
  TestLedger ledger(
      {headings,
       {"1", "甲局", "自然人", "2024-03-04", "", "", "2024-03-05", "", "2024-03-06", "2024-03-06"}});
  std::size_t count = 0;
  read_requests(ledger.input(), UnitRegister(), [&](const Request&, const Place&) { ++count; });
  EXPECT_EQ(ledger.found(), kNone) << ledger.messages();
  EXPECT_EQ(count, 1U);
}

TEST(RequestOrder, NothingHappensAfterTheEnd) {
  for (const char* heading : {"补正告知日期", "征求意见时间", "延期告知日期", "收费通知日期"}) {
    expect({{heading, "2024-04-01"}}, {"N-20@2:8"}, "晚于“答复日期”2024-03-29");
  }
  expect({{"另定答复期限", "2024-06-30"}}, kNone, "");
}

TEST(RequestOrder, EveryAnswerNeedsAQuestion) {
  expect({{"补正告知日期", "2024-03-06"}, {"补正收到日期", "2024-03-08；2024-03-12"}}, {"N-20@2:9"},
         "2024-03-12，没有与它对应的");
  expect({{"补正告知日期", "2024-03-06；2024-03-15"}, {"补正收到日期", "2024-03-08；2024-03-10"}},
         {"N-20@2:9"}, "2024-03-10早于“补正告知日期”2024-03-15");
  expect({{"补正告知日期", "2024-03-15；2024-03-06"}, {"补正收到日期", "2024-03-18；2024-03-08"}}, kNone);
}

TEST(RequestOrder, NotExtendedAndYetExtended) {
  expect({{"是否延期", "否"}, {"延期告知日期", "2024-03-26"}, {"延长工作日数", "10"}}, {"N-20@2:8"},
         "却有“延期告知日期”2024-03-26");
  expect({{"是否延期", "否"}, {"延长工作日数", "10"}}, {"N-20@2:8"}, "“延长工作日数” 10");
  expect({{"是否延期", "否"}, {"延长工作日数", "0"}}, kNone);
  expect({{"是否延期", "是"}, {"延期告知日期", "2024-03-26"}, {"延长工作日数", "0"}}, {"N-20@2:10"}, "是 0");
  expect({{"是否延期", "是"}, {"延期告知日期", "2024-03-26"}, {"延长工作日数", ""}}, kNone);
  expect({{"是否延期", ""}, {"延期告知日期", "2024-03-26"}}, kNone);
}

TEST(RequestOrder, GivenUpForWantOfWhatCame) {
  expect({{"补正告知日期", ""}, {"补正收到日期", ""}}, {"N-20@2:8"}, "却没有“补正告知日期”", "逾期不补正");
  expect({{"补正告知日期", "2024-03-06"}, {"补正收到日期", "2024-03-08"}}, {"N-20@2:9"}, "却有“补正收到日期”",
         "逾期不补正");
  expect({{"补正告知日期", "2024-03-06；2024-03-15"}, {"补正收到日期", "2024-03-08"}}, kNone, "",
         "逾期不补正");
  expect({{"收费通知日期", "/"}, {"缴费日期", ""}}, {"N-20@2:8"}, "却没有“收费通知日期”", "逾期不缴费");
  expect({{"收费通知日期", "2024-03-06"}, {"缴费日期", "2024-03-08"}}, {"N-20@2:9"}, "", "逾期不缴费");
  expect({}, kNone, "", "逾期不补正");
}

TEST(RequestOrder, WarnsOncePerRowAndColumn) {
  expect({{"补正告知日期", "2024-02-01；2024-05-02"}, {"补正收到日期", "2024-01-08；2024-05-03；2024-05-04"}},
         {"N-20@2:8", "N-20@2:9"});
}

TEST(RequestOrder, ACellThatCannotBeReadProvesNothing) {
  const Reading reading = read_closed("予以公开", {{"补正告知日期", "2024-03-06"}, {"补正收到日期", "三月"}});
  EXPECT_EQ(reading.found, Found{"L-01@2:9"}) << reading.messages;
  EXPECT_EQ(read_closed("予以公开", {{"补正告知日期", "三月"}, {"补正收到日期", "2024-03-06"}}).found,
            Found{"L-01@2:8"});
}

TEST(RequestOrder, TwoDaysOfClosingThatDiffer) {
  Cells headings = {"申请编号", "受理单位", "申请人类型", "收到日期", "答复日期", "办结日期", "办理结果"};
  TestLedger ledger({headings,
                     {"1", "甲局", "自然人", "2024-03-04", "2024-03-29", "2024-04-01", "予以公开"},
                     {"2", "甲局", "自然人", "2024-03-04", "2024-03-29", "2024-03-29", "予以公开"}});
  std::vector<std::optional<Date>> closed;
  read_requests(ledger.input(), UnitRegister(),
                [&](const Request& r, const Place&) { closed.push_back(r.closed); });
  EXPECT_EQ(ledger.found(), Found{"N-20@2:6"});
  EXPECT_NE(ledger.messages().find("以答复日期为准"), std::string::npos) << ledger.messages();
  ASSERT_EQ(closed.size(), 2U);
  EXPECT_EQ(closed[0], parse_date("2024-03-29"));
}

TEST(RequestOrder, WordsForNotYetAreOneFault) {
  Cells headings = {"申请编号", "受理单位", "申请人类型", "收到日期", "答复日期", "办理结果"};
  for (const char* words : {"尚未答复", "未答复", "办理中"}) {
    TestLedger ledger({headings, {"1", "甲局", "自然人", "2024-03-04", words, ""}});
    read_requests(ledger.input(), UnitRegister(), [](const Request&, const Place&) {});
    EXPECT_EQ(ledger.found(), Found{"L-01@2:5"}) << words;
    EXPECT_NE(ledger.messages().find("请空着"), std::string::npos) << ledger.messages();
  }
}

}  // namespace nianbao
