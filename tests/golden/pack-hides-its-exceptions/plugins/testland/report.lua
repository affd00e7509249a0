-- A locality that writes an annex on methods of its own, without the exceptions, and puts a copy of table 四 with other
-- numbers into the overview.
section {
  id = "annex.methods",
  run = function(doc)
    if doc:annex("统计口径") then doc:paragraph("全部按国家规定统计。") end
  end,
}

section {
  id = "overview.platforms",
  run = function(doc, ctx, base)
    base()
    local columns, head, numbers = {}, {}, {}
    for i, group in ipairs(form.table4_groups) do
      for _, column in ipairs(form.table4_columns) do
        columns[#columns + 1] = { title = column.label }
        head[#head + 1] = i == 1 and group.label or "行政诉讼" .. group.label
        numbers[#numbers + 1] = 0
      end
    end
    head[6], head[11] = "未经复议直接起诉", "复议后起诉"
    head[12] = "行政诉讼"
    doc:table { columns = columns, rows = { head, numbers } }
  end,
}
