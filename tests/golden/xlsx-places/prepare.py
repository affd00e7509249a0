import csv

import craft

rows = list(csv.reader(open('workspace/data/requests.csv', encoding='utf-8')))
rows[3][3], rows[5][1], rows[6][7] = '2024-02-30', '县民正局', '1'
craft.xlsx('workspace/data/book.xlsx', {'说明': [['填报说明']], '申请': [['依申请公开台账'], *rows]})
