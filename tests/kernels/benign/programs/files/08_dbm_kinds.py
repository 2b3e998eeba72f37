# Key-value files of each kind
import dbm, dbm.dumb
for kind in ('dbm.gnu', 'dbm.ndbm', 'dbm.dumb'):
    try: m = __import__(kind, fromlist=['x'])
    except ImportError: print(kind, 'missing'); continue
    with m.open('db_' + kind[4:], 'c') as db: db['a'] = b'1'; print(kind, db['a'])
