open('file', 'w').close()
