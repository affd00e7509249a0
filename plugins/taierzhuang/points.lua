-- 2022 年实施方案的事实。只管一年：别的年度由 TZ-09 提示。
local points = {}

points.PLACE = "台儿庄区"
points.YEAR = 2022
points.DOCUMENT = "台政办发〔2022〕4号"
points.TASKS = 67 -- 十六项下面写明责任单位的各小项

function points.item(number) return points.DOCUMENT .. number end

-- 写明期限的六个小项，序号是全文的次序；2022年6月18日印发，台账30日内。
points.DATED = {
  { number = "24", part = "（六）", words = { "专栏" }, by = "2022-09-30" },
  { number = "29", part = "（八）", words = { "集中公开", "现行有效" }, by = "2022-12-31" },
  { number = "55", part = "（十三）", words = { "标准目录" }, by = "2022-06-30" },
  { number = "57", part = "（十三）", words = { "惠农" }, by = "2022-12-31" },
  { number = "65", part = "（十六）", words = { "工作台账" }, by = "2022-07-18" },
  { number = "66", part = "（十六）", words = { "回头看" }, by = "2022-06-30" },
}

-- “各镇（街）、各部门”；垂直管理单位随本系统。
points.ASKED = {
  ["政府办公室"] = true, ["部门"] = true, ["派出机构"] = true, ["其他"] = true,
  ["街道办事处"] = true, ["镇政府"] = true, ["乡政府"] = true,
}

return points
