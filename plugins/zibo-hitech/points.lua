-- 2024 年工作方案的事实。只管一年：别的年度由 ZB-09 提示。
local points = {}

points.PLACE = "淄博高新区"
points.YEAR = 2024
points.DOCUMENT = "《2024年淄博高新区政务公开工作方案》"
points.TASKS = 10 -- 主要任务6项，组织领导和工作保障4项；附件的两个表名不是任务

function points.item(number) return points.DOCUMENT .. number end

-- 二、（五）编制主动公开事项目录。
points.CATALOGUE = { number = "5", part = "（五）", words = { "事项目录" } }

points.WHOLE = { body = "开发区管委会", scope = "汇总" }

-- “各部门单位”；垂直管理单位随本系统。
points.ASKED = {
  ["政府办公室"] = true, ["部门"] = true, ["派出机构"] = true, ["其他"] = true, ["功能区管委会"] = true,
  ["街道办事处"] = true, ["镇政府"] = true, ["乡政府"] = true,
}

return points
