-- 2022 年实施方案的事实。只管一年：别的年度由 TZ-09 提示。
local points = {}

points.PLACE = "台儿庄区"
points.YEAR = 2022
points.DOCUMENT = "台政办发〔2022〕4号"
points.TASKS = 67 -- 十六项下面写明责任单位的各小项

function points.item(number) return points.DOCUMENT .. number end

-- “各镇（街）、各部门”；垂直管理单位随本系统。
points.ASKED = {
  ["政府办公室"] = true, ["部门"] = true, ["派出机构"] = true, ["其他"] = true,
  ["街道办事处"] = true, ["镇政府"] = true, ["乡政府"] = true,
}

return points
