import csv

import craft

rows = list(csv.reader(open('workspace/data/requests.csv', encoding='utf-8')))
craft.xlsx('workspace/data/requests.xlsx', {'台账': rows})
craft.cut('workspace/data/requests.xlsx', 0.6)
