text = open('workspace/data/reviews.csv', encoding='utf-8').read()
with open('workspace/data/reviews.csv', 'wb') as file:
    file.write(text.encode('utf-8').replace('维持'.encode(), b'\xff\xfe\x81', 1))
