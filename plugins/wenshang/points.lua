-- 2024 年通知和分解表的事实。只管一年：别的年度由 WS-08 提示。
local points = {}

points.PLACE = "汶上县"
points.YEAR = 2024
points.DOCUMENT = "汶政办字〔2024〕8号"
points.TASKS = 54               -- 分解表的行数
points.PLANS_BY = "2024-06-30"  -- 通知三：实施方案或工作措施向社会公开
points.LISTS_BY = "2024-12-31"  -- 通知二：年底前形成主动公开事项目录

function points.item(number) return points.DOCUMENT .. number end

-- “各乡镇（街道）人民政府（办事处），县政府各部门、单位”；垂直管理单位随本系统。
points.ASKED = {
  ["政府办公室"] = true, ["部门"] = true, ["派出机构"] = true, ["其他"] = true,
  ["街道办事处"] = true, ["镇政府"] = true, ["乡政府"] = true,
}

return points
