# DataFrame to SQL and a plot
import pandas as pd, sqlite3, matplotlib.pyplot as plt
df = pd.DataFrame({'n': range(1, 8)}); df['fib'] = [1, 1, 2, 3, 5, 8, 13]
with sqlite3.connect('p.db') as con: df.to_sql('t', con, index=False); print(pd.read_sql('SELECT SUM(fib) s FROM t', con))
df.plot(x='n', y='fib', kind='bar', title='Fibonacci'); plt.show()
df.style
