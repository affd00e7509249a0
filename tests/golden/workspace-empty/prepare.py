import os

os.mkdir('workspace')
