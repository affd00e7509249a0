-- 全国规则的检查，一条规则一个函数，编号固定不变。
-- 表的读法和勾稽关系在 tables.lua，各部分有没有可写的事实在 facts.lua。
include "table_checks.lua"
include "blank_checks.lua"
include "year_checks.lua"
include "text_checks.lua"
include "phrases.lua"
include "number_checks.lua"
include "ratio_checks.lua"
include "report_checks.lua"
include "date_checks.lua"
