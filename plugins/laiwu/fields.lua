-- 依申请公开台账里本地另有的列：（五）工作流程的各环节。收到、答复日期是标准栏目；需要别的单位协助查找的，“是否协查”写“是”。
field { ledger = "requests", heading = "登记日期", kind = "date" }
field { ledger = "requests", heading = "审核日期", kind = "date" }
field { ledger = "requests", heading = "办理日期", kind = "date" }
field { ledger = "requests", heading = "是否协查", kind = "yes_no" }
field { ledger = "requests", heading = "协查日期", kind = "date" }
field { ledger = "requests", heading = "归档日期", kind = "date" }
