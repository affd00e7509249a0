import csv

import craft


def rows(name):
    return list(csv.reader(open(f'workspace/data/{name}.csv', encoding='utf-8')))


craft.xlsx('workspace/data/book.xlsx', {
    '填写说明': [['填写说明'], ['一行一件']],
    '申请': rows('requests'),
    '复议': rows('reviews'),
    '来信登记': [['编号', '来信人', '日期'], ['1', '甲', '2024-05-01']],
    '上半年': rows('requests')[:3],
}, hidden=['上半年'])
