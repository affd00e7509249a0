import craft

craft.old_xls('workspace/data/requests.xlsx')
