import os

os.remove('workspace/data/requests.csv')
os.mkdir('workspace/data/requests.csv')
