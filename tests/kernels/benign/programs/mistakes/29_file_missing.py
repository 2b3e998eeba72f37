# Opens a file that is not there
with open('data.csv') as f:
    print(f.read())
