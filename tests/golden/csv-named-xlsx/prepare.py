import os

os.rename('workspace/data/requests.csv', 'workspace/data/requests.xlsx')
