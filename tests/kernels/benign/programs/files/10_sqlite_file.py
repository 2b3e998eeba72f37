# A database file: transactions, journal modes, rollback, backup, vacuum
import sqlite3, os
con = sqlite3.connect('school.db')
with con: con.execute('CREATE TABLE g (name TEXT, m REAL)'); con.executemany('INSERT INTO g VALUES (?,?)', [('a', 1.5), ('b', 2.5)])
try:
    with con: con.execute("INSERT INTO g VALUES ('c', 9)"); raise ValueError
except ValueError: pass
print(con.execute('SELECT SUM(m) FROM g').fetchone())
for mode in ('WAL', 'DELETE', 'TRUNCATE', 'PERSIST', 'MEMORY'):
    print(con.execute(f'PRAGMA journal_mode={mode}').fetchone()); con.execute("UPDATE g SET m = m + 1"); con.commit()
con.execute('VACUUM'); b = sqlite3.connect('copy.db'); con.backup(b); print(b.execute('SELECT COUNT(*) FROM g').fetchone(), os.path.getsize('school.db') > 0)
con2 = sqlite3.connect('school.db', timeout=1); print(con2.execute('SELECT name FROM g').fetchall()); con.close(); con2.close(); b.close()
