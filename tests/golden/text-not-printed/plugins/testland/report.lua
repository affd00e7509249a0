-- 不印编写人的文字，另写一句。
section {
  id = "problems",
  run = function(doc)
    doc:heading(1, "五、存在的主要问题及改进情况")
    doc:paragraph "本年度没有存在的问题，上年的问题已经改进。"
  end,
}
