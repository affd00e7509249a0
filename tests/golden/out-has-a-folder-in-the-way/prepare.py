import os

os.makedirs('out/figures.json')
