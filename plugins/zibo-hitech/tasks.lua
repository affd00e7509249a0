-- “主要任务”六项、“组织领导和工作保障”四项；“总体要求”和附件的名称不是任务。没有责任单位。
task_document {
  form = "items",
  document = { title = "2024年淄博高新区政务公开工作方案", tasks = 10 },
  begins = "主要任务",
  ends = "附件",
  marks = { area = "一、", item = "（一）" },
  title = true,
  deadline_in_text = true,
}
