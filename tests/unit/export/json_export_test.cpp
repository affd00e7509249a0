#include "export/json_export.h"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <gtest/gtest.h>

#include "base/text.h"

namespace nianbao {
namespace {

Poco::JSON::Object::Ptr first_of(const std::string& json) {
  Poco::JSON::Parser parser;
  return parser.parse(json).extract<Poco::JSON::Array::Ptr>()->getObject(0);
}

Diagnostic finding(const std::string& message) {
  Diagnostic d;
  d.code = "T3-02";
  d.message = message;
  return d;
}

TEST(FindingsJson, EmptyListIsAnEmptyArray) {
  EXPECT_EQ(write_findings_json({}), "[]\n");
}

TEST(FindingsJson, WritesEveryKeyInStableOrder) {
  Diagnostic d = finding("各办理结果之和与总计不符");
  d.hint = "请核对本列";
  d.place.file = "data/unit_tables.csv";
  d.place.sheet = "表三";
  d.place.row = 12;
  d.place.column = 28;
  d.place.heading = "值";
  d.place.cell = "table3.total.enterprise";
  d.place.unit = "区教育局";
  d.left = "12";
  d.right = "13.50";
  d.basis = "表三（七）";
  d.count = 3;
  EXPECT_EQ(write_findings_json({d}), R"([
  {
    "code": "T3-02",
    "severity": "error",
    "message": "各办理结果之和与总计不符",
    "hint": "请核对本列",
    "place": {
      "file": "data/unit_tables.csv",
      "sheet": "表三",
      "row": 12,
      "column": "AB",
      "heading": "值",
      "cell": "table3.total.enterprise",
      "unit": "区教育局"
    },
    "left": 12,
    "right": "13.50",
    "basis": "表三（七）",
    "count": 3
  }
]
)");
}

TEST(FindingsJson, LeavesOutWhatIsNotSet) {
  Diagnostic d = finding("x");
  d.severity = Severity::note;
  EXPECT_EQ(write_findings_json({d}), R"([
  {
    "code": "T3-02",
    "severity": "note",
    "message": "x",
    "hint": "",
    "place": {},
    "basis": "",
    "count": 1
  }
]
)");
}

TEST(FindingsJson, PlainIntegersAreNumbersAndOtherTextIsText) {
  const auto left_of = [](const std::string& left) {
    Diagnostic d = finding("x");
    d.left = left;
    return first_of(write_findings_json({d}))->get("left");
  };
  EXPECT_TRUE(left_of("0").isInteger());
  EXPECT_TRUE(left_of("-12").isInteger());
  for (const char* text : {"", "007", "-0", "1.0", "1e3", "+1", "１２", "/", "12 件", "9007199254740993"}) {
    EXPECT_TRUE(left_of(text).isString()) << text;
    EXPECT_EQ(left_of(text).convert<std::string>(), text);
  }
}

TEST(FindingsJson, AnyTextIsValidJsonAndComesBack) {
  const std::string text = "引号\" 反斜\\ 换行\n制表\t回车\r响铃\x07 删除\x7F 生僻𬭚 \xE2\x80\xA8 </script>";
  EXPECT_EQ(first_of(write_findings_json({finding(text)}))->getValue<std::string>("message"), text);
}

TEST(FindingsJson, BrokenUtf8BecomesTheReplacementCharacter) {
  const std::string json = write_findings_json({finding("坏\xFF字\xE5\xBD")});
  EXPECT_TRUE(is_valid_utf8(json));
  EXPECT_EQ(first_of(json)->getValue<std::string>("message"), "坏\uFFFD字\uFFFD\uFFFD");
}

TEST(FindingsJson, SeparatesFindingsByCommas) {
  Poco::JSON::Parser parser;
  const auto array = parser.parse(write_findings_json({finding("a"), finding("b"), finding("c")}))
                         .extract<Poco::JSON::Array::Ptr>();
  ASSERT_EQ(array->size(), 3U);
  EXPECT_EQ(array->getObject(2)->getValue<std::string>("message"), "c");
}

}  // namespace
}  // namespace nianbao
