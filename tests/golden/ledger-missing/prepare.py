import os

os.remove('workspace/data/requests.csv')
