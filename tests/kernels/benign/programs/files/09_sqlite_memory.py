# Query results with SQL in memory
import sqlite3
con = sqlite3.connect(':memory:')
con.execute('CREATE TABLE t (n INTEGER PRIMARY KEY, sq INTEGER)')
con.executemany('INSERT INTO t VALUES (?, ?)', [(n, n*n) for n in range(20)])
print(con.execute('SELECT AVG(sq), MAX(n) FROM t WHERE sq % 2 = 0').fetchone())
con.create_function('cube', 1, lambda v: v**3)
print(con.execute('SELECT cube(n) FROM t WHERE n < 4').fetchall())
