-- 2024 年通知和分解表的事实。只管一年：别的年度由 WS-08 提示。
local points = {}

points.PLACE = "汶上县"
points.YEAR = 2024
points.DOCUMENT = "汶政办字〔2024〕8号"
points.TASKS = 54               -- 分解表的行数
points.PLANS_BY = "2024-06-30"  -- 通知三：实施方案或工作措施向社会公开
points.LISTS_BY = "2024-12-31"  -- 通知二：年底前形成主动公开事项目录
points.YEAR_END = "2024-12-31"  -- （八）年底前公开政策评价结果

-- 分解表里不是年底的四项：公共企事业单位两项到11月底，公开专区两项到7月底。
points.GUIDE = { number = "22", part = "（四）", words = { "公共企事业单位", "建设指南" }, by = "2024-11-30" }
points.ASSESSMENT = { number = "23", part = "（四）", words = { "专项评估" }, by = "2024-11-30" }
points.BRANDS = { number = "53", part = "（十二）", words = { "品牌专区" }, by = "2024-07-31" }
points.USES = { number = "54", part = "（十二）", words = { "专区", "功能", "解读" }, by = "2024-07-31" }
points.DATED = { points.GUIDE, points.ASSESSMENT, points.BRANDS, points.USES }

function points.item(number) return points.DOCUMENT .. number end

-- “各乡镇（街道）人民政府（办事处），县政府各部门、单位”；垂直管理单位随本系统。
points.ASKED = {
  ["政府办公室"] = true, ["部门"] = true, ["派出机构"] = true, ["其他"] = true,
  ["街道办事处"] = true, ["镇政府"] = true, ["乡政府"] = true,
}

return points
