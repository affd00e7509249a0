-- A locality that leaves the fourth section without its table, renames the fifth, and forgets the fee in the sixth.
section {
  id = "table4",
  run = function(doc)
    doc:heading(1, "四、政府信息公开行政复议、行政诉讼情况")
  end,
}

section {
  id = "problems",
  run = function(doc)
    doc:heading(1, "五、下一步打算")
    doc:paragraph("继续努力。")
  end,
}

section {
  id = "other",
  run = function(doc)
    doc:heading(1, "六、其他需要报告的事项")
    doc:paragraph("没有其他事项。")
  end,
}
