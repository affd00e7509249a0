for name in ('requests', 'units'):
    text = open(f'workspace/data/{name}.csv', encoding='utf-8').read()
    with open(f'workspace/data/{name}.csv', 'w', encoding='gb18030') as file:
        file.write(text)
