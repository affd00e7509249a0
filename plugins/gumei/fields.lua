-- 依申请公开台账里本地另有的列：第3点要求留痕的环节。收到、答复、办结日期是标准栏目。
field { ledger = "requests", heading = "登记日期", kind = "date" }
field { ledger = "requests", heading = "送达方式", words = { "当面", "邮寄", "网络", "其他" } }
field { ledger = "requests", heading = "邮寄日期", kind = "date" }
