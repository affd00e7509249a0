open('out', 'w').close()
