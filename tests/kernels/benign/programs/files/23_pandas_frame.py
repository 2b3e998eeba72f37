# Mean by group, pivot, merge, to and from CSV/JSON/pickle
import pandas as pd
df = pd.DataFrame({'class': ['A', 'A', 'B', 'B'], 'student': ['w', 'x', 'y', 'z'], 'score': [90, 70, 85, 65]})
print(df.groupby('class')['score'].agg(['mean', 'max'])); df.to_csv('d.csv', index=False); df.to_json('d.json'); df.to_pickle('d.pkl')
print(pd.read_csv('d.csv').equals(df), pd.read_json('d.json').shape, pd.read_pickle('d.pkl').score.sum())
print(df.describe(), df.pivot_table(index='class', values='score'), df.merge(df[['student']].assign(k=1), on='student').k.sum(), sep='\n')
df[df.score > 75].sort_values('score', ascending=False)
