# Write a table of squares to a file and read it back.
with open('squares.txt', 'w') as f:
    for n in range(1, 6):
        f.write(f'{n} {n*n}\n')
with open('squares.txt') as f:
    rows = [tuple(map(int, line.split())) for line in f]
print(rows, sum(b for a, b in rows))
with open('squares.txt', 'a+') as f:
    f.write('6 36\n'); f.seek(0); print(len(f.readlines()))
with open('squares.txt', 'r+') as f:
    f.truncate(4); print(repr(f.read()))
