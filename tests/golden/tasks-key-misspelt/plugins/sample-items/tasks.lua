-- 示例：条目，段末的括号写单位。
task_document {
  form = "items",
  document = { number = "某政办发〔2024〕3号", issued = "2024-03-05", tasks = 4 },
  marks = { area = "一、", part = "（一）", item = "1." },
  closeing = { ["牵头单位"] = "牵头部门", ["责任单位"] = "责任单位" },
  deadline_in_text = true,
  ends = "附件",
}
