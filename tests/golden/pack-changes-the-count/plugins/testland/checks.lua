phrase { words = "全年新收", figure = "requests.by_topic.土地.received", units = { "件" } }
