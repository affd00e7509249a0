drop { rule = "T2-02", reason = "现行有效件数由市司法局统一核定", approver = "示例市人民政府办公室" }
