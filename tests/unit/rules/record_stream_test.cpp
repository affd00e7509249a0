// Checks that read the applications record by record, and the columns that packs declare for them.
#include <gtest/gtest.h>

#include "unit/rules/rules_support.h"

namespace nianbao::test {
namespace {

// A chain that ends in the pack `place`, run on applications of the test's own.
class RecordStream : public ::testing::Test {
 protected:
  RecordStream() { folder_.add_pack("place", "prefix = \"PL\"\n"); }

  void checks(const std::string& lua) { folder_.write("place/checks.lua", lua); }
  void fields(const std::string& lua) { folder_.write("place/fields.lua", lua); }

  // `more` changes the i-th of the applications, from 0.
  void applications(
      int count, const std::function<void(Request&, int)>& more = [](Request&, int) {}) {
    count_ = count;
    more_ = more;
  }

  // "PL-01 note 文字", in order.
  std::vector<std::string> run() {
    Diagnostics diagnostics;
    auto book = RuleBook::load(folder_.path(), "place", diagnostics);
    const Figures figures = sound_figures();
    RuleInput input;
    input.figures = &figures;
    if (count_ >= 0) input.stream_requests = [this](const RequestSink& sink) { stream(sink); };
    for (const PackField& field : book->fields()) {
      if (field.means.empty()) input.request_extra.push_back(field.extra);
    }
    book->check(input, diagnostics);
    std::vector<std::string> lines;
    for (const Diagnostic& d : diagnostics.sorted()) {
      lines.push_back(d.code + " " + severity_key(d.severity) + " " + d.message);
    }
    return lines;
  }

  int streamed_ = 0;

 private:
  void stream(const RequestSink& sink) {
    for (int i = 0; i < count_; ++i) {
      Request request;
      request.id = std::to_string(i + 1);
      request.unit = "县教育局";
      request.received = std::chrono::year{2024} / 3 / 1;
      request.closed = request.replied = std::chrono::year{2024} / 3 / 8;
      request.outcome = Row3::granted;
      more_(request, i);
      Place place;
      place.file = "data/requests.csv";
      place.row = i + 2;
      ++streamed_;
      sink({request, place, false, !request.closed});
    }
  }

  PackFolder folder_;
  int count_ = -1;
  std::function<void(Request&, int)> more_;
};

using Lines = std::vector<std::string>;

const std::string kCount =
    "check { code = 'PL-01', severity = 'note', title = '一', records = 'requests',\n"
    "  each = function(record, state) state.count = (state.count or 0) + 1 end,\n"
    "  run = function(ctx, report, state) report { message = '共 ' .. (state.count or 0) } end }\n";

TEST_F(RecordStream, TheStateGoesFromEachRecordToRun) {
  checks(kCount);
  applications(3);
  EXPECT_EQ(run(), Lines{"PL-01 note 共 3"});
}

TEST_F(RecordStream, WithoutALedgerRunSeesAnEmptyState) {
  checks(kCount);
  EXPECT_EQ(run(), Lines{"PL-01 note 共 0"});
}

TEST_F(RecordStream, TheLedgerIsReadOnceForAllChecksAndNotAtAllForNone) {
  checks("check { code = 'PL-01', severity = 'note', title = '一', run = function() end }\n");
  applications(3);
  run();
  EXPECT_EQ(streamed_, 0);
  const std::string other =
      "check { code = 'PL-02', severity = 'note', title = '二', records = 'requests', "
      "each = function() end, run = function() end }\n";
  checks(kCount + other);
  run();
  EXPECT_EQ(streamed_, 3);
}

TEST_F(RecordStream, ARecordSaysWhatTheLedgerSays) {
  checks(
      "check { code = 'PL-01', severity = 'note', title = '一', records = 'requests',\n"
      "  each = function(r, state, report)\n"
      "    report { at = r.place, message = table.concat({ r.id, r.unit, r.applicant, r.received, r.replied "
      "or '-',\n"
      "      r.closed or '-', r.outcome or '-', r.channel, tostring(r.carried_out), r.extension_told or '-' "
      "}, ' ') }\n"
      "  end, run = function() end }\n");
  applications(2, [](Request& request, int i) {
    request.channel = "邮寄";
    if (i == 0) request.events.extension_told = std::chrono::year{2024} / 3 / 5;
    if (i == 1) request.closed = request.replied = std::nullopt;
    if (i == 1) request.outcome.reset();
  });
  EXPECT_EQ(run(),
            (Lines{"PL-01 note 1 县教育局 natural_person 2024-03-01 2024-03-08 2024-03-08 granted 邮寄 false "
                   "2024-03-05",
                   "PL-01 note 2 县教育局 natural_person 2024-03-01 - - - 邮寄 true -"}));
}

TEST_F(RecordStream, DeclaredColumnsAreTypedAndOthersAreErrors) {
  fields(
      "field { ledger = 'requests', heading = '登记日期', kind = 'date' }\n"
      "field { ledger = 'requests', heading = '页数', kind = 'number' }\n"
      "field { ledger = 'requests', heading = '当场', kind = 'yes_no' }\n"
      "field { ledger = 'requests', heading = '送达', words = { '邮寄', '当面' } }\n");
  checks(
      "check { code = 'PL-01', severity = 'note', title = '一', records = 'requests',\n"
      "  each = function(r, state, report)\n"
      "    report { message = tostring(r.extra['登记日期']) .. ' ' .. tostring(r.extra['页数'] and "
      "r.extra['页数'] + 1)\n"
      "      .. ' ' .. tostring(r.extra['当场']) .. ' ' .. tostring(r.extra['送达']) }\n"
      "    if r.id == '2' then local x = r.extra['登记日'] end\n"
      "  end, run = function() end }\n");
  applications(2, [](Request& request, int i) {
    request.extra = i == 0 ? Lines{"2024-03-02", "12", "否", "邮寄"} : Lines{"", "", "", ""};
  });
  const Lines lines = run();
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_NE(lines[0].find("是不是“登记日期”"), std::string::npos) << lines[0];
  EXPECT_EQ(lines[1], "PL-01 note 2024-03-02 13 false 邮寄");
  EXPECT_EQ(lines[2], "PL-01 note nil nil nil nil");
}

TEST_F(RecordStream, ACheckThatFailsOnARecordIsOverAndOthersGoOn) {
  checks(
      "check { code = 'PL-02', severity = 'note', title = '二', records = 'requests',\n"
      "  each = function(r) if r.id == '2' then error('不行') end end,\n"
      "  run = function(ctx, report) report { message = '不应运行' } end }\n" +
      kCount);
  applications(4);
  EXPECT_EQ(run(),
            (Lines{"M-02 error 规则包 place 的检查 PL-02（二）读记录时运行失败：不行", "PL-01 note 共 4"}));
}

TEST_F(RecordStream, AnEndlessRecordStopsThePacksStreamsAndSaysSo) {
  checks(
      "check { code = 'PL-02', severity = 'note', title = '二', records = 'requests',\n"
      "  each = function(r) while true do end end, run = function() end }\n" +
      kCount);
  applications(3);
  const Lines lines = run();
  ASSERT_EQ(lines.size(), 2U);
  const std::string both = lines[0] + lines[1];
  EXPECT_NE(both.find("M-03 error 规则包 place 的检查 PL-02（二）读记录时超出步数上限"), std::string::npos)
      << both;
  EXPECT_NE(both.find("检查 PL-01（一）没有运行到底"), std::string::npos) << both;
}

TEST_F(RecordStream, AStopLosesWhatTheOthersHadGatheredAndSaysSo) {
  checks(
      "check { code = 'PL-01', severity = 'note', title = '一', run = function() while true do end end }\n"
      "check { code = 'PL-02', severity = 'note', title = '二', records = 'requests',\n"
      "  each = function(r, state) state.n = (state.n or 0) + 1 end,\n"
      "  run = function(ctx, report, state) report { message = '共 ' .. state.n } end }\n"
      "check { code = 'PL-03', severity = 'note', title = '三', run = function(ctx, report) report { message "
      "= "
      "'还在' } end }\n");
  applications(2);
  const Lines lines = run();
  ASSERT_EQ(lines.size(), 3U) << testing::PrintToString(lines);
  EXPECT_NE(lines[0].find("M-03 error 规则包 place 的检查 PL-02（二）没有运行到底"), std::string::npos)
      << lines[0];
  EXPECT_NE(lines[1].find("PL-01"), std::string::npos) << lines[1];
  EXPECT_EQ(lines[2], "PL-03 note 还在");
}

TEST_F(RecordStream, WhatOneCheckGatheredIsGoneWhenItHasRun) {
  const auto check = [](const std::string& code) {
    return "check { code = '" + code +
           "', severity = 'note', title = '大', records = 'requests',\n"
           "  each = function(r, state) state[#state + 1] = string.rep(r.id, 200000) end,\n"
           "  run = function(ctx, report, state) report { message = '共 ' .. #state } end }\n";
  };
  checks(check("PL-01") + check("PL-02"));
  applications(3, [](Request& request, int i) { request.id = std::string(6, static_cast<char>('a' + i)); });
  EXPECT_EQ(run().size(), 2U) << testing::PrintToString(run());
}

TEST_F(RecordStream, ManySlowRecordsShareOneBudget) {
  checks(
      "check { code = 'PL-02', severity = 'note', title = '二', records = 'requests',\n"
      "  each = function(r) for i = 1, 1000000 do end end, run = function() end }\n");
  applications(1000);
  const Lines lines = run();
  ASSERT_EQ(lines.size(), 1U) << "not a thousand times a million steps";
  EXPECT_NE(lines[0].find("M-03"), std::string::npos);
}

TEST_F(RecordStream, WhatARecordLeavesBehindIsLimited) {
  checks(
      "local all = {}\n"
      "check { code = 'PL-02', severity = 'note', title = '二', records = 'requests',\n"
      "  each = function(r) all[#all + 1] = string.rep(r.id, 2000) end, run = function() end }\n");
  applications(20'000);
  const Lines lines = run();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_NE(lines[0].find("M-03"), std::string::npos) << lines[0];
}

// Sections read the ledger in a pass of their own, before the checks.
TEST_F(RecordStream, ASectionWritesWhatItCounted) {
  const PackFolder folder;
  folder.add_pack("place", "prefix = \"PL\"\n");
  folder.write("national/report.lua",
               "section { id = 'other', run = function(doc) doc:paragraph('原来') end }\n");
  folder.write("place/report.lua",
               "section { id = 'count', records = 'requests',\n"
               "  each = function(record, state) state.count = (state.count or 0) + 1 end,\n"
               "  run = function(doc, ctx, base, state) doc:paragraph('共 ' .. state.count) end }\n"
               "section { id = 'other', records = 'requests', each = function(record) error('不行') end,\n"
               "  run = function(doc) doc:paragraph('不应写出') end }\n");
  Diagnostics diagnostics;
  auto book = RuleBook::load(folder.path(), "place", diagnostics);
  const Figures figures = sound_figures();
  RuleInput input;
  input.figures = &figures;
  input.stream_requests = [](const RequestSink& sink) {
    Request request;
    request.received = std::chrono::year{2024} / 3 / 1;
    const Place place;
    for (int i = 0; i < 3; ++i) sink({request, place, false, true});
  };
  EXPECT_EQ(text_of(book->report(input, diagnostics)), "原来\n共 3\n");
  EXPECT_EQ(brief(diagnostics), Lines{"M-02 error "})
      << "what fails on a record gives way to the section before";
}

TEST_F(RecordStream, SortingLongTextsIsPaidByTheirLength) {
  checks(
      "check { code = 'PL-01', severity = 'note', title = '一', run = function()\n"
      "  local text, list = string.rep('\\0', 200000), {}\n"
      "  for i = 1, 20000 do list[i] = text end table.sort(list) end }\n");
  const Lines lines = run();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_NE(lines[0].find("M-03"), std::string::npos) << lines[0];
}

TEST_F(RecordStream, EachAndRecordsComeTogether) {
  checks(
      "check { code = 'PL-01', severity = 'note', title = '一', each = function() end, run = function() end "
      "}\n");
  EXPECT_NE(run().front().find("还要写 records"), std::string::npos);
  checks(
      "check { code = 'PL-01', severity = 'note', title = '一', records = 'requests', run = function() end "
      "}\n");
  EXPECT_NE(run().front().find("还要有函数 each"), std::string::npos);
  checks(
      "check { code = 'PL-01', severity = 'note', title = '一', records = 'tasks', each = function() end, "
      "run = function() end }\n");
  EXPECT_NE(run().front().find("只能是"), std::string::npos);
}

TEST_F(RecordStream, WrongFieldsAreNamed) {
  const auto fault = [&](const std::string& lua) {
    fields("field { " + lua + " }\n");
    checks("");
    const Lines lines = run();
    return lines.empty() ? "" : lines.front();
  };
  EXPECT_EQ(fault("ledger = 'requests', heading = '来件日期', means = '收到日期'"), "");
  EXPECT_NE(fault("ledger = 'request', heading = '甲', kind = 'date'").find("是不是“requests”"),
            std::string::npos);
  EXPECT_NE(fault("ledger = 'requests', heading = '甲', kind = 'dat'").find("是不是“date”"),
            std::string::npos);
  EXPECT_NE(fault("ledger = 'requests', heading = '甲'").find("之一"), std::string::npos);
  EXPECT_NE(fault("ledger = 'requests', heading = '甲', kind = 'date', means = '收到日期'").find("之一"),
            std::string::npos);
  EXPECT_NE(fault("ledger = 'tasks', heading = '甲', kind = 'date'").find("只有依申请公开台账"),
            std::string::npos);
  EXPECT_NE(fault("ledger = 'requests', heading = '申请人姓名', means = '受理渠道'").find("不给规则包读"),
            std::string::npos);
  EXPECT_NE(fault("ledger = 'requests', heading = '经办', means = '申请人姓名'").find("不给规则包读"),
            std::string::npos);
  EXPECT_NE(fault("ledger = 'requests', heading = '甲', words = {}").find("words"), std::string::npos);
}

}  // namespace
}  // namespace nianbao::test
