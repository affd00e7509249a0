-- One heading of its own; one that no file has, of which nothing is said; one that may not point at another.
field { ledger = "requests", heading = "来件日期", means = "收到日期" }
field { ledger = "reviews", heading = "审结结果", means = "结果" }
field { ledger = "units", heading = "简称", means = "上级单位" }
