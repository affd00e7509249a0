import craft

craft.xlsx('workspace/data/requests.xlsx', {'台账': []})
