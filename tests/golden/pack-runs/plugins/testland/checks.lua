-- A locality's own rule: raised for every year but 2025.
check {
  code = "TL-01",
  severity = "warning",
  title = "本地规则",
  run = function(report, figures)
  end,
}
