import craft

craft.picture('workspace/data/requests.xlsx')
