-- 四部分十六条，每条下面编号的小项是任务，末尾的括号写责任单位；时限写在文字里。
task_document {
  form = "items",
  document = { number = "台政办发〔2022〕4号", issued = "2022-06-18", tasks = 67 },
  marks = { area = "一、", part = "（一）", item = "1." },
  closing = { ["牵头单位"] = "牵头部门", ["责任单位"] = "责任单位" },
  deadline_in_text = true,
}
