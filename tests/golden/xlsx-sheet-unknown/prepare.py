import csv

import craft

rows = list(csv.reader(open('workspace/data/requests.csv', encoding='utf-8')))
craft.xlsx('workspace/data/book.xlsx', {'台账': rows})
