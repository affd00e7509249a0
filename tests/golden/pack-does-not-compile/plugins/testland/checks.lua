check {
  code = "TL-01",
  severity = "error"
  title = "少一个逗号",
}
