check {
  code = "TL-01",
  severity = "error",
  title = "读一个没有的表",
  run = function()
    local row = nil
    return row.total
  end,
}

check {
  code = "TL-02",
  severity = "error",
  title = "没有尽头，又不肯停",
  run = function()
    while true do
      pcall(function()
        while true do
        end
      end)
    end
  end,
}

check {
  code = "TL-03",
  severity = "error",
  title = "要很多内存",
  run = function()
    local all = {}
    for i = 1, 1e9 do
      all[i] = "这是第 " .. i .. " 段文字"
    end
  end,
}

check {
  code = "TL-04",
  severity = "error",
  title = "要读别人的文件",
  run = function()
    return io.open("/etc/passwd")
  end,
}
