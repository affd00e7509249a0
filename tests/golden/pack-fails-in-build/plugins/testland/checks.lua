check {
  code = "TL-01",
  severity = "note",
  title = "失败",
  run = function()
    error("有意失败")
  end,
}
