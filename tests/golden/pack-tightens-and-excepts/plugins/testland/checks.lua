-- 公布日期一定要守；一处现行有效件数，上级同意本年仍照旧目录。
tighten { rule = "D-01", severity = "error" }
exception {
  rule = "T2-02", cell = "table2.normative_document.*", reason = "目录正在清理，现行有效件数仍按旧目录",
  approver = "示例市人民政府办公室", expires = "2025-06-30",
}
