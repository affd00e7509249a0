import craft

craft.encrypted_xlsx('workspace/data/requests.xlsx')
