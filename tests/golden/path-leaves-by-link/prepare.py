import os

os.rename('workspace/data/reviews.csv', 'reviews.csv')
os.symlink('../../reviews.csv', 'workspace/data/reviews.csv')
