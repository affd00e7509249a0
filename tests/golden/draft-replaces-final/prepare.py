import os

os.mkdir('out')
for name in ('report.xlsx', 'figures.json', 'notes.csv'):
    open('out/' + name, 'w').close()
