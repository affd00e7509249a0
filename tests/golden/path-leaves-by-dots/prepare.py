import os

os.rename('workspace/data/reviews.csv', 'reviews.csv')
