import os

os.remove('workspace/data/requests.csv')
os.mkfifo('workspace/data/requests.csv')
