-- 示例：条目，段末的括号写单位；顿号忘了写的地方会拆错。
task_document {
  form = "items",
  marks = { area = "一、", item = "1." },
  closing = { ["责任单位"] = "责任单位" },
}
