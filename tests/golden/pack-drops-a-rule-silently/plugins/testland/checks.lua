drop { rule = "T2-02" }
