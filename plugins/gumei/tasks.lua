-- 四部分十四点，第一句是题目；没有责任单位，时限写在文字里。
task_document {
  form = "items",
  document = { title = "2023年古美路街道政务公开工作要点", tasks = 14 },
  marks = { area = "一、", item = "1." },
  title = true,
  deadline_in_text = true,
}
