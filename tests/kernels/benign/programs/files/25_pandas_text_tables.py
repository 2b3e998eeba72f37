# Rolling means, cumulative sums, apply, crosstab, cut, corr
import pandas as pd, numpy as np
rng = np.random.default_rng(3); df = pd.DataFrame(rng.integers(0, 100, (8, 3)), columns=list('abc'))
print(df.rolling(2).mean().round(1).iloc[-1].tolist(), df.cumsum().iloc[-1].tolist(), df.apply(lambda c: c.max() - c.min()).to_dict())
print(pd.crosstab(df.a > 50, df.b > 50), pd.cut(df.c, [0, 33, 66, 100]).value_counts(sort=False), df.corr().round(2), sep='\n')
print(df.to_string(), df.head(2).to_latex() if False else df.head(2).to_html()[:20], df.query('a > b').shape, df.eval('a + b').sum(), sep='\n')
df
